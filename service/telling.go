package service

import (
	"context"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Telling is a report with its words for an entry.
type Telling struct {
	Entry     string          `json:"entry"`
	Report    string          `json:"report"`
	Outlet    rapporteur.Text `json:"outlet"`
	Published rapporteur.Date `json:"published"`
	Title     rapporteur.Text `json:"title"`
	Passages  []Passage       `json:"passages"`
}

// shownReports is how many reports of an entry are shown to whoever is to judge it.
const shownReports = 3

// shown are the members of an entry whose words are shown: of reports that disagree some
// of either side.
func (d *Doubt) shown(e *record.Entry) []*record.Member {
	var most, others []*record.Member
	for i := range e.Members {
		if m := &e.Members[i]; slices.Contains(d.Part, m.Report) {
			others = append(others, m)
		} else {
			most = append(most, m)
		}
	}
	if len(others) > 0 {
		most = most[:1]
	}
	all := append(most, others...)
	return all[:min(shownReports, len(all))]
}

// tell puts to doubts the words of their entries in their paragraphs.
func tell(ctx context.Context, r *record.Record, doubts []Doubt) error {
	var ids []string
	for i := range doubts {
		for k := range doubts[i].Entries {
			for _, m := range doubts[i].shown(&doubts[i].Entries[k]) {
				ids = append(ids, m.Report)
			}
		}
	}
	return r.Look(ctx, time.Time{}, func(l *record.Look) error {
		reports, err := l.ReportsByID(ids...)
		for i := range doubts {
			doubts[i].Told = doubts[i].tellings(reports)
		}
		return err
	})
}

// tellings show the words of a doubt's entries in their paragraphs. A report that was
// taken off the record meanwhile has none.
func (d *Doubt) tellings(reports map[string]*record.Report) []Telling {
	var out []Telling
	for i := range d.Entries {
		e := &d.Entries[i]
		for _, m := range d.shown(e) {
			if report := reports[m.Report]; report != nil {
				out = append(out, Telling{e.ID, m.Report, m.Outlet, m.Published, m.Title, passagesOf(&report.Report, &m.Content)})
			}
		}
	}
	return out
}
