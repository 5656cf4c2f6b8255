package record

import (
	"time"

	"rapporteur"
)

// Report is a report on the record, with where it stood.
type Report struct {
	rapporteur.Report
	// Arrived is when the record first saw it.
	Arrived time.Time `json:"arrived"`
	// Appearances are where the same words were found, at least one; the report's
	// own outlet, address and day are those of the first.
	Appearances []Appearance `json:"appearances"`
	// Wire names the group of reports that are copies of one text, empty for a
	// report that has none; Copies are the ids of the others of the group.
	Wire   string   `json:"wire,omitempty"`
	Copies []string `json:"copies,omitempty"`
	// SupersededBy is the id of the later revision of the same article; the entries
	// of a superseded report are history.
	SupersededBy string `json:"superseded_by,omitempty"`
	// Entries is the number of its entries, by kind.
	Entries map[Kind]int `json:"entries"`
}

// Appearance is one place where a report was published.
type Appearance struct {
	Outlet    rapporteur.Text `json:"outlet"`
	URL       rapporteur.Text `json:"url"`
	Title     rapporteur.Text `json:"title"`
	Byline    rapporteur.Text `json:"byline"`
	Published rapporteur.Date `json:"published"`
}

// Party is an actor as the whole record knows it.
type Party struct {
	ID    string               `json:"id"`
	Known bool                 `json:"known"`
	Name  string               `json:"name"`
	Kind  rapporteur.ActorKind `json:"kind"`
	State rapporteur.Text      `json:"state"`
	// Entries is the number of entries of the record that name the actor.
	Entries int `json:"entries"`
	// Read is what reports call the actor, where the desk that asks has another name.
	Read string `json:"-"`
}

// Found is a sentence that a search found.
type Found struct {
	rapporteur.Span
	Outlet    rapporteur.Text `json:"outlet"`
	Published rapporteur.Date `json:"published"`
	Title     rapporteur.Text `json:"title"`
}

// textID is the part of a report's id that is its text's.
func textID(id string) string {
	r := rapporteur.Report{ID: id}
	return r.TextID()
}
