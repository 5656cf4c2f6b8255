package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"rapporteur/alert"
	"rapporteur/record"
)

// RunAlerts tests a store of rules of alerts; record gives the record in the same store.
func RunAlerts(t *testing.T, open func(*testing.T) (alert.Store, record.Store)) {
	for _, c := range []struct {
		name string
		test func(*testing.T, *desk)
	}{
		{"rules are kept, changed and dropped with all that is theirs", testRules},
		{"the record leaves stamps while there are rules", testStamps},
		{"what was told is remembered by rule, thing and aspect", testTold},
		{"notices wait until they are carried", testNotices},
		{"letters are found by rule, state and time", testLetters},
		{"what is done with is dropped", testDropDone},
		{"a change is all or nothing", testAlertsAtomic},
	} {
		t.Run(c.name, func(t *testing.T) {
			alerts, record := open(t)
			c.test(t, &desk{alerts, record})
		})
	}
}

// desk is a store under test.
type desk struct {
	alert.Store
	record record.Store
}

func (s *desk) update(t *testing.T, do func(alert.Update) error) {
	t.Helper()
	if err := s.Update(context.Background(), do); err != nil {
		t.Fatal(err)
	}
}

func (s *desk) view(t *testing.T, do func(alert.View) error) {
	t.Helper()
	if err := s.View(context.Background(), do); err != nil {
		t.Fatal(err)
	}
}

// notice and letter make what they say, of a rule at a second.
func notice(rule string, second int, waiting bool) alert.Notice {
	return alert.Notice{Rule: rule, At: at(second), When: alert.Planned, Entry: "m1", Title: "talks", Sources: 2, Confidence: .5, Waiting: waiting}
}

func letter(id, rule string, second int, state alert.State) alert.Letter {
	return alert.Letter{ID: id, Rule: rule, To: alert.Target{By: alert.Webhook, To: "https://hooks.example.org/x", Secret: "env:X"}, Notices: []int64{1},
		NeverTwice: true, Made: at(second), State: state, Due: at(second)}
}

func testRules(t *testing.T, s *desk) {
	planned := alert.Rule{Name: "plans", When: []alert.When{alert.Planned}, Limits: alert.Limits{Actors: []string{"NOR"}, Confidence: .5}, Made: at(1), Changed: at(1)}
	daily := alert.Rule{Name: "daily", Digest: &alert.Digest{At: "07:00", Zone: "UTC"}, To: []alert.Target{{By: alert.Email, To: "desk@example.org"}}, Made: at(2), Changed: at(2), After: 3}
	s.update(t, func(u alert.Update) error {
		_, err := u.PutNotice(notice("plans", 1, true))
		return errors.Join(err, u.PutRule(planned), u.PutRule(daily), u.PutLetter(letter("a", "plans", 1, alert.Waiting)),
			u.PutTold(alert.Told{Rule: "plans", Thing: "m1", Aspect: "status", Value: "planned", At: at(1)}))
	})
	daily.Muted, daily.Changed = &alert.Mute{Until: at(60)}, at(5)
	s.update(t, func(u alert.Update) error { return u.PutRule(daily) })
	s.view(t, func(v alert.View) error {
		all, err := v.Rules()
		equal(t, "rules", []alert.Rule{daily, planned}, all, err)
		return nil
	})
	s.update(t, func(u alert.Update) error { return errors.Join(u.DropRule("plans"), u.DropRule("nothing")) })
	s.view(t, func(v alert.View) error {
		all, err := v.Rules()
		equal(t, "rules that are left", []alert.Rule{daily}, all, err)
		notices, err := v.Notices(alert.NoticeQuery{})
		equal(t, "notices that are left", []alert.Notice(nil), notices, err)
		letters, err := v.Letters(alert.LetterQuery{})
		equal(t, "letters that are left", []alert.Letter(nil), letters, err)
		told, err := v.Told("plans", "m1")
		equal(t, "told that is left", []alert.Told(nil), told, err)
		return nil
	})
}

func testStamps(t *testing.T, s *desk) {
	stamp := func(second int) {
		t.Helper()
		if err := s.record.Update(context.Background(), func(u record.Update) error { return u.Stamp(at(second)) }); err != nil {
			t.Fatal(err)
		}
	}
	left := func(what string, want ...int) {
		t.Helper()
		s.view(t, func(v alert.View) error {
			all, err := v.Stamps()
			var times, wanted []time.Time
			for i, one := range all {
				if times = append(times, one.At); i > 0 && one.Number <= all[i-1].Number {
					t.Errorf("%s: number %d after %d", what, one.Number, all[i-1].Number)
				}
			}
			for _, second := range want {
				wanted = append(wanted, at(second))
			}
			equal(t, what, wanted, times, err)
			return nil
		})
	}
	stamp(1)
	left("without a rule")
	s.update(t, func(u alert.Update) error { return u.PutRule(alert.Rule{Name: "plans"}) })
	stamp(2)
	stamp(2)
	stamp(1) // the clock was put right
	left("with one", 2, 2, 1)
	var second int64
	s.view(t, func(v alert.View) error {
		all, err := v.Stamps()
		second = all[1].Number
		return err
	})
	s.update(t, func(u alert.Update) error { return u.DropStamps(second) })
	left("less two", 1)
	s.update(t, func(u alert.Update) error { return u.DropStamps(second + 1) })
	stamp(9)
	s.view(t, func(v alert.View) error {
		all, err := v.Stamps()
		equal(t, "a number is given once", []alert.Stamp{{Number: second + 2, At: at(9)}}, all, err)
		return nil
	})
}

