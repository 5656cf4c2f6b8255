package entities

import "rapporteur/table"

// title is a form of address before a name.
type title struct {
	kind   string
	gender byte
}

// noun is a common noun for a person, a group or an organ of a state.
type noun struct {
	kind   string
	plural bool
	gender byte
}

func (a *Almanac) addTitles(t *table.Table) error {
	for _, row := range t.Rows {
		for _, word := range []string{joined(row.Get("title"))} {
			a.titles[word] = title{row.Get("kind"), gender(row.Get("gender"))}
		}
	}
	return nil
}

func (a *Almanac) addNouns(t *table.Table) error {
	for _, row := range t.Rows {
		n := noun{kind: row.Get("kind"), gender: gender(row.Get("gender"))}
		a.nouns[joined(row.Get("noun"))] = n
		if p := row.Get("plural"); p != "" && p != "-" {
			n.plural = true
			a.nouns[joined(p)] = n
		}
	}
	return nil
}

func (a *Almanac) addGivenNames(t *table.Table) error {
	for _, row := range t.Rows {
		a.given[joined(row.Get("name"))] = gender(row.Get("gender"))
	}
	return nil
}

func gender(cell string) byte {
	if cell == "m" || cell == "f" {
		return cell[0]
	}
	return 0
}

func (a *Almanac) addClasses(t *table.Table) error {
	for _, row := range t.Rows {
		a.classes[wordClass{row.Get("word"), row.Get("class")}] = true
	}
	return nil
}

// wordClass is a word in one of its uses.
type wordClass struct{ word, class string }

// is reports whether the table of classes has a word in a class.
func (a *Almanac) is(word, class string) bool { return a.classes[wordClass{word, class}] }
