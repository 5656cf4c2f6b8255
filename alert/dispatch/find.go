package dispatch

import (
	"context"
	"time"

	"rapporteur/alert"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// looked is what a rule sees in the record.
type looked struct {
	rule  string
	to    bool
	signs []service.Found
}

// find writes down what rules find in the changes of the record that none has looked at.
// The record is looked at first and written to afterwards, so that nobody waits; the
// stamps are taken away with what was found, and where another process has taken them
// in the meantime, nothing is written.
func (r *Runner) find(ctx context.Context) error {
	var stamps []alert.Stamp
	var rules []alert.Rule
	err := r.Alerts.View(ctx, func(v alert.View) (err error) {
		if stamps, err = v.Stamps(); err == nil && len(stamps) > 0 {
			rules, err = v.Rules()
		}
		return err
	})
	if err != nil || len(stamps) == 0 {
		return err
	}
	var all []looked
	err = r.Record.Look(ctx, time.Time{}, func(l *record.Look) error {
		all = r.look(l, rules, stamps)
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	return r.Alerts.Update(ctx, func(u alert.Update) error {
		now, err := u.Stamps()
		if err != nil || len(now) == 0 || now[0].Number != stamps[0].Number {
			return err
		}
		for _, one := range all {
			if err := r.remember(u, one); err != nil {
				return err
			}
		}
		return u.DropStamps(stamps[len(stamps)-1].Number)
	})
}

// look has each rule look at what happened in its time. One that cannot, as its dossier
// is gone, keeps no other from it.
func (r *Runner) look(l *record.Look, rules []alert.Rule, stamps []alert.Stamp) []looked {
	var out []looked
	for i := range rules {
		rule := &rules[i]
		from, ok := since(stamps, rule.After)
		if !ok || len(rule.When) == 0 || rule.Silent(r.Now()) {
			continue
		}
		signs, err := service.SignsOf(l, rule, from)
		r.complain(rule.Name, err)
		if err == nil && len(signs) > 0 {
			out = append(out, looked{rule.Name, len(rule.To) > 0, signs})
		}
	}
	return out
}

// since is the time after which a rule has not looked at the record: clocks may go back, so
// the earliest of all stamps, less the last moment before it.
func since(stamps []alert.Stamp, after int64) (from time.Time, ok bool) {
	for _, s := range stamps {
		if s.Number > after && (!ok || s.At.Before(from)) {
			from, ok = s.At, true
		}
	}
	return from.Add(-time.Millisecond), ok
}

// complain logs what is wrong with a rule, once.
func (r *Runner) complain(rule string, err error) {
	what := ""
	if err != nil {
		what = err.Error()
	}
	r.mu.Lock()
	said := r.wrong[rule]
	r.wrong[rule] = what
	r.mu.Unlock()
	if what != "" && what != said {
		r.Log.Error("a rule of alerts cannot be followed", "rule", rule, "err", err)
	}
}

// remember writes down what of a rule's signs is news.
func (r *Runner) remember(u alert.Update, one looked) error {
	var things []string
	for i := range one.signs {
		things = append(things, one.signs[i].Things...)
	}
	known, err := u.Told(one.rule, things...)
	if err != nil {
		return err
	}
	notices, told := news(alert.Remembered(known), one.signs, r.Now())
	for _, t := range told {
		t.Rule, t.At = one.rule, r.Now()
		if err := u.PutTold(t); err != nil {
			return err
		}
	}
	for _, n := range notices {
		n.Rule, n.Waiting = one.rule, one.to
		if _, err := u.PutNotice(n); err != nil {
			return err
		}
	}
	return nil
}

// news are the signs that were not told, as notices of a time, and what is told with them.
func news(memory alert.Memory, signs []service.Found, at time.Time) (notices []alert.Notice, told []alert.Told) {
	for i := range signs {
		tell, changed := memory.Fresh(&signs[i].Sign)
		told = append(told, changed...)
		if tell {
			n := export.Noticed(&signs[i])
			n.At = at
			notices = append(notices, n)
		}
	}
	return notices, told
}
