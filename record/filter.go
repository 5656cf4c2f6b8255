package record

import (
	"time"

	"rapporteur"
)

// Filter chooses entries, reports or actors. Empty fields choose all; of several
// values of one field one must match, and of several fields all. Where a field
// makes no sense for what is asked for, nothing matches.
type Filter struct {
	// Kinds chooses kinds of entries.
	Kinds []Kind
	// Actors are ids of actors; an entry of somebody who acts for a state or body
	// also belongs to that state or body.
	Actors []string
	// States are ISO 3166 codes: the entries of whoever belongs to the state.
	States []string
	// Issues are ids of issues.
	Issues  []string
	Outlets []string
	// Places are names of places, or ISO 3166 codes of states.
	Places []string
	// Statuses are of meetings and modalities of events, Stances of positions.
	Statuses []string
	Stances  []string
	// Types are kinds of meetings (talks, call), acts of statements, PLOVER types
	// of events and kinds of notices.
	Types []string
	// Reports are ids of reports.
	Reports []string
	// Since and Until are days, both included: when it happened, or where that is
	// not known when the report was published.
	Since, Until rapporteur.Date
	// Arrived leaves out entries of which the record knew before that time.
	Arrived time.Time
	// Disputed and Corrected choose the entries that are.
	Disputed, Corrected bool
	// Text searches the sentences of reports: words, all of them, and "phrases in
	// quotation marks". An entry matches if a sentence of its evidence does.
	Text string
	// Dossier is the name of a saved filter that must match as well.
	Dossier string
	// AsOf asks for the record as it stood at that time; zero is now.
	AsOf time.Time
	// Limit is the largest number of results, 0 for all; Offset leaves out the
	// first ones.
	Limit, Offset int
	// either are further conditions, of each of which one term must hold.
	either [][]Term
	// having leaves out what lacks a field, where all that is chosen is gone through.
	having Field
	// useful, where it is set, gives a field and its values of which an entry of a kind
	// must have one to be put together; what is left out still counts for the limit.
	useful func(Kind) (Field, []string)
	// Oldest puts the oldest first; without it the newest come first.
	Oldest bool
}

// Dossier is a named part of the record: a saved filter. All of what it names must hold,
// with one exception: where it has issues beside actors or states, positions on these
// issues belong to it whosever they are, so that it holds both sides, and meetings,
// statements and events, which have no issue, need none.
type Dossier struct {
	Name   string   `json:"name"`
	Actors []string `json:"actors,omitempty"`
	States []string `json:"states,omitempty"`
	Issues []string `json:"issues,omitempty"`
	// Places are names of places or codes of states, Reports ids of reports, and Text is
	// words as a search takes them.
	Places  []string        `json:"places,omitempty"`
	Reports []string        `json:"reports,omitempty"`
	Text    string          `json:"text,omitempty"`
	Since   rapporteur.Date `json:"since,omitempty"`
	Until   rapporteur.Date `json:"until,omitempty"`
}
