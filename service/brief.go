package service

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Brief is what somebody who has two minutes needs to know of some days: what is new,
// section by section, each line with the ids of what it stands on.
type Brief struct {
	// Since and Until are the days that were asked for, or chosen.
	Since rapporteur.Date `json:"since"`
	Until rapporteur.Date `json:"until"`
	// From is the time of arrival from which things are new, if that was asked for.
	From *time.Time `json:"from,omitempty"`
	// AsOf is the time at which the record stood so, if one was asked for.
	AsOf *time.Time `json:"as_of,omitempty"`
	// About names what it is limited to.
	About string `json:"about"`
	// Reports counts the reports of these days, Opinions those of them that are opinion
	// pieces and give no facts.
	Reports int `json:"reports"`
	// ReportsOver says that they are more than that.
	ReportsOver bool      `json:"reports_over,omitempty"`
	Opinions    int       `json:"opinions"`
	Sections    []Section `json:"sections"`
	// Cut says that the days have more entries than were looked at.
	Cut bool `json:"cut,omitempty"`
}

// Section is a heading with its lines; More counts those that were left out.
type Section struct {
	ID    SectionID   `json:"id"`
	Name  string      `json:"name"`
	Lines []BriefLine `json:"lines"`
	More  int         `json:"more"`
	// Over says that there are more than More says.
	Over bool `json:"over,omitempty"`
}

// BriefQuestion asks for a brief.
type BriefQuestion struct {
	Question
	// Title names what it is limited to, in the reader's words.
	Title string
	// From is the time of the reader's last brief: what has arrived since is new.
	From time.Time
	// Most is the number of lines of a section, 0 for the sections' own; Long has all
	// lines of the newest entries, and what is left out of a page: background, the
	// doubtful, oddities. With both, so many entries of each kind are looked at.
	Most int
	Long bool
}

// briefDays is the number of days of a brief that does not say from when on.
const briefDays = 7

// gathered is what a brief is made of.
type gathered struct {
	entries []record.Entry
	lines   []record.Line
	shifts  []record.Shift
	// moves counts the shifts of the days; of them the newest are there.
	moves record.Tally
}

// The number of entries of a kind at which a brief looks, and a long one that does not
// ask for more: so many of the newest are more than a page can tell of, and are put
// together in less than a tenth of a second.
const lookedAt, lookedAtLong = 150, 300

// The number of shifts at which a page looks, which has room for three, and a long brief,
// as each of them needs its past.
const movesLookedAt, movesLookedAtLong = 24, 100

// BriefOn makes a brief. Without Since and From it takes the last seven days of the
// record, up to Until if that is given.
func BriefOn(ctx context.Context, r *record.Record, q BriefQuestion) (*Brief, error) {
	q.About = Everything
	b := &Brief{About: q.Title}
	at, err := Moment(q.AsOf)
	if err != nil {
		return nil, err
	}
	if !q.From.IsZero() {
		b.From = &q.From
	}
	if !at.IsZero() {
		b.AsOf = &at
	}
	var g gathered
	err = r.Look(ctx, at, func(l *record.Look) error {
		if q.Since == "" && q.From.IsZero() {
			if err := q.lastDays(l); err != nil {
				return err
			}
		}
		f, err := q.filter(l)
		if err != nil {
			return err
		}
		f.Arrived = q.From
		if f.Limit = lookedAt; q.Long {
			f.Limit = max(lookedAtLong, q.Most)
		}
		return b.gather(l, f, &q, &g)
	})
	if err != nil {
		return nil, err
	}
	b.arrange(&g, &q)
	if q.Silent {
		b.silence()
	}
	return b, nil
}

// gather asks the record for what a brief is made of, each kind apart so that no kind
// crowds out another.
func (b *Brief) gather(l *record.Look, f record.Filter, q *BriefQuestion, g *gathered) error {
	b.Since, b.Until = f.Since, f.Until
	reports := f
	reports.Issues, reports.Dossier, reports.Limit = nil, "", 0
	all, err := l.CountReports(reports, record.CountedReports)
	if err != nil {
		return err
	}
	b.Reports, b.ReportsOver = all.N, all.Over
	for _, kind := range []record.Kind{record.Meeting, record.Event, record.Statement, record.Notice} {
		f.Kinds = []record.Kind{kind}
		found, err := l.Entries(f)
		if err != nil {
			return err
		}
		b.Cut = b.Cut || len(found) == f.Limit
		g.entries = append(g.entries, found...)
	}
	if g.lines, err = l.LinesAlone(f); err != nil {
		return err
	}
	if q.Long {
		f.Limit = max(movesLookedAtLong, q.Most)
	} else {
		f.Limit = min(lookedAt, max(movesLookedAt, q.Most))
	}
	return g.moved(l, f)
}

// moved asks for the newest shifts, of which each needs its past, and counts the others.
func (g *gathered) moved(l *record.Look, f record.Filter) (err error) {
	if g.shifts, err = l.Shifts(f); err != nil {
		return err
	}
	if g.moves = (record.Tally{N: len(g.shifts)}); g.moves.N == f.Limit {
		g.moves, err = l.CountShifts(f, record.Counted)
	}
	return err
}

// lastDays puts the days of a brief that says none.
func (q *Question) lastDays(l *record.Look) error {
	last, err := l.LastDay(rapporteur.Date(q.Until))
	if err != nil {
		return err
	}
	last, _ = record.Bounds(last) // that of a document may be a month, which sorts as its first day
	day, err := time.Parse(time.DateOnly, string(last))
	if err != nil {
		return invalid("brief", "the record has no report with a day; add reports, or say from when on: --since 2025-02-10")
	}
	q.Since = day.AddDate(0, 0, 1-briefDays).Format(time.DateOnly)
	if q.Until == "" {
		q.Until = string(last)
	}
	return nil
}
