package postgres

import (
	"context"
	"encoding/json"
	"time"

	"rapporteur/alert"
	"rapporteur/store/packed"
)

// Alerts gives the rules of alerts in the database, what they found and the letters.
func (d *DB) Alerts() alert.Store { return alertStore{d} }

// alertStore is a DB as package alert sees it.
type alertStore struct{ d *DB }

var _ alert.Store = alertStore{}

// View implements alert.Store.
func (a alertStore) View(ctx context.Context, do func(alert.View) error) error {
	return failure("read "+a.d.name, a.d.view(ctx, func(s *session) error { return do(alertTable{s}) }))
}

// Update implements alert.Store.
func (a alertStore) Update(ctx context.Context, do func(alert.Update) error) error {
	return a.d.besides(ctx, alerting, func(s *session) error { return do(alertTable{s}) })
}

// Stamp implements record.Update. Whoever drops the stamps up to a number must have seen
// all of them, so that no smaller one may be committed later.
func (s entryTable) Stamp(at time.Time) error {
	if err := s.do("SELECT pg_advisory_xact_lock($1) WHERE EXISTS (SELECT 1 FROM alert_rules)", int64(stamping)); err != nil {
		return err
	}
	return s.do("INSERT INTO alert_stamps (at) SELECT $1 WHERE EXISTS (SELECT 1 FROM alert_rules)", packed.Millis(at))
}

// alertTable are the tables of alerts.
type alertTable struct{ *session }

var _ alert.Update = alertTable{}

// Rules implements alert.View.
func (s alertTable) Rules() ([]alert.Rule, error) {
	return packed.All(s.each, packed.JSON[alert.Rule], "SELECT body FROM alert_rules ORDER BY name")
}

// PutRule implements alert.Update.
func (s alertTable) PutRule(r alert.Rule) error {
	body, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return s.do("INSERT INTO alert_rules (name, body) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET body = excluded.body", clean(r.Name), string(body))
}

// DropRule implements alert.Update.
func (s alertTable) DropRule(name string) error {
	for _, of := range []string{"alert_rules WHERE name = $1", "alert_told WHERE rule = $1", "alert_notices WHERE rule = $1", "alert_letters WHERE rule = $1"} {
		if err := s.do("DELETE FROM "+of, clean(name)); err != nil {
			return err
		}
	}
	return nil
}

// Stamps implements alert.View.
func (s alertTable) Stamps() ([]alert.Stamp, error) {
	var out []alert.Stamp
	err := s.each(func(r row) error {
		var n, at int64
		err := r.Scan(&n, &at)
		out = append(out, alert.Stamp{Number: n, At: packed.Instant(at)})
		return err
	}, "SELECT n, at FROM alert_stamps ORDER BY n")
	return out, err
}

// DropStamps implements alert.Update.
func (s alertTable) DropStamps(last int64) error {
	return s.do("DELETE FROM alert_stamps WHERE n <= $1", last)
}

// Told implements alert.View.
func (s alertTable) Told(rule string, things ...string) ([]alert.Told, error) {
	if len(things) == 0 {
		return nil, nil
	}
	var out []alert.Told
	err := s.each(func(r row) error {
		var at int64
		t := alert.Told{Rule: rule}
		err := r.Scan(&t.Thing, &t.Aspect, &t.Value, &at)
		t.At = packed.Instant(at)
		out = append(out, t)
		return err
	}, "SELECT thing, aspect, value, at FROM alert_told WHERE rule = $1 AND thing = ANY($2::text[]) ORDER BY thing, aspect", clean(rule), things)
	return out, err
}

// PutTold implements alert.Update.
func (s alertTable) PutTold(t alert.Told) error {
	return s.do(`INSERT INTO alert_told (rule, thing, aspect, value, at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (rule, thing, aspect) DO UPDATE SET value = excluded.value, at = excluded.at`, clean(t.Rule), clean(t.Thing), clean(t.Aspect), clean(t.Value), packed.Millis(t.At))
}
