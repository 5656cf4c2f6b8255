package record

import (
	"context"
	"errors"
	"time"

	"rapporteur"
)

// Record is the record of many reports, kept in a store. It may be shared by
// goroutines; what changes it is done one after the other.
type Record struct{}

var errNotYet = errors.New("not built yet")

// Entries gives the entries that a filter chooses, the newest first.
func (r *Record) Entries(_ context.Context, _ Filter) ([]Entry, error) { return nil, errNotYet }

// Count gives how many entries a filter chooses, without regard to its limit.
func (r *Record) Count(_ context.Context, _ Filter) (int, error) { return 0, errNotYet }

// Entry gives one entry, at a time, zero for now. An id that was superseded gives
// the entry with SupersededBy set and nothing in it.
func (r *Record) Entry(_ context.Context, _ string, _ time.Time) (*Entry, error) {
	return nil, errNotYet
}

// Lines gives what parties want on the issues that a filter chooses, by party
// and issue, at the end of the time that the filter spans.
func (r *Record) Lines(_ context.Context, _ Filter) ([]Line, error) { return nil, errNotYet }

// Shifts gives the shifts of parties, the newest first; Since and Until are about
// the day of the later position.
func (r *Record) Shifts(_ context.Context, _ Filter) ([]Shift, error) { return nil, errNotYet }

// Reports gives the reports that a filter chooses, without their text.
func (r *Record) Reports(_ context.Context, _ Filter) ([]Report, error) { return nil, errNotYet }

// Report gives one report with its text.
func (r *Record) Report(_ context.Context, _ string) (*Report, error) { return nil, errNotYet }

// Parties gives the actors that a filter chooses, those with most entries first.
func (r *Record) Parties(_ context.Context, _ Filter) ([]Party, error) { return nil, errNotYet }

// Search gives the sentences that hold the words of a filter's Text.
func (r *Record) Search(_ context.Context, _ Filter) ([]Found, error) { return nil, errNotYet }

// Dossiers gives the saved filters by name.
func (r *Record) Dossiers(_ context.Context) ([]Dossier, error) { return nil, errNotYet }

// SaveDossier keeps a filter under its name; one of the same name is replaced.
func (r *Record) SaveDossier(_ context.Context, _ Dossier) error { return errNotYet }

// DropDossier forgets a saved filter.
func (r *Record) DropDossier(_ context.Context, _ string) error { return errNotYet }

// Input is a reading for the record.
type Input struct {
	Reading *rapporteur.Reading
}

// Add puts readings on the record, all or none of them.
func (r *Record) Add(_ context.Context, _ ...Input) error { return errNotYet }
