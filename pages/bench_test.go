package pages_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/sqlite"
)

// BenchmarkPages asks for every page over the large record that RAPPORTEUR_BENCH_DB
// names.
//
//	RAPPORTEUR_BENCH_DB=made.db go test ./pages -run - -bench Pages -benchtime 5x
func BenchmarkPages(b *testing.B) {
	path := os.Getenv("RAPPORTEUR_BENCH_DB")
	if path == "" {
		b.Skip("no record in RAPPORTEUR_BENCH_DB")
	}
	db, err := sqlite.Open(b.Context(), path, sqlite.Read)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	r := record.New(db, time.Now)
	h := over(r)
	for _, address := range append(benchAddresses(b, r), addresses...) {
		if strings.Contains(address, "{entry}") || strings.Contains(address, "VLD") {
			continue
		}
		b.Run(strings.ReplaceAll(address, "/", "|"), func(b *testing.B) {
			weight, start := 0, processTime()
			for b.Loop() {
				w := httptest.NewRecorder()
				h.ServeHTTP(w, httptest.NewRequestWithContext(b.Context(), http.MethodGet, address, nil))
				weight = w.Body.Len()
			}
			b.ReportMetric(float64((processTime()-start).Milliseconds())/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(weight)/1000, "kB")
		})
	}
}

// benchAddresses are pages of what is on a record.
func benchAddresses(b *testing.B, r *record.Record) []string {
	b.Helper()
	h := over(r)
	first := func(address, pattern string) string {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(b.Context(), http.MethodGet, address, nil))
		if m := regexp.MustCompile(pattern).FindStringSubmatch(w.Body.String()); m != nil {
			return m[1]
		}
		b.Fatalf("%s has no %s", address, pattern)
		return ""
	}
	busiest, err := service.Ask(b.Context(), r, service.Question{About: service.Actors, Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	return []string{"/actors/" + busiest.Actors[0].ID, "/e/" + first("/events", `data-entry="([^"]+)"`), "/meetings/" + first("/meetings", `data-entry="([^"]+)"`),
		first("/reports", `href="(/reports/[^"?]+)"`), "/reports", "/actors", "/network", "/brief", "/review", "/corrections", "/add",
		"/statements?q=talks", "/events?actor=" + busiest.Actors[0].ID, "/statements?page=100"}
}
