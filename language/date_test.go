package language

import (
	"strings"
	"testing"

	"rapporteur"
)

// TestDaysThatCountFromOthers are resolved against the date that the text names
// before them: when something was done, not when it was said.
func TestDaysThatCountFromOthers(t *testing.T) {
	e := load(t)
	for _, test := range []struct {
		name, text, words string
		want              rapporteur.Date // empty for no date
	}{
		{"the last date before it", "The talks began in Nice on 3 March 2027. The following day the envoys left.", "The following day", "2027-03-04"},
		{"not the day of saying", "The envoys met in Nice on 3 March 2027, an aide said on 8 March 2027. The next day they signed.", "The next day", "2027-03-04"},
		{"nothing to count from", "The envoys met in Nice. The following day they left.", "The following day", ""},
		{"too far behind", "They met on 3 March 2027. It rained. It snowed. It froze. It thawed. The following day they left.", "The following day", ""},
	} {
		report := reportOf(test.text)
		report.Published = "2027-03-10"
		d := e.Analyze(report)
		at := strings.Index(test.text, test.words)
		got, ok := DateAt(d, Range{at, at + len(test.words)})
		if got.Value != test.want || ok != (test.want != "") {
			t.Errorf("%s: %+v, want %q", test.name, got, test.want)
		}
		if ok && d.Span(got.Range).Text != test.text[got.Start:got.End] {
			t.Errorf("%s: %+v is %q", test.name, got, d.Span(got.Range).Text)
		}
	}
}

// TestLimits leave out what goes beyond them, and say so.
func TestLimits(t *testing.T) {
	e := load(t)
	text := "The envoys met in Nice on Monday. They left for Bern. Nobody followed them."
	for _, test := range []struct {
		name   string
		limits Limits
		unread Limit
		left   int // sentences
	}{
		{"none", Limits{}, "", 3},
		{"of a sentence", Limits{Sentence: 4}, SentenceLimit, 3},
		{"of a report", Limits{Report: 10}, ReportLimit, 2},
		{"of time", Limits{Over: func() bool { return true }}, TimeLimit, 0},
	} {
		d := e.AnalyzeWithin(reportOf(text), test.limits)
		if len(d.Sentences) != test.left {
			t.Errorf("%s: %d sentences, want %d", test.name, len(d.Sentences), test.left)
		}
		if test.unread == "" && len(d.Unread) > 0 || test.unread != "" && (len(d.Unread) == 0 || d.Unread[0].Limit != test.unread) {
			t.Errorf("%s: unread %+v", test.name, d.Unread)
		}
		for _, u := range d.Unread {
			if u.Start >= u.End || u.End > len(text) {
				t.Errorf("%s: unread from %d to %d", test.name, u.Start, u.End)
			}
		}
	}
}
