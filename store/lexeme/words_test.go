package lexeme_test

import (
	"database/sql"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"rapporteur/store/lexeme"

	"github.com/google/go-cmp/cmp"
	_ "modernc.org/sqlite" // which has FTS5
)

var update = flag.Bool("update", false, "write characters.tsv anew")

// fts is an index of SQLite that tells which words it makes.
type fts struct {
	t  testing.TB
	db *sql.DB
}

func open(t testing.TB) fts {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = db.Close() })
	f := fts{t, db}
	f.do(`CREATE VIRTUAL TABLE s USING fts5(text, content='', tokenize='porter unicode61 remove_diacritics 2')`)
	f.do(`CREATE VIRTUAL TABLE v USING fts5vocab('s', 'instance')`)
	return f
}

func (f fts) do(query string, args ...any) {
	f.t.Helper()
	if _, err := f.db.Exec(query, args...); err != nil {
		f.t.Fatal(err)
	}
}

// words gives the words of each of some texts.
func (f fts) words(texts ...string) [][]string {
	f.t.Helper()
	f.do("INSERT INTO s(s) VALUES ('delete-all')")
	f.do("BEGIN")
	for i, text := range texts {
		f.do("INSERT INTO s(rowid, text) VALUES (?, ?)", i+1, text)
	}
	f.do("COMMIT")
	rows, err := f.db.Query("SELECT doc, term FROM v ORDER BY doc, offset")
	if err != nil {
		f.t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	out := make([][]string, len(texts))
	for rows.Next() {
		var doc int
		var term string
		if err := rows.Scan(&doc, &term); err != nil {
			f.t.Fatal(err)
		}
		out[doc-1] = append(out[doc-1], term)
	}
	return out
}

// english are words whose stems show every rule, and what comes close to one.
const english = `caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping tanned
falling hissing fizzed failing filing happy sky relational conditional rational valenci hesitanci digitizer conformabli radicalli differentli
vileli analogousli vietnamization predication operator feudalism decisiveness hopefulness callousness formaliti sensitiviti sensibiliti
triplicate formative electriciti electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible
irritant replacement adjustment dependent adoption homologou communism activate angulariti homologous effective probate rate cease
roll analogi apologi geologi ss s is us bus gas yes eyes dyed dying lying played saying syzygy yyy aye flies skies dies
meeting meetings met negotiations negotiator negotiating sanctions sanctioned tariffs ministries ministers boxes axed waxing owed owing aing eed ing
ed ion nation mention ation ational generically organisations organizations aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaational`

// tricky are texts of other writings, with marks, signs and what is no letter.
var tricky = []string{
	"", "—", "Zürich, Łódź & São Tomé", "Cafe\u0301 CAFÉ café", "\u0301alone \u0301\u0301", "İstanbul ISTANBUL ıstanbul", "ẞtraße STRASSE straße",
	"Ελλάδα ΕΛΛΆΔΑ ς σ", "Москва МОСКВА Ёлка ёлка й и", "北京 東京 ソウル 서울", "コーヒー外相会談が2031年に開かれた。", "ประชุมที่เชียงใหม่ (2574)", "서울에서 NATO회의", "ປະຊຸມ ភ្នំពេញ ရန်ကုန်", "عَرَبِيّ العربية", "हिन्दी", "a_b c-d e.f g'h i’j", "x2 2x ½ ² Ⅷ ①", "🙂ok👍🏽go",
	"\ue000private\uf8ff", "tab\tnew\nline\u00a0nbsp\u200bzero\u00adsoft", "Đặng Tiếng Việt ờ ố", "ﬁne ﬀ Ǆ ǅ ǆ", "A\u030a Å Å K K", "naïve's coöperate", "\ufffd \ufeff",
	strings.Repeat("long", 30) + "ing", "U.N. AT&T C++ 3.5% 1,000", "ĿL ŀl ŉ", "𝔘𝔫𝔦 𐐀𐐨", "ÿ Ÿ ÞORN þorn ÆON æon Œuvre",
}

// TestWords makes the words that FTS5 makes.
func TestWords(t *testing.T) {
	f := open(t)
	texts := append(strings.Fields(english), tricky...)
	apart := make([]string, len(texts))
	for i, text := range texts {
		apart[i] = lexeme.Apart(text)
	}
	for i, want := range f.words(apart...) {
		if diff := cmp.Diff(want, lexeme.Words(texts[i])); diff != "" {
			t.Errorf("%q (-FTS5 +ours): %s", texts[i], diff)
		}
	}
}

// TestPhrases parts what is searched for.
func TestPhrases(t *testing.T) {
	got := lexeme.Phrases(`Ferries "the LATE boats" — "…" x`)
	if diff := cmp.Diff([][]string{{"ferri"}, {"the", "late", "boat"}, {"x"}}, got); diff != "" {
		t.Error(diff)
	}
}

// TestCharacters compares every character with what FTS5 makes of it, and with -update
// writes the table down.
func TestCharacters(t *testing.T) {
	if testing.Short() && !*update {
		t.Skip("seconds")
	}
	f := open(t)
	var table strings.Builder
	table.WriteString("# What FTS5 makes of the characters behind ASCII: the first and the last of a run, and the\n# one that the first becomes, with a plus sign where the others become those that follow it;\n# \"mark\" for what is passed over inside a word. What is missing ends a word. Written by\n# `go test ./store/lexeme -run TestCharacters -update`.\n")
	w := writer{out: &table}
	const many = 0x4000
	for first := rune(0x80); first <= 0x10ffff; first += many {
		if first > 0x3ffff && first < 0xdffff && !*update {
			continue // nothing is assigned there
		}
		var texts []string
		last := min(first+many-1, 0x10ffff)
		for r := first; r <= last; r++ {
			text := fmt.Sprintf("Q%cQ", r)
			if !*update {
				text = lexeme.Apart(text) // what FTS5 makes of the character is the table's
			}
			texts = append(texts, text)
		}
		for i, want := range f.words(texts...) {
			r := first + rune(i)
			if got := lexeme.Words(texts[i]); !*update && !cmp.Equal(want, got) {
				t.Fatalf("%U: FTS5 has %q, ours %q", r, want, got)
			}
			w.add(r, want)
		}
	}
	w.end()
	if *update {
		if err := os.WriteFile("characters.tsv", []byte(table.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// writer writes runs of characters.
type writer struct {
	out               *strings.Builder
	first, last, to   rune
	isMark, same, set bool
}

func (w *writer) add(r rune, words []string) {
	if len(words) != 1 {
		w.end()
		return
	}
	inner := []rune(strings.TrimSuffix(strings.TrimPrefix(words[0], "q"), "q"))
	isMark := len(inner) == 0
	to := rune(0)
	if !isMark {
		to = inner[0]
	}
	next := w.set && r == w.last+1 && isMark == w.isMark
	switch {
	case next && isMark:
	case next && to == w.to+r-w.first && (!w.same || w.first == w.last):
		w.same = false
	case next && to == w.to && (w.same || w.first == w.last):
		w.same = true
	default:
		w.end()
		w.first, w.to, w.isMark, w.set = r, to, isMark, true
	}
	w.last = r
}

func (w *writer) end() {
	if w.set {
		to := fmt.Sprintf("+%x", w.to)
		switch {
		case w.isMark:
			to = "mark"
		case w.same:
			to = fmt.Sprintf("%x", w.to)
		}
		_, _ = fmt.Fprintf(w.out, "%x\t%x\t%s\n", w.first, w.last, to)
	}
	w.set, w.same = false, false
}

// FuzzWords: whatever the text, the words are those of FTS5.
func FuzzWords(f *testing.F) {
	for _, text := range append(strings.Fields(english), tricky...) {
		f.Add(text)
	}
	index := open(f)
	f.Fuzz(func(t *testing.T, text string) {
		index := fts{t, index.db}
		text = strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "\ufffd")
		if diff := cmp.Diff(index.words(lexeme.Apart(text))[0], lexeme.Words(text)); diff != "" {
			t.Errorf("%q (-FTS5 +ours): %s", text, diff)
		}
	})
}
