package dataset

import (
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// Writer takes in entries, actors and reports and writes them in a format; nothing is
// complete before it is closed.
type Writer interface {
	record.Sink
	Close() error
}

// Options are how an export is written.
type Options struct {
	To         Output
	Provenance service.Provenance
	// Tables are the names of the flat tables that are wanted, none for all.
	Tables []string
	// Today is the day from which on something is to come; Title names the list.
	Today rapporteur.Date
	Title string
	// Exact leaves cells of CSV as they are where a spreadsheet takes them for formulas.
	Exact bool
}

// made is when the export is made.
func (o *Options) made() time.Time {
	t, _ := time.Parse(time.RFC3339, o.Provenance.Made)
	return t.UTC()
}
