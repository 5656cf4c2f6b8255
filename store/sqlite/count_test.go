package sqlite_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"rapporteur"
	"rapporteur/record"
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
	if err := db.Close(); err != nil {
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
	return r
}
