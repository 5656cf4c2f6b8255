package sqlite

import (
	"encoding/json"
	"time"

	"rapporteur/alert"
	"rapporteur/store/packed"
)

// Notices implements alert.View.
func (s alertTable) Notices(q alert.NoticeQuery) ([]alert.Notice, error) {
	numbers, err := list(q.Numbers)
	if err != nil {
		return nil, err
	}
	if q.Limit == 0 {
		q.Limit = -1
	}
	return packed.All(s.each, notice,
		`SELECT n, waiting, body FROM alert_notices WHERE (?1 = '' OR rule = ?1) AND (?2 = 0 OR waiting <> 0)
AND (?3 = 0 OR n IN (SELECT value FROM json_each(?4))) ORDER BY n DESC LIMIT ?5`, q.Rule, q.Waiting, len(q.Numbers), numbers, q.Limit)
}

// notice reads one, with its number and whether it waits.
var notice = packed.NumberedJSON(func(n *alert.Notice, number, waiting int64) { n.Number, n.Waiting = number, waiting != 0 })

// PutNotice implements alert.Update.
func (s alertTable) PutNotice(n alert.Notice) (int64, error) {
	body, err := json.Marshal(n)
	if err != nil {
		return 0, err
	}
	return s.exec("INSERT INTO alert_notices (rule, at, waiting, body, seal) VALUES (?1, ?2, ?3, ?4, seal(?1, ?2, ?3, ?4))", n.Rule, millis(n.At), n.Waiting, string(body))
}

// Carried implements alert.Update.
func (s alertTable) Carried(numbers ...int64) error {
	all, err := list(numbers)
	if err != nil || len(numbers) == 0 {
		return err
	}
	return s.do("UPDATE alert_notices SET waiting = 0, seal = seal(rule, at, 0, body) WHERE n IN (SELECT value FROM json_each(?))", all)
}

// Letters implements alert.View.
func (s alertTable) Letters(q alert.LetterQuery) ([]alert.Letter, error) {
	if q.Limit == 0 {
		q.Limit = -1
	}
	since := int64(0)
	if !q.Since.IsZero() {
		since = millis(q.Since)
	}
	return packed.All(s.each, packed.JSON[alert.Letter], `SELECT body FROM alert_letters
WHERE (?1 = '' OR rule = ?1) AND (?2 = '' OR state = ?2) AND made >= ?3 ORDER BY made DESC, id DESC LIMIT ?4`, q.Rule, string(q.State), since, q.Limit)
}

// PutLetter implements alert.Update.
func (s alertTable) PutLetter(l alert.Letter) error {
	body, err := json.Marshal(l)
	if err != nil {
		return err
	}
	return s.do(`INSERT INTO alert_letters (id, rule, state, made, body, seal) VALUES (?1, ?2, ?3, ?4, ?5, seal(?1, ?2, ?3, ?4, ?5))
ON CONFLICT DO UPDATE SET state = excluded.state, body = excluded.body, seal = excluded.seal`, l.ID, l.Rule, string(l.State), millis(l.Made), string(body))
}

// DropDone implements alert.Update.
func (s alertTable) DropDone(before time.Time) error {
	if err := s.do("DELETE FROM alert_letters WHERE state <> 'waiting' AND made < ?", millis(before)); err != nil {
		return err
	}
	return s.do("DELETE FROM alert_notices WHERE waiting = 0 AND at < ?", millis(before))
}
