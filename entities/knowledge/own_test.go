package knowledge_test

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/entities/knowledge"

	"github.com/google/go-cmp/cmp"
)

// write makes a file in a new folder and gives its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func load(t *testing.T, paths ...string) (*knowledge.Base, error) {
	t.Helper()
	var own []*knowledge.Addition
	for _, path := range paths {
		o, err := knowledge.Open(path)
		if err != nil {
			return nil, err
		}
		own = append(own, o)
	}
	return knowledge.Load(own...)
}

func mustLoad(t *testing.T, paths ...string) *knowledge.Base {
	t.Helper()
	a, err := load(t, paths...)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// meaning gives the ids of all that a name may mean.
func meaning(a *knowledge.Base, name string) []string {
	var out []string
	for _, s := range a.Find(name) {
		out = append(out, s.Actor.ID)
	}
	return out
}

func holders(a *knowledge.Base, office, actor, day string) []string {
	var out []string
	for _, k := range a.Terms().Holders(office, actor, day) {
		out = append(out, k.ID)
	}
	return out
}

func want(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", what, diff)
	}
}

func TestOwnTablesAddAndReplace(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"bodies.tsv":  "id\tname\taliases\tkind\tstate\nharbour-forum\tHarbour Forum\tHarbour Club\torganisation\t\nNATO\tNorth Atlantic Alliance\t\torganisation\t\n",
		"persons.tsv": "id\tname\taliases\tgender\tstate\njane-roe\tJane Roe\tJanet Roe\tf\tNZL\n",
		"terms.tsv": "#until 2030-06-30\nperson\toffice\tactor\tfrom\tto\tuntil\tsource\njane-roe\thead-of-body\tharbour-forum\t2027-01-01\n" +
			"jane-roe\tdeputy-head-of-body\tharbour-forum\t2027-01-01\t\t2028-06-30\tthe forum's yearbook\n",
		"offices.tsv":  "id\tfor\ttitle\tsector\tphrases\nhead-of-body\tharbour-forum\tHarbour Master\tinternational\tharbour master\n",
		"notes.md":     "not a table",
		"members.tsv":  "body\tstate\tfrom\tto\nharbour-forum\tNZL\t2020\t\n",
		"states-x.tsv": "id\tname\taliases\tdemonyms\tcapital\tseats\tcities\tstatus\nFRA\tFrance\tGallia\tFrench\tParis\t\t\tcurrent\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	a := mustLoad(t, dir)
	want(t, "a new body", meaning(a, "Harbour Club"), "harbour-forum")
	want(t, "a new holder", holders(a, "head-of-body", "harbour-forum", "2028-03-01"), "jane-roe")
	want(t, "nobody after until", holders(a, "head-of-body", "harbour-forum", "2031-01-01"))
	want(t, "a row known for a shorter time", holders(a, "deputy-head-of-body", "harbour-forum", "2028-06-30"), "jane-roe")
	want(t, "nobody after a row's own until", holders(a, "deputy-head-of-body", "harbour-forum", "2028-07-01"))
	want(t, "where a row comes from", []string{a.Actor("jane-roe").Terms[1].Source}, "the forum's yearbook")
	want(t, "a member", a.Members("harbour-forum", "2024-01-01"), "NZL")
	want(t, "a replaced state's new name", meaning(a, "Gallia"), "FRA")
	want(t, "a replaced state's old name", meaning(a, "French Republic"))
	want(t, "a replaced body's old name", meaning(a, "Atlantic Alliance"))
	want(t, "terms of a replaced body", holders(a, "head-of-body", "NATO", "2020-01-01"), "jens-stoltenberg")
}

func TestLaterAdditionsCount(t *testing.T) {
	row := "id\tname\taliases\tkind\tstate\nharbour-forum\t%s\t\torganisation\t\n"
	first := write(t, "bodies.tsv", strings.Replace(row, "%s", "Harbour Forum", 1))
	second := write(t, "bodies.tsv", strings.Replace(row, "%s", "Bay Forum", 1))
	a := mustLoad(t, first, second)
	want(t, "the later", meaning(a, "Bay Forum"), "harbour-forum")
	want(t, "the earlier", meaning(a, "Harbour Forum"))
}

