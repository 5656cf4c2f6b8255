package service

import (
	"rapporteur"
	"rapporteur/record"
)

// entriesOf are the entries of a reading as a record of it alone would have them.
func entriesOf(reading *rapporteur.Reading) []record.Entry {
	var out []record.Entry
	report := &reading.Report
	names, cast := map[string]string{}, map[string]rapporteur.Actor{}
	for _, a := range reading.Actors {
		names[a.ID], cast[a.ID] = a.Name, a
	}
	put := func(kind record.Kind, id string, c record.Content) {
		e := record.Entry{ID: id, Kind: kind, First: report.Published, Last: report.Published, Sources: 1, Content: c, Names: names, Cast: cast}
		if report.Outlet != "" {
			e.Outlets = []string{string(report.Outlet)}
		}
		e.Members = []record.Member{{Report: report.ID, ID: id, Published: report.Published, Outlet: report.Outlet, URL: report.URL, Title: report.Title, Genre: report.Genre, Content: c}}
		out = append(out, e)
	}
	for i := range reading.Meetings {
		put(record.Meeting, reading.Meetings[i].ID, record.Content{Meeting: &reading.Meetings[i]})
	}
	for i := range reading.Statements {
		put(record.Statement, reading.Statements[i].ID, record.Content{Statement: &reading.Statements[i]})
	}
	for i := range reading.Events {
		put(record.Event, reading.Events[i].ID, record.Content{Event: &reading.Events[i]})
	}
	for i := range reading.Positions {
		put(record.Position, reading.Positions[i].ID, record.Content{Position: &reading.Positions[i]})
	}
	for i := range reading.Notices {
		put(record.Notice, "", record.Content{Notice: &reading.Notices[i]})
	}
	return out
}
