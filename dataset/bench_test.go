package dataset_test

import (
	"io"
	"os"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/dataset"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
)

// BenchmarkFormats exports a large record in each format, the file or the database that
// RAPPORTEUR_BENCH_DB names, and keeps nothing of it.
func BenchmarkFormats(b *testing.B) {
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
	for _, f := range dataset.Formats() {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				to := &nowhere{}
				w, err := f.Open(dataset.Options{To: to, Today: "2015-01-01", Provenance: service.Provenance{Program: "rapporteur", Schema: rapporteur.Schema}})
				if err == nil {
					err = service.Extract(b.Context(), r, service.Question{About: service.Everything}, w)
				}
				if err == nil {
					err = w.Close()
				}
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(to.bytes)
			}
		})
	}
}

// nowhere is an output that counts bytes.
type nowhere struct{ bytes int64 }

func (n *nowhere) Main(string) (io.WriteCloser, error)   { return closed{n}, nil }
func (n *nowhere) Beside(string) (io.WriteCloser, error) { return closed{n}, nil }
func (n *nowhere) Write(p []byte) (int, error) {
	n.bytes += int64(len(p))
	return len(p), nil
}
