package dispatch_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/alert/dispatch"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// plan adds a plan of its own, one of a number, at a later minute.
func (s *scene) plan(n int) {
	s.Helper()
	s.now = s.now.Add(time.Minute)
	s.add(talks(fmt.Sprint("r", n), "2031-05-01", rapporteur.PlannedMeeting, noon.AddDate(0, n, 0).Format(time.DateOnly)))
}

// TestQuietHours: what happens in them goes out after them, as one letter.
func TestQuietHours(t *testing.T) {
	r := rule("plans", alert.Planned)
	r.Quiet = &alert.Hours{From: "22:00", To: "07:00", Zone: "UTC"}
	s := newScene(t, r)
	s.plan(1)
	s.wants("by day", "plans: planned")
	s.now = noon.Add(11 * time.Hour)
	s.plan(2)
	s.plan(3)
	s.wants("by night")
	s.now = noon.Add(18 * time.Hour)
	s.wants("still by night")
	s.now = noon.Add(19 * time.Hour)
	s.wants("in the morning", "plans: planned planned")
}

// TestRate: what is too much waits and goes as one letter, which counts what it leaves out.
func TestRate(t *testing.T) {
	r := rule("plans", alert.Planned)
	r.Most = &alert.Rate{Letters: 2, In: time.Hour}
	s := newScene(t, r)
	for n := range 2 {
		s.plan(n + 1)
		s.wants("one by one", "plans: planned")
	}
	for n := range 22 {
		s.plan(n + 3)
		s.wants("too many")
	}
	s.now = noon.Add(2 * time.Hour)
	s.step()
	if got := s.post.last; len(got.Found) != 22 || !strings.Contains(got.Words.Text, "and 12 more") || !strings.Contains(got.Words.HTML, "and 12 more") || got.Words.Subject != "plans: 22 alerts" {
		t.Errorf("%d found: %s, %s", len(got.Found), got.Words.Subject, got.Words.Text)
	}
	if got := s.post.last.Words; !strings.Contains(got.HTML, `href="https://desk.example/e/m`) {
		t.Errorf("%s", got.HTML)
	}
}

// TestRetries: a letter that is not taken is sent again, later and later, with its id.
func TestRetries(t *testing.T) {
	s := newScene(t, rule("plans", alert.Planned))
	s.post.fails = []error{errors.New("the line broke"), &alert.Setback{Reason: "busy", Wish: 10 * time.Minute}, nil}
	s.plan(1)
	s.wants("a line that breaks")
	s.wants("too early")
	s.now = s.now.Add(7 * time.Second)
	s.wants("asked to wait")
	s.now = s.now.Add(9 * time.Minute)
	s.wants("still too early")
	s.now = s.now.Add(2 * time.Minute)
	s.wants("taken", "plans: planned")
	if ids := s.post.ids; len(ids) != 3 || ids[0] != ids[1] || ids[1] != ids[2] {
		t.Errorf("ids %q", ids)
	}
	all := s.letters()
	if len(all) != 1 || all[0].State != alert.Sent || all[0].Tries != 3 || all[0].Failure != "" {
		t.Errorf("%+v", all)
	}
}

