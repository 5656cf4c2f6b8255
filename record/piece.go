package record

import (
	"fmt"
	"slices"

	"rapporteur"
)

// keys are the blocking keys of a piece. Every key holds parties and a few days,
// or words, so that few share it however much is stored.
func (p *piece) keys() []uint64 {
	var out []uint64
	switch p.row.Kind {
	case Meeting:
		out = p.meetingKeys()
	case Event:
		out = p.eventKeys()
	case Statement:
		out = p.statementKeys()
	case Position:
		out = p.positionKeys()
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// piece is a member with all that merging looks at: nothing but its report and
// the corrections made to it decide what it is.
type piece struct {
	row MemberRow
	Member
	// cast is the actors that it uses, by id.
	cast   map[string]rapporteur.Actor
	report *ReportRow
	// when are the days on which it may have been; more than one run if the report
	// says that it was put off. dated says that the report gives a date, soon that
	// it is known to a few days.
	when        []days
	dated, soon bool
	// sides are the states and bodies whose people are in it, persons the persons
	// by side. Both lists of sides of an event stand apart.
	sides, recipients []string
	persons           map[string][]string
	// place is a folded name, country a code.
	place, country string
	// about is the state of which its report speaks most.
	about string
	// apart are the places of other meetings of its report.
	apart []string
	// words are the stems of what it says, shingles the hashes of runs of words.
	words    map[string]bool
	shingles map[uint64]bool
	// published is the day of the report, 0 if unknown.
	published int
	// of are the corrections that persons made to it, fixed what it says with them.
	of    []*Correction
	fixed Content
	// was are the ids that it had in earlier readings.
	was []string
	// blocking are its keys, in order.
	blocking []uint64
}

// stored is a member's body in the store.
type stored struct {
	Content
	// Cast is the actors that it uses, without their mentions.
	Cast []rapporteur.Actor `json:"cast,omitempty"`
	// Was are the ids of entries of earlier readings whose place it took.
	Was []string `json:"was,omitempty"`
	// About is the state of which the report speaks most.
	About string `json:"about,omitempty"`
	// Apart are the places of other meetings in the report, folded.
	Apart []string `json:"apart,omitempty"`
	// State says that the place is a whole state, which the contract leaves out.
	State bool `json:"state,omitempty"`
}

// near is the number of days to which a date must be known to be called exact.
const near = 3

// decode makes the piece of a row. A row that cannot be read, or whose report is
// missing, is Damaged.
func decode(row MemberRow, report *ReportRow, known *corrections) (*piece, error) {
	if err := orphaned(row, report); err != nil {
		return nil, err
	}
	body, err := bodyIn(row)
	if err != nil {
		return nil, err
	}
	return pieceOf(row, body, report, known)
}

// orphaned is the error of a row whose report is missing.
func orphaned(row MemberRow, report *ReportRow) error {
	if report != nil {
		return nil
	}
	return &rapporteur.Error{Code: rapporteur.Damaged, Op: fmt.Sprintf("read member %d", row.Number), Message: fmt.Sprintf("its report, number %d, is missing; `rapporteur repair` sets it aside", row.Report)}
}

// bodyIn reads the body of a member.
func bodyIn(row MemberRow) (stored, error) {
	var body stored
	if err := ReadStored(row.Body, &body); err != nil {
		return body, &rapporteur.Error{Code: rapporteur.Damaged, Op: fmt.Sprintf("read member %d", row.Number), Message: "it is not as it was written; `rapporteur repair` sets it aside", Err: err}
	}
	if place := body.place(); place != nil {
		place.State = body.State
	}
	return body, nil
}

// pieceOf makes a piece and applies the corrections of persons to it.
func pieceOf(row MemberRow, body stored, report *ReportRow, known *corrections) (*piece, error) {
	p, err := pieceAlone(row, body, report, known)
	if err == nil {
		compared(p)
	}
	return p, err
}

// pieceAlone is pieceOf for a piece that is compared with no other.
func pieceAlone(row MemberRow, body stored, report *ReportRow, known *corrections) (*piece, error) {
	p := &piece{row: row, report: report, cast: make(map[string]rapporteur.Actor, len(body.Cast)), persons: map[string][]string{}}
	p.Member = Member{Report: report.ID, ID: row.ID, Published: report.Published, Outlet: report.Outlet,
		URL: report.URL, Title: report.Title, Genre: report.Genre, Wire: report.Wire, Content: body.Content}
	for _, a := range body.Cast {
		p.cast[a.ID] = a
	}
	if d, ok := daysOf(report.Published); ok {
		p.published = d.from
	}
	p.was, p.apart, p.about = body.Was, body.Apart, body.About
	var err error
	if p.of, err = known.about(report, row.Kind, p.ids()); err != nil {
		return nil, err
	}
	if m := p.Meeting; m != nil && m.Date.Presumed() { // the record finds the days itself
		known := *m
		known.Date, p.Meeting = "", &known
	}
	p.fixed = p.Content
	for _, c := range p.of {
		p.fixed = c.apply(p.fixed)
		if c.Actor != nil {
			p.cast[c.Actor.ID] = *c.Actor
		}
		for _, s := range c.With {
			if s.Actor != nil {
				p.cast[s.Actor.ID] = *s.Actor
			}
		}
	}
	return p, nil
}

// compared finds by what a piece is compared with others, and its keys.
func compared(p *piece) {
	p.trace()
	p.blocking = p.keys()
}

// trace finds what the tests compare.
func (p *piece) trace() {
	switch c := p.fixed; {
	case c.Meeting != nil:
		p.traceMeeting(c.Meeting)
	case c.Event != nil:
		p.traceEvent(c.Event)
	case c.Statement != nil:
		p.traceStatement(c.Statement)
	case c.Position != nil:
		p.tracePosition(c.Position)
	}
	slices.Sort(p.sides)
	p.sides = slices.Compact(p.sides)
	slices.Sort(p.recipients)
	p.recipients = slices.Compact(p.recipients)
}
