package service_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
)

func TestReportOfAndWhyOf(t *testing.T) {
	r := kept(t, "2027-03-01", "2027-03-11")
	report, entries, err := service.ReportOf(t.Context(), r, "r2027-03-01", "", false)
	if err != nil || report.Text == "" || len(entries) != 1 {
		t.Fatalf("%v, %d entries, %v", report, len(entries), err)
	}
	x, err := service.WhyOf(t.Context(), r, entries[0].ID, "", false)
	if err != nil || x.Entry.ID != entries[0].ID || x.Entry.Meeting.Evidence[0].Text == "" {
		t.Errorf("%+v, %v", x, err)
	}
	if report, entries, err = service.ReportOf(t.Context(), r, "r2027-03-01", "", true); err != nil || report.Text != "" || entries[0].Meeting.Evidence[0].Text != "" {
		t.Errorf("words come out of a silent answer: %q %v", report.Text, err)
	}
	if x, err = service.WhyOf(t.Context(), r, entries[0].ID, "", true); err != nil || x.Entry.Meeting.Evidence[0].Text != "" {
		t.Errorf("words come out of a silent answer: %v", err)
	}
	for _, asOf := range []string{"sometime", "2026-01-01"} {
		if _, err := service.WhyOf(t.Context(), r, entries[0].ID, asOf, false); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("as of %s: %v", asOf, err)
		}
	}
	if _, _, err := service.ReportOf(t.Context(), r, "none", "", false); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("no such report: %v", err)
	}
	if _, _, err := service.ReportOf(t.Context(), r, "r2027-03-01", "sometime", false); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("no such time: %v", err)
	}
}

// extracted is what a record gives, as lines of JSON that an import takes in.
func extracted(t *testing.T, r *record.Record, q service.Question) string {
	t.Helper()
	var out bytes.Buffer
	put := json.NewEncoder(&out)
	about, err := service.Provenance{Program: "test", Silent: q.Silent, Asked: q.Flags()}.Cite()
	if err != nil || about.Model == "" || len(about.Thresholds) == 0 {
		t.Fatalf("%+v, %v", about, err)
	}
	if err := put.Encode(service.Line{Format: service.LinesFormat, Provenance: &about}); err != nil {
		t.Fatal(err)
	}
	if err := service.Extract(t.Context(), r, q, lines{put}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// lines writes what it is given.
type lines struct{ *json.Encoder }

func (l lines) Entry(e *record.Entry) error   { return l.Encode(service.Line{Entry: e}) }
func (l lines) Actor(a *record.Party) error   { return l.Encode(service.Line{Actor: a}) }
func (l lines) Report(r *record.Report) error { return l.Encode(service.Line{Report: r}) }

func TestExtract(t *testing.T) {
	r := kept(t, "2027-03-01", "2027-03-11", "2027-03-21")
	all := extracted(t, r, service.Question{About: service.Everything})
	for what, want := range map[string]int{`"entry":{`: 3, `"report":{`: 3, `"actor":{`: 2} {
		if got := strings.Count(all, "\n{"+what); got != want {
			t.Errorf("%s: %d, want %d", what, got, want)
		}
	}
	some := extracted(t, r, service.Question{About: service.Everything, Since: "2027-03-10", States: []string{"KEN"}, Silent: true})
	if got := strings.Count(some, `{"entry":{`); got != 2 || strings.Contains(some, "met in Nairobi") {
		t.Errorf("%d entries, or words in a silent answer: %.300s", got, some)
	}
}

func TestFlagsAskTheSame(t *testing.T) {
	q := service.Question{States: []string{"KEN", "UGA"}, Since: "2027-03-01", Dossier: "lake", Text: "fuel", Disputed: true}
	want := []string{"--state=KEN", "--state=UGA", "--since=2027-03-01", "--dossier=lake", "--text=fuel", "--disputed"}
	if got := q.Flags(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestImportRefuses(t *testing.T) {
	bare := func() *record.Record { return record.New(memory.New(), time.Now) }
	silent := `{"format":"` + service.LinesFormat + `","provenance":{"no_text":true}}` + "\n"
	for _, test := range []struct {
		what string
		into *record.Record
		from string
		want string
	}{
		{"a record with something on it", kept(t, "2027-03-01"), "", "has something on it"},
		{"nothing", bare(), "", "no export as JSON lines"},
		{"lines of something else", bare(), `{"text":"a"}` + "\n", "no export as JSON lines"},
		{"no JSON", bare(), "talks\n", "import"},
		{"an export without the words", bare(), silent, "--no-text"},
	} {
		if _, err := service.Import(t.Context(), test.into, "lines", strings.NewReader(test.from)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.what, err, test.want)
		}
	}
	done, err := service.Import(t.Context(), bare(), "lines", strings.NewReader(`{"format":"`+service.LinesFormat+`"}`+"\n"+`{"dossier":{"name":"lake","states":["KEN"]}}`+"\n"))
	if err != nil || done.Dossiers != 1 || done.Reports != 0 {
		t.Errorf("%+v, %v", done, err)
	}
}

func TestOneLine(t *testing.T) {
	in := service.Inputs{}
	for one := range in.Line("sent", []byte(`{"text":"Kenya and Uganda met in Nairobi on Monday.","published":"2027-03-01"}`)) {
		report, err := one.Open(t.Context())
		if err != nil || report.Published != "2027-03-01" {
			t.Errorf("%+v, %v", report, err)
		}
	}
}
