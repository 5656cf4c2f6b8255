package record

import (
	"slices"

	"rapporteur"
)

// ReportKind is the kind of a correction that is about a report itself and not about
// an entry.
const ReportKind Kind = "report"

// ReportFields are the fields of a report that a person can set.
func ReportFields() []string { return []string{"outlet", "date", "title"} }

// stood gives the places of a report as a person put them right. The appearances stay
// as they were found, so that the same file is known again; where the report itself
// says something other than the first of them, a person said so.
func (r *ReportRow) stood() []Appearance {
	out := slices.Clone(r.Appearances)
	if len(out) == 0 {
		return out
	}
	found := r.Appearances[0]
	for i := range out {
		if r.Outlet != found.Outlet {
			out[i].Outlet = r.Outlet
		}
		if r.Title != found.Title {
			out[i].Title = r.Title
		}
		if r.Published != found.Published {
			out[i].Published = r.Published
		}
	}
	return slices.Compact(out)
}

// ofReport gives the corrections of a report itself that count.
func (cs *corrections) ofReport(row *ReportRow) ([]*Correction, error) {
	all, err := cs.of(row.TextID())
	return slices.DeleteFunc(slices.Clone(all), func(c *Correction) bool {
		return c.Kind != ReportKind || c.Action != Set || !slices.ContainsFunc(c.Targets, func(a Address) bool { return a.Report == row.ID })
	}), err
}

// amend has a report say where and when it first stood, as persons put it right.
func (cs *corrections) amend(row *ReportRow) error {
	all, err := cs.ofReport(row)
	if err == nil {
		row.putRight(all)
	}
	return err
}

// putRight has a report say where and when it first stood, with some corrections.
func (r *ReportRow) putRight(all []*Correction) {
	if len(r.Appearances) == 0 {
		return
	}
	found := r.Appearances[0]
	r.Outlet, r.Title, r.Published = found.Outlet, found.Title, found.Published
	for _, c := range all {
		switch c.Field {
		case "outlet":
			r.Outlet = rapporteur.Text(c.value())
		case "title":
			r.Title = rapporteur.Text(c.value())
		case "date":
			r.Published = rapporteur.Date(c.value())
		}
	}
}
