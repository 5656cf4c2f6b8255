package service

import (
	"cmp"
	"context"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Timeline is meetings and events in the order of time, each with the parties that have
// part in it.
type Timeline struct {
	// Since and Until are the days that were asked for, AsOf the time at which the record
	// stood so, where one was named.
	Since rapporteur.Date `json:"since,omitempty"`
	Until rapporteur.Date `json:"until,omitempty"`
	AsOf  *time.Time      `json:"as_of,omitempty"`
	// About names what it is limited to.
	About string `json:"about,omitempty"`
	// LastReport is the day of the last report: what lies behind it is to come.
	LastReport rapporteur.Date `json:"last_report"`
	Lanes      []Lane          `json:"lanes"`
	Marks      []Mark          `json:"marks"`
	// Undated and Doubtful count what is left out because no day of it is known, or
	// because it hardly rests on anything.
	Undated  int `json:"undated"`
	Doubtful int `json:"doubtful"`
	// Entries counts the entries of the record that were looked at, Total those that there
	// are without the question's limit.
	Entries int `json:"entries"`
	Total   int `json:"total"`
	// Over says that there are more than the total.
	Over bool `json:"over,omitempty"`
}

// Mark is one thing on a timeline: a meeting, with the plans that it came of, or an event.
type Mark struct {
	// Of is meeting or event.
	Of record.Kind `json:"of"`
	// First and Last are the days between which it was; they differ where the day is not
	// known exactly, or where it lasted. One of them is empty where that end is open.
	First rapporteur.Date `json:"first"`
	Last  rapporteur.Date `json:"last"`
	// Exact says that the day is known; Told that none is, and that it stands at the day
	// of the first report of it.
	Exact bool `json:"exact"`
	Told  bool `json:"told,omitempty"`
	// Course is how it went, ToCome that it lies behind the last report.
	Course Course `json:"course"`
	ToCome bool   `json:"to_come"`
	// Seats are the parts that lanes have in it, by lane.
	Seats []LaneSeat `json:"seats"`
	BriefLine
}

// Course is whether a thing came about.
type Course string

// Whether a thing came about: it did, it may, or it did not.
const (
	CameAbout Course = "happened"
	Intended  Course = "planned"
	CameToNil Course = "not"
)

// TimelineQuestion asks for a timeline. Its limit is one of meetings and one of events.
type TimelineQuestion struct {
	Question
	// Title names what it is limited to, in the reader's words.
	Title string
	// Lanes is the number of parties that have a lane of their own, 0 for all.
	Lanes int
	// All has what is doubtful too, and what has no day, at the day of its first report.
	All bool
}

// TimelineOf answers what happened when, and what is to come. Of many the newest are
// taken. Opinion pieces give nothing, as in a brief.
func TimelineOf(ctx context.Context, r *record.Record, q TimelineQuestion) (*Timeline, error) {
	if len(q.Issues) > 0 {
		return nil, invalid("timeline --issue", "meetings and events have no issue; rapporteur positions has them, in the order of time")
	}
	at, err := Moment(q.AsOf)
	if err != nil {
		return nil, err
	}
	q.About = Everything
	t := &Timeline{About: q.Title}
	if !at.IsZero() {
		t.AsOf = &at
	}
	var g gathered
	err = q.look(ctx, r, func(l *record.Look, f record.Filter) error {
		t.Since, t.Until = f.Since, f.Until
		var err error
		if t.LastReport, err = l.LastDay(""); err != nil {
			return err
		}
		return t.gather(l, f, &g)
	})
	if err != nil {
		return nil, err
	}
	t.mark(&g, &q)
	if q.Silent {
		for i := range t.Marks {
			t.Marks[i].silence()
		}
	}
	return t, nil
}

// gather asks the record for the meetings and events, and for what is said beside them,
// which tells what they are about.
func (t *Timeline) gather(l *record.Look, f record.Filter, g *gathered) error {
	for _, kind := range []record.Kind{record.Meeting, record.Event, record.Statement} {
		f.Kinds = []record.Kind{kind}
		of := f
		if kind == record.Statement {
			of.Limit = lookedAt
		}
		found, err := l.Entries(of)
		if err != nil {
			return err
		}
		g.entries = append(g.entries, found...)
		if kind == record.Statement {
			continue
		}
		t.Entries += len(found)
		total := record.Tally{N: len(found)}
		if f.Limit > 0 && total.N == f.Limit {
			if total, err = l.Count(f, record.Counted); err != nil {
				return err
			}
		}
		t.Total, t.Over = t.Total+total.N, t.Over || total.Over
	}
	f.Limit = lookedAt
	var err error
	g.lines, err = l.Lines(f)
	return err
}

// mark makes marks of what was gathered, and lanes of the parties.
func (t *Timeline) mark(g *gathered, q *TimelineQuestion) {
	d := &desk{objects: objectsOf(g.entries, g.lines, false), long: q.All}
	var meetings []record.Entry
	lanes := &lanes{seats: map[string]*Lane{}, told: map[string]int{}}
	for i := range g.entries {
		e := &g.entries[i]
		switch {
		case e.OpinionOnly():
		case e.Meeting != nil:
			meetings = append(meetings, *e)
		case e.Event != nil && !q.All && (e.Event.Confidence < sure && e.Sources < 2 || !telling(e)):
			t.Doubtful++
		case e.Event != nil:
			t.put(d.lineFor(e), e, nil, q.All, lanes)
		}
	}
	for _, of := range gatherings(meetings) {
		if e := of.Meeting; !q.All && (!sided(e) || e.Meeting.Confidence < doubtful && e.Sources < 2) {
			t.Doubtful++
			continue
		}
		t.put(meetingLine(&of), of.Meeting, of.Plans, q.All, lanes)
	}
	t.Lanes = lanes.arrange(t.Marks, q.Lanes)
	slices.SortStableFunc(t.Marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.First, a.Last), cmp.Or(b.First, b.Last)), cmp.Compare(a.Last, b.Last), cmp.Compare(b.Of, a.Of), cmp.Compare(a.Entries[0], b.Entries[0]))
	})
	if t.Marks == nil {
		t.Marks = []Mark{}
	}
}

