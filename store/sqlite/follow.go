package sqlite

import (
	"context"
	"encoding/json"
	"time"

	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/store/packed"
)

// Follows gives what is followed, and what was seen of it.
func (d *DB) Follows() follow.Store { return followStore{d} }

// followStore is a DB as package follow sees it.
type followStore struct{ d *DB }

var _ follow.Store = followStore{}

// View implements follow.Store.
func (f followStore) View(ctx context.Context, do func(follow.View) error) error {
	return failure("read "+f.d.path, f.d.view(ctx, func(v record.View) error {
		return do(followTable{v.(tables).personTable.session})
	}))
}

// Update implements follow.Store.
func (f followStore) Update(ctx context.Context, do func(follow.Update) error) error {
	return f.d.Update(ctx, func(record.Update) error { return do(followTable{f.d.writer}) })
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
	return packed.All(s.each, source, "SELECT n, 0, body FROM follows ORDER BY n")
}

// Source implements follow.View.
func (s followTable) Source(id int64) (*follow.Source, error) {
	found, err := packed.All(s.each, source, "SELECT n, 0, body FROM follows WHERE n = ?", id)
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
		return one.ID, s.do("UPDATE follows SET body = ?2, seal = seal(n, ?2) WHERE n = ?1", one.ID, string(body))
	}
	n, err := s.exec("INSERT INTO follows (body, seal) VALUES (?, 0)", string(body))
	if err != nil {
		return 0, err
	}
	return n, s.do("UPDATE follows SET seal = "+sealOf("follows")+" WHERE n = ?", n)
}

// DropSource implements follow.Update.
func (s followTable) DropSource(id int64) error {
	if err := s.do("DELETE FROM follow_items WHERE source = ?", id); err != nil {
		return err
	}
	return s.do("DELETE FROM follows WHERE n = ?", id)
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
	return s.do(`INSERT INTO follow_hosts (name, body, seal) VALUES (?1, ?2, seal(?1, ?2))
ON CONFLICT DO UPDATE SET body = excluded.body, seal = excluded.seal`, h.Name, string(body))
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
		p.Fetched = instant(at)
		out = append(out, p)
		return err
	}, "SELECT report, address, at, type, body FROM follow_pages WHERE report = ?1 OR address = ?1 ORDER BY n", of)
	return out, err
}

// PutPage implements follow.Update.
func (s followTable) PutPage(p follow.Page) error {
	body, err := packed.Page(p.Body)
	if err != nil {
		return err
	}
	return s.do("INSERT INTO follow_pages (report, address, at, type, body, seal) VALUES (?1, ?2, ?3, ?4, ?5, seal(?1, ?2, ?3, ?4, ?5))",
		p.Report, p.Address, millis(p.Fetched), p.Type, body)
}

// Forget implements follow.Update.
func (s followTable) Forget(reports ...string) error {
	all, err := list(reports)
	if err != nil {
		return err
	}
	items, err := s.itemsOf("WHERE report <> '' AND report IN (SELECT value FROM json_each(?))", all)
	if err != nil {
		return err
	}
	for _, it := range items {
		it.Due = time.Time{}
		if err := s.PutItem(it); err != nil {
			return err
		}
	}
	return s.do("DELETE FROM follow_pages WHERE report IN (SELECT value FROM json_each(?))", all)
}
