package knowledge

import (
	"strings"

	"rapporteur/table"
)

// Office is a post and the phrases by which news names it.
type Office struct {
	ID, Title, Sector string
	// For is the state or body that has it, * for any state.
	For string
	// Sole says that one person holds it at a time, Many that so many do that
	// the words for it alone never say who is meant, Sent that each of the many
	// deals with somebody.
	Sole, Many, Sent bool
}

// Offices finds offices by their phrases, "foreign minister", "secretary of state", and
// by their ids. It is read-only.
type Offices struct {
	// byPhrase goes from the folded phrase to the offices it may name.
	byPhrase map[string][]OfficeSense
	// longest goes from the first word of phrases to the number of words of
	// the longest of them.
	longest map[string]int
	byID    map[post]*Office
}

// OfficeSense is one office that a phrase may name.
type OfficeSense struct {
	*Office
	// Plural says that the phrase means several: "foreign ministers".
	Plural bool
}

func (a loader) addOffices(t *table.Table) error {
	for _, row := range t.Rows {
		holders := row.Get("holders")
		o := &Office{
			ID: row.Get("id"), For: row.Get("for"), Title: row.Get("title"), Sector: row.Get("sector"),
			Sole: holders == "one", Many: holders == "many" || holders == "sent", Sent: holders == "sent",
		}
		if o.ID == "" || o.For == "" {
			return row.Errorf("an office needs an id and whom it is for (* for any state)")
		}
		a.offices.byID[post{o.ID, o.For}] = o
		a.offices.add(row.List("phrases"), o, false)
		a.offices.add(row.List("plural_phrases"), o, true)
	}
	return nil
}

func (o *Offices) add(phrases []string, office *Office, plural bool) {
	for _, p := range phrases {
		words := Words(p)
		if len(words) == 0 {
			continue
		}
		key := strings.Join(words, " ")
		o.byPhrase[key] = append(o.byPhrase[key], OfficeSense{office, plural})
		o.longest[words[0]] = max(o.longest[words[0]], len(words))
	}
}

func newOffices() *Offices {
	return &Offices{byPhrase: map[string][]OfficeSense{}, longest: map[string]int{}, byID: map[post]*Office{}}
}

// Called gives the offices that a phrase of folded words names.
func (o *Offices) Called(phrase []byte) []OfficeSense { return o.byPhrase[string(phrase)] }

// Longest gives the number of words of the longest office phrase that begins with a
// folded word, 0 for none.
func (o *Offices) Longest(first string) int { return o.longest[first] }

// Own gives the office with an id where a state or body has a row of its own for it,
// nil for none.
func (o *Offices) Own(id, actor string) *Office { return o.byID[post{id, actor}] }

// Has reports whether an office with an id is in the tables.
func (o *Offices) Has(id string) bool {
	for p := range o.byID {
		if p.office == id {
			return true
		}
	}
	return false
}

// Title gives the office of a term as one would print it.
func (o *Offices) Title(t *Term) string {
	if found := o.Of(t.Office, t.For); found != nil {
		return found.Title
	}
	return t.Office
}

// Of gives the office with an id as a state or body has it, nil for none.
func (o *Offices) Of(office, actor string) *Office {
	if found := o.byID[post{office, actor}]; found != nil {
		return found
	}
	return o.byID[post{office, "*"}]
}
