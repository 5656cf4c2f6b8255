package language

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rapporteur"
)

const sample = `Mediators from Oman met both delegations in Muscat late on Tuesday, but the talks ended without a deal.
“We won't sign anything that leaves the border open,” Foreign Minister Amina Duale told reporters.
The European Union's envoy, Karl-Heinz Brandt, said sanctions worth $3.5 billion could be lifted by June 30.
UN-BACKED CEASEFIRE TALKS STALL`

func reportOf(text string) *rapporteur.Report {
	points := len([]rune(text))
	return &rapporteur.Report{
		Text: text, Published: "2025-02-20",
		Paragraphs: []rapporteur.Paragraph{{Start: 0, End: points, Kind: rapporteur.Body}},
	}
}

func load(t testing.TB) *Engine {
	t.Helper()
	e, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestAnalyze(t *testing.T) {
	d := load(t).Analyze(reportOf(sample))
	var names []string
	for _, n := range d.Names {
		names = append(names, d.Words(d.Bytes(n.First, n.Last))+" "+string(n.Class))
	}
	for _, want := range []string{"Oman location", "Muscat location", "Amina Duale person", "European Union organisation"} {
		if !strings.Contains(strings.Join(names, "\n"), want) {
			t.Errorf("no name %q in %q", want, names)
		}
	}
	for i, token := range d.Tokens {
		if token.Form != d.Text[token.Start:token.End] || token.UPOS == "" || token.Lemma == "" || token.Deprel == "" {
			t.Errorf("token %d is incomplete: %+v", i, token)
		}
	}
	met := indexOf(d, "met")
	if d.Tokens[met].Head != -1 || d.Child(met, "nsubj") != indexOf(d, "Mediators") || d.Child(met, "obj") != indexOf(d, "delegations") {
		t.Errorf("the tree of the first sentence is wrong: %+v", d.Tokens[:20])
	}
	if len(d.Dates) == 0 || d.Dates[0].Value != "2025-02-18" {
		t.Errorf("dates %+v, want the Tuesday before first", d.Dates)
	}
}

func indexOf(d *Document, form string) int {
	for i, t := range d.Tokens {
		if t.Form == form {
			return i
		}
	}
	return -1
}

// TestTrees finds one root in each sentence, and every head in it.
func TestTrees(t *testing.T) {
	texts := map[string]string{
		"sample": sample, "empty": "", "blank": " \n ", "one": "Talks",
		"long": strings.Repeat("and they spoke , ", 200), "signs": strings.Repeat("( ", 300),
	}
	e := load(t)
	for name, text := range texts {
		d := e.Analyze(reportOf(text))
		for _, s := range d.Sentences {
			roots := 0
			for i := s.First; i < s.Last; i++ {
				switch head := d.Tokens[i].Head; {
				case head < 0:
					roots++
				case head < s.First || head >= s.Last || !d.Governs(head, i):
					t.Fatalf("%s: token %d has the head %d", name, i, head)
				}
			}
			if roots != 1 {
				t.Errorf("%s: %d roots in a sentence", name, roots)
			}
		}
	}
}

func TestBoilerplateIsNotRead(t *testing.T) {
	report := reportOf(sample)
	report.Paragraphs[0].Kind = rapporteur.Boilerplate
	if d := load(t).Analyze(report); len(d.Tokens)+len(d.Names)+len(d.Dates) > 0 {
		t.Errorf("%d tokens of boilerplate", len(d.Tokens))
	}
}

// sameDocument compares what an analysis found.
func sameDocument(a, b *Document) string {
	return cmp.Diff(a, b, cmpopts.IgnoreUnexported(Document{}))
}

func TestWorkersAgree(t *testing.T) {
	e, report := load(t), reportOf(sample)
	want := e.Analyze(report)
	for _, workers := range []int{1, 8} {
		var wait sync.WaitGroup
		for range workers {
			wait.Go(func() {
				for range 3 {
					if diff := sameDocument(want, e.Analyze(report)); diff != "" {
						t.Error(diff)
					}
				}
			})
		}
		wait.Wait()
	}
}

func TestPortableAgrees(t *testing.T) {
	e, report := load(t), reportOf(sample)
	if diff := sameDocument(e.Analyze(report), e.Portable().Analyze(report)); diff != "" {
		t.Error(diff)
	}
}

// TestAllocationsDoNotGrowWithTokens allows the slices of a document.
func TestAllocationsDoNotGrowWithTokens(t *testing.T) {
	e := load(t)
	text := strings.Repeat("The envoys of both states said that no one had signed the draft . ", 50)
	report := reportOf(text)
	e.Analyze(report)
	tokens := len(e.Analyze(report).Tokens)
	if n := testing.AllocsPerRun(10, func() { e.Analyze(report) }); n > float64(tokens)/10 {
		t.Errorf("%g allocations for %d tokens", n, tokens)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}