// put adds the mark of an entry, with its parties.
func (t *Timeline) put(line BriefLine, e *record.Entry, plans []*record.Entry, undated bool, to *lanes) {
	m := Mark{Of: e.Kind, BriefLine: line, Course: courseOf(e)}
	if m.First, m.Last = record.Bounds(line.When); m.First == "" && m.Last == "" {
		if !undated {
			t.Undated++
			return
		}
		m.Told = true
		m.First, m.Last = e.First, e.First
	}
	m.Exact = !m.Told && m.First == m.Last && line.When == m.First
	m.ToCome = m.First > t.LastReport || m.First == "" && m.Last > t.LastReport || m.Course == Intended && m.Last >= t.LastReport
	key := string(m.Of) + string(m.First) + "\x00" + m.says()
	if at, ok := to.told[key]; ok { // the same is told by another entry
		t.Marks[at].Entries = append(t.Marks[at].Entries, m.Entries...)
		return
	}
	to.told[key] = len(t.Marks)
	to.seat(len(t.Marks), e)
	for _, p := range plans {
		to.missing(len(t.Marks), p)
	}
	t.Marks = append(t.Marks, m)
}

// courseOf says whether a meeting or an event came about.
func courseOf(e *record.Entry) Course {
	if e.Meeting != nil {
		switch e.Meeting.Status {
		case rapporteur.Held, rapporteur.UnderWayMeeting:
			return CameAbout
		case rapporteur.Cancelled, rapporteur.RefusedMeeting:
			return CameToNil
		}
		return Intended
	}
	switch e.Event.Modality {
	case rapporteur.Happened, rapporteur.UnderWay:
		return CameAbout
	case rapporteur.Denied, rapporteur.Refused:
		return CameToNil
	}
	return Intended
}