func testTold(t *testing.T, s *desk) {
	told := func(rule, thing, aspect, value string, second int) alert.Told {
		return alert.Told{Rule: rule, Thing: thing, Aspect: aspect, Value: value, At: at(second)}
	}
	s.update(t, func(u alert.Update) error {
		return errors.Join(u.PutTold(told("plans", "m1", "status", "planned", 1)), u.PutTold(told("plans", "m1", "date", "2030-01-01", 1)),
			u.PutTold(told("plans", "m2", "status", "planned", 1)), u.PutTold(told("other", "m1", "status", "held", 1)))
	})
	s.update(t, func(u alert.Update) error { return u.PutTold(told("plans", "m1", "status", "cancelled", 2)) })
	s.view(t, func(v alert.View) error {
		got, err := v.Told("plans", "m1", "m3")
		equal(t, "told of a thing", []alert.Told{told("plans", "m1", "date", "2030-01-01", 1), told("plans", "m1", "status", "cancelled", 2)}, got, err)
		got, err = v.Told("plans")
		equal(t, "told of nothing", []alert.Told(nil), got, err)
		return nil
	})
}

func testNotices(t *testing.T, s *desk) {
	var first, last int64
	s.update(t, func(u alert.Update) (err error) {
		if first, err = u.PutNotice(notice("plans", 1, true)); err != nil {
			return err
		}
		if _, err = u.PutNotice(notice("plans", 2, true)); err != nil {
			return err
		}
		last, err = u.PutNotice(notice("other", 3, false))
		return err
	})
	s.update(t, func(u alert.Update) error { return errors.Join(u.Carried(first), u.Carried()) })
	s.view(t, func(v alert.View) error {
		for _, c := range []struct {
			what string
			q    alert.NoticeQuery
			want []int64
		}{
			{"all", alert.NoticeQuery{}, []int64{last, last - 1, first}},
			{"of a rule", alert.NoticeQuery{Rule: "plans"}, []int64{last - 1, first}},
			{"that wait", alert.NoticeQuery{Waiting: true}, []int64{last - 1}},
			{"by number", alert.NoticeQuery{Numbers: []int64{first, last, 99}}, []int64{last, first}},
			{"the last", alert.NoticeQuery{Limit: 1}, []int64{last}},
		} {
			all, err := v.Notices(c.q)
			var got []int64
			for _, n := range all {
				got = append(got, n.Number)
			}
			equal(t, c.what, c.want, got, err)
		}
		one, err := v.Notices(alert.NoticeQuery{Limit: 1})
		want := notice("other", 3, false)
		want.Number = last
		equal(t, "whole", []alert.Notice{want}, one, err)
		return nil
	})
}

func testLetters(t *testing.T, s *desk) {
	a, b, c := letter("a", "plans", 1, alert.Waiting), letter("b", "plans", 2, alert.Waiting), letter("c", "other", 3, alert.Failed)
	s.update(t, func(u alert.Update) error { return errors.Join(u.PutLetter(a), u.PutLetter(b), u.PutLetter(c)) })
	a.State, a.Tries, a.Done, a.Held = alert.Sent, 2, at(9), time.Time{}
	s.update(t, func(u alert.Update) error { return u.PutLetter(a) })
	s.view(t, func(v alert.View) error {
		for _, one := range []struct {
			what string
			q    alert.LetterQuery
			want []alert.Letter
		}{
			{"all", alert.LetterQuery{}, []alert.Letter{c, b, a}},
			{"of a rule", alert.LetterQuery{Rule: "plans"}, []alert.Letter{b, a}},
			{"that wait", alert.LetterQuery{State: alert.Waiting}, []alert.Letter{b}},
			{"since", alert.LetterQuery{Since: at(2)}, []alert.Letter{c, b}},
			{"the last", alert.LetterQuery{Limit: 1}, []alert.Letter{c}},
		} {
			got, err := v.Letters(one.q)
			equal(t, one.what, one.want, got, err)
		}
		return nil
	})
}

func testDropDone(t *testing.T, s *desk) {
	s.update(t, func(u alert.Update) error {
		for i, waiting := range []bool{true, false, false} {
			if _, err := u.PutNotice(notice("plans", i, waiting)); err != nil {
				return err
			}
		}
		return errors.Join(u.PutLetter(letter("a", "plans", 0, alert.Waiting)), u.PutLetter(letter("b", "plans", 1, alert.Sent)), u.PutLetter(letter("c", "plans", 2, alert.Sent)),
			u.DropDone(at(2)))
	})
	s.view(t, func(v alert.View) error {
		letters, err := v.Letters(alert.LetterQuery{})
		equal(t, "letters", []alert.Letter{letter("c", "plans", 2, alert.Sent), letter("a", "plans", 0, alert.Waiting)}, letters, err)
		notices, err := v.Notices(alert.NoticeQuery{})
		if len(notices) != 2 || err != nil {
			t.Errorf("%d notices, %v", len(notices), err)
		}
		return nil
	})
}

func testAlertsAtomic(t *testing.T, s *desk) {
	failed := errors.New("on purpose")
	err := s.Update(context.Background(), func(u alert.Update) error {
		return errors.Join(u.PutRule(alert.Rule{Name: "plans"}), u.PutLetter(letter("a", "plans", 1, alert.Waiting)), failed)
	})
	if !errors.Is(err, failed) {
		t.Errorf("%v", err)
	}
	s.view(t, func(v alert.View) error {
		rules, err := v.Rules()
		equal(t, "rules", []alert.Rule(nil), rules, err)
		letters, err := v.Letters(alert.LetterQuery{})
		equal(t, "letters", []alert.Letter(nil), letters, err)
		return nil
	})
}
