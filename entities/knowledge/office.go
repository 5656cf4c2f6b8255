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

// offices finds office phrases: "foreign minister", "secretary of state".
type offices struct {
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
	if a.offices == nil {
		a.offices = &offices{byPhrase: map[string][]OfficeSense{}, longest: map[string]int{}, byID: map[post]*Office{}}
	}
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

func (o *offices) add(phrases []string, office *Office, plural bool) {
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

// title gives the name of an office for a state or body.
func (o *offices) title(office, actor string) *Office {
	if found := o.byID[post{office, actor}]; found != nil {
		return found
	}
	return o.byID[post{office, "*"}]
}
