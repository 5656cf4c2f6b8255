package dataset_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/dataset"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
)

// The words of the made-up reports; "zebra" stands in each, so that a test can look for
// them where there must be none.
const (
	metWords  = "Foreign Minister Wanjiru zebra met her Ugandan counterpart in Kampala; Burundi was not invited."
	saidWords = "“=SUM(A1) zebra, a truce must come first,” Wanjiru said."
	didWords  = "Kenya zebra condemned the shelling by Uganda."
	wantWords = "Uganda zebra rejects a ceasefire until the lake is open."
	planWords = "The two zebra will meet again in Geneva."
)

// told is the reading of a report that tells of one thing of each kind.
func told(id, outlet string, published rapporteur.Date) *rapporteur.Reading {
	r := &rapporteur.Reading{Schema: rapporteur.Schema, Report: rapporteur.Report{ID: id, Outlet: rapporteur.Text(outlet), URL: rapporteur.Text("https://news.example/" + id),
		Title: "A zebra crosses", Byline: "Z. Ebra", Published: published, Language: "en", Genre: rapporteur.News}}
	r.Actors = []rapporteur.Actor{
		{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State, State: "KEN"}, {ID: "UGA", Known: true, Name: "Uganda", Kind: rapporteur.State, State: "UGA"},
		{ID: "BDI", Known: true, Name: "Burundi", Kind: rapporteur.State, State: "BDI"}, {ID: "UN", Known: true, Name: "United Nations", Kind: rapporteur.Organisation},
		{ID: "~ann-wanjiru", Name: "Ann Wanjiru", Kind: rapporteur.Person, State: "KEN", Roles: []rapporteur.Role{{Office: "Minister of Foreign Affairs", For: "KEN", Sector: "government"}}},
	}
	var text strings.Builder
	basis := func(id, words string) rapporteur.Basis {
		start := len([]rune(text.String()))
		text.WriteString(words + "\n")
		r.Sentences = append(r.Sentences, [2]int{start, start + len([]rune(words))})
		return rapporteur.Basis{ID: id, Confidence: 0.8, Rule: "made up", Evidence: []rapporteur.Span{{Start: start, End: start + len([]rune(words)), Text: words}}}
	}
	seat := func(id, of string, p rapporteur.Presence, b rapporteur.Basis) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: id, For: rapporteur.Text(of), Role: rapporteur.Participant, Presence: p, Evidence: b.Evidence}
	}
	met, said, did, want, plan := basis("m1", metWords), basis("s1", saidWords), basis("e1", didWords), basis("p1", wantWords), basis("m2", planWords)
	r.Meetings = []rapporteur.Meeting{
		{Basis: met, Kind: "talks", Status: rapporteur.Held, Date: "2027-03-01", Place: &rapporteur.Place{Name: "Kampala", Country: "UGA"},
			Attendance: []rapporteur.Attendance{seat("~ann-wanjiru", "KEN", rapporteur.Present, met), seat("UGA", "UGA", rapporteur.Present, met), seat("BDI", "BDI", rapporteur.Excluded, met)}},
		{Basis: plan, Kind: "summit", Status: rapporteur.PlannedMeeting, Date: "2027-05", Place: &rapporteur.Place{Name: "Geneva", Country: "CHE"}, About: "the zebra",
			Attendance: []rapporteur.Attendance{seat("KEN", "KEN", rapporteur.Expected, plan), seat("UN", "UN", rapporteur.Expected, plan)}},
	}
	r.Statements = []rapporteur.Statement{{Basis: said, Speakers: []string{"~ann-wanjiru"}, For: "KEN", Mode: rapporteur.Direct, Act: "demand", Content: said.Evidence, Date: "2027-03-01"}}
	event := rapporteur.Event{Basis: did, Plover: rapporteur.Plover{Type: "ACCUSE", Mode: "disapprove", Contexts: []string{"military"}}, Cameo: "111", Actors: []string{"KEN"}, Recipients: []string{"UGA"},
		Modality: rapporteur.Happened, Date: "2027-02-28", Place: &rapporteur.Place{Name: "Mombasa", Country: "KEN"}}
	claim := event
	claim.Basis, claim.ClaimedBy, claim.Cameo, claim.Date = basis("e2", "Kenya zebra says that Uganda fired again."), "KEN", "190", "2027-02-20"
	claim.Plover = rapporteur.Plover{Type: "ASSAULT", Contexts: []string{}}
	r.Events = []rapporteur.Event{event, claim}
	r.Positions = []rapporteur.Position{{Basis: want, Actor: "UGA", For: "UGA", Issue: &rapporteur.Issue{ID: "ceasefire", Label: "Ceasefire"}, Proposal: "a ceasefire, zebra", Stance: rapporteur.Opposes,
		Condition: &want.Evidence[0], Date: "2027-03-01"}}
	r.Report.Text = text.String()
	r.Report.Paragraphs = []rapporteur.Paragraph{{Start: 0, End: len([]rune(r.Report.Text)), Kind: rapporteur.Body}}
	return r
}

// kept is a record of two reports of the same.
func kept(t *testing.T) *record.Record {
	t.Helper()
	r := record.New(memory.New(), func() time.Time { return time.Date(2027, 3, 9, 12, 0, 0, 0, time.UTC) })
	if _, err := r.Add(t.Context(), told("aaaa", "Coast Wire", "2027-03-02"), told("bbbb", "Lake Post", "2027-03-03")); err != nil {
		t.Fatal(err)
	}
	return r
}

// shelf keeps the files of an export.
type shelf map[string]*bytes.Buffer

func (s shelf) Main(name string) (io.WriteCloser, error)   { return s.open(name), nil }
func (s shelf) Beside(name string) (io.WriteCloser, error) { return s.open(name), nil }
func (s shelf) open(name string) io.WriteCloser {
	s[name] = &bytes.Buffer{}
	return closed{s[name]}
}

type closed struct{ io.Writer }

func (closed) Close() error { return nil }

// exported is what a format makes of a record.
func exported(t *testing.T, r *record.Record, format string, change func(*dataset.Options, *service.Question)) shelf {
	t.Helper()
	f, ok := dataset.FormatOf(format)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	to := shelf{}
	o := dataset.Options{To: to, Today: "2027-03-05"}
	q := service.Question{About: service.Everything}
	if change != nil {
		change(&o, &q)
	}
	o.Provenance = service.Provenance{Program: "rapporteur 1.2.3", Schema: rapporteur.Schema, Model: "frames-0123456789ab", Made: "2027-03-09T12:00:00Z",
		Thresholds: map[string]map[string]float64{"event": {"trigger": 0.5}}, Asked: q.Flags(), Silent: q.Silent}
	w, err := f.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	if err := service.Extract(context.Background(), r, q, w); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return to
}
