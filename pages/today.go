package pages

import (
	"net/http"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// todayPage is what the first page shows.
type todayPage struct {
	Brief  *service.Brief
	Tables []section
}

// section is a heading with a table below it.
type section struct {
	ID, Name string
	Table    table
	More     int
}

// today is the first page: what is new, who moved, who meets next, what is disputed.
func (s *site) today(r *http.Request) (*view, error) {
	q := r.URL.Query()
	v := &view{Title: "Today", Place: "/", Template: "today", Data: addressOf("/brief", asked(q))}
	if n, err := s.Record.CountReports(r.Context(), record.Filter{}); err != nil || n == 0 {
		return v, err
	}
	asks, _ := question(service.Everything, q)
	asks.Limit, asks.Offset = 0, 0
	b, err := service.BriefOn(r.Context(), s.Record, service.BriefQuestion{Question: asks})
	if err != nil {
		return nil, err
	}
	body := &todayPage{Brief: b}
	for _, one := range b.Sections {
		body.Tables = append(body.Tables, sectionOf(&one))
	}
	v.Body = body
	return v, nil
}

// sectionOf shows a section of a brief.
func sectionOf(from *service.Section) section {
	out := section{ID: string(from.ID), Name: from.Name, More: from.More,
		Table: table{Caption: from.Name, Columns: []column{{"Day", "day"}, {"Who", ""}, {"What", "main"}, {"Sources", "day"}}}}
	for i := range from.Lines {
		l := &from.Lines[i]
		one := row{Cells: []cell{words(export.Day(l.When)), list(l.Who), {{Text: l.What}}, {{Text: plural(l.Sources, "source", "sources")}}}}
		if len(l.Entries) > 0 {
			one.Entry = l.Entries[0]
			one.Cells[2][0].Entry, one.Cells[3][0].Entry = l.Entries[0], l.Entries[0]
		}
		out.Table.Rows = append(out.Table.Rows, one)
	}
	return out
}

// list are names beside each other.
func list(names []string) cell {
	var out cell
	for _, n := range names {
		out = append(out, part{Text: n})
	}
	return out
}