func TestOwnErrors(t *testing.T) {
	persons := "id\tname\taliases\tgender\tstate\n"
	terms := "person\toffice\tactor\tfrom\tto\n"
	for _, tt := range []struct{ name, file, text, want string }{
		{"cells", "persons.tsv", persons + "a\tA B\t\tf\tNZL\t\t\n", "persons.tsv:2: 7 cells for 5 columns"},
		{"no name", "persons.tsv", persons + "a\n", "persons.tsv:2: a person needs an id and a name"},
		{"twice", "persons.tsv", persons + "a-b\tA B\na-b\tA C\n", `persons.tsv:3: id "a-b" is taken by A B (person)`},
		{"taken by a state", "persons.tsv", persons + "FRA\tA B\n", `persons.tsv:2: id "FRA" is taken by France (state)`},
		{"no such person", "terms.tsv", terms + "a-b\thead-of-state\tFRA\t2020\t2021\n", `terms.tsv:2: person "a-b" is in no persons table`},
		{"no such state", "terms.tsv", terms + "joe-biden\thead-of-state\tXXX\t2020\t2021\n", `terms.tsv:2: actor "XXX" is in no table`},
		{"no such office", "terms.tsv", terms + "joe-biden\tbaker\tUSA\t2020\t2021\n", `terms.tsv:2: office "baker" is in no table of offices`},
		{"no date", "terms.tsv", terms + "joe-biden\thead-of-state\tUSA\tMay 2020\t2021\n", `terms.tsv:2: from "May 2020"`},
		{"no until", "terms.tsv", terms + "joe-biden\thead-of-state\tUSA\t2020\n", "#until YYYY-MM-DD"},
		{"kind", "bodies.tsv", "id\tname\taliases\tkind\tstate\nx\tX\t\tclub\t\n", `bodies.tsv:2: kind "club"`},
		{"columns", "persons.tsv", "id\tname\n", `persons.tsv: no column "aliases"`},
		{"name of the file", "people.tsv", persons, "the name does not say what is in the table"},
		{"prose", "persons.txt", "They met in spring.\n", "neither a table nor a PETRARCH dictionary nor a Wikidata dump"},
		{"broken dictionary", "d.txt", "EASTLAND_ [NZL]\nwhat is this?\n", `line 2: "what is this?" is neither`},
		{"broken dump", "d.json", "[\n{\"id\":\n]\n", "line 2: "},
	} {
		path := write(t, tt.file, tt.text)
		_, err := load(t, path)
		if err == nil || !strings.Contains(err.Error(), tt.want) || rapporteur.CodeOf(err) != rapporteur.Unsupported {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
	if _, err := load(t, "nosuch"); rapporteur.CodeOf(err) != rapporteur.Unreadable {
		t.Errorf("missing: got %v", err)
	}
	if _, err := load(t, t.TempDir()); err == nil || !strings.Contains(err.Error(), "no tables in it") {
		t.Errorf("empty folder: got %v", err)
	}
}

const dictionary = `; made up for this test
NEW_ZEALAND_ [NZL]
+LAND_OF_KIWIS_
TARANAKI_DAIRY_BOARD_   [NZLBUS]  # a body
+DAIRY_BOARD_
JANE_ROE_
+J._J._ROE_
	[NZLELI <080304]
	[NZLGOV 080304-120509]
	[NZLMIL 20130101-20141231]
NULL_ENTRY_ [---]
SOUTHERN_RAIDERS_ [NZLREB]
JOE_BIDEN_ [USAGOV 010101-020202]
`

func TestPetrarch(t *testing.T) {
	a := mustLoad(t, write(t, "actors.txt", dictionary))
	want(t, "a state's further name", meaning(a, "Land of Kiwis"), "NZL")
	want(t, "a body", meaning(a, "Dairy Board"), "taranaki-dairy-board")
	want(t, "a person", meaning(a, "J. J. Roe"), "jane-roe")
	want(t, "in office", holders(a, "official", "NZL", "2010-01-01"), "jane-roe")
	want(t, "four-digit years", holders(a, "officer", "NZL", "2013-06-01"), "jane-roe")
	want(t, "out of office", holders(a, "official", "NZL", "2012-06-01"))
	want(t, "nothing", meaning(a, "Null Entry"))
	want(t, "known persons stay", meaning(a, "Joe Biden"), "joe-biden")
	raiders := a.Actor("southern-raiders")
	if raiders == nil || raiders.Kind != rapporteur.Group || raiders.State != "NZL" || raiders.Sector != "armed group" {
		t.Errorf("raiders: got %+v", raiders)
	}
	if board := a.Actor("taranaki-dairy-board"); board == nil || board.Kind != rapporteur.Organisation || board.Sector != "business" {
		t.Errorf("board: got %+v", board)
	}
}

const dump = `[
{"id":"Q1","modified":"2026-02-01T00:00:00Z","labels":{"en":{"language":"en","value":"New Zealand"}},"aliases":{"en":[{"value":"Land of Kiwis"}]},"claims":{"P298":[{"mainsnak":{"datavalue":{"value":"NZL"}},"rank":"normal"}]}},
{"id":"Q2","labels":{"en":{"value":"Jane Roe"}},"aliases":{"en":[{"value":"Janet Q. Roe"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P21":[{"mainsnak":{"datavalue":{"value":{"id":"Q6581072"}}}}],"P27":[{"mainsnak":{"datavalue":{"value":{"id":"Q1"}}}}],"P39":[{"mainsnak":{"datavalue":{"value":{"id":"Q3"}}},"rank":"normal","qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2031-05-00T00:00:00Z","precision":10}}}],"P582":[{"datavalue":{"value":{"time":"+2033-01-09T00:00:00Z","precision":11}}}]}},{"mainsnak":{"datavalue":{"value":{"id":"Q4"}}},"rank":"normal","qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2025-11-01T00:00:00Z","precision":11}}}]}},{"mainsnak":{"datavalue":{"value":{"id":"Q3"}}},"rank":"deprecated","qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2001-00-00T00:00:00Z","precision":9}}}]}}]}},
{"id":"Q3","labels":{"en":{"value":"Prime Minister of New Zealand"}},"aliases":[],"claims":{}},
{"id":"Q4","labels":{"en":{"value":"energy minister"}},"aliases":[],"claims":{"P1001":[{"mainsnak":{"datavalue":{"value":{"id":"Q1"}}}}]}},
{"id":"Q5x","labels":{"en":{"value":"Baker Roe"}},"aliases":[],"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}]}},
{"id":"Q6","labels":{"en":{"value":"Harbour Forum"}},"aliases":[],"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q245065"}}}}]}}
]
`

func TestWikidata(t *testing.T) {
	packed := filepath.Join(t.TempDir(), "dump.json.gz")
	f, err := os.Create(packed)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	if _, err := z.Write([]byte(dump)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{packed, write(t, "dump.json", dump)} {
		a := mustLoad(t, path)
		want(t, "a state's further name", meaning(a, "Land of Kiwis"), "NZL")
		want(t, "an alias", meaning(a, "Janet Q. Roe"), "jane-roe")
		want(t, "prime minister", holders(a, "head-of-government", "NZL", "2032-01-01"), "jane-roe")
		want(t, "jurisdiction, until the dump's day", holders(a, "energy-minister", "NZL", "2026-02-01"), "jane-roe")
		want(t, "after the dump's day", holders(a, "energy-minister", "NZL", "2026-02-02"))
		want(t, "people without an office", meaning(a, "Baker Roe"))
		want(t, "a body", meaning(a, "Harbour Forum"), "harbour-forum")
		if k := a.Actor("jane-roe"); k == nil || k.Gender != 'f' || k.State != "NZL" || len(k.Terms) != 2 {
			t.Errorf("got %+v", k)
		}
	}
}
