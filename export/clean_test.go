package export

import (
	"testing"

	"rapporteur"

	"github.com/google/go-cmp/cmp"
)

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"Müller’s “plan” — 北京, 🇨🇭": "Müller’s “plan” — 北京, 🇨🇭",
		"\x1b[2Jgone":        "�[2Jgone",
		"C1 \u009b31m":       "C1 �31m",
		"raw \x9b31m":        "raw �31m",
		"one\ntwo\tthree":    "one two three",
		"u\u202egnidne":      "u�gnidne",
		"na\u00efve\u00adly": "na\u00efve\u00adly",
	} {
		if got := Clean(text); got != want {
			t.Errorf("Clean(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestInert(t *testing.T) {
	for cell, want := range map[string]string{
		"talks":                "talks",
		"":                     "",
		"2027-03-09":           "2027-03-09",
		"“-No,” he said":       "“-No,” he said",
		"=1+1":                 "'=1+1",
		" \u00a0=1+1":          "' \u00a0=1+1",
		"\u200b@SUM(A1)":       "'\u200b@SUM(A1)",
		"\t+1":                 "' +1",
		"＝1":                   "'＝1",
		"Wire; Courier; =2*3":  "Wire; Courier; '=2*3",
		"Wire; the front-line": "Wire; the front-line",
	} {
		if got := inert(cell); got != want {
			t.Errorf("inert(%q) = %q, want %q", cell, got, want)
		}
	}
}

// TestCleanedCopies leaves the original as it is and keeps every offset.
func TestCleanedCopies(t *testing.T) {
	given := []rapporteur.Span{{Start: 3, End: 9, Text: "a\x07b\u202ec\xff"}}
	got := cleaned(given)
	if d := cmp.Diff([]rapporteur.Span{{Start: 3, End: 9, Text: "a�b�c�"}}, got); d != "" {
		t.Error(d)
	}
	if given[0].Text != "a\x07b\u202ec\xff" {
		t.Errorf("the original became %q", given[0].Text)
	}
}
