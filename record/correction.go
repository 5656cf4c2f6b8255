package record

import (
	"fmt"
	"slices"
	"time"

	"rapporteur"
)

// Correction is what a person says of an entry, or of a report. Corrections are appended, never
// changed; the last one on a field counts. They address the words of a report and
// not an id, so they survive when the reports are read again.
type Correction struct {
	// ID counts corrections from 1, those of each desk by themselves.
	ID int64 `json:"id"`
	// At is when it was made, By by whom.
	At   time.Time `json:"at"`
	By   string    `json:"by"`
	Note string    `json:"note,omitempty"`
	// Namespace is the desk whose it is, empty for everybody's.
	Namespace string `json:"namespace,omitempty"`
	// Entry is the id that the corrected entry had, or of the report that it is about.
	Entry string `json:"entry"`
	Kind  Kind   `json:"kind"`
	// Action says what is done.
	Action Action `json:"action"`
	// Field and Value are those of Set: "actor:USA" and "GBR".
	Field string `json:"field,omitempty"`
	Value string `json:"value,omitempty"`
	// Actor is who Value names where the field is an actor.
	Actor *rapporteur.Actor `json:"actor,omitempty"`
	// Words are where Value stands in the reports, for fields that are words of theirs.
	Words []rapporteur.Span `json:"words,omitempty"`
	// With are the fields of an entry that was Missed.
	With []Setting `json:"with,omitempty"`
	// Targets are the members of the entry that it is about; Others, of Merge,
	// Distinct and Split, are the members to join them to or to keep them from.
	Targets []Address `json:"targets"`
	Others  []Address `json:"others,omitempty"`
}

// Action is what a correction does.
type Action string

// What a correction does.
const (
	// Set gives a field another value: actor:OLD, role:ID, presence:ID or one of Fields.
	Set Action = "set"
	// Include adds an actor, whose id is the Value, to the list that Field names, and
	// Drop takes one off it.
	Include Action = "add"
	Drop    Action = "drop"
	// Reject says that there is no such thing: the entry leaves the record.
	Reject Action = "reject"
	// Split parts the entries of some reports from the rest.
	Split Action = "split"
	// Merge says that two entries are one.
	Merge Action = "merge"
	// Distinct says that entries are not one, whatever the test makes of them; other than
	// Split it leaves each open to what comes later. With a Field actor:ID and a Value it
	// says so of two actors.
	Distinct Action = "distinct"
	// Accept says that an entry is right as it stands.
	Accept Action = "accept"
	// Missed adds an entry that no reading has, of the words that are the Value, with
	// the fields of With.
	Missed Action = "missed"
	// Remark changes nothing.
	Remark Action = "note"
	// Carry says that an earlier correction, whose number is the Value, holds in
	// another version of the article too. The program makes it: Others is the place
	// that was corrected, Targets the one that has its words now.
	Carry Action = "carry"
	// Undo takes an earlier correction back; its number is the Value.
	Undo Action = "undo"
)

// Judges reports whether a correction leaves what it is about as it is: a person looked
// at it and found it right, or found two things to be two.
func (c *Correction) Judges() bool { return c.Action == Accept || c.Action == Distinct }

// About gives what a correction is about: texts by their ids, and the entry by the id
// that it had.
func (c *Correction) About() []string {
	out := []string{textID(c.Entry)}
	for _, a := range slices.Concat(c.Targets, c.Others) {
		out = append(out, textID(a.Report))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Address is a place in a report that a correction is about.
type Address struct {
	Report string `json:"report"`
	// Member is the id of the entry of the reading; where a new reading has no such
	// entry, the one with the most of the same words takes its place.
	Member string `json:"member"`
	// Start and End are code points of the report's text.
	Start int `json:"start"`
	End   int `json:"end"`
}

// same reports whether two addresses are one member of one report.
func (a Address) same(b Address) bool { return a.Report == b.Report && a.Member == b.Member }

// String says what is done, in words.
func (c Correction) String() string {
	s := fmt.Sprintf("%d: %s", c.ID, c.Action)
	for _, v := range []string{c.Field, c.Value, c.Note} {
		if v != "" {
			s += " " + v
		}
	}
	for _, w := range c.With {
		s += " " + w.Field + "=" + w.Value
	}
	return s
}

// Setting is a value of a field of an entry that a person added.
type Setting struct {
	// Action is Set or Include.
	Action Action `json:"action"`
	Field  string `json:"field"`
	Value  string `json:"value"`
	// Actor is who Value names where the field is an actor.
	Actor *rapporteur.Actor `json:"actor,omitempty"`
	Words []rapporteur.Span `json:"words,omitempty"`
}

func (s Setting) correction(kind Kind) Correction {
	return Correction{Kind: kind, Action: s.Action, Field: s.Field, Value: s.Value, Actor: s.Actor, Words: s.Words}
}

// firstOwn is the number behind which the corrections of a desk are numbered among those
// that count at it: its own come behind the shared ones, so that its word is the last.
const firstOwn = 1 << 40

// Number is the number by which a correction is called: a desk counts its own from 1.
func (c *Correction) Number() int64 {
	if c.ID > firstOwn {
		return c.ID - firstOwn
	}
	return c.ID
}

// own is the number in here of the correction of a desk that is called by one.
func own(namespace string, number int64) int64 {
	if namespace == "" {
		return number
	}
	return number + firstOwn
}

// called is a correction as it goes out, under the number by which it is called.
func (c Correction) called() Correction {
	c.ID = c.Number()
	return c
}
