package pages

import (
	"net/http"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// reports is the screen of the reports of the record, the last published first.
func (s *recordPages) reports(r *http.Request) (*view, error) {
	const path = "/reports"
	c, to, err := s.conditions(r, service.Reports, path, []string{"q", "outlet", "since", "until", "oldest"})
	if to != nil || err != nil {
		return to, err
	}
	q := r.URL.Query()
	body := &listPage{conditioned: c, Noun: [2]string{"report", "reports"}, Table: table{Caption: "Reports", None: "No such report is on the record.",
		Columns: []column{{"Published", "day"}, {"Outlet", ""}, {"Report", "main"}, {"Entries", "count"}}}}
	v := &view{Title: "Reports", Place: path, Template: "list", Body: body, Data: addressOf(path, asked(q))}
	asks, page := question(service.Reports, q)
	a, err := service.Ask(r.Context(), s.Record, asks)
	if body.refused(v, err) {
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	for i := range a.Reports {
		body.Table.Rows = append(body.Table.Rows, reportRow(&a.Reports[i]))
	}
	body.Pager = pagerOf(path, q, page, len(a.Reports), a.Total, a.Over)
	return v, nil
}

func reportRow(p *record.Report) row {
	what := cell{{Text: titleOf(&p.Report), To: reportAt(p.ID)}}
	if p.Genre == rapporteur.Opinion {
		what = append(what, part{Text: "opinion", Look: "doubt"})
	}
	if len(p.Copies) > 0 {
		what = append(what, part{Text: "also in " + plural(len(p.Copies), "other report", "other reports"), Look: "tag"})
	}
	if p.SupersededBy != "" {
		what = append(what, part{Text: "an earlier version", Look: "quiet"})
	}
	n := 0
	for _, k := range record.Kinds() {
		n += p.Entries[k]
	}
	return row{Cells: []cell{words(export.Day(p.Published)), words(string(p.Outlet)), what, words(number(n))}}
}