func (s *scene) letters() (all []alert.Letter) {
	s.Helper()
	err := s.store.Alerts().View(s.Context(), func(v alert.View) (err error) {
		all, err = v.Letters(alert.LetterQuery{})
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return all
}

// TestGivesUp what is refused for good, and what could not be sent for three days.
func TestGivesUp(t *testing.T) {
	s := newScene(t, rule("plans", alert.Planned))
	s.post.fails = []error{&alert.Setback{Reason: "gone", Final: true}}
	s.plan(1)
	s.wants("refused")
	if l := s.letters()[0]; l.State != alert.Failed || l.Failure != "gone" {
		t.Errorf("%+v", l)
	}
	s.plan(2)
	for range 100 {
		s.post.fails = []error{errors.New("away")}
		s.step()
		s.now = s.now.Add(time.Hour + 13*time.Minute)
	}
	i := slices.IndexFunc(s.letters(), func(l alert.Letter) bool { return strings.HasPrefix(l.Failure, "given up") })
	if i < 0 || s.letters()[i].State != alert.Failed {
		t.Errorf("%+v", s.letters())
	}
	no := newScene(t, alert.Rule{Name: "plans", When: []alert.When{alert.Planned}, To: []alert.Target{{By: alert.Email, To: "desk@example.org"}}})
	no.plan(1)
	no.step()
	if l := no.letters()[0]; l.State != alert.Failed || !strings.Contains(l.Failure, "nothing here sends by email") {
		t.Errorf("%+v", l)
	}
}

// TestHeldByTheDead: a letter that somebody held who is gone goes again with its id, or is
// left alone where that is wanted.
func TestHeldByTheDead(t *testing.T) {
	for _, never := range []bool{false, true} {
		r := rule("plans", alert.Planned)
		r.NeverTwice = never
		s := newScene(t, r)
		s.post.fails = []error{&alert.Setback{Reason: "busy"}}
		s.plan(1)
		s.step()
		l := s.letters()[0]
		l.Held, l.Due = s.now.Add(35*time.Second), s.now // as if it had died while it sent
		if err := s.store.Alerts().Update(t.Context(), func(u alert.Update) error { return u.PutLetter(l) }); err != nil {
			t.Fatal(err)
		}
		s.start()
		s.wants("held")
		s.now = s.now.Add(36 * time.Second)
		want := []string{"plans: planned"}
		if never {
			want = nil
		}
		s.wants("no longer", want...)
		if got := s.letters()[0]; never != (got.State == alert.Unsure) || got.ID != l.ID {
			t.Errorf("never twice %v: %+v", never, got)
		}
	}
	r := rule("plans", alert.Planned)
	r.NeverTwice = true
	s := newScene(t, r)
	s.post.fails = []error{errors.New("the line broke")}
	s.plan(1)
	s.wants("nobody knows")
	if got := s.letters()[0]; got.State != alert.Unsure {
		t.Errorf("%+v", got)
	}
}

// TestDigest: a brief a day of what has come, none where nothing has.
func TestDigest(t *testing.T) {
	s := newScene(t, alert.Rule{Name: "morning", Digest: &alert.Digest{At: "07:00", Zone: "UTC"}})
	s.plan(1)
	s.wants("before its hour")
	s.now = noon.Add(19 * time.Hour)
	s.wants("in the morning", "morning: digest")
	if d := s.post.last.Digest; !strings.Contains(d.Text, "Kenya") || !strings.Contains(d.HTML, "Kenya") || !strings.Contains(d.Markdown, "Kenya") || !d.From.Equal(noon.Add(-5*time.Hour)) {
		t.Errorf("%+v", d)
	}
	s.wants("once")
	s.now = noon.Add(43 * time.Hour)
	s.wants("nothing new")
	s.plan(2)
	s.now = noon.Add(5 * 24 * time.Hour)
	s.wants("days later", "morning: digest")
	s.now = noon.Add(6*24*time.Hour + time.Hour)
	s.wants("and nothing more")
}

// TestSweep drops what was sent long ago.
func TestSweep(t *testing.T) {
	s := newScene(t, rule("plans", alert.Planned))
	s.plan(1)
	s.step()
	s.now = s.now.AddDate(0, 0, 91)
	s.step()
	if all := s.letters(); len(all) != 0 {
		t.Errorf("%+v", all)
	}
}

// TestRunWakes: Run sends within a second of the commit, woken or not, and ends with its
// context.
func TestRunWakes(t *testing.T) {
	for _, woken := range []bool{true, false} {
		synctest.Test(t, func(t *testing.T) {
			store := memory.New()
			r := record.New(store, time.Now)
			p := &post{}
			err := store.Alerts().Update(t.Context(), func(u alert.Update) error {
				return u.PutRule(alert.Rule{Name: "plans", When: []alert.When{alert.Planned}, To: []alert.Target{hook}})
			})
			if err != nil {
				t.Fatal(err)
			}
			run := dispatch.New(dispatch.Options{Record: r, Alerts: store.Alerts(), Couriers: map[alert.Means]dispatch.Courier{alert.Webhook: p}})
			ctx, end := context.WithCancel(t.Context())
			done := make(chan struct{})
			go func() { defer close(done); run.Run(ctx) }()
			time.Sleep(100 * time.Millisecond) // of a clock that jumps
			synctest.Wait()
			if _, err := r.Add(t.Context(), talks("a", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10")); err != nil {
				t.Fatal(err)
			}
			if woken {
				run.Wake()
				run.Wake()
			} else {
				time.Sleep(260 * time.Millisecond)
			}
			synctest.Wait()
			p.mu.Lock()
			if len(p.got) != 1 {
				t.Errorf("woken %v: %q", woken, p.got)
			}
			p.mu.Unlock()
			end()
			<-done
		})
	}
}
