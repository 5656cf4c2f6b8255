package dispatch

import (
	"context"
	"time"

	"rapporteur/alert"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// What is remembered of a digest: until when it told of the record.
const (
	digestThing  = "digest"
	digestAspect = "until"
)

// digests makes the digests that are due, each of what came to the record since the one
// before. It gives when the next is due.
func (r *Runner) digests(ctx context.Context) (next time.Time, err error) {
	now := r.Now()
	type owed struct {
		rule      alert.Rule
		from, due time.Time
	}
	var all []owed
	err = r.Alerts.View(ctx, func(v alert.View) error {
		rules, err := v.Rules()
		if err != nil {
			return err
		}
		for _, rule := range rules {
			if rule.Digest == nil {
				continue
			}
			due := rule.Digest.Last(now)
			next = earliest(next, due.Add(24*time.Hour))
			last, err := lastDigest(v, &rule, due)
			if err != nil {
				return err
			}
			if last.Before(due) && !rule.Silent(now) {
				all = append(all, owed{rule, last, due})
			}
		}
		return nil
	})
	for _, o := range all {
		if err == nil {
			err = r.digest(ctx, &o.rule, o.from, o.due)
		}
	}
	return next, err
}

// lastDigest gives until when the last digest told. There being none, a rule that was
// added since the time that is due owes none; the first one is about a day.
func lastDigest(v alert.View, rule *alert.Rule, due time.Time) (time.Time, error) {
	told, err := v.Told(rule.Name, digestThing)
	if err != nil {
		return time.Time{}, err
	}
	for _, t := range told {
		if at, err := time.Parse(time.RFC3339Nano, t.Value); err == nil && t.Aspect == digestAspect {
			return at, nil
		}
	}
	if !rule.Made.Before(due) {
		return due, nil
	}
	return due.Add(-24 * time.Hour), nil
}

// digest makes one, where there is anything to tell.
func (r *Runner) digest(ctx context.Context, rule *alert.Rule, from, due time.Time) error {
	words, err := Digest(ctx, r.Record, rule, from, time.Time{})
	r.complain(rule.Name, err)
	if err != nil {
		return nil // the others shall not wait for it
	}
	return r.Alerts.Update(ctx, func(u alert.Update) error {
		last, err := lastDigest(u, rule, due)
		if err != nil || !last.Equal(from) {
			return err // another process was faster
		}
		if words != nil {
			if err := r.post(u, rule, alert.Letter{Digest: words, Made: r.Now()}); err != nil {
				return err
			}
		}
		return u.PutTold(alert.Told{Rule: rule.Name, Thing: digestThing, Aspect: digestAspect, Value: due.UTC().Format(time.RFC3339Nano), At: r.Now()})
	})
}

// Digest gives what a digest says of what came to the record after a time, as it stands
// now or at a time; nil where there is nothing.
func Digest(ctx context.Context, r *record.Record, rule *alert.Rule, from, at time.Time) (*alert.Composed, error) {
	q := service.BriefQuestion{Title: rule.Dossier, From: from, Question: service.Question{Actors: rule.Actors, States: rule.States, Issues: rule.Issues,
		Places: rule.Places, Text: rule.Text, Dossier: rule.Dossier}}
	if !at.IsZero() {
		q.AsOf = at.Format(time.RFC3339Nano)
	}
	b, err := service.BriefOn(ctx, r, q)
	if err != nil || len(b.Sections) == 0 {
		return nil, err
	}
	return export.Digest(rule.Name, b, from)
}
