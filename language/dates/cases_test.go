package dates_test

import (
	_ "embed"
	"strings"
	"testing"

	"rapporteur/language/dates"
	"rapporteur/table"
)

//go:embed testdata/cases.tsv
var cases []byte

// floor is the share of the cases that must be right.
const floor = 0.95

func TestCases(t *testing.T) {
	tab, err := table.Parse("cases.tsv", cases, "report", "tense", "text", "value")
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	for _, row := range tab.Rows {
		got, want := answer(t, row), row.Get("value")
		if got == want {
			right++
		} else {
			t.Logf("%d: %s (%s, %s): got %s, want %s", row.Line, row.Get("text"), row.Get("report"), row.Get("tense"), got, want)
		}
	}
	share := float64(right) / float64(len(tab.Rows))
	t.Logf("%d of %d cases are right, %.1f%%", right, len(tab.Rows), 100*share)
	if share < floor {
		t.Errorf("%.1f%% of the cases are right, want at least %.0f%%", 100*share, 100*floor)
	}
}

// answer is what is found for a case: the value of the expression that covers
// exactly the brackets, "-" if no date touches them, else what does.
func answer(t *testing.T, row table.Row) string {
	t.Helper()
	before, rest, ok := strings.Cut(row.Get("text"), "[")
	inside, after, ok2 := strings.Cut(rest, "]")
	if !ok || !ok2 {
		t.Fatal(row.Errorf("no [brackets] in the text"))
	}
	anchor, _ := dates.ParseDay(row.Get("report"))
	tense := map[string]dates.Tense{"past": dates.Past, "future": dates.Future}[row.Get("tense")]
	text := before + inside + after
	start, end := len(before), len(before)+len(inside)
	got := "-"
	for _, f := range dates.Find(text, anchor, func(int, int) dates.Tense { return tense }, nil) {
		switch {
		case f.Kind != dates.Date || f.End <= start || f.Start >= end:
		case f.Start == start && f.End == end:
			return f.Value
		default:
			got = f.Value + " for " + text[f.Start:f.End]
		}
	}
	return got
}
