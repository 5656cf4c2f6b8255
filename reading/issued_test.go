package reading_test

import (
	"strings"
	"testing"

	"rapporteur/reading"
	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
)

// TestIssued attributes what a communiqué says in its issuer's name to the issuer, and
// nothing that it says of others or quotes; what a report of news says in the same words
// is nobody's.
func TestIssued(t *testing.T) {
	r, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"named in the title", "Statement by the Ministry of Foreign Affairs of Kenya on the talks\n\nThe Ministry regrets the end of the talks.\n\nUganda left the talks on Monday.\n\nWe remain ready to host a further round.",
			[]string{"KEN: The Ministry regrets the end of the talks.", "KEN: We remain ready to host a further round."}},
		{"a letterhead", "Press release\n\nFederal Department of Foreign Affairs of Switzerland\n\nThe ceasefire\n\nThe Department is prepared to help both of them.\n\nSwitzerland stands by its offer of last year.",
			[]string{"CHE: The Department is prepared to help both of them.", "CHE: Switzerland stands by its offer of last year."}},
		{"a person", "Remarks by President William Ruto\n\nI welcome the ceasefire.\n\nIt has been a long war.", []string{"KEN: I welcome the ceasefire."}},
		{"several together", "Joint statement by Kenya and Uganda on the lake\n\nWe agree on a plan for the lake.\n\nThe plan is attached.", []string{"KEN UGA: We agree on a plan for the lake."}},
		{"the subject of the title", "For immediate release\n\nKenya closes its border\n\nOur patience has come to an end.", []string{"KEN: Our patience has come to an end."}},
		{"nobody is named", "Press release\n\nA new bridge\n\nWe have built a bridge.", nil},
		{"news", "Kenya closes its border\n\nWe have seen this before on the lake.\n\nThe Ministry regrets the end of the talks.", nil},
	} {
		report, err := source.Parse("test", []byte(tt.text), source.Options{Published: "2027-03-02"})
		if err != nil {
			t.Fatal(err)
		}
		out, err := r.Read(t.Context(), report)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range out.Statements {
			if s.Rule != "issuer's own words" {
				continue
			}
			who := string(s.For)
			if len(s.Speakers) > 1 {
				who = strings.Join(s.Speakers, " ")
			}
			got = append(got, who+": "+s.Content[0].Text)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (%s): %s", tt.name, report.Genre, diff)
		}
	}
}
