package service

import (
	"context"
	"fmt"
	"slices"
	"time"

	"rapporteur/alert"
	"rapporteur/record"
)

// KeepAlert checks a rule, finds the ids of the actors whom it names and keeps it; one of
// the same name is replaced, and remembers what it has told. An actor whom neither the
// record nor a table knows is refused, one who has not been heard of yet is not.
func KeepAlert(ctx context.Context, r *record.Record, alerts alert.Store, dir *Directory, rule alert.Rule, now time.Time) (kept alert.Rule, replaced bool, err error) {
	if err := rule.Check(); err != nil {
		return rule, false, err
	}
	if err := dir.limits(ctx, r, &rule.Limits); err != nil {
		return rule, false, err
	}
	rule.Made, rule.Changed = now, now
	err = alerts.Update(ctx, func(u alert.Update) error {
		all, err := u.Rules()
		if err != nil {
			return err
		}
		if at := slices.IndexFunc(all, func(o alert.Rule) bool { return o.Name == rule.Name }); at >= 0 {
			replaced, rule.Made, rule.After = true, all[at].Made, all[at].After
			return u.PutRule(rule)
		}
		stamps, err := u.Stamps()
		if err != nil {
			return err
		}
		if len(stamps) > 0 {
			rule.After = stamps[len(stamps)-1].Number
		}
		return u.PutRule(rule)
	})
	return rule, replaced, err
}

// limits puts the ids of actors in the place of their names, and refuses what nothing can
// match.
func (d *Directory) limits(ctx context.Context, r *record.Record, of *alert.Limits) error {
	for i, name := range of.Actors {
		id, err := d.Called(ctx, r, name)
		if err != nil {
			return fmt.Errorf("%w; to wait for a name that nobody knows yet, give it as words: --text", err)
		}
		of.Actors[i] = id
	}
	for _, state := range of.States {
		if d.base.Actor(state) == nil {
			return invalid("--state "+state, "no state or body has that id; states are ISO 3166 alpha-3 codes, rapporteur actors --kind state lists them")
		}
	}
	return r.Look(ctx, time.Time{}, func(l *record.Look) error {
		if err := checkDossier(l, of.Dossier); err != nil {
			return err
		}
		return checked(l, Positions, &record.Filter{Issues: of.Issues})
	})
}

// ChangeAlert changes a rule by its name, and gives it as it is then.
func ChangeAlert(ctx context.Context, alerts alert.Store, name string, now time.Time, change func(*alert.Rule)) (rule alert.Rule, err error) {
	err = alerts.Update(ctx, func(u alert.Update) error {
		found, err := ruleNamed(u, name)
		if err != nil {
			return err
		}
		rule = *found
		change(&rule)
		rule.Changed = now
		return u.PutRule(rule)
	})
	return rule, err
}

// DropAlert drops a rule by its name.
func DropAlert(ctx context.Context, alerts alert.Store, name string) error {
	return alerts.Update(ctx, func(u alert.Update) error {
		if _, err := ruleNamed(u, name); err != nil {
			return err
		}
		return u.DropRule(name)
	})
}

// ruleNamed gives a rule; there being none is Invalid.
func ruleNamed(v alert.View, name string) (*alert.Rule, error) {
	all, err := v.Rules()
	if err != nil {
		return nil, err
	}
	var names []string
	for i := range all {
		if all[i].Name == name {
			return &all[i], nil
		}
		names = append(names, all[i].Name)
	}
	return nil, invalid("alert "+name, "there is no rule "+name+near(name, names, "; rapporteur alert list lists them"))
}
