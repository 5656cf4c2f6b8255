package sqlite

import (
	"encoding/json"
	"time"

	"rapporteur/follow"
)

// Items implements follow.View.
func (s followTable) Items(keys ...string) ([]follow.Item, error) {
	all, err := list(keys)
	if err != nil || len(keys) == 0 {
		return nil, err
	}
	return s.itemsOf("WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key", all)
}

// ByGUID implements follow.View.
func (s followTable) ByGUID(source int64, guids ...string) ([]follow.Item, error) {
	all, err := list(guids)
	if err != nil || len(guids) == 0 {
		return nil, err
	}
	return s.itemsOf("WHERE source = ? AND guid <> '' AND guid IN (SELECT value FROM json_each(?)) ORDER BY key", source, all)
}

// Dues implements follow.View.
func (s followTable) Dues() (map[string]time.Time, error) {
	out := map[string]time.Time{}
	err := s.each(func(r row) error {
		var host string
		var due int64
		err := r.Scan(&host, &due)
		out[host] = instant(due)
		return err
	}, "SELECT host, min(due) FROM follow_items WHERE due <> 0 GROUP BY host")
	return out, err
}

// Due implements follow.View.
func (s followTable) Due(host string, at time.Time, limit int) ([]follow.Item, error) {
	return s.itemsOf("WHERE host = ? AND due <> 0 AND due <= ? ORDER BY due, key LIMIT ?", host, millis(at), limit)
}

// Counts implements follow.View.
func (s followTable) Counts() (map[int64]follow.Count, error) {
	out := map[int64]follow.Count{}
	err := s.each(func(r row) error {
		var source int64
		var c follow.Count
		err := r.Scan(&source, &c.Items, &c.Waiting, &c.Failed)
		out[source] = c
		return err
	}, "SELECT source, count(*), sum(state = 'waiting'), sum(state = 'failed') FROM follow_items GROUP BY source")
	return out, err
}

// Failed implements follow.View.
func (s followTable) Failed(limit int) ([]follow.Item, error) {
	if limit == 0 {
		limit = -1
	}
	return s.itemsOf("WHERE failed <> 0 ORDER BY failed DESC, key LIMIT ?", limit)
}

// PutItem implements follow.Update.
func (s followTable) PutItem(it follow.Item) error {
	body, err := json.Marshal(it)
	if err != nil {
		return err
	}
	failed := int64(0)
	if it.Problem != "" {
		failed = millis(it.Seen)
	}
	return s.do(`INSERT INTO follow_items (key, source, host, guid, state, report, listed, due, failed, body, seal)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, seal(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))
ON CONFLICT DO UPDATE SET source = excluded.source, host = excluded.host, guid = excluded.guid, state = excluded.state, report = excluded.report,
  listed = excluded.listed, due = excluded.due, failed = excluded.failed, body = excluded.body, seal = excluded.seal`,
		it.Key, it.Source, it.Host, it.GUID, string(it.State), it.Report, millis(it.Listed), millis(it.Due), failed, string(body))
}

// DropItems implements follow.Update.
func (s followTable) DropItems(listedBefore time.Time) error {
	return s.do("DELETE FROM follow_items WHERE due = 0 AND listed < ?", millis(listedBefore))
}
