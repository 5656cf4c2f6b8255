package dispatch_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/alert/dispatch"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// scene is a record, the alerts over it, a clock and receivers.
type scene struct {
	*testing.T
	now    time.Time
	store  *memory.Store
	record *record.Record
	runner *dispatch.Runner
	post   *post
}

var noon = time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC)

func newScene(t *testing.T, rules ...alert.Rule) *scene {
	t.Helper()
	s := &scene{T: t, now: noon, store: memory.New(), post: &post{}}
	s.record = record.New(s.store, func() time.Time { return s.now })
	s.put(rules...)
	s.start()
	return s
}

// start makes a runner, as a new process would.
func (s *scene) start() {
	s.runner = dispatch.New(dispatch.Options{Record: s.record, Alerts: s.store.Alerts(), Now: func() time.Time { return s.now },
		Couriers: map[alert.Means]dispatch.Courier{alert.Webhook: s.post}, Base: "https://desk.example/"})
}

func (s *scene) put(rules ...alert.Rule) {
	s.Helper()
	err := s.store.Alerts().Update(s.Context(), func(u alert.Update) error {
		for _, r := range rules {
			r.Made = noon.Add(-time.Hour)
			if r.To == nil {
				r.To = []alert.Target{hook}
			}
			if err := u.PutRule(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		s.Fatal(err)
	}
}

var hook = alert.Target{By: alert.Webhook, To: "https://hooks.example.org/a"}

// add puts reports on the record.
func (s *scene) add(all ...*rapporteur.Reading) {
	s.Helper()
	if _, err := s.record.Add(s.Context(), all...); err != nil {
		s.Fatal(err)
	}
}

func (s *scene) step() {
	s.Helper()
	if err := s.runner.Step(s.Context()); err != nil {
		s.Fatal(err)
	}
}

// sent gives the letters that arrived since it was last asked, as rule and titles.
func (s *scene) sent() []string {
	s.post.mu.Lock()
	defer s.post.mu.Unlock()
	out := s.post.got
	s.post.got = nil
	slices.Sort(out) // what is made at one moment has no order
	return out
}

func sorted(lines []string) string {
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// wants steps and compares what arrives.
func (s *scene) wants(what string, want ...string) {
	s.Helper()
	s.step()
	got := s.sent()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		s.Errorf("%s: %q, want %q", what, got, want)
	}
}

// post is a courier that takes letters, or fails.
type post struct {
	mu    sync.Mutex
	got   []string
	ids   []string
	last  alert.Parcel
	fails []error
}

// Deliver implements dispatch.Courier.
func (p *post) Deliver(_ context.Context, l *alert.Parcel) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ids = append(p.ids, l.ID)
	if len(p.fails) > 0 {
		err := p.fails[0]
		if p.fails = p.fails[1:]; err != nil {
			return err
		}
	}
	line := l.Rule + ":"
	for _, n := range l.Found {
		line += " " + string(n.When)
	}
	if l.Digest != nil {
		line += " digest"
	}
	p.got, p.last = append(p.got, line), *l
	return nil
}

// talks is a report of a meeting of Kenya and Uganda in Nairobi.
func talks(id, published string, status rapporteur.Status, day string, change ...func(*rapporteur.Meeting)) *rapporteur.Reading {
	text := fmt.Sprintf("Report %s of %s tells of talks of Kenya and Uganda.", id, published)
	span := rapporteur.Span{Start: 0, End: len(text), Text: text}
	seat := func(actor string) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: actor, For: rapporteur.Text(actor), Role: rapporteur.Participant, Presence: rapporteur.Expected, Evidence: []rapporteur.Span{span}}
	}
	m := rapporteur.Meeting{Basis: rapporteur.Basis{ID: "m" + id, Confidence: 0.9, Rule: "test", Evidence: []rapporteur.Span{span}}, Kind: "talks", Status: status,
		Date: rapporteur.Date(day), Place: &rapporteur.Place{Name: "Nairobi", Country: "KEN"}, Attendance: []rapporteur.Attendance{seat("KEN"), seat("UGA")}}
	for _, c := range change {
		c(&m)
	}
	r := &rapporteur.Reading{Report: rapporteur.Report{ID: id, Outlet: rapporteur.Text("Wire " + id), URL: rapporteur.Text("https://wire.example/" + id), Published: rapporteur.Date(published), Text: text, Genre: rapporteur.News},
		Meetings: []rapporteur.Meeting{m}, Sentences: [][2]int{{0, len(text)}}}
	for actor, name := range map[string]string{"KEN": "Kenya", "UGA": "Uganda", "TZA": "Tanzania"} {
		r.Actors = append(r.Actors, rapporteur.Actor{ID: actor, Known: true, Name: name, Kind: rapporteur.State, State: rapporteur.Text(actor)})
	}
	return r
}

// leaving says that Tanzania is left out.
func leaving(m *rapporteur.Meeting) {
	m.Attendance = append(m.Attendance, rapporteur.Attendance{Actor: "TZA", For: "TZA", Presence: rapporteur.Excluded, Evidence: m.Evidence})
}

func unsure(m *rapporteur.Meeting) { m.Confidence = 0.3 }

// wish is a report of what Kenya wants of a blockade.
func wish(id, published string, stance rapporteur.Stance) *rapporteur.Reading {
	text := fmt.Sprintf("Report %s: Kenya on lifting the blockade.", id)
	span := rapporteur.Span{Start: 0, End: len(text), Text: text}
	return &rapporteur.Reading{Report: rapporteur.Report{ID: id, Outlet: rapporteur.Text("Wire " + id), Published: rapporteur.Date(published), Text: text, Genre: rapporteur.News},
		Actors: []rapporteur.Actor{{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State, State: "KEN"}}, Sentences: [][2]int{{0, len(text)}},
		Positions: []rapporteur.Position{{Basis: rapporteur.Basis{ID: "p" + id, Confidence: 0.8, Rule: "test", Evidence: []rapporteur.Span{span}}, Actor: "KEN", For: "KEN",
			Issue: &rapporteur.Issue{ID: "blockade", Label: "Blockade and siege"}, Proposal: "lifting the blockade", Stance: stance, Date: rapporteur.Date(published)}}}
}
