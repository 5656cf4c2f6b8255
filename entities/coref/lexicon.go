package coref

import (
	"embed"
	"io/fs"
	"strings"

	"rapporteur/entities/knowledge"
	"rapporteur/table"
)

//go:embed tables/*.tsv
var files embed.FS

// ownTables are the tables of this package; those of nouns, given names and
// titles are the base's.
func ownTables() fs.FS {
	sub, err := fs.Sub(files, "tables")
	if err != nil {
		panic(err) // the folder is built in
	}
	return sub
}

// Lexicon is what single words tell of what they stand for. It is read-only.
type Lexicon struct {
	pronouns map[string]Pronoun
	nouns    map[string]noun
	// given are the genders of given names, titles those of forms of address.
	given, titles map[string]byte
}

// Pronoun is a row of the table of pronouns.
type Pronoun struct {
	// Word is the pronoun that a form belongs to: he for "his".
	Word string
	// Use is subject, object, possessive or reflexive, empty where the form
	// does not tell.
	Use string
	// Person is '1', '2' or '3'; Number 's', 'p' or 0; Gender 'm', 'f', 'n' for
	// what is no person, or 0.
	Person, Number, Gender byte
	word                   symbol
}

// noun is what is known of a common noun.
type noun struct {
	kind   symbol
	gender byte
}

// LoadLexicon reads the tables.
func LoadLexicon() (*Lexicon, error) {
	l := &Lexicon{pronouns: map[string]Pronoun{}, nouns: map[string]noun{}, given: make(map[string]byte, 6000), titles: map[string]byte{}}
	own := ownTables()
	for _, t := range []struct {
		from    fs.FS
		name    string
		columns []string
		add     func(table.Row)
	}{
		{own, "pronouns.tsv", []string{"form", "word", "use", "person", "number", "gender"}, l.addPronoun},
		{knowledge.Tables(), "nouns.tsv", []string{"noun", "kind", "plural", "gender"}, l.addNoun},
		{knowledge.Tables(), "given_names.tsv", []string{"name", "gender"}, func(r table.Row) { l.given[strings.ToLower(r.Get("name"))] = letter(r.Get("gender")) }},
		{knowledge.Tables(), "titles.tsv", []string{"title", "gender"}, func(r table.Row) { l.titles[strings.ToLower(r.Get("title"))] = letter(r.Get("gender")) }},
	} {
		data, err := fs.ReadFile(t.from, t.name)
		if err != nil {
			return nil, err
		}
		parsed, err := table.Parse(t.name, data, t.columns...)
		if err != nil {
			return nil, err
		}
		for _, row := range parsed.Rows {
			t.add(row)
		}
	}
	return l, nil
}

func (l *Lexicon) addPronoun(r table.Row) {
	p := Pronoun{Word: r.Get("word"), Use: r.Get("use"), Person: letter(r.Get("person")), Number: letter(r.Get("number")), Gender: letter(r.Get("gender"))}
	if p.Use == "-" {
		p.Use = ""
	}
	p.word = symbolOf(p.Word)
	l.pronouns[r.Get("form")] = p
}

func (l *Lexicon) addNoun(r table.Row) {
	n := noun{symbolOf(r.Get("kind")), letter(r.Get("gender"))}
	l.nouns[strings.ToLower(r.Get("noun"))] = n
	if p := r.Get("plural"); p != "" && p != "-" {
		l.nouns[strings.ToLower(p)] = n
	}
}

// letter gives the only letter of a cell; u, which is for either, is none.
func letter(cell string) byte {
	if len(cell) != 1 || cell == "-" || cell == "u" {
		return 0
	}
	return cell[0]
}

// Pronoun looks a form up, whatever its capitals.
func (l *Lexicon) Pronoun(form string) (Pronoun, bool) {
	p, ok := l.pronouns[strings.ToLower(form)]
	return p, ok
}
