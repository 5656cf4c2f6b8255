package dispatch

import (
	"context"
	"encoding/hex"
	"io"
	"slices"
	"time"

	"rapporteur/alert"
)

// compose makes letters of the notices that wait, as soon as quiet hours and the rate of
// their rule allow it: one for each receiver, of all that wait. It gives when the next may
// be made.
func (r *Runner) compose(ctx context.Context) (next time.Time, err error) {
	now := r.Now()
	var ready []alert.Rule
	err = r.Alerts.View(ctx, func(v alert.View) error {
		waiting, err := v.Notices(alert.NoticeQuery{Waiting: true})
		if err != nil || len(waiting) == 0 {
			return err
		}
		rules, err := v.Rules()
		if err != nil {
			return err
		}
		for _, rule := range rules {
			if !slices.ContainsFunc(waiting, func(n alert.Notice) bool { return n.Rule == rule.Name }) {
				continue
			}
			at, err := readyAt(v, &rule, now)
			if err != nil {
				return err
			}
			if at.After(now) {
				next = earliest(next, at)
			} else {
				ready = append(ready, rule)
			}
		}
		return nil
	})
	if err != nil || len(ready) == 0 {
		return next, err
	}
	return next, r.Alerts.Update(ctx, func(u alert.Update) error {
		for i := range ready {
			if err := r.bundle(u, &ready[i], now); err != nil {
				return err
			}
		}
		return nil
	})
}

// readyAt gives when the next letter of a rule may be made.
func readyAt(v alert.View, rule *alert.Rule, now time.Time) (time.Time, error) {
	if rule.Most == nil {
		return rule.Ready(now, nil), nil
	}
	letters, err := v.Letters(alert.LetterQuery{Rule: rule.Name, Since: now.Add(-rule.Most.In)})
	var made []time.Time
	for i := range letters {
		if !slices.ContainsFunc(made, letters[i].Made.Equal) {
			made = append(made, letters[i].Made)
		}
	}
	return rule.Ready(now, made), err
}

// bundle makes the letters of a rule of what waits now.
func (r *Runner) bundle(u alert.Update, rule *alert.Rule, now time.Time) error {
	waiting, err := u.Notices(alert.NoticeQuery{Rule: rule.Name, Waiting: true})
	if err != nil || len(waiting) == 0 {
		return err // another process was faster
	}
	var numbers []int64
	for _, n := range slices.Backward(waiting) {
		numbers = append(numbers, n.Number)
	}
	if err := r.post(u, rule, alert.Letter{Notices: numbers, Made: now}); err != nil {
		return err
	}
	return u.Carried(numbers...)
}

// post writes a letter down for each receiver of a rule.
func (r *Runner) post(u alert.Update, rule *alert.Rule, l alert.Letter) error {
	l.Rule, l.State, l.Due, l.NeverTwice = rule.Name, alert.Waiting, l.Made, rule.NeverTwice
	for _, to := range rule.To {
		var id [16]byte
		if _, err := io.ReadFull(r.Random, id[:]); err != nil {
			return err
		}
		l.ID, l.To = "alert-"+hex.EncodeToString(id[:]), to
		if err := u.PutLetter(l); err != nil {
			return err
		}
	}
	return nil
}
