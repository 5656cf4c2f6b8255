package sqlite_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/sqlite"
)

// TestStatements counts the statements that a report costs: what is written goes to
// the file in portions.
func TestStatements(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "record.db"))
	r, n := record.New(db, noon), 0
	db.Before(func(string) error { n++; return nil })
	const reports, at = 160, 16
	for first := 0; first < reports; first += at {
		var readings []*rapporteur.Reading
		for i := range at {
			readings = append(readings, full(first+i))
		}
		if _, err := r.Add(context.Background(), readings...); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%.1f statements a report", float64(n)/reports)
	if n > 30*reports {
		t.Errorf("%.1f statements a report, at most 30 should do", float64(n)/reports)
	}
	questioned(t, db, r)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// A page of show and a brief cost no more statements than these, BEGIN and ROLLBACK
// among them, however many entries they are about. Who is told of in a dossier is read
// from all that it holds, kind by kind, a portion at a time.
const mostPerPage, mostPerBrief, mostPerCast = 11, 40, 20

// questioned counts the statements of questions of all kinds.
func questioned(t *testing.T, db *sqlite.DB, r *record.Record) {
	t.Helper()
	corrected(t, r)
	ctx := context.Background()
	if err := r.SaveDossier(ctx, record.Dossier{Name: "Ostmark", Actors: []string{"A", "B"}, Since: "2030-01-01"}); err != nil {
		t.Fatal(err)
	}
	var asked []string
	db.BeforeReading(func(query string) error { asked = append(asked, query); return nil })
	check := func(what string, most, results int, err error) {
		t.Helper()
		if err != nil || results == 0 {
			t.Errorf("%s: %d results, %v", what, results, err)
		}
		t.Logf("%-40s %3d statements, %d results", what, len(asked), results)
		if len(asked) > most {
			t.Errorf("%s: %d statements, at most %d should do:\n%s", what, len(asked), most, strings.Join(asked, "\n"))
		}
		asked = nil
	}
	for _, about := range []service.Subject{service.Meetings, service.Statements, service.Events, service.Positions, service.Notices, service.Actors, service.Shifts, service.Reports} {
		for what, q := range questions(about) {
			q.About, q.Limit = about, 50
			most := mostPerPage
			if about == service.Actors && q.Dossier != "" {
				most = mostPerCast
			}
			a, err := service.Ask(ctx, r, q)
			check(fmt.Sprintf("show %s, %s", about, what), most, a.Len(), err)
		}
	}
	b, err := service.BriefOn(ctx, r, service.BriefQuestion{Question: service.Question{Since: "2030-01-01", Dossier: "Ostmark"}})
	check("brief", mostPerBrief, len(b.Sections), err)
}

// questions are what may be asked about a subject.
func questions(about service.Subject) map[string]service.Question {
	out := map[string]service.Question{
		"all":        {},
		"in January": {Since: "2030-01-01", Until: "2030-01-31", Oldest: true},
	}
	if about == service.Actors {
		out["of a state"] = service.Question{States: []string{"A"}}
		out["of a dossier"] = service.Question{Dossier: "Ostmark", States: []string{"A"}}
		return out
	}
	out["of an outlet"] = service.Question{Outlets: []string{"Outlet 1"}}
	out["of a past day"] = service.Question{AsOf: "2031-02-03T12:00:00Z"}
	if about == service.Reports {
		out["by words"] = service.Question{Text: "envoys"}
		return out
	}
	if about == service.Notices {
		out["by words"] = service.Question{Text: "envoys", Outlets: []string{"Outlet 1"}}
		return out
	}
	out["of a dossier"] = service.Question{Dossier: "Ostmark"}
	out["of an actor"] = service.Question{Actors: []string{"A"}}
	out["of a state and an outlet"] = service.Question{States: []string{"A"}, Outlets: []string{"Outlet 1"}}
	if about != service.Shifts {
		out["by words"] = service.Question{Text: "envoys"}
		out["by all that may be"] = service.Question{Text: "envoys", Dossier: "Ostmark", Actors: []string{"A"}, States: []string{"A"}, Outlets: []string{"Outlet 1"}}
	}
	if about == service.Meetings {
		out["by all that may be"] = service.Question{Text: "envoys", Dossier: "Ostmark", Actors: []string{"A"}, States: []string{"A"}, Outlets: []string{"Outlet 1"},
			Places: []string{"ostmark"}, Statuses: []string{"held"}, Types: []string{"talks"}}
	}
	return out
}

// corrected has a person correct an entry of each kind, merge two and put a report
// right.
func corrected(t *testing.T, r *record.Record) {
	t.Helper()
	ctx := context.Background()
	var demands []record.Demand
	for kind, set := range map[record.Kind][2]string{record.Meeting: {"status", "postponed"}, record.Event: {"modality", "denied"},
		record.Statement: {"mode", "direct"}, record.Position: {"stance", "supports"}} {
		found, err := r.Entries(ctx, record.Filter{Kinds: []record.Kind{kind}, Limit: 3})
		if err != nil || len(found) < 3 {
			t.Fatalf("%d %s: %v", len(found), kind, err)
		}
		demands = append(demands, record.Demand{Entry: found[0].ID, Action: record.Set, Field: set[0], Value: set[1], By: "kim"},
			record.Demand{Entry: found[1].ID, Action: record.Merge, Others: []string{found[2].ID}, By: "kim"})
	}
	demands = append(demands, record.Demand{Entry: full(1).Report.ID, Action: record.Set, Field: "title", Value: "Talks", By: "kim"})
	if _, err := r.Correct(ctx, demands...); err != nil {
		t.Fatal(err)
	}
}

// full is a report with as many entries as a long one has: a meeting that others
// report too, and statements, events and positions of its own.
func full(n int) *rapporteur.Reading {
	r := invented(n)
	basis := func(kind string, i int) rapporteur.Basis {
		b := r.Meetings[0].Basis
		b.ID = fmt.Sprint(kind, n, ".", i)
		return b
	}
	words := func(i int) rapporteur.Span {
		return rapporteur.Span{Start: 0, End: 8, Text: fmt.Sprintf("word%d number%d of report%d kept", i, i*7, n)}
	}
	for i := range 9 {
		r.Statements = append(r.Statements, rapporteur.Statement{Basis: basis("s", i), Speakers: []string{r.Actors[i%2].ID}, Content: []rapporteur.Span{words(i)}, Act: "assert"})
		r.Events = append(r.Events, rapporteur.Event{Basis: basis("e", i), Plover: rapporteur.Plover{Type: "ACCUSE"}, Modality: "happened",
			Actors: []string{r.Actors[0].ID}, Recipients: []string{r.Actors[1].ID}, Date: r.Report.Published})
		r.Positions = append(r.Positions, rapporteur.Position{Basis: basis("p", i), Actor: r.Actors[i%2].ID, Stance: "opposes",
			Proposal: fmt.Sprintf("closing harbour %d of strait %d", i, n), Date: r.Report.Published})
	}
	// Every other time they want the contrary of what they wanted.
	r.Positions = append(r.Positions, rapporteur.Position{Basis: basis("q", 0), Actor: r.Actors[0].ID, Stance: []rapporteur.Stance{"opposes", "supports"}[n/20%2],
		Proposal: "opening the eastern bridge", Date: r.Report.Published})
	r.Notices = append(r.Notices, rapporteur.Notice{Kind: "inconsistent-name", Message: "two names", Evidence: r.Meetings[0].Evidence})
	return r
}
