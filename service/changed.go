package service

import (
	"context"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Changed is what happened to the record between two times.
type Changed struct {
	From  time.Time  `json:"from"`
	To    *time.Time `json:"to"`
	About string     `json:"about,omitempty"`
	// Reports counts the reports that came; ReportsOver says that they are more.
	Reports     int  `json:"reports"`
	ReportsOver bool `json:"reports_over,omitempty"`
	// New are the entries that came, the newest of each kind, Came how many there are; of
	// the kinds in Over there are more.
	New  []record.Entry      `json:"new"`
	Came map[record.Kind]int `json:"came"`
	Over []record.Kind       `json:"over,omitempty"`
	// Shifts say who moved by the positions that came; Moved are meetings, events,
	// positions and statements that were there and are told otherwise now.
	Shifts []record.Shift `json:"shifts"`
	Moved  []EntryChange  `json:"moved"`
	// Withdrawn are those that are no more, were called off or are denied.
	Withdrawn []EntryChange `json:"withdrawn"`
	// Merged are those that became part of another.
	Merged []EntryChange `json:"merged"`
	// Corrected is what persons said.
	Corrected []record.Correction `json:"corrected"`
	// Confirmed are those to which nothing happened but that more sources tell them.
	Confirmed []EntryChange `json:"confirmed"`
	// More counts what the limit leaves out of moved, withdrawn, merged and confirmed.
	More map[string]int `json:"more,omitempty"`
}

// EntryChange is an entry to which something happened.
type EntryChange struct {
	// Entry is how it stands, or where it is no more stood.
	Entry record.Entry `json:"entry"`
	// Fields are what is said otherwise than before.
	Fields []FieldChange `json:"fields"`
	// Into is the entry that it became part of, Gone why it is no more: rejected, removed,
	// or reread.
	Into string `json:"into,omitempty"`
	Gone string `json:"gone,omitempty"`
}

// FieldChange is a field with what was said and what is said now, empty for nothing.
type FieldChange struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	Now    string `json:"now"`
}

// ChangedQuestion asks what changed.
type ChangedQuestion struct {
	Question
	// Title names what it is limited to, in the reader's words.
	Title string
	// From and To are times, or days whose ends are meant; without To it is now.
	From, To string
}

// WhatChanged answers what the record knew at one time and not at an earlier one, or
// otherwise. Its limit is one of each kind and of each list.
func WhatChanged(ctx context.Context, r *record.Record, q ChangedQuestion) (*Changed, error) {
	const op = "what-changed"
	if q.From == "" {
		return nil, invalid(op, "say from when on: --between 2025-02-10, or --between 2025-02-10 2025-02-17")
	}
	from, err := moment("--between", q.From)
	if err != nil {
		return nil, err
	}
	to, err := moment("--between", q.To)
	if err != nil {
		return nil, err
	}
	if !to.IsZero() && !from.Before(to) {
		return nil, invalid(op+" --between "+q.From+" "+q.To, "the second time is not after the first one")
	}
	c := &Changed{From: from, About: q.Title, More: map[string]int{}}
	if q.AsOf, q.About = "", Everything; !to.IsZero() {
		q.AsOf, c.To = to.Format(time.RFC3339Nano), &to
	}
	var d *record.Difference
	err = q.look(ctx, r, func(l *record.Look, f record.Filter) (err error) {
		d, err = l.Since(f, from)
		return err
	})
	if err != nil {
		return nil, err
	}
	c.sort(d, &q.Question)
	return c, nil
}

// count puts how many entries of each kind came.
func (c *Changed) count(came map[record.Kind]record.Tally) {
	c.Came = map[record.Kind]int{}
	for _, k := range record.Kinds() {
		n, has := came[k]
		if has {
			c.Came[k] = n.N
		}
		if n.Over {
			c.Over = append(c.Over, k)
		}
	}
}

// sort puts what happened into lists.
func (c *Changed) sort(d *record.Difference, q *Question) {
	c.Reports, c.ReportsOver, c.New, c.Shifts, c.Corrected = d.Reports.N, d.Reports.Over, d.New, d.Shifts, d.Corrections
	c.count(d.Came)
	if c.New == nil {
		c.New = []record.Entry{}
	}
	if c.Shifts == nil {
		c.Shifts = []record.Shift{}
	}
	known := map[string]bool{}
	for i := range d.New {
		known[d.New[i].ID] = true
	}
	c.Moved, c.Withdrawn, c.Merged, c.Confirmed = []EntryChange{}, []EntryChange{}, []EntryChange{}, []EntryChange{}
	put := func(name string, to *[]EntryChange, m EntryChange) {
		if q.Limit > 0 && len(*to) == q.Limit {
			c.More[name]++
			return
		}
		*to = append(*to, m)
	}
	for i := range d.Altered {
		a := &d.Altered[i]
		known[a.Before.ID] = true
		m := EntryChange{Entry: *a.Before, Into: a.Into, Gone: a.Gone, Fields: []FieldChange{}}
		switch {
		case a.Into != "":
			put("merged", &c.Merged, m)
			continue
		case a.After == nil:
			put("withdrawn", &c.Withdrawn, m)
			continue
		}
		m.Entry, m.Fields = *a.After, fieldChanges(a.Before, a.After)
		switch {
		case calledOff(m.Fields):
			put("withdrawn", &c.Withdrawn, m)
		case len(m.Fields) > 1 || len(m.Fields) == 1 && m.Fields[0].Field != sourcesField:
			put("moved", &c.Moved, m)
		case len(m.Fields) == 1:
			put("confirmed", &c.Confirmed, m)
		}
	}
	if q.limited() {
		c.Corrected = slices.DeleteFunc(c.Corrected, func(o record.Correction) bool { return !known[o.Entry] })
	}
	if c.Corrected == nil {
		c.Corrected = []record.Correction{}
	}
	if q.Silent {
		c.silence()
	}
}

// limited reports whether a question leaves entries out.
func (q *Question) limited() bool {
	of := *q
	of.Limit, of.AsOf = 0, ""
	return !of.open()
}

// calledOff reports whether a meeting or an event has come to nothing by what changed.
func calledOff(fields []FieldChange) bool {
	return slices.ContainsFunc(fields, func(f FieldChange) bool {
		switch f.Field {
		case "status":
			return f.Now == string(rapporteur.Cancelled) || f.Now == string(rapporteur.RefusedMeeting)
		case "modality":
			return f.Now == string(rapporteur.Denied)
		}
		return false
	})
}

// silence takes the words of the reports out.
func (c *Changed) silence() {
	silence(c.New)
	for i := range c.Shifts {
		c.Shifts[i].Silence()
	}
	for i := range c.Corrected {
		c.Corrected[i].Silence()
	}
	for _, list := range [][]EntryChange{c.Moved, c.Withdrawn, c.Merged, c.Confirmed} {
		for i := range list {
			list[i].Entry.Silence()
			list[i].Fields = slices.DeleteFunc(list[i].Fields, func(f FieldChange) bool { return slices.Contains(wordFields, f.Field) })
		}
	}
}
