package service_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// TestOpinionPiecesSupportNothing: beside reports of a meeting an opinion piece is no
// source, has no say in where it was and is not quoted, wherever support is counted; of
// one report and an opinion piece the brief and review say that one report tells it.
func TestOpinionPiecesSupportNothing(t *testing.T) {
	for _, test := range []struct {
		name           string
		news, opinions int
		sources        int
		thin           bool
		because        string
	}{
		{"one report", 1, 0, 1, true, "rests on one report"},
		{"one report, an opinion piece", 1, 1, 1, true, "rests on one report"},
		{"one report, more opinion pieces", 1, 3, 1, true, "rests on one report"},
		{"two reports, an opinion piece", 2, 1, 2, false, "2 sources"},
		{"opinion pieces alone", 0, 2, 0, false, "rests on opinion pieces alone"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var all []*rapporteur.Reading
			for n := range test.news + test.opinions {
				one := meets(string(rune('a'+n)), "2027-03-10", func(m *rapporteur.Meeting) { m.Confidence = 0.8 })
				if n >= test.news {
					one.Report.Genre = rapporteur.Opinion
					if test.news > 0 {
						one.Meetings[0].Date = "2027-03-09"
						one.Meetings[0].Attendance = append(one.Meetings[0].Attendance, seatFor("TZA", rapporteur.Excluded))
						one.Meetings[0].Confidence = 0.95
					}
				}
				all = append(all, one)
			}
			r := recorded(t, all...)
			found, err := r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{record.Meeting}})
			if err != nil || len(found) != 1 {
				t.Fatalf("%d meetings, %v", len(found), err)
			}
			e := &found[0]
			if len(e.Members) != len(all) || e.Sources != test.sources || len(e.Disputes) > 0 || e.Meeting.Date != "2027-03-10" || len(e.Meeting.Attendance) != 2 || e.Meeting.Confidence != 0.8 {
				t.Errorf("%d members, %d sources, disputes %v, %+v", len(e.Members), e.Sources, e.Disputes, e.Meeting)
			}
			brief, err := service.BriefOn(t.Context(), r, march)
			if err != nil {
				t.Fatal(err)
			}
			checkSupport(t, brief, test.sources, test.opinions)
			if thin := section(brief, service.Thin); slices.Contains(thin, ": one report") != test.thin {
				t.Errorf("thin: %q", thin)
			}
			doubts, err := service.Review(t.Context(), r, service.Question{})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range doubts.Doubts {
				if !strings.HasPrefix(d.Because[0], test.because) {
					t.Errorf("review: %q", d.Because)
				}
			}
		})
	}
}

// checkSupport looks at the lines of meetings of a brief: how many sources they have, and
// whether an opinion piece is quoted. What opinion pieces alone tell has no line.
func checkSupport(t *testing.T, b *service.Brief, sources, opinions int) {
	t.Helper()
	if b.Opinions != opinions {
		t.Errorf("%d opinion pieces", b.Opinions)
	}
	lines := 0
	for _, s := range b.Sections {
		if s.ID != service.Met {
			continue
		}
		for _, l := range s.Lines {
			lines++
			if l.Sources != sources || len(l.Quotes) != sources {
				t.Errorf("%d sources, quotes %+v", l.Sources, l.Quotes)
			}
		}
	}
	if lines != min(sources, 1) {
		t.Errorf("%d meetings", lines)
	}
}
