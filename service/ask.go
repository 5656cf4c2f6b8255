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
	// Total is how many there are without the question's limit.
	Total int
}

// Len is the number of results in the answer.
func (a *Answer) Len() int { return len(a.Entries) + len(a.Actors) + len(a.Shifts) + len(a.Reports) }

// Ask answers a question. What no entry can match is refused with the names that may
// have been meant.
func Ask(ctx context.Context, r *record.Record, q Question) (*Answer, error) {
	f, err := q.Filter(ctx, r)
	if err != nil {
		return nil, err
	}
	a := &Answer{}
	switch q.About {
	case Actors:
		a.Actors, err = r.Parties(ctx, f)
	case Reports:
		a.Reports, err = r.Reports(ctx, f)
	case Shifts:
		a.Shifts, err = r.Shifts(ctx, f)
	default:
		f.Kinds = kindsOf(q.About)
		a.Entries, err = r.Entries(ctx, f)
	}
	if err != nil {
		return nil, err
	}
	if a.Total, err = total(ctx, r, q, f, a.Len()); err != nil {
		return nil, err
	}
	if q.Silent {
		a.silence()
	}
	return a, nil
}

func kindsOf(s Subject) []record.Kind {
	if k := s.kind(); k != "" {
		return []record.Kind{k}
	}
	return nil
}

// total counts what a question without its limit finds; a list that is not full is
// counted already.
func total(ctx context.Context, r *record.Record, q Question, f record.Filter, got int) (int, error) {
	if f.Limit == 0 || got < f.Limit && (got > 0 || f.Offset == 0) {
		return f.Offset + got, nil
	}
	f.Limit, f.Offset = 0, 0
	switch q.About {
	case Actors:
		all, err := r.Parties(ctx, f)
		return len(all), err
	case Reports:
		return r.CountReports(ctx, f)
	case Shifts:
		all, err := r.Shifts(ctx, f)
		return len(all), err
	}
	return r.Count(ctx, f)
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

// Filter translates a question into a filter of the record.
func (q *Question) Filter(ctx context.Context, r *record.Record) (record.Filter, error) {
	f := record.Filter{Since: rapporteur.Date(q.Since), Until: rapporteur.Date(q.Until), Dossier: q.Dossier,
		Text: q.Text, Disputed: q.Disputed, Oldest: q.Oldest, Limit: q.Limit, Offset: q.Offset}
	var err error
	if f.AsOf, err = Moment(q.AsOf); err != nil {
		return f, err
	}
	if err := q.span(); err != nil {
		return f, err
	}
	if err := checkDossier(ctx, r, q.Dossier); err != nil {
		return f, err
	}
	for _, c := range []struct {
		to     *[]string
		field  record.Field
		values []string
	}{{&f.States, record.ByState, q.States}, {&f.Issues, record.ByIssue, q.Issues}, {&f.Outlets, record.ByOutlet, q.Outlets}, {&f.Places, record.ByPlace, q.Places},
		{&f.Statuses, record.ByStatus, q.Statuses}, {&f.Stances, record.ByStance, q.Stances}, {&f.Types, record.ByType, q.Types}} {
		if *c.to, err = check(ctx, r, q.About, c.field, c.values); err != nil {
			return f, err
		}
	}
	if len(q.Actors) > 0 {
		f.Actors, err = ActorIDs(ctx, r, q.Actors)
	}
	return f, err
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
func Moment(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if t, err := time.ParseInLocation(time.DateOnly, text, time.Local); err == nil {
		return t.AddDate(0, 0, 1).Add(-time.Millisecond), nil
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return t, invalid("--as-of "+text, "give a day as YYYY-MM-DD or a time as 2025-02-18T12:00:00Z")
	}
	return t, nil
}
