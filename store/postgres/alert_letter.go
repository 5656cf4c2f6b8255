package postgres

import (
	"encoding/json"
	"time"

	"rapporteur/alert"
	"rapporteur/store/packed"
)

// Notices implements alert.View.
func (s alertTable) Notices(q alert.NoticeQuery) ([]alert.Notice, error) {
	c := &conditions{}
	if q.Rule != "" {
		c.add("rule = %s", clean(q.Rule))
	}
	if q.Waiting {
		c.add("waiting <> 0")
	}
	if len(q.Numbers) > 0 {
		c.add("n = ANY(%s::bigint[])", q.Numbers)
	}
	return packed.All(s.each, notice,
		"SELECT n, waiting, body FROM alert_notices WHERE "+c.where()+" ORDER BY n DESC LIMIT "+c.arg(limit(q.Limit)), c.args...)
}

// notice reads one, with its number and whether it waits.
var notice = packed.NumberedJSON(func(n *alert.Notice, number, waiting int64) { n.Number, n.Waiting = number, waiting != 0 })

// PutNotice implements alert.Update.
func (s alertTable) PutNotice(n alert.Notice) (int64, error) {
	body, err := json.Marshal(n)
	if err != nil {
		return 0, err
	}
	numbers, err := s.numbers("INSERT INTO alert_notices (rule, at, waiting, body) VALUES ($1, $2, $3, $4) RETURNING n", clean(n.Rule), packed.Millis(n.At), truth(n.Waiting), string(body))
	if err != nil {
		return 0, err
	}
	return numbers[0], nil
}

// Carried implements alert.Update.
func (s alertTable) Carried(numbers ...int64) error {
	return s.do("UPDATE alert_notices SET waiting = 0 WHERE n = ANY($1::bigint[])", numbers)
}

// Letters implements alert.View.
func (s alertTable) Letters(q alert.LetterQuery) ([]alert.Letter, error) {
	c := &conditions{}
	if q.Rule != "" {
		c.add("rule = %s", clean(q.Rule))
	}
	if q.State != "" {
		c.add("state = %s", string(q.State))
	}
	if !q.Since.IsZero() {
		c.add("made >= %s", packed.Millis(q.Since))
	}
	return packed.All(s.each, packed.JSON[alert.Letter],
		"SELECT body FROM alert_letters WHERE "+c.where()+" ORDER BY made DESC, id DESC LIMIT "+c.arg(limit(q.Limit)), c.args...)
}

// PutLetter implements alert.Update.
func (s alertTable) PutLetter(l alert.Letter) error {
	body, err := json.Marshal(l)
	if err != nil {
		return err
	}
	return s.do(`INSERT INTO alert_letters (id, rule, state, made, body) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body`, l.ID, clean(l.Rule), string(l.State), packed.Millis(l.Made), string(body))
}

// DropDone implements alert.Update.
func (s alertTable) DropDone(before time.Time) error {
	if err := s.do("DELETE FROM alert_letters WHERE state <> 'waiting' AND made < $1", packed.Millis(before)); err != nil {
		return err
	}
	return s.do("DELETE FROM alert_notices WHERE waiting = 0 AND at < $1", packed.Millis(before))
}
