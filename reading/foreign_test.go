package reading

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur"
	"rapporteur/source"
)

const (
	saidInGerman  = "Der Außenminister sagte am 3. März, die Gespräche würden nächste Woche in Bergen fortgesetzt. Keine der beiden Seiten habe bisher Beobachter zugelassen, sagte er."
	saidInEnglish = "The foreign minister of Norway, Espen Barth Eide, said on Monday that the talks would resume in Bergen next week, and that they were open to both sides."
)

// parsed is a report of paragraphs.
func parsed(t *testing.T, paragraphs ...string) *rapporteur.Report {
	t.Helper()
	r, err := source.Parse("test", []byte(strings.Join(paragraphs, "\n\n")), source.Options{Published: "2031-03-05"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// wordsOf are the sentences that a reading can be found by.
func sentencesOf(r *rapporteur.Reading) []string {
	points := []rune(r.Report.Text)
	var out []string
	for _, s := range r.Sentences {
		out = append(out, string(points[s[0]:s[1]]))
	}
	return out
}

func noticesOf(r *rapporteur.Reading) []string {
	var out []string
	for _, n := range r.Notices {
		words := ""
		for _, e := range n.Evidence {
			words += " | " + e.Text
		}
		out = append(out, n.Kind+": "+n.Message+words)
	}
	return out
}

// TestForeign keeps what is in another language, finds it by its sentences and says so.
func TestForeign(t *testing.T) {
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	german := []string{"Der Außenminister sagte am 3. März, die Gespräche würden nächste Woche in Bergen fortgesetzt.", "Keine der beiden Seiten habe bisher Beobachter zugelassen, sagte er."}
	for _, test := range []struct {
		name       string
		report     *rapporteur.Report
		statements int
		sentences  []string
		notices    []string
	}{
		{"foreign", parsed(t, saidInGerman), 0, german,
			[]string{"foreign-language: the report is in German, which is not read; it is kept and found by its words, and --translate has it read | Der Außenminister sagte am 3. März, die Gespräche würden nächste Woche in"}},
		{"mixed", parsed(t, saidInEnglish, saidInGerman), 1, append([]string{saidInEnglish}, german...),
			[]string{"foreign-language: a paragraph is in German, which is not read | Der Außenminister sagte am 3. März, die Gespräche würden nächste Woche in"}},
		{"mostly foreign", parsed(t, saidInGerman, saidInEnglish), 1, append(append([]string{}, german...), saidInEnglish),
			[]string{"foreign-language: a paragraph is in German, which is not read | Der Außenminister sagte am 3. März, die Gespräche würden nächste Woche in"}},
	} {
		read, err := reader.Read(t.Context(), test.report)
		if err != nil {
			t.Fatal(err)
		}
		if len(read.Statements) != test.statements {
			t.Errorf("%s: %d statements", test.name, len(read.Statements))
		}
		for _, s := range read.Statements {
			if !strings.Contains(saidInEnglish, s.Evidence[0].Text) {
				t.Errorf("%s: read in %q", test.name, s.Evidence[0].Text)
			}
		}
		if diff := cmp.Diff(test.sentences, sentencesOf(read)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
		if diff := cmp.Diff(test.notices, noticesOf(read)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

func TestSentencesIn(t *testing.T) {
	for _, test := range [][]string{
		{"会谈将于下周恢复。双方都没有接受观察员。", "会谈将于下周恢复。", "双方都没有接受观察员。"},
		{"Il a dit : « Non. » Puis il est parti. J. Dupont reste.", "Il a dit : « Non. »", "Puis il est parti.", "J. Dupont reste."},
		{"«Нет!» — сказал он. Да?", "«Нет!»", "— сказал он.", "Да?"},
		{"बातचीत होगी। समझौता संभव है।", "बातचीत होगी।", "समझौता संभव है।"},
		{"Am 3. Mai um 12.30 Uhr.", "Am 3. Mai um 12.30 Uhr."},
		{"  ", ""},
		{"ohne Ende", "ohne Ende"},
	} {
		var got []string
		for _, s := range sentencesIn(test[0]) {
			got = append(got, test[0][s[0]:s[1]])
		}
		if want := test[1:]; strings.Join(want, "|") != strings.Join(got, "|") {
			t.Errorf("%q: %q", test[0], got)
		}
	}
}
