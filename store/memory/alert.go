package memory

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"rapporteur/alert"
	"rapporteur/record"
)

// Alerts gives the rules of alerts in the store, what they found and the letters.
func (s *Store) Alerts() alert.Store { return alertStore{s} }

// alertStore is a Store as package alert sees it.
type alertStore struct{ s *Store }

var _ alert.Store = alertStore{}

// View implements alert.Store.
func (a alertStore) View(ctx context.Context, do func(alert.View) error) error {
	return a.s.View(ctx, func(v record.View) error { return do(v.(view).personTable.alerts) })
}

// Update implements alert.Store.
func (a alertStore) Update(ctx context.Context, do func(alert.Update) error) error {
	return a.s.Update(ctx, func(u record.Update) error { return do(u.(view).personTable.alerts) })
}

// Stamp implements record.Update.
func (t entryTable) Stamp(at time.Time) error {
	if len(t.alerts.rules) > 0 {
		t.alerts.last.stamp++
		t.alerts.stamps = append(t.alerts.stamps, alert.Stamp{Number: t.alerts.last.stamp, At: at})
	}
	return nil
}

// alerts are the rules, what they found and told, and the letters.
type alerts struct {
	rules   map[string]alert.Rule
	stamps  []alert.Stamp
	told    map[[3]string]alert.Told
	notices map[int64]alert.Notice
	letters map[string]alert.Letter
	last    struct{ stamp, notice int64 }
}

var _ alert.Update = &alerts{}

func newAlerts() *alerts {
	return &alerts{rules: map[string]alert.Rule{}, told: map[[3]string]alert.Told{}, notices: map[int64]alert.Notice{}, letters: map[string]alert.Letter{}}
}

func (a *alerts) clone() *alerts {
	return &alerts{maps.Clone(a.rules), slices.Clone(a.stamps), maps.Clone(a.told), maps.Clone(a.notices), maps.Clone(a.letters), a.last}
}

// Rules implements alert.View.
func (a *alerts) Rules() ([]alert.Rule, error) {
	return slices.SortedFunc(maps.Values(a.rules), func(x, y alert.Rule) int { return strings.Compare(x.Name, y.Name) }), nil
}

// PutRule implements alert.Update.
func (a *alerts) PutRule(r alert.Rule) error {
	a.rules[r.Name] = r
	return nil
}

// DropRule implements alert.Update.
func (a *alerts) DropRule(name string) error {
	delete(a.rules, name)
	maps.DeleteFunc(a.told, func(_ [3]string, t alert.Told) bool { return t.Rule == name })
	maps.DeleteFunc(a.notices, func(_ int64, n alert.Notice) bool { return n.Rule == name })
	maps.DeleteFunc(a.letters, func(_ string, l alert.Letter) bool { return l.Rule == name })
	return nil
}

// Stamps implements alert.View.
func (a *alerts) Stamps() ([]alert.Stamp, error) { return slices.Clone(a.stamps), nil }

// DropStamps implements alert.Update.
func (a *alerts) DropStamps(last int64) error {
	a.stamps = slices.DeleteFunc(slices.Clone(a.stamps), func(s alert.Stamp) bool { return s.Number <= last })
	return nil
}

// Told implements alert.View.
func (a *alerts) Told(rule string, things ...string) ([]alert.Told, error) {
	var out []alert.Told
	for _, t := range a.told {
		if t.Rule == rule && slices.Contains(things, t.Thing) {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(x, y alert.Told) int {
		return cmp.Or(strings.Compare(x.Thing, y.Thing), strings.Compare(x.Aspect, y.Aspect))
	})
	return out, nil
}

// PutTold implements alert.Update.
func (a *alerts) PutTold(t alert.Told) error {
	a.told[[3]string{t.Rule, t.Thing, t.Aspect}] = t
	return nil
}

// Notices implements alert.View.
func (a *alerts) Notices(q alert.NoticeQuery) ([]alert.Notice, error) {
	var out []alert.Notice
	for _, n := range slices.Backward(numbers(a.notices)) {
		one := a.notices[n]
		if (q.Rule == "" || one.Rule == q.Rule) && (!q.Waiting || one.Waiting) && (len(q.Numbers) == 0 || slices.Contains(q.Numbers, n)) {
			out = append(out, one)
		}
	}
	return page(out, q.Limit, 0), nil
}

// PutNotice implements alert.Update.
func (a *alerts) PutNotice(n alert.Notice) (int64, error) {
	a.last.notice++
	n.Number = a.last.notice
	a.notices[n.Number] = n
	return n.Number, nil
}

// Carried implements alert.Update.
func (a *alerts) Carried(of ...int64) error {
	for _, n := range of {
		if one, ok := a.notices[n]; ok {
			one.Waiting = false
			a.notices[n] = one
		}
	}
	return nil
}

// Letters implements alert.View.
func (a *alerts) Letters(q alert.LetterQuery) ([]alert.Letter, error) {
	var out []alert.Letter
	for _, l := range a.letters {
		if (q.Rule == "" || l.Rule == q.Rule) && (q.State == "" || l.State == q.State) && !l.Made.Before(q.Since) {
			out = append(out, l)
		}
	}
	slices.SortFunc(out, func(x, y alert.Letter) int { return cmp.Or(y.Made.Compare(x.Made), strings.Compare(y.ID, x.ID)) })
	return page(out, q.Limit, 0), nil
}

// PutLetter implements alert.Update.
func (a *alerts) PutLetter(l alert.Letter) error {
	a.letters[l.ID] = l
	return nil
}

// DropDone implements alert.Update.
func (a *alerts) DropDone(before time.Time) error {
	maps.DeleteFunc(a.letters, func(_ string, l alert.Letter) bool { return l.State != alert.Waiting && l.Made.Before(before) })
	maps.DeleteFunc(a.notices, func(_ int64, n alert.Notice) bool { return !n.Waiting && n.At.Before(before) })
	return nil
}
