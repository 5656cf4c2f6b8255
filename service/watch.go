package service

import (
	"context"
	"time"

	"rapporteur/record"
)

// Watch tells what came to the record since it was last asked, each entry once.
type Watch struct {
	Record   *record.Record
	Question Question
	Now      func() time.Time
	// From is the time from which entries are new.
	From time.Time
	told map[string]bool
}

// lag is the longest that an entry may take from when it was minted to when it can be
// seen: until then the process that writes it is at work.
const lag = 10 * time.Minute

// Next gives the entries that are new and match the question, the oldest first.
func (w *Watch) Next(ctx context.Context) ([]record.Entry, error) {
	now := w.Now()
	var found []record.Entry
	err := w.Question.look(ctx, w.Record, func(l *record.Look, f record.Filter) (err error) {
		f.Kinds, f.Arrived, f.Oldest, f.Limit, f.Offset = w.Question.About.kinds(), w.From, true, 0, 0
		found, err = l.Entries(f)
		return err
	})
	if err != nil {
		return nil, err
	}
	told := map[string]bool{}
	var out []record.Entry
	for i := range found {
		if told[found[i].ID] = true; !w.told[found[i].ID] {
			out = append(out, found[i])
		}
	}
	w.told = told
	if late := now.Add(-lag); late.After(w.From) {
		w.From = late
	}
	if w.Question.Silent {
		silence(out)
	}
	return out, nil
}

// From gives the time from which somebody wants to know: the beginning of a day, or a
// time; else now.
func From(text string, now time.Time) (time.Time, error) {
	if text == "" {
		return now, nil
	}
	if t, err := time.ParseInLocation(time.DateOnly, text, time.Local); err == nil {
		return t, nil
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return t, invalid("--from "+text, "give a day as YYYY-MM-DD or a time as 2025-02-18T12:00:00Z")
	}
	return t, nil
}
