package service_test

import (
	"os"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/sqlite"
)

// BenchmarkQuestions asks a large record what people ask: the file that
// RAPPORTEUR_BENCH_DB names, with as many reports as there are.
func BenchmarkQuestions(b *testing.B) {
	path := os.Getenv("RAPPORTEUR_BENCH_DB")
	if path == "" {
		b.Skip("no record in RAPPORTEUR_BENCH_DB")
	}
	db, err := sqlite.Open(b.Context(), path, sqlite.Read)
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	}()
	r := record.New(db, time.Now)
	newest := service.Question{Limit: 500}
	for _, question := range []struct {
		name string
		ask  func() error
	}{
		{"brief of seven days", func() error { _, err := service.BriefOn(b.Context(), r, service.BriefQuestion{}); return err }},
		{"brief of years", func() error {
			_, err := service.BriefOn(b.Context(), r, service.BriefQuestion{Question: service.Question{Since: "2000-01-01"}})
			return err
		}},
		{"long brief of years", func() error {
			_, err := service.BriefOn(b.Context(), r, service.BriefQuestion{Long: true, Question: service.Question{Since: "2000-01-01"}})
			return err
		}},
		{"matrix", func() error { _, err := service.Matrix(b.Context(), r, newest); return err }},
		{"lines", func() error { _, err := service.Lines(b.Context(), r, newest); return err }},
		{"attendance", func() error { _, err := service.Attendance(b.Context(), r, service.Question{Limit: 12}); return err }},
		{"shifts", func() error {
			_, err := service.Ask(b.Context(), r, service.Question{About: service.Shifts, Limit: 50})
			return err
		}},
		{"meetings", func() error {
			_, err := service.Ask(b.Context(), r, service.Question{About: service.Meetings, Limit: 50})
			return err
		}},
	} {
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
