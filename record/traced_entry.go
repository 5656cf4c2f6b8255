package record

import "time"

// tracedEntries notes what is asked of entries.
type tracedEntries struct{ tracing }

// Entry implements View.
func (t tracedEntries) Entry(id string) (*EntryRow, error) {
	note(&t.a.entries, id)
	return t.base.Entry(id)
}

// EntryRows implements View.
func (t tracedEntries) EntryRows(numbers ...int64) ([]EntryRow, error) {
	note(&t.a.minted, numbers...)
	return t.base.EntryRows(numbers...)
}

// EntriesAfter implements View.
func (t tracedEntries) EntriesAfter(number int64, limit int) ([]EntryRow, error) {
	t.a.open = true
	return t.base.EntriesAfter(number, limit)
}

// Entries implements View.
func (t tracedEntries) Entries(q Query) ([]EntryRow, error) {
	t.a.query(q)
	return t.base.Entries(q)
}

// EntriesOfEach implements View.
func (t tracedEntries) EntriesOfEach(queries ...Query) ([][]EntryRow, error) {
	for _, q := range queries {
		t.a.query(q)
	}
	return t.base.EntriesOfEach(queries...)
}

// Count implements View.
func (t tracedEntries) Count(q Query, most int) (int, error) {
	t.a.open = true
	return t.base.Count(q, most)
}

// Due implements View.
func (t tracedEntries) Due() ([]int64, error) {
	t.a.open = true
	return t.base.Due()
}

// Superseded implements View.
func (t tracedEntries) Superseded(by ...int64) ([]EntryRow, error) {
	note(&t.a.superseded, by...)
	return t.base.Superseded(by...)
}

// Changes implements View.
func (t tracedEntries) Changes(entries ...int64) ([]ChangeRow, error) {
	note(&t.a.past, entries...)
	return t.base.Changes(entries...)
}

// Touched implements View.
func (t tracedEntries) Touched(after, until time.Time) ([]int64, error) {
	t.a.open = true
	return t.base.Touched(after, until)
}

// IDs implements View.
func (t tracedEntries) IDs(prefix string, limit int) ([]string, error) {
	t.a.open = true
	return t.base.IDs(prefix, limit)
}

// tracedPersons notes what is asked of what persons wrote.
type tracedPersons struct{ tracing }

// Corrections implements View.
func (t tracedPersons) Corrections(after int64, limit int) ([]Correction, error) {
	t.a.open = true
	return t.base.Corrections(after, limit)
}

// CorrectionsOf implements View.
func (t tracedPersons) CorrectionsOf(things ...string) ([]Correction, error) {
	note(&t.a.things, things...)
	return t.base.CorrectionsOf(things...)
}

// Dossiers implements View.
func (t tracedPersons) Dossiers() ([]Dossier, error) {
	t.a.open = true
	return t.base.Dossiers()
}
