package postgres

import (
	"encoding/json"
	"time"

	"rapporteur/follow"
	"rapporteur/store/packed"
)

// Items implements follow.View.
func (s followTable) Items(keys ...string) ([]follow.Item, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	return s.itemsOf("WHERE key = ANY($1::text[]) ORDER BY key", cleaned(keys))
}

// cleaned are words as they stand in the tables.
func cleaned(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = clean(w)
	}
	return out
}

// ByGUID implements follow.View.
func (s followTable) ByGUID(source int64, guids ...string) ([]follow.Item, error) {
	if len(guids) == 0 {
		return nil, nil
	}
	return s.itemsOf("WHERE source = $1 AND guid <> '' AND guid = ANY($2::text[]) ORDER BY key", source, cleaned(guids))
}

// Dues implements follow.View.
func (s followTable) Dues() (map[string]time.Time, error) {
	out := map[string]time.Time{}
	err := s.each(func(r row) error {
		var host string
		var due int64
		err := r.Scan(&host, &due)
		out[host] = packed.Instant(due)
		return err
	}, "SELECT host, min(due) FROM follow_items WHERE due <> 0 GROUP BY host")
	return out, err
}

// Due implements follow.View.
func (s followTable) Due(host string, at time.Time, most int) ([]follow.Item, error) {
	return s.itemsOf("WHERE host = $1 AND due <> 0 AND due <= $2 ORDER BY due, key LIMIT $3", clean(host), packed.Millis(at), limit(most))
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
	}, "SELECT source, count(*), count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'failed') FROM follow_items GROUP BY source")
	return out, err
}

// Failed implements follow.View.
func (s followTable) Failed(most int) ([]follow.Item, error) {
	return s.itemsOf("WHERE failed <> 0 ORDER BY failed DESC, key LIMIT $1", limit(most))
}

// PutItem implements follow.Update.
func (s followTable) PutItem(it follow.Item) error {
	body, err := json.Marshal(it)
	if err != nil {
		return err
	}
	failed := int64(0)
	if it.Problem != "" {
		failed = packed.Millis(it.Seen)
	}
	return s.do(`INSERT INTO follow_items (key, source, host, guid, state, report, listed, due, failed, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (key) DO UPDATE SET source = excluded.source, host = excluded.host, guid = excluded.guid, state = excluded.state, report = excluded.report,
  listed = excluded.listed, due = excluded.due, failed = excluded.failed, body = excluded.body`,
		clean(it.Key), it.Source, clean(it.Host), clean(it.GUID), string(it.State), clean(it.Report), packed.Millis(it.Listed), packed.Millis(it.Due), failed, string(body))
}

// DropItems implements follow.Update.
func (s followTable) DropItems(listedBefore time.Time) error {
	return s.do("DELETE FROM follow_items WHERE due = 0 AND listed < $1", packed.Millis(listedBefore))
}
