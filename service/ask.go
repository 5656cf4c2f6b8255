package service

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Question is what somebody asks of the record, in the words of people: names for
// actors, days as they are written. Empty fields ask for everything.
type Question struct {
	About                                                             Subject
	Actors, States, Issues, Outlets, Places, Statuses, Stances, Types []string
	// Reports are ids of reports.
	Reports []string
	// Since and Until are days, YYYY-MM-DD.
	Since, Until string
	Dossier      string
	// AsOf is a day, whose end is meant, or a time.
	AsOf             string
	Text             string
	Disputed, Oldest bool
	// Limit is 0 for all.
	Limit, Offset int
	// Silent leaves the words of the reports out of the answer.
	Silent bool
}

// Answer is what the record has to say. One of the lists is filled.
type Answer struct {
	Entries []record.Entry
	Actors  []record.Party
	Shifts  []record.Shift
	Reports []record.Report
	// Total is how many there are without the question's limit, Over that there are more:
	// what meets several conditions is counted record.Counted further than the offset,
	// reports record.CountedReports.
	Total int
	Over  bool
}

// Len is the number of results in the answer.
func (a *Answer) Len() int { return len(a.Entries) + len(a.Actors) + len(a.Shifts) + len(a.Reports) }

// Ask answers a question, in one look at the record. What no entry can match is
// refused with the names that may have been meant.
func Ask(ctx context.Context, r *record.Record, q Question) (*Answer, error) {
	a := &Answer{}
	err := q.look(ctx, r, func(l *record.Look, f record.Filter) error { return q.answer(l, f, a) })
	if err != nil {
		return nil, err
	}
	if q.Silent {
		a.silence()
	}
	return a, nil
}

// look translates a question and looks at the record as it was at the time.
func (q *Question) look(ctx context.Context, r *record.Record, do func(*record.Look, record.Filter) error) error {
	at, err := Moment(q.AsOf)
	if err != nil {
		return err
	}
	return r.Look(ctx, at, func(l *record.Look) error {
		f, err := q.filter(l)
		if err != nil {
			return err
		}
		f.AsOf = at
		return do(l, f)
	})
}

func (q *Question) answer(l *record.Look, f record.Filter, a *Answer) (err error) {
	switch q.About {
	case Actors:
		a.Actors, err = l.Parties(f)
	case Reports:
		a.Reports, err = l.Reports(f)
	case Shifts:
		a.Shifts, err = l.Shifts(f)
	default:
		a.Entries, err = l.Entries(f)
	}
	if err != nil {
		return err
	}
	all, err := q.total(l, f, a.Len())
	a.Total, a.Over = all.N, all.Over
	return err
}

// total counts what a question without its limit finds; a list that is not full is
// counted already.
func (q *Question) total(l *record.Look, f record.Filter, got int) (record.Tally, error) {
	if f.Limit == 0 || got < f.Limit && (got > 0 || f.Offset == 0) {
		return record.Tally{N: f.Offset + got}, nil
	}
	before := f.Offset + got
	f.Limit, f.Offset = 0, 0
	switch q.About {
	case Actors:
		all, err := l.Parties(f)
		return record.Tally{N: len(all)}, err
	case Reports:
		return l.CountReports(f, before+record.CountedReports)
	case Shifts:
		return l.CountShifts(f, before+record.Counted)
	}
	return l.Count(f, before+record.Counted)
}

// silence takes the words of the reports out.
func (a *Answer) silence() {
	silence(a.Entries)
	for i := range a.Reports {
		a.Reports[i].Silence()
	}
	for i := range a.Shifts {
		a.Shifts[i].Silence()
	}
}

func silence(entries []record.Entry) {
	for i := range entries {
		entries[i].Silence()
	}
}

// filter translates a question into a filter of the record.
func (q *Question) filter(l *record.Look) (record.Filter, error) {
	f := record.Filter{Since: rapporteur.Date(q.Since), Until: rapporteur.Date(q.Until), Dossier: q.Dossier,
		Text: q.Text, Disputed: q.Disputed, Oldest: q.Oldest, Limit: q.Limit, Offset: q.Offset}
	if err := q.span(); err != nil {
		return f, err
	}
	if err := checkDossier(l, q.Dossier); err != nil {
		return f, err
	}
	f.Kinds, f.States, f.Issues, f.Outlets, f.Places = q.About.kinds(), q.States, q.Issues, q.Outlets, q.Places
	f.Reports = q.Reports
	f.Statuses, f.Stances, f.Types = q.Statuses, q.Stances, q.Types
	if len(q.Actors) > 0 {
		var err error
		if f.Actors, err = ActorIDs(l, q.Actors); err != nil {
			return f, err
		}
	}
	return f, checked(l, q.About, &f)
}

// span refuses days that are none and a time that ends before it begins.
func (q *Question) span() error {
	for _, d := range []struct{ flag, day string }{{"--since", q.Since}, {"--until", q.Until}} {
		if err := Day(d.flag, d.day); err != nil {
			return err
		}
	}
	if q.Since != "" && q.Until != "" && q.Until < q.Since {
		return invalid("--until "+q.Until, "that is before --since "+q.Since)
	}
	return nil
}

// Day refuses what is not a day in a calendar; nothing is no day and none is wrong.
func Day(flag, day string) error {
	if day == "" {
		return nil
	}
	for _, form := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(form, day); err == nil {
			return nil
		}
	}
	return invalid(flag+" "+day, "give a day as YYYY-MM-DD")
}

// Moment gives a time from a day, whose end is meant, or a time; zero for nothing.
func Moment(text string) (time.Time, error) { return moment("--as-of", text) }

// moment gives the time that a flag says.
func moment(flag, text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if t, err := time.ParseInLocation(time.DateOnly, text, time.Local); err == nil {
		return t.AddDate(0, 0, 1).Add(-time.Millisecond), nil
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return t, invalid(flag+" "+text, "give a day as YYYY-MM-DD or a time as 2025-02-18T12:00:00Z")
	}
	return t, nil
}
