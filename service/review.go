package service

import (
	"cmp"
	"context"
	"slices"

	"rapporteur/record"
)

// DoubtKind says what a person is asked.
type DoubtKind string

// What a person can be asked.
const (
	// OfEntry: is it as the record has it, and is it one thing?
	OfEntry DoubtKind = "entry"
	// OfMeetings: are two entries one meeting?
	OfMeetings DoubtKind = "same-meeting"
	// OfActors: are two actors one?
	OfActors DoubtKind = "same-actor"
)

// Doubt is something that a person should look at.
type Doubt struct {
	Kind DoubtKind `json:"kind"`
	// Entries are the one that is doubtful, the two that may be one, or one that names
	// the first of the actors.
	Entries []record.Entry `json:"entries"`
	// Actors are the two that may be one; a merge keeps the second.
	Actors []Namesake `json:"actors,omitempty"`
	// Weight orders the doubts: Uncertainty, how likely a person finds it otherwise, times
	// Consequence, what hangs on it; all between 0 and 1.
	Weight      float64 `json:"weight"`
	Uncertainty float64 `json:"uncertainty"`
	Consequence float64 `json:"consequence"`
	// Because says what makes it uncertain, Matters what hangs on it.
	Because []string `json:"because"`
	Matters []string `json:"matters"`
	// Part are reports of the entry that tell otherwise: a split takes them off.
	Part []string `json:"part,omitempty"`
	// Verdicts are what can be said of it.
	Verdicts []Verdict `json:"verdicts"`
	// Told shows the words in their paragraphs, report by report.
	Told []Telling `json:"told,omitempty"`
}

// IDs are those of the entries.
func (d *Doubt) IDs() []string {
	var out []string
	for i := range d.Entries {
		out = append(out, d.Entries[i].ID)
	}
	return out
}

// Doubts are what a person should look at, the weightiest first.
type Doubts struct {
	Doubts []Doubt `json:"doubts"`
	// Total is how many there are without the question's limit; Looked counts the entries
	// among which they were found, and Cut says that there are more.
	Total  int  `json:"total"`
	Looked int  `json:"looked"`
	Cut    bool `json:"cut,omitempty"`
}

// lookedThrough is the number of entries of a kind among which doubts are looked for, the
// newest, and of those that reports disagree on.
const lookedThrough = 100

// least is the weight below which nobody is asked.
const least = 0.05

// Review gives what is doubtful, most uncertain and most consequential first. What was
// judged is not asked again. Every face shows this queue.
func Review(ctx context.Context, r *record.Record, q Question) (*Doubts, error) {
	q.About = Everything
	kept, err := r.Corrections(ctx, record.CorrectionFilter{Actions: []record.Action{record.Distinct}, Standings: []record.Standing{record.Counts}})
	if err != nil {
		return nil, err
	}
	out := &Doubts{Doubts: []Doubt{}}
	var entries []record.Entry
	err = q.look(ctx, r, func(l *record.Look, f record.Filter) (err error) {
		entries, out.Cut, err = reviewable(l, f)
		return err
	})
	if err != nil {
		return nil, err
	}
	out.Looked = len(entries)
	for i := range entries {
		if d := doubtOf(&entries[i]); d != nil {
			out.Doubts = append(out.Doubts, *d)
		}
	}
	out.Doubts = append(out.Doubts, maybeOneMeeting(entries)...)
	out.Doubts = append(out.Doubts, maybeOneActor(entries, kept)...)
	out.order(q.Offset, q.Limit)
	if !q.Silent {
		return out, tell(ctx, r, out.Doubts)
	}
	for i := range out.Doubts {
		silence(out.Doubts[i].Entries)
	}
	return out, nil
}

// reviewable fetches the entries among which doubts are looked for, each once.
func reviewable(l *record.Look, f record.Filter) (out []record.Entry, cut bool, err error) {
	there := map[string]bool{}
	f.Offset = 0
	for _, kind := range []record.Kind{record.Meeting, record.Event, record.Position, record.Statement} {
		for _, disputed := range []bool{false, true} {
			if disputed && kind != record.Meeting && kind != record.Event {
				continue // of what somebody says or wants no two reports are at odds
			}
			some := f
			some.Kinds, some.Limit, some.Disputed = []record.Kind{kind}, lookedThrough, disputed
			found, err := l.Entries(some)
			if err != nil {
				return nil, false, err
			}
			cut = cut || len(found) == lookedThrough
			for i := range found {
				if e := &found[i]; !there[e.ID] && !e.OpinionOnly() {
					there[e.ID] = true
					out = append(out, *e)
				}
			}
		}
	}
	return out, cut, nil
}

// order puts the doubts in their order and takes a page of them.
func (o *Doubts) order(offset, limit int) {
	o.Doubts = slices.DeleteFunc(o.Doubts, func(d Doubt) bool { return d.Weight < least })
	slices.SortStableFunc(o.Doubts, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), slices.Compare(a.IDs(), b.IDs()))
	})
	o.Total = len(o.Doubts)
	o.Doubts = o.Doubts[min(offset, o.Total):]
	if limit > 0 {
		o.Doubts = o.Doubts[:min(limit, len(o.Doubts))]
	}
}
