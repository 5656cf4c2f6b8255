package rules

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"rapporteur/ontology"
	"rapporteur/table"
)

func parseTable(t *testing.T, name string) *table.Table {
	t.Helper()
	data, err := files.ReadFile("tables/" + name)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := table.Parse(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// TestFrames holds the rows of frames.tsv to the codes of the ontology, and its
// cells to their form.
func TestFrames(t *testing.T) {
	codes, err := ontology.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range parseTable(t, "frames.tsv").Rows {
		for _, problem := range append(codeProblems(codes, row), needProblems(codes, row)...) {
			t.Error(row.Errorf("%s", problem))
		}
		if !slices.Contains([]string{"verb", "noun", "adj"}, row.Get("pos")) || len(row.List("words")) == 0 {
			t.Error(row.Errorf("no words, or part of speech %q", row.Get("pos")))
		}
	}
}

// TestContextWords holds the words of contexts to those that there are.
func TestContextWords(t *testing.T) {
	codes, err := ontology.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range parseTable(t, "context_words.tsv").Rows {
		if !slices.ContainsFunc(codes.Contexts(), func(x ontology.Context) bool { return x.Name == row.Get("context") }) {
			t.Error(row.Errorf("no context %s", row.Get("context")))
		}
	}
}

func codeProblems(codes *ontology.Ontology, row table.Row) []string {
	typ, ok := codes.Type(row.Get("type"))
	if !ok {
		return []string{"no type " + row.Get("type")}
	}
	var out []string
	if mode := row.Get("mode"); mode != "" {
		if _, ok := typ.Mode(mode); !ok {
			out = append(out, "no mode "+mode+" of "+typ.Name)
		}
	}
	if c := row.Get("cameo"); c != "" {
		if _, ok := codes.Code(c); !ok {
			out = append(out, "no code "+c)
		}
	}
	for _, c := range row.List("contexts") {
		if !slices.ContainsFunc(codes.Contexts(), func(x ontology.Context) bool { return x.Name == c }) {
			out = append(out, "no context "+c)
		}
	}
	return out
}

func needProblems(codes *ontology.Ontology, row table.Row) []string {
	var out []string
	for _, n := range row.List("needs") {
		for _, c := range parseDemand(n).classes {
			_, typ := codes.Type(c)
			if !typ && strings.IndexFunc(c, unicode.IsUpper) == 0 {
				out = append(out, "no type "+c)
			}
		}
	}
	for _, p := range append(append(row.List("actor"), row.List("recipient")...), row.List("needs")...) {
		if strings.Contains(p, " ") {
			out = append(out, "a blank in "+p)
		}
	}
	return out
}
