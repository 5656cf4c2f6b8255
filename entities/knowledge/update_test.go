package knowledge_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/entities/knowledge"

	"github.com/google/go-cmp/cmp"
)

// update takes the holders of a file into a folder of tables and gives what changes, and
// the table of terms that is written.
func update(t *testing.T, folder, file string) ([]string, string) {
	t.Helper()
	own, err := knowledge.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	base := mustLoad(t, folder)
	rows, err := knowledge.HolderRows(base, file)
	if err != nil {
		t.Fatal(err)
	}
	u, err := knowledge.NewUpdate(base, own)
	if err != nil {
		t.Fatal(err)
	}
	u.Take(rows)
	files, err := u.Files(own)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range u.Changes {
		out = append(out, strings.Join(strings.Fields(strings.Join([]string{c.What, c.Person, c.Office, c.For, c.From, c.To, c.Until, c.Why}, " ")), " "))
	}
	return out, files["terms-update.tsv"]
}

// TestUpdate follows one office through a change of hands, keeps what the user wrote, and
// passes over what would contradict the tables.
func TestUpdate(t *testing.T) {
	own := t.TempDir()
	put(t, own, "persons.tsv", "id\tname\taliases\tgender\tstate\nada-moss\tAda Moss\t\tf\tNZL\nben-orr\tBen Orr\t\tm\tNZL\n")
	put(t, own, "terms.tsv", "#until 2035-01-01\nperson\toffice\tactor\tfrom\tto\nada-moss\tenergy-minister\tNZL\t2033-01-01\t\nben-orr\ttrade-minister\tNZL\t2031-01-01\t2033-05-01\n")
	file := write(t, "rows.tsv", strings.Join([]string{
		"state\toffice\tname\tfrom\tto\tsource\tas_of",
		"NZL\tenergy-minister\tCy Lund\t2034-02-01\t\tAlmanac\t2036-01-01",
		"NZL\ttrade-minister\tBen Orr\t2031-01-01\t2033-06-01\tAlmanac\t",
		"NZL\ttrade-minister\tDee Hay\t2033-07-01\t\tAlmanac\t2036-01-01",
		"NZL\tfinance-minister\tEve Fox\t\t\tAlmanac\t2036-01-01",
		"NZL\tfinance-minister\tEve Fox\t2035-01\t\tAlmanac\t2036-01-01",
	}, "\n"))
	changes, terms := update(t, own, file)
	want := []string{
		"kept cy-lund energy-minister NZL 2034-02-01 2036-01-01 your own row has ada-moss in office",
		"passed over eve-fox finance-minister NZL 2036-01-01 the source gives no first day",
		"new eve-fox finance-minister NZL 2035-01 2036-01-01",
		"new dee-hay trade-minister NZL 2033-07-01 2036-01-01",
	}
	got := strings.Join(changes, "\n")
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("missing: %s\nin\n%s", w, got)
		}
	}
	if strings.Contains(terms, "ben-orr") || !strings.Contains(terms, "dee-hay\ttrade-minister\tNZL\t2033-07-01\t\t2036-01-01\tAlmanac") {
		t.Error(terms)
	}
	put(t, own, "terms-update.tsv", terms)
	put(t, own, "persons-update.tsv", "id\tname\taliases\tgender\tstate\neve-fox\tEve Fox\t\t\tNZL\ndee-hay\tDee Hay\t\t\tNZL\n")
	if _, again := update(t, own, file); again != "" {
		t.Error(cmp.Diff(terms, again))
	}
}

// put writes a file of a folder.
func put(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestHolderRowsOfWikidata reads the holders of a dump.
func TestHolderRowsOfWikidata(t *testing.T) {
	dump := write(t, "dump.json", `[
{"id":"Q664","modified":"2035-02-01T00:00:00Z","labels":{"en":{"value":"New Zealand"}},"claims":{"P298":[{"mainsnak":{"datavalue":{"value":"NZL"}}}]}},
{"id":"Q1","labels":{"en":{"value":"Minister of Energy of New Zealand"}},"claims":{}},
{"id":"Q2","labels":{"en":{"value":"Cy Lund"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P39":[{"mainsnak":{"datavalue":{"value":{"id":"Q1"}}},"qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2034-02-01T00:00:00Z","precision":11}}}]}}]}}
]`)
	rows, err := knowledge.HolderRows(mustLoad(t), dump)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1 || rows[0].Name != "Cy Lund" || rows[0].For != "NZL" || rows[0].Office != "energy-minister" || rows[0].From != "2034-02-01" || rows[0].AsOf != "2035-02-01" {
		t.Errorf("%+v", rows)
	}
}

// TestNoHolderRows holds that a file from which nothing can be learned is refused with
// what it lacks, and not taken for one that changes nothing.
func TestNoHolderRows(t *testing.T) {
	const person = `{"id":"Q2","labels":{"en":{"value":"Cy Lund"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P39":[{"mainsnak":{"datavalue":{"value":{"id":"Q1"}}},"qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2034-02-01T00:00:00Z","precision":11}}}]}}]}}`
	base := mustLoad(t)
	for _, tt := range []struct{ name, file, text string }{
		{"a dump without the position", "dump.json", "[\n" + person + "\n]"},
		{"a table without rows", "empty.tsv", "state\toffice\tname\tfrom\tto\n"},
	} {
		rows, err := knowledge.HolderRows(base, write(t, tt.file, tt.text))
		if err == nil || !strings.Contains(err.Error(), "names nobody in an office") {
			t.Errorf("%s: %d rows, %v", tt.name, len(rows), err)
		}
	}
}
