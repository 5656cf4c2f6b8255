package service_test

import (
	"context"
	"errors"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// TestPreview reads what is handed over and keeps nothing; only Keep does.
func TestPreview(t *testing.T) {
	r := kept(t, "2027-03-01")
	read := func(_ context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
		if report.Outlet == "Mute" {
			return nil, errors.New("cannot be read")
		}
		return &rapporteur.Reading{Schema: rapporteur.Schema, Report: *report}, nil
	}
	g := service.Ingest{Record: r, Read: read, Workers: 1}
	o := &service.Offer{Text: "Mali and Niger spoke of wells.", Address: "/etc/hostname", Published: "2027-03-02", Outlet: "The Well",
		Files: []service.OfferedFile{{Name: "more.jsonl", Data: []byte("{\"text\":\"Mali wants wells.\",\"outlet\":\"Mute\"}\n{\"text\":\"Niger wants wells.\"}\n")},
			{Name: "torn.jsonl.gz", Data: []byte{0x1f, 0x8b, 0}}, {Name: "empty.txt"}}}
	all, more := g.Preview(t.Context(), o, 5)
	if len(all) != 5 || more != 1 {
		t.Fatalf("%d and %d more", len(all), more)
	}
	for i, ok := range []bool{true, false, false, true, false} {
		if (all[i].Err == nil) != ok {
			t.Errorf("%s: %v", all[i].Input, all[i].Err)
		}
	}
	if n, err := r.CountReports(t.Context(), record.Filter{}); err != nil || n != 1 {
		t.Fatalf("%d reports, %v", n, err)
	}
	for _, want := range []record.Outcome{record.Added, record.Known} {
		got, err := g.Keep(t.Context(), &all[0].Marked.Report.Report)
		if err != nil || got.Outcome != want {
			t.Errorf("%s, want %s: %v", got.Outcome, want, err)
		}
	}
	if again, _ := g.Preview(t.Context(), &service.Offer{Text: o.Text, Published: o.Published, Outlet: o.Outlet}, 1); !again[0].Known {
		t.Error("it is on the record")
	}
	if local, _ := g.Preview(t.Context(), &service.Offer{Address: "http://127.0.0.1:9/x"}, 1); rapporteur.CodeOf(local[0].Err) != rapporteur.Forbidden {
		t.Error(local[0].Err)
	}
}
