package service_test

import (
	"os"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
)

// BenchmarkQuestions asks a large record what people ask: the file or the database that
// RAPPORTEUR_BENCH_DB names, with as many reports as there are.
func BenchmarkQuestions(b *testing.B) {
	path := os.Getenv("RAPPORTEUR_BENCH_DB")
	if path == "" {
		b.Skip("no record in RAPPORTEUR_BENCH_DB")
	}
	db, err := store.Open(b.Context(), path, store.Read)
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	}()
	r := record.New(db, time.Now)
	busiest, err := service.Ask(b.Context(), r, service.Question{About: service.Actors, Limit: 1})
	if err != nil || busiest.Len() == 0 {
		b.Fatal("nobody is on the record", err)
	}
	who := busiest.Actors[0]
	asks := func(q service.Question) func() error {
		return func() error { _, err := service.Ask(b.Context(), r, q); return err }
	}
	briefs := func(since string, long bool) func() error {
		return func() error {
			_, err := service.BriefOn(b.Context(), r, service.BriefQuestion{Long: long, Question: service.Question{Since: since}})
			return err
		}
	}
	newest := service.Question{Limit: 500}
	last, err := service.Ask(b.Context(), r, service.Question{About: service.Reports, Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	changed := func(reports int64) func() error {
		from := arrived(b, db, last.Reports[0].ID, reports).Format(time.RFC3339Nano)
		return func() error {
			_, err := service.WhatChanged(b.Context(), r, service.ChangedQuestion{From: from, Question: service.Question{Limit: 50}})
			return err
		}
	}
	type question struct {
		name string
		ask  func() error
	}
	questions := []question{
		{"brief of seven days", briefs("", false)},
		{"brief of all years", briefs("2000-01-01", false)},
		{"long brief of all years", briefs("2000-01-01", true)},
		{"matrix of 500", func() error { _, err := service.Matrix(b.Context(), r, newest); return err }},
		{"lines of 500", func() error { _, err := service.Lines(b.Context(), r, newest); return err }},
		{"attendance at 12", func() error { _, err := service.Attendance(b.Context(), r, service.Question{Limit: 12}); return err }},
		{"timeline of 200", func() error {
			_, err := service.TimelineOf(b.Context(), r, service.TimelineQuestion{Question: service.Question{Limit: 200}})
			return err
		}},
		{"review of 50", func() error { _, err := service.Review(b.Context(), r, service.Question{Limit: 50}); return err }},
		{"what changed by the last 1,000 reports", changed(1000)},
		{"what changed by the last 5,000 reports", changed(5000)},
		{"five suggestions", func() error {
			_, err := service.SuggestDossiers(b.Context(), r, service.Question{Limit: 500}, 5)
			return err
		}},
		{"network of 18", func() error { _, err := service.NetworkOf(b.Context(), r, service.Question{}, 18); return err }},
		{"50 meetings of the busiest", asks(service.Question{About: service.Meetings, Actors: []string{who.ID}, Limit: 50})},
		{"50 disputed", asks(service.Question{About: service.Meetings, Disputed: true, Limit: 50})},
		{"50 of a month long ago", asks(service.Question{About: service.Events, Since: "2016-02-01", Until: "2016-02-29", Limit: 50})},
		{"search, a word in every report", asks(service.Question{About: service.Statements, Text: "talks", Limit: 50})},
		{"search, a phrase", asks(service.Question{About: service.Statements, Text: "\"said after talks with State VNM\"", Limit: 50})},
	}
	for _, of := range []service.Subject{service.Meetings, service.Statements, service.Events, service.Positions, service.Actors, service.Shifts, service.Notices, service.Reports} {
		questions = append(questions, question{"50 " + string(of), asks(service.Question{About: of, Limit: 50})})
	}
	for _, question := range questions {
		b.Run(question.name, func(b *testing.B) {
			start := processTime()
			for b.Loop() {
				if err := question.ask(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64((processTime()-start).Milliseconds())/float64(b.N), "cpu-ms/op")
		})
	}
}

// arrived is when the report came that came so many before another one.
func arrived(b *testing.B, db record.Store, id string, before int64) time.Time {
	var at time.Time
	err := db.View(b.Context(), func(v record.View) error {
		row, err := v.Report(id)
		if err != nil {
			return err
		}
		after, err := v.ReportsAfter(row.Number-before-1, 1)
		if len(after) > 0 {
			at = after[0].Arrived
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return at
}
