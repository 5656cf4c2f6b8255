package record

import (
	"strings"

	"rapporteur"
)

// Line is what one party said that it wants on one issue, in the order of time.
type Line struct {
	// Party is the state or body that the positions are taken for, or the actor
	// itself where it acts for none.
	Party string `json:"party"`
	Name  string `json:"name"`
	// Kind is that of the party, empty where it is not known.
	Kind  rapporteur.ActorKind `json:"kind,omitempty"`
	Issue rapporteur.Issue     `json:"issue"`
	// Positions are entries of kind position, oldest first.
	Positions []Entry `json:"positions"`
	Shifts    []Shift `json:"shifts"`
}

// Latest is the last position of the line.
func (l Line) Latest() *rapporteur.Position { return l.Positions[len(l.Positions)-1].Position }

// IsParty reports whether the line is that of somebody who can be a party: not of a
// person whom no table knows and who speaks for nobody.
func (l Line) IsParty() bool {
	return !strings.HasPrefix(l.Party, "~") || l.Kind != rapporteur.Person && l.Kind != rapporteur.Unnamed
}

// Shift is a change of a party's stance towards one proposal, or of its
// condition, between two days.
type Shift struct {
	Party string           `json:"party"`
	Name  string           `json:"name"`
	Issue rapporteur.Issue `json:"issue"`
	From  Turn             `json:"from"`
	To    Turn             `json:"to"`
}

// Turn is one side of a shift.
type Turn struct {
	// Entry is the id of the position on the record.
	Entry    string            `json:"entry"`
	Actor    string            `json:"actor"`
	Proposal string            `json:"proposal"`
	Stance   rapporteur.Stance `json:"stance"`
	// Direction is towards what the issue names, empty where it is not known.
	Direction rapporteur.Direction `json:"direction,omitempty"`
	// Condition is what a conditional stance depends on, in the report's words.
	Condition *rapporteur.Span `json:"condition"`
	Date      rapporteur.Date  `json:"date"`
	// Quote is the words that show it.
	Quote   rapporteur.Span `json:"quote"`
	Sources int             `json:"sources"`
	// Confidence is that of the position; Rule names what found it.
	Confidence float64 `json:"confidence"`
	Rule       string  `json:"-"`
	// Outlets carried it; Title is that of the first report.
	Outlets []string        `json:"outlets"`
	Title   rapporteur.Text `json:"title"`
}
