package postgres

import (
	"context"
	"encoding/json"
	"time"

	"rapporteur/follow"
	"rapporteur/store/packed"
)

// Follows gives what is followed, and what was seen of it.
func (d *DB) Follows() follow.Store { return followStore{d} }

// followStore is a DB as package follow sees it.
type followStore struct{ d *DB }

var _ follow.Store = followStore{}

// View implements follow.Store.
func (f followStore) View(ctx context.Context, do func(follow.View) error) error {
	return failure("read "+f.d.name, f.d.view(ctx, func(s *session) error { return do(followTable{s}) }))
}

// Update implements follow.Store.
func (f followStore) Update(ctx context.Context, do func(follow.Update) error) error {
	return f.d.besides(ctx, following, func(s *session) error { return do(followTable{s}) })
}

// followTable are the tables of what is followed.
type followTable struct{ *session }

var _ follow.Update = followTable{}

func (s followTable) itemsOf(where string, args ...any) ([]follow.Item, error) {
	return packed.All(s.each, packed.JSON[follow.Item], "SELECT body FROM follow_items "+where, args...)
}

// source reads one that is followed, with its number.
var source = packed.NumberedJSON(func(one *follow.Source, n, _ int64) { one.ID = n })

// Sources implements follow.View.
func (s followTable) Sources() ([]follow.Source, error) {
	return packed.All(s.each, source, "SELECT n, 0::bigint, body FROM follows ORDER BY n")
}

// Source implements follow.View.
func (s followTable) Source(id int64) (*follow.Source, error) {
	found, err := packed.All(s.each, source, "SELECT n, 0::bigint, body FROM follows WHERE n = $1", id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// PutSource implements follow.Update.
func (s followTable) PutSource(one follow.Source) (int64, error) {
	body, err := json.Marshal(one)
	if err != nil {
		return 0, err
	}
	if one.ID != 0 {
		return one.ID, s.do("UPDATE follows SET body = $2 WHERE n = $1", one.ID, string(body))
	}
	numbers, err := s.numbers("INSERT INTO follows (body) VALUES ($1) RETURNING n", string(body))
	if err != nil {
		return 0, err
	}
	return numbers[0], nil
}

// DropSource implements follow.Update.
func (s followTable) DropSource(id int64) error {
	if err := s.do("DELETE FROM follow_items WHERE source = $1", id); err != nil {
		return err
	}
	return s.do("DELETE FROM follows WHERE n = $1", id)
}

// Hosts implements follow.View.
func (s followTable) Hosts() ([]follow.Host, error) {
	return packed.All(s.each, packed.JSON[follow.Host], "SELECT body FROM follow_hosts ORDER BY name")
}

// PutHost implements follow.Update.
func (s followTable) PutHost(h follow.Host) error {
	body, err := json.Marshal(h)
	if err != nil {
		return err
	}
	return s.do("INSERT INTO follow_hosts (name, body) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET body = excluded.body", clean(h.Name), string(body))
}

// Pages implements follow.View.
func (s followTable) Pages(of string) ([]follow.Page, error) {
	var out []follow.Page
	err := s.each(func(r row) error {
		var p follow.Page
		var at int64
		var body []byte
		if err := r.Scan(&p.Report, &p.Address, &at, &p.Type, &body); err != nil {
			return err
		}
		var err error
		p.Body, err = packed.ReadPage(body)
		p.Fetched = packed.Instant(at)
		out = append(out, p)
		return err
	}, "SELECT report, address, at, type, body FROM follow_pages WHERE report = $1 OR address = $1 ORDER BY n", clean(of))
	return out, err
}

// PutPage implements follow.Update.
func (s followTable) PutPage(p follow.Page) error {
	body, err := packed.Page(p.Body)
	if err != nil {
		return err
	}
	return s.do("INSERT INTO follow_pages (report, address, at, type, body) VALUES ($1, $2, $3, $4, $5)",
		clean(p.Report), clean(p.Address), packed.Millis(p.Fetched), clean(p.Type), body)
}

// Forget implements follow.Update.
func (s followTable) Forget(reports ...string) error {
	items, err := s.itemsOf("WHERE report <> '' AND report = ANY($1::text[])", reports)
	if err != nil {
		return err
	}
	for _, it := range items {
		it.Due = time.Time{}
		if err := s.PutItem(it); err != nil {
			return err
		}
	}
	return s.do("DELETE FROM follow_pages WHERE report = ANY($1::text[])", reports)
}
