package alert

import "time"

// Notice is one thing that a rule found.
type Notice struct {
	// Number counts notices from 1.
	Number int64     `json:"number"`
	Rule   string    `json:"rule"`
	At     time.Time `json:"at"`
	When   When      `json:"when"`
	// Entry is the id of the entry that it is about, Title what happened in one line.
	Entry string `json:"entry"`
	Title string `json:"title"`
	// Changed are the fields that were told otherwise before: "status: planned → cancelled".
	Changed []string `json:"changed,omitempty"`
	// Day is when it happens or happened, where that is known.
	Day string `json:"day,omitempty"`
	// Words are those of a report that show it, Outlet and URL whose they are.
	Words  string `json:"words,omitempty"`
	Outlet string `json:"outlet,omitempty"`
	URL    string `json:"url,omitempty"`
	Report string `json:"report,omitempty"`
	// Sources counts the independent ones.
	Sources    int     `json:"sources"`
	Confidence float64 `json:"confidence"`
	// Waiting says that it is in no letter yet.
	Waiting bool `json:"-"`
}

// State is how it stands with a letter.
type State string

// How it stands with a letter.
const (
	// Waiting: it is still to be sent, or sent again.
	Waiting State = "waiting"
	Sent    State = "sent"
	// Failed: it will not be sent again. Unsure: nobody knows whether it arrived, as the
	// program died or the line broke while it was sent, and its rule has NeverTwice.
	Failed State = "failed"
	Unsure State = "unsure"
)

// Letter is what goes to one receiver at once. Its content does not change.
type Letter struct {
	// ID tells receivers that they have it already.
	ID   string `json:"id"`
	Rule string `json:"rule"`
	To   Target `json:"to"`
	// Notices are the numbers of those in it, the oldest first.
	Notices []int64 `json:"notices,omitempty"`
	// Digest is what a digest says.
	Digest *Composed `json:"digest,omitempty"`
	// NeverTwice is the rule's, of when the letter was made.
	NeverTwice bool      `json:"never_twice,omitempty"`
	Made       time.Time `json:"made"`
	State      State     `json:"state"`
	// Due is when it is to be sent, Held until when somebody is at it.
	Due  time.Time `json:"due"`
	Held time.Time `json:"held,omitzero"`
	// Tries counts how often it was sent, Failure is why the last try failed.
	Tries   int       `json:"tries"`
	Failure string    `json:"failure,omitempty"`
	Done    time.Time `json:"done,omitzero"`
}

// Composed is a text in the forms in which it travels.
type Composed struct {
	Subject  string `json:"subject"`
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
	// From is the beginning of the time that it is about.
	From time.Time `json:"from"`
}
