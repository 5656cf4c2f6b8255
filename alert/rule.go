package alert

import (
	"slices"
	"time"
)

// Rule says what somebody wants to be told of, and how.
type Rule struct {
	Name string `json:"name"`
	// When is what must happen; one of them is enough. A digest has none.
	When []When `json:"when,omitempty"`
	// Digest makes it a brief a day.
	Digest *Digest `json:"digest,omitempty"`
	Limits
	// To are the receivers; the feeds have every rule.
	To []Target `json:"to,omitempty"`
	// Quiet are hours in which nothing is sent; what happens then goes out after them.
	Quiet *Hours `json:"quiet,omitempty"`
	// Most bounds the letters; what is beyond waits, and goes as one.
	Most *Rate `json:"most,omitempty"`
	// NeverTwice says that a letter is rather lost than sent again, when the program died
	// while it was sent.
	NeverTwice bool `json:"never_twice,omitempty"`
	// Muted says that nothing is noticed, until a time if that is set.
	Muted *Mute `json:"muted,omitempty"`
	// Made is when the rule was added, Changed when it was last changed, By by whom.
	Made    time.Time `json:"made"`
	Changed time.Time `json:"changed"`
	By      string    `json:"by,omitempty"`
	// After is the last stamp that is older than the rule.
	After int64 `json:"after,omitempty"`
}

// Limits choose a part of the record: of several values of one field one must match, and
// of several fields all.
type Limits struct {
	Dossier string `json:"dossier,omitempty"`
	// Actors are ids of actors. Of whom is left out, and of who moves, it is them; of all
	// else they have part in it.
	Actors []string `json:"actors,omitempty"`
	States []string `json:"states,omitempty"`
	Issues []string `json:"issues,omitempty"`
	Places []string `json:"places,omitempty"`
	// Text is words that the evidence must hold, as a search takes them.
	Text string `json:"text,omitempty"`
	// Confidence is the least of an entry, 0 to 1.
	Confidence float64 `json:"confidence,omitempty"`
}

// open reports whether the limits choose everything.
func (l *Limits) open() bool {
	return l.Dossier == "" && l.Text == "" && len(l.Actors)+len(l.States)+len(l.Issues)+len(l.Places) == 0
}

// Mute silences a rule.
type Mute struct {
	// Until is when it ends, zero for not by itself.
	Until time.Time `json:"until,omitzero"`
}

// Digest is a brief at an hour.
type Digest struct {
	// At is the time of day, Zone the name of the time zone.
	At   string `json:"at"`
	Zone string `json:"zone"`
}

// Asks reports whether a rule is about something.
func (r *Rule) Asks(w When) bool { return slices.Contains(r.When, w) }

// Silent reports whether a rule is muted at a time.
func (r *Rule) Silent(at time.Time) bool {
	return r.Muted != nil && (r.Muted.Until.IsZero() || at.Before(r.Muted.Until))
}
