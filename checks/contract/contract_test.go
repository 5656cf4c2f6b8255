package contract

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/api"
	"rapporteur/gate"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/sqlite"
)

// schemathesis names the program, `st` where it is not set.
const schemathesis = "RAPPORTEUR_SCHEMATHESIS"

// few is the number of reports of the record that is asked.
const few = 12

// TestContract makes requests of the OpenAPI document for a minute.
func TestContract(t *testing.T) {
	st := os.Getenv(schemathesis)
	if st == "" {
		st = "st"
	}
	if testing.Short() {
		t.Skip("takes a minute, not with -short")
	}
	if _, err := exec.LookPath(st); err != nil {
		const missing = "schemathesis is not installed (python3 -m venv V && V/bin/pip install schemathesis; RAPPORTEUR_SCHEMATHESIS=V/bin/st)"
		if os.Getenv("CI") == "true" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	s := httptest.NewServer(served(t))
	defer s.Close()
	// What the document cannot say is refused as well: a name that the record does not
	// have, a correction of nothing.
	cmd := exec.CommandContext(t.Context(), st, "run", s.URL+api.Prefix+"/openapi.json", "--phases=coverage,fuzzing", "--max-examples=10", "--max-time=60",
		"--continue-on-failure", "--exclude-checks=positive_data_acceptance", "--seed=1", "--no-color", "--generation-database=none")
	cmd.Dir = t.TempDir()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		t.Errorf("%v\n%s", err, out.Bytes())
	}
}

// served is the interface over a record of some reports of the invented negotiation,
// for somebody who may do everything.
func served(t *testing.T) http.Handler {
	t.Helper()
	const folder = "../../examples/negotiation"
	tables := service.Tables{Actors: []string{filepath.Join(folder, "actors")}}
	reader, err := tables.Reader(reading.Budget{})
	if err != nil {
		t.Fatal(err)
	}
	db, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "record.db"), sqlite.Create)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() }) // it goes with its folder
	r := record.New(db, time.Now)
	data, err := os.ReadFile(filepath.Join(folder, "reports.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	inputs, ingest := service.Inputs{}, service.Ingest{Record: r, Read: reader.Read, Knowing: reader.ReadKnowing}
	for i, line := range bytes.Split(data, []byte("\n"))[:few] {
		err := ingest.Add(t.Context(), inputs.Line("reports.jsonl", line), func(one service.Arrival) error { return one.Err })
		if err != nil {
			t.Fatal(i, err)
		}
	}
	h := api.Handler(api.Options{Record: r, Version: "test", Read: reader.Read, Knowing: reader.ReadKnowing, Tables: tables,
		Trail: func(context.Context, access.TrailQuery) ([]access.Line, error) { return nil, nil }})
	return gate.Wrap(deskThere(r, h), gate.Options{Body: 16 << 20, Time: time.Minute, Log: slog.New(slog.DiscardHandler), In: record.In}, &gate.Counts{})
}

// deskThere makes each desk in whose name is asked, if its name can be one, so that most
// requests that name one are answered.
func deskThere(r *record.Record, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if name := r.Namespace(q.Context()); name != "" {
			_ = r.AddNamespace(q.Context(), name, record.Quota{}) // one that can be none is refused
		}
		next.ServeHTTP(w, q)
	})
}
