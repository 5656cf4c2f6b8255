package dispatch_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/alert/dispatch"
)

// errDead is what a process that has died gets of everything.
var errDead = errors.New("dead")

// life is how many things a process may do before it dies; what it does counts when it
// begins and, as it may die between its deed and hearing of it, when it ends.
type life struct{ left atomic.Int64 }

func (l *life) lives() bool { return l.left.Add(-1) >= 0 }

// mortal is a store, and a courier, of a process that dies.
type mortal struct {
	alert.Store
	*life
	post *post
}

// View implements alert.Store.
func (m *mortal) View(ctx context.Context, do func(alert.View) error) error {
	if !m.lives() {
		return errDead
	}
	return m.Store.View(ctx, do)
}

// Update implements alert.Store.
func (m *mortal) Update(ctx context.Context, do func(alert.Update) error) error {
	if !m.lives() {
		return errDead
	}
	if err := m.Store.Update(ctx, do); err != nil {
		return err
	}
	if !m.lives() {
		return errDead
	}
	return nil
}

// Deliver implements dispatch.Courier.
func (m *mortal) Deliver(ctx context.Context, p *alert.Parcel) error {
	if !m.lives() {
		return errDead
	}
	return m.post.Deliver(ctx, p)
}

// TestDeathAtEveryStep has the process die at each thing that it does, and another one go
// on later: everything is told, and a receiver that knows ids sees it once.
func TestDeathAtEveryStep(t *testing.T) {
	for _, never := range []bool{false, true} {
		deaths := 0
		for left := 0; ; left++ {
			r := rule("plans", alert.Planned, alert.Cancelled)
			r.NeverTwice = never
			s := newScene(t, r)
			m := &mortal{Store: s.store.Alerts(), life: &life{}, post: s.post}
			m.left.Store(int64(left))
			s.runner = dispatch.New(dispatch.Options{Record: s.record, Alerts: m, Now: func() time.Time { return s.now }, Couriers: map[alert.Means]dispatch.Courier{alert.Webhook: m}})
			s.plan(1)
			s.plan(2)
			dead := s.runner.Step(t.Context()) != nil || m.left.Load() < 0
			s.start()
			s.plan(3)
			s.step() // what is called off before anybody looks was never a plan
			s.now = s.now.Add(time.Minute)
			s.add(talks("off", "2031-05-02", rapporteur.Cancelled, noon.AddDate(0, 1, 0).Format(time.DateOnly)))
			for range 3 {
				s.now = s.now.Add(2 * time.Hour)
				s.step()
			}
			s.judge(fmt.Sprintf("never twice %v, dead after %d", never, left), never)
			if !dead {
				break
			}
			deaths++
		}
		if deaths < 8 {
			t.Errorf("the process died %d times", deaths)
		}
	}
}

// judge compares what came with what happened: each alert in one letter, each letter once
// by its id, and with never at most once at all.
func (s *scene) judge(when string, never bool) {
	s.Helper()
	var notices []alert.Notice
	err := s.store.Alerts().View(s.Context(), func(v alert.View) (err error) {
		notices, err = v.Notices(alert.NoticeQuery{})
		return err
	})
	var told []string
	for _, n := range notices {
		told = append(told, string(n.When))
	}
	slices.Sort(told)
	if got := strings.Join(told, " "); err != nil || got != "cancelled planned planned planned" {
		s.Errorf("%s: found %q, %v", when, got, err)
	}
	carried := map[int64]int{}
	for _, l := range s.letters() {
		came := 0
		for _, id := range s.post.ids {
			if id == l.ID {
				came++
			}
		}
		for _, n := range l.Notices {
			carried[n]++
		}
		switch {
		case l.State == alert.Sent && came == 0, l.State == alert.Waiting, l.State == alert.Unsure && !never, never && came > 1, came > 2:
			s.Errorf("%s: %s is %s and came %d times", when, l.ID, l.State, came)
		}
	}
	for _, n := range notices {
		if carried[n.Number] != 1 {
			s.Errorf("%s: notice %d is in %d letters", when, n.Number, carried[n.Number])
		}
	}
}
