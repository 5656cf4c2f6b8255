package sqlite

import (
	"context"
	"encoding/json"
	"time"

	"rapporteur/alert"
	"rapporteur/record"
	"rapporteur/store/packed"
)

// Alerts gives the rules of alerts in the file, what they found and the letters.
func (d *DB) Alerts() alert.Store { return alertStore{d} }

// alertStore is a DB as package alert sees it.
type alertStore struct{ d *DB }

var _ alert.Store = alertStore{}

// View implements alert.Store.
func (a alertStore) View(ctx context.Context, do func(alert.View) error) error {
	return failure("read "+a.d.path, a.d.view(ctx, func(v record.View) error {
		return do(alertTable{v.(tables).personTable.session})
	}))
}

// Update implements alert.Store.
func (a alertStore) Update(ctx context.Context, do func(alert.Update) error) error {
	return a.d.change(ctx, func(record.Update) error { return do(alertTable{a.d.writer}) })
}

// Stamp implements record.Update.
func (s entryTable) Stamp(at time.Time) error {
	return s.do("INSERT INTO alert_stamps (at, seal) SELECT ?1, seal(?1) WHERE EXISTS (SELECT 1 FROM alert_rules)", millis(at))
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
	return s.do(`INSERT INTO alert_rules (name, body, seal) VALUES (?1, ?2, seal(?1, ?2))
ON CONFLICT DO UPDATE SET body = excluded.body, seal = excluded.seal`, r.Name, string(body))
}

// DropRule implements alert.Update.
func (s alertTable) DropRule(name string) error {
	for _, of := range []string{"alert_rules WHERE name = ?", "alert_told WHERE rule = ?", "alert_notices WHERE rule = ?", "alert_letters WHERE rule = ?"} {
		if err := s.do("DELETE FROM "+of, name); err != nil {
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
		out = append(out, alert.Stamp{Number: n, At: instant(at)})
		return err
	}, "SELECT n, at FROM alert_stamps ORDER BY n")
	return out, err
}

// DropStamps implements alert.Update.
func (s alertTable) DropStamps(last int64) error {
	return s.do("DELETE FROM alert_stamps WHERE n <= ?", last)
}

// Told implements alert.View.
func (s alertTable) Told(rule string, things ...string) ([]alert.Told, error) {
	all, err := list(things)
	if err != nil || len(things) == 0 {
		return nil, err
	}
	var out []alert.Told
	err = s.each(func(r row) error {
		var at int64
		t := alert.Told{Rule: rule}
		err := r.Scan(&t.Thing, &t.Aspect, &t.Value, &at)
		t.At = instant(at)
		out = append(out, t)
		return err
	}, "SELECT thing, aspect, value, at FROM alert_told WHERE rule = ? AND thing IN (SELECT value FROM json_each(?)) ORDER BY thing, aspect", rule, all)
	return out, err
}

// PutTold implements alert.Update.
func (s alertTable) PutTold(t alert.Told) error {
	return s.do(`INSERT INTO alert_told (rule, thing, aspect, value, at, seal) VALUES (?1, ?2, ?3, ?4, ?5, seal(?1, ?2, ?3, ?4, ?5))
ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at, seal = excluded.seal`, t.Rule, t.Thing, t.Aspect, t.Value, millis(t.At))
}
