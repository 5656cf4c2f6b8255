package knowledge

import "rapporteur/table"

// Vocabulary is what the tables know of single words. It is read-only.
type Vocabulary struct {
	titles  map[string]Honorific
	nouns   map[string]Noun
	given   map[string]byte
	classes map[wordClass]bool
}

func newVocabulary() *Vocabulary {
	return &Vocabulary{titles: map[string]Honorific{}, nouns: map[string]Noun{}, given: map[string]byte{}, classes: map[wordClass]bool{}}
}

// Honorific is a form of address before a name: its kind is honorific,
// military, noble, religious or office. Gender is m, f or 0.
type Honorific struct {
	Kind   string
	Gender byte
}

// Noun is a common noun for actors: its kind is person, group or organ.
type Noun struct {
	Kind   string
	Plural bool
	Gender byte
}

// Honorific looks folded words up that may stand before a name.
func (v *Vocabulary) Honorific(words string) (Honorific, bool) {
	h, ok := v.titles[words]
	return h, ok
}

// Noun looks a folded noun up.
func (v *Vocabulary) Noun(word string) (Noun, bool) {
	n, ok := v.nouns[word]
	return n, ok
}

// GivenName gives the gender of a folded given name, 0 where both have it.
func (v *Vocabulary) GivenName(name string) (gender byte, ok bool) {
	gender, ok = v.given[name]
	return gender, ok
}

func (a loader) addTitles(t *table.Table) error {
	for _, row := range t.Rows {
		for _, word := range []string{Fold(row.Get("title"))} {
			a.titles[word] = Honorific{row.Get("kind"), gender(row.Get("gender"))}
		}
	}
	return nil
}

func (a loader) addNouns(t *table.Table) error {
	for _, row := range t.Rows {
		n := Noun{Kind: row.Get("kind"), Gender: gender(row.Get("gender"))}
		a.nouns[Fold(row.Get("noun"))] = n
		if p := row.Get("plural"); p != "" && p != "-" {
			n.Plural = true
			a.nouns[Fold(p)] = n
		}
	}
	return nil
}

func (a loader) addGivenNames(t *table.Table) error {
	for _, row := range t.Rows {
		a.given[Fold(row.Get("name"))] = gender(row.Get("gender"))
	}
	return nil
}

func gender(cell string) byte {
	if cell == "m" || cell == "f" {
		return cell[0]
	}
	return 0
}

func (a loader) addClasses(t *table.Table) error {
	for _, row := range t.Rows {
		a.classes[wordClass{row.Get("word"), row.Get("class")}] = true
	}
	return nil
}

// wordClass is a word in one of its uses.
type wordClass struct{ word, class string }

// Is reports whether the table of classes has a word in a class.
func (v *Vocabulary) Is(word, class string) bool { return v.classes[wordClass{word, class}] }
