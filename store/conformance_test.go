package store_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
	"rapporteur/store/memory"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/storetest"

	"github.com/google/go-cmp/cmp"
)

var generated = flag.Int("reports", 60, "generated reports about which the stores are asked")

// kept is a record in one of the stores, with the time that its answers took.
type kept struct {
	name string
	*record.Record
	took time.Duration
}

// alike are the records that shall answer alike, the one in memory first, with the clock
// of all.
func alike(t *testing.T, now *time.Time) []kept {
	t.Helper()
	clock := func() time.Time { return *now }
	out := []kept{{name: "memory", Record: record.New(memory.New(), clock)}}
	for _, place := range []struct{ name, at string }{{"SQLite", filepath.Join(t.TempDir(), "record.db")}, {"PostgreSQL", pgtest.Database(t)}} {
		db, err := store.Open(t.Context(), place.at, store.Create)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close() })
		out = append(out, kept{name: place.name, Record: record.New(db, clock)})
	}
	return out
}

// negotiation reads the reports of the invented negotiation.
func negotiation(t *testing.T, actors string) []*rapporteur.Reading {
	t.Helper()
	reader, err := service.Tables{Actors: []string{actors}}.Reader(reading.Budget{})
	if err != nil {
		t.Fatal(err)
	}
	var out []*rapporteur.Reading
	in := service.Inputs{}
	for read := range service.Readings(t.Context(), in.All([]string{filepath.Join(filepath.Dir(actors), "reports.jsonl")}), 0, reader.Read) {
		if read.Err != nil {
			t.Fatal(read.Err)
		}
		out = append(out, read.Reading)
	}
	return out
}

// same does something with each record and compares what comes of it, byte by byte.
func same(t *testing.T, records []kept, what string, do func(*record.Record) (any, error)) any {
	t.Helper()
	var first any
	var want []byte
	for i, r := range records {
		begun := time.Now()
		got, err := do(r.Record)
		records[i].took += time.Since(begun)
		if err != nil {
			got = "refused: " + err.Error()
		}
		data, err := json.Marshal(got)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if i == 0 {
			first, want = got, data
			continue
		}
		if !bytes.Equal(want, data) {
			t.Errorf("%s: %s answers otherwise than %s: %s", what, r.name, records[0].name, differing(want, data))
		}
	}
	return first
}

// differing shows where two answers begin to differ.
func differing(want, got []byte) string {
	at := 0
	for at < min(len(want), len(got)) && want[at] == got[at] {
		at++
	}
	around := func(data []byte) string { return string(data[max(0, at-200):min(len(data), at+200)]) }
	return cmp.Diff(around(want), around(got))
}

// fill puts the same on all records: readings, what persons say of them, removals.
func fill(t *testing.T, records []kept, readings []*rapporteur.Reading, now *time.Time) {
	t.Helper()
	for portion := range slices.Chunk(readings, 16) {
		*now = now.Add(time.Hour)
		same(t, records, "add", func(r *record.Record) (any, error) { return r.Add(t.Context(), portion...) })
	}
	same(t, records, "settle", func(r *record.Record) (any, error) { return nil, r.Settle(t.Context()) })
	for i, d := range demands(t, records[0].Record) {
		*now = now.Add(time.Hour)
		same(t, records, fmt.Sprintf("correction %d, %+v", i, d), func(r *record.Record) (any, error) { return r.Correct(t.Context(), d) })
	}
	*now = now.Add(time.Hour)
	same(t, records, "remove", func(r *record.Record) (any, error) {
		return r.Remove(t.Context(), record.Removal{Reports: []string{readings[7].Report.ID, readings[len(readings)-3].Report.ID}, By: "kim"})
	})
	*now = now.Add(time.Hour)
	same(t, records, "read again", func(r *record.Record) (any, error) {
		less := *readings[11]
		less.Statements, less.Events = nil, nil
		return nil, r.Reread(t.Context(), &less, readings[12])
	})
	for _, d := range []record.Dossier{{Name: "Sound", Actors: []string{"ARD", "BEL"}}, {Name: "Dues", Issues: []string{"dues"}}} {
		same(t, records, "dossier", func(r *record.Record) (any, error) { return nil, r.SaveDossier(t.Context(), d) })
	}
}

// demands are corrections of all sorts, of what is on a record.
func demands(t *testing.T, r *record.Record) []record.Demand {
	t.Helper()
	of := func(kind record.Kind) []record.Entry {
		all, err := r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{kind}, Limit: 12, Oldest: true})
		if err != nil || len(all) < 8 {
			t.Fatalf("%d entries to correct: %v", len(all), err)
		}
		return all
	}
	meetings, statements, positions := of(record.Meeting), of(record.Statement), of(record.Position)
	out := []record.Demand{
		{Entry: meetings[0].ID, Action: record.Set, Field: "status", Value: "postponed"},
		{Entry: meetings[1].ID, Action: record.Set, Field: "date", Value: "2031-03-02"},
		{Entry: meetings[2].ID, Action: record.Reject, Note: "made up"},
		{Entry: meetings[3].ID, Action: record.Accept},
		{Entry: meetings[4].ID, Action: record.Merge, Others: []string{meetings[5].ID}},
		{Entry: meetings[6].ID, Action: record.Distinct, Others: []string{meetings[7].ID}},
		{Entry: statements[0].ID, Action: record.Reject},
		{Entry: statements[1].ID, Action: record.Merge, Others: []string{statements[2].ID}},
		{Entry: positions[0].ID, Action: record.Set, Field: "stance", Value: "opposes"},
		{Entry: positions[1].ID, Action: record.Set, Field: "no such field", Value: "x"},
		{Entry: meetings[2].ID, Action: record.Undo, Value: "3"},
	}
	for _, e := range slices.Concat(meetings, statements, positions) {
		if len(e.Members) > 1 {
			out = append(out, record.Demand{Entry: e.ID, Action: record.Split, Others: []string{e.Members[0].Report}})
			break
		}
	}
	for i := range out {
		out[i].By = "kim"
	}
	return out
}

// TestConformance puts the same into memory, SQLite and PostgreSQL, the invented
// negotiation and generated reports, and asks each everything that can be asked: the
// answers are the same, byte by byte.
//
//	go test ./store -run TestConformance -reports 10000 -timeout 60m -v
func TestConformance(t *testing.T) {
	if testing.Short() {
		t.Skip("asks three stores a thousand questions")
	}
	actors := filepath.Join("..", "examples", "negotiation", "actors")
	for name, readings := range map[string][]*rapporteur.Reading{"negotiation": negotiation(t, actors), "generated": storetest.Readings(19, *generated)} {
		t.Run(name, func(t *testing.T) {
			now := time.Date(2031, 6, 1, 6, 0, 0, 0, time.UTC)
			records := alike(t, &now)
			fill(t, records, readings, &now)
			dir, err := service.Tables{Actors: []string{actors}}.Directory()
			if err != nil {
				t.Fatal(err)
			}
			a := newAsker(t, records, dir, now)
			a.lists()
			a.tables()
			a.entries()
			a.words()
			t.Logf("%d reports, %d questions", len(readings), a.asked)
			for _, r := range records {
				t.Logf("%s answered in %v", r.name, r.took.Round(time.Millisecond))
				err := r.Verify(t.Context(), func(p record.Problem) bool { t.Errorf("%s: %v", r.name, p); return true })
				if err := errors.Join(err); err != nil {
					t.Error(err)
				}
			}
		})
	}
}
