package service_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/service"
)

// written is a file with some contents.
func written(t *testing.T, name, contents string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(contents), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const ownIssues = "id\tgroup\tlabel\twords\nlake-levels\twater\tLevels of the lake\tlake level;water level\n"

func TestOwnIssuesComeFirst(t *testing.T) {
	tables := service.Tables{Issues: []string{written(t, "issues.tsv", ownIssues)}}
	codes, err := tables.Ontology()
	if err != nil {
		t.Fatal(err)
	}
	terms, err := service.Issues(codes)
	if err != nil {
		t.Fatal(err)
	}
	at := func(kind, id string) int {
		return slices.IndexFunc(terms, func(term service.Term) bool { return term.Kind == kind && term.ID == id })
	}
	own := at("issue", "lake-levels")
	if own < 0 || terms[own].Label != "Levels of the lake" || terms[own].Group != "water" {
		t.Errorf("own issue at %d", own)
	}
	if built, act := at("issue", "blockade"), at("act", "threaten"); built < 0 || act < built {
		t.Errorf("issues and then acts: %d, %d", built, act)
	}
	reader, err := tables.Reader(reading.Budget{})
	if err != nil || reader == nil {
		t.Errorf("a reader with own issues: %v", err)
	}
}

func TestUnusableTables(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.tsv")
	for _, test := range []struct {
		name   string
		tables service.Tables
		code   rapporteur.Code
		want   string
	}{
		{"issues missing", service.Tables{Issues: []string{missing}}, rapporteur.Unreadable, "cannot be read"},
		{"issues wrong", service.Tables{Issues: []string{written(t, "wrong.tsv", "id\tcolour\na\tred\n")}}, rapporteur.Invalid, "columns are id, group, label, words"},
		{"actors missing", service.Tables{Actors: []string{missing}}, rapporteur.Unreadable, "missing.tsv"},
	} {
		_, err := test.tables.Reader(reading.Budget{})
		if rapporteur.CodeOf(err) != test.code || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v (%s)", test.name, err, rapporteur.CodeOf(err))
		}
	}
	if _, err := (service.Tables{Actors: []string{missing}}).Knowledge(); err == nil {
		t.Error("knowledge of tables that are missing")
	}
}
