package ontology

import (
	_ "embed"
	"sync"

	"rapporteur"
	"rapporteur/table"
)

//go:embed tables/languages.tsv
var languageTable []byte

// languageNames are the names of languages by their codes.
var languageNames = sync.OnceValue(func() map[string]string {
	t, err := table.Parse("languages.tsv", languageTable, "code", "name")
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	names := map[string]string{}
	for _, row := range t.Rows {
		names[row.Get("code")] = row.Get("name")
	}
	return names
})

// LanguageName gives the name of a language in English by its code of ISO 639-1, or 639-3
// where there is none.
func LanguageName(code string) string {
	switch name := languageNames()[code]; {
	case name != "":
		return name
	case code == rapporteur.Undetermined || code == "":
		return "another language than English"
	}
	return "the language " + code
}
