package coref_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/entities/coref"
	"rapporteur/frames/attribution"
	"rapporteur/language"
	"rapporteur/table"
)

// pipeline is what resolving a text takes.
type pipeline struct {
	engine   *language.Engine
	finder   *attribution.Reader
	resolver *coref.Resolver
}

func newPipeline(tb testing.TB) *pipeline {
	tb.Helper()
	engine, err := language.Load()
	if err != nil {
		tb.Fatal(err)
	}
	finder, err := attribution.Load()
	if err != nil {
		tb.Fatal(err)
	}
	resolver, err := coref.Load()
	if err != nil {
		tb.Fatal(err)
	}
	return &pipeline{engine, finder, resolver}
}

func (d *pipeline) resolve(text string) (*language.Document, *coref.Solution) {
	doc := d.engine.Analyze(paragraphed(text))
	said := d.finder.Statements(doc)
	return doc, d.resolver.Resolve(doc, coref.Turns(doc, said))
}

func TestResolve(t *testing.T) {
	d := newPipeline(t)
	for _, tc := range []struct {
		name, text string
		// together are heads that refer to one thing, apart those that do not.
		together, apart [2]string
	}{
		{"pronoun", "Maria Lopez chairs the panel. She opened the meeting in Geneva.", [2]string{"Maria", "She"}, [2]string{"panel", "She"}},
		{"possessive", "Anna Berg thanked the hosts for their patience.", [2]string{"hosts", "their"}, [2]string{"Anna", "their"}},
		{"family name", "Thomas Becker met the envoys on Monday. Becker left on Tuesday.", [2]string{"Thomas", "Becker"}, [2]string{"envoys", "Becker"}},
		{"same noun", "The two sides signed a treaty. The treaty enters into force in May.", [2]string{"treaty", "treaty"}, [2]string{"sides", "treaty"}},
		{"apposition", "Carl Moe, the Norwegian envoy, arrived late.", [2]string{"Carl", "envoy"}, [2]string{"", ""}},
		{"who I is", "“I will not sign this,” Elena Rossi told reporters.", [2]string{"I", "Elena"}, [2]string{"I", "reporters"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc, s := d.resolve(tc.text)
			if !linked(doc, s, tc.together) {
				t.Errorf("%v are apart", tc.together)
			}
			if tc.apart[0] != "" && linked(doc, s, tc.apart) {
				t.Errorf("%v are together", tc.apart)
			}
		})
	}
}

// linked reports whether the first mention with one head and the last one with
// another are of one entity.
func linked(doc *language.Document, s *coref.Solution, heads [2]string) bool {
	first, last := -1, -1
	for i, m := range s.Mentions {
		if doc.Tokens[m.Head].Form == heads[0] && first < 0 {
			first = i
		}
		if doc.Tokens[m.Head].Form == heads[1] {
			last = i
		}
	}
	return first >= 0 && last >= 0 && first != last && s.Entity[first] == s.Entity[last]
}

func TestTablesAreSound(t *testing.T) {
	for name, columns := range map[string][]string{
		"tables/pronouns.tsv": {"form"}, "../knowledge/tables/nouns.tsv": {"noun", "kind"}, "../knowledge/tables/given_names.tsv": {"name"},
		"../knowledge/tables/titles.tsv": {"title"}, "tables/weights.tsv": {"feature", "a", "b", "c"},
	} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := table.Parse(name, data, columns...)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, row := range parsed.Rows {
			var key []string
			for _, c := range columns {
				key = append(key, row.Get(c))
			}
			k := strings.Join(key, "\t")
			if seen[k] {
				t.Error(row.Errorf("%q stands there twice", k))
			}
			seen[k] = true
		}
	}
}

func TestLearnGivesTheSameTwice(t *testing.T) {
	d := newPipeline(t)
	doc := d.engine.Analyze(paragraphed("Ada met Ben. She thanked him. Ada left. He stayed."))
	var chains [2][][3]int
	for i, token := range doc.Tokens {
		switch token.Form {
		case "Ada", "She":
			chains[0] = append(chains[0], [3]int{i, i + 1, i})
		case "Ben", "him", "He":
			chains[1] = append(chains[1], [3]int{i, i + 1, i})
		}
	}
	examples := []coref.Example{{Document: doc, Chains: chains[:]}}
	options := coref.Options{Epochs: 5, Rate: 0.1, Least: 1, FalseLink: 1, FalseNew: 1, WrongLink: 1}
	first, err := coref.Learn(examples, options)
	if err != nil {
		t.Fatal(err)
	}
	second, err := coref.Learn(examples, options)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("two runs differ")
	}
	weights, err := coref.ParseWeights("learned", first)
	if err != nil {
		t.Fatal(err)
	}
	resolver, err := coref.New(weights)
	if err != nil {
		t.Fatal(err)
	}
	if s := resolver.Resolve(doc, nil); !linked(doc, s, [2]string{"Ada", "She"}) || !linked(doc, s, [2]string{"Ben", "He"}) {
		t.Errorf("what was learned is not known: %v", s.Antecedent)
	}
}

func TestParseWeightsSaysWhatIsWrong(t *testing.T) {
	_, err := coref.ParseWeights("w.tsv", []byte("feature\ta\tb\tc\tweight\nnew\tx\ty\tz\tmuch\n"))
	if err == nil || !strings.Contains(err.Error(), `w.tsv:2: weight "much", want a number`) {
		t.Error(err)
	}
}

// FuzzResolve holds what every solution promises: antecedents stand before,
// share the entity, and mentions lie in one sentence around their head.
func FuzzResolve(f *testing.F) {
	d := newPipeline(f)
	f.Add("“We agreed,” he said. It was late; the envoy and the minister left.\nTheir cars waited.")
	f.Add("I. you me\n\n'They' --")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			t.Skip()
		}
		doc, s := d.resolve(strings.ToValidUTF8(text, "?"))
		for i, m := range s.Mentions {
			if m.First > m.Head || m.Head >= m.Last || doc.SentenceOf(m.First) != doc.SentenceOf(m.Last-1) {
				t.Errorf("mention %+v", m)
			}
			if a := s.Antecedent[i]; a >= i || a >= 0 && s.Entity[a] != s.Entity[i] {
				t.Errorf("mention %d takes up %d", i, a)
			}
		}
		_, again := d.resolve(strings.ToValidUTF8(text, "?"))
		if diff := cmp.Diff(s.Antecedent, again.Antecedent); diff != "" {
			t.Error(diff)
		}
	})
}
