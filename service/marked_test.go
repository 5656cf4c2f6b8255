package service_test

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

// words is the span of words in a text.
func words(text, what string) rapporteur.Span {
	at := len([]rune(text[:strings.Index(text, what)]))
	return rapporteur.Span{Start: at, End: at + len([]rune(what)), Text: what}
}

// TestMarkedNestAndOverlap shows entries within each other, across each other and over
// the end of a paragraph, each where it stands.
func TestMarkedNestAndOverlap(t *testing.T) {
	const text = "Ab cd ef gh.\nIj kl mn."
	on := func(id, what string) rapporteur.Basis {
		return rapporteur.Basis{ID: id, Evidence: []rapporteur.Span{words(text, what)}}
	}
	m := service.MarkedReading(&rapporteur.Reading{
		Report:     rapporteur.Report{ID: "r", Text: text, Outlet: "The Ledger", Paragraphs: []rapporteur.Paragraph{{Start: 0, End: 12, Kind: rapporteur.Title}, {Start: 13, End: 22, Kind: rapporteur.Body}}},
		Statements: []rapporteur.Statement{{Basis: on("whole", "Ab cd ef gh.")}, {Basis: on("within", "cd")}},
		Events:     []rapporteur.Event{{Basis: on("across", "ef gh.\nIj")}},
		Positions:  []rapporteur.Position{{Basis: rapporteur.Basis{ID: "nowhere", Evidence: []rapporteur.Span{{Start: 90, End: 99}}}}},
		Meetings:   []rapporteur.Meeting{{Basis: on("later", "kl")}},
		Notices:    []rapporteur.Notice{{Kind: "inconsistent-name", Evidence: []rapporteur.Span{words(text, "mn")}}},
	})
	var order []string
	for _, e := range m.Entries {
		order = append(order, e.Members[0].ID+" "+string(e.Kind))
	}
	if diff := cmp.Diff([]string{"whole statement", "within statement", "across event", "later meeting", " notice", "nowhere position"}, order); diff != "" {
		t.Error(diff)
	}
	want := []service.Block{
		{Kind: rapporteur.Title, Start: 0, Stretches: []service.Stretch{
			{Text: "Ab ", Entries: []int{0}, Begins: []int{0}}, {Text: "cd", Entries: []int{1, 0}, Begins: []int{1}}, {Text: " ", Entries: []int{0}},
			{Text: "ef gh.", Entries: []int{2, 0}, Begins: []int{2}}}},
		{Kind: rapporteur.Body, Start: 13, Stretches: []service.Stretch{{Text: "Ij", Entries: []int{2}}, {Text: " "}, {Text: "kl", Entries: []int{3}, Begins: []int{3}},
			{Text: " "}, {Text: "mn", Entries: []int{4}, Begins: []int{4}}, {Text: "."}}},
	}
	if diff := cmp.Diff(want, m.Blocks); diff != "" {
		t.Error(diff)
	}
}

// FuzzMarked holds that no letter of a paragraph is lost or told twice, whatever spans
// come.
func FuzzMarked(f *testing.F) {
	f.Add("Ab cd é gh", 0, 4, 2, 9)
	f.Add("", -1, 3, 0, 0)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		text = strings.ToValidUTF8(text, "?")
		n := len([]rune(text))
		m := service.MarkedReading(&rapporteur.Reading{Report: rapporteur.Report{Text: text},
			Statements: []rapporteur.Statement{{Basis: rapporteur.Basis{Evidence: []rapporteur.Span{{Start: a, End: b}}}}, {Basis: rapporteur.Basis{Evidence: []rapporteur.Span{{Start: c, End: d}, {Start: 0, End: n}}}}}})
		var got strings.Builder
		for _, block := range m.Blocks {
			for _, s := range block.Stretches {
				got.WriteString(s.Text)
			}
		}
		if got.String() != text {
			t.Errorf("%q became %q", text, got.String())
		}
	})
}

// TestMarkedReport marks a report of the record, and says what has none.
func TestMarkedReport(t *testing.T) {
	r := kept(t, "2027-03-01")
	a, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings})
	if err != nil {
		t.Fatal(err)
	}
	id := a.Entries[0].Members[0].Report
	m, err := service.Marked(t.Context(), r, id, "")
	if err != nil || len(m.Entries) == 0 || len(m.Blocks) == 0 {
		t.Fatal(m, err)
	}
	begun := 0
	for _, b := range m.Blocks {
		for _, s := range b.Stretches {
			begun += len(s.Begins)
		}
	}
	if begun != len(m.Entries) {
		t.Errorf("%d of %d entries begin", begun, len(m.Entries))
	}
	if _, err := service.Marked(t.Context(), r, "nothing", ""); err == nil {
		t.Error("a report that is not there")
	}
}
