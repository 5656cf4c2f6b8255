package record_test

import (
	"time"

	"rapporteur"
	"rapporteur/record"
)

// faultyView is what can be asked of a faulty store.
type faultyView struct {
	record.View
	fault *fault
}

func (f faultyView) Report(id string) (*record.ReportRow, error) {
	return asked(f.fault, func() (*record.ReportRow, error) { return f.View.Report(id) })
}

func (f faultyView) ReportsNamed(ids ...string) ([]record.ReportRow, error) {
	return asked(f.fault, func() ([]record.ReportRow, error) { return f.View.ReportsNamed(ids...) })
}

func (f faultyView) ReportRows(numbers ...int64) ([]record.ReportRow, error) {
	return asked(f.fault, func() ([]record.ReportRow, error) { return f.View.ReportRows(numbers...) })
}

func (f faultyView) ReportsAfter(number int64, limit int) ([]record.ReportRow, error) {
	return asked(f.fault, func() ([]record.ReportRow, error) { return f.View.ReportsAfter(number, limit) })
}

func (f faultyView) Body(number int64) (*record.Body, error) {
	return asked(f.fault, func() (*record.Body, error) { return f.View.Body(number) })
}

func (f faultyView) Bodies(numbers ...int64) (map[int64]*record.Body, error) {
	return asked(f.fault, func() (map[int64]*record.Body, error) { return f.View.Bodies(numbers...) })
}

func (f faultyView) Reports(q record.ReportQuery) ([]record.ReportRow, error) {
	return asked(f.fault, func() ([]record.ReportRow, error) { return f.View.Reports(q) })
}

func (f faultyView) CountReports(q record.ReportQuery, most int) (int, error) {
	return asked(f.fault, func() (int, error) { return f.View.CountReports(q, most) })
}

func (f faultyView) Group(of record.Grouping, names ...string) ([]record.ReportRow, error) {
	return asked(f.fault, func() ([]record.ReportRow, error) { return f.View.Group(of, names...) })
}

func (f faultyView) Carried(outlet string) ([]record.ReportRow, error) {
	return asked(f.fault, func() ([]record.ReportRow, error) { return f.View.Carried(outlet) })
}

func (f faultyView) Search(text string, limit, offset int) ([]record.Hit, error) {
	return asked(f.fault, func() ([]record.Hit, error) { return f.View.Search(text, limit, offset) })
}

func (f faultyView) Owners(space record.Space, keys ...uint64) (map[uint64][]int64, error) {
	return asked(f.fault, func() (map[uint64][]int64, error) { return f.View.Owners(space, keys...) })
}

func (f faultyView) EachKey(space record.Space, do func(key uint64, owner int64)) error {
	return told(f.fault, func() error { return f.View.EachKey(space, do) })
}

func (f faultyView) Members(numbers ...int64) ([]record.MemberRow, error) {
	return asked(f.fault, func() ([]record.MemberRow, error) { return f.View.Members(numbers...) })
}

func (f faultyView) MembersOf(reports ...int64) ([]record.MemberRow, error) {
	return asked(f.fault, func() ([]record.MemberRow, error) { return f.View.MembersOf(reports...) })
}

func (f faultyView) MembersIn(at time.Time, entries ...int64) ([]record.MemberRow, error) {
	return asked(f.fault, func() ([]record.MemberRow, error) { return f.View.MembersIn(at, entries...) })
}

func (f faultyView) Standing(at time.Time, entries ...int64) ([]record.MemberRow, []record.ReportRow, error) {
	if err := f.fault.due(); err != nil {
		return nil, nil, err
	}
	return f.View.Standing(at, entries...)
}

func (f faultyView) EntriesOf(report int64) ([]int64, error) {
	return asked(f.fault, func() ([]int64, error) { return f.View.EntriesOf(report) })
}

func (f faultyView) Tally(reports ...int64) (map[int64]map[record.Kind]int, error) {
	return asked(f.fault, func() (map[int64]map[record.Kind]int, error) { return f.View.Tally(reports...) })
}

func (f faultyView) Size(entry int64) (int, error) {
	return asked(f.fault, func() (int, error) { return f.View.Size(entry) })
}

func (f faultyView) Entry(id string) (*record.EntryRow, error) {
	return asked(f.fault, func() (*record.EntryRow, error) { return f.View.Entry(id) })
}

func (f faultyView) EntryRows(numbers ...int64) ([]record.EntryRow, error) {
	return asked(f.fault, func() ([]record.EntryRow, error) { return f.View.EntryRows(numbers...) })
}

func (f faultyView) EntriesAfter(number int64, limit int) ([]record.EntryRow, error) {
	return asked(f.fault, func() ([]record.EntryRow, error) { return f.View.EntriesAfter(number, limit) })
}

func (f faultyView) Entries(q record.Query) ([]record.EntryRow, error) {
	return asked(f.fault, func() ([]record.EntryRow, error) { return f.View.Entries(q) })
}

func (f faultyView) EntriesOfEach(queries ...record.Query) ([][]record.EntryRow, error) {
	return asked(f.fault, func() ([][]record.EntryRow, error) { return f.View.EntriesOfEach(queries...) })
}

func (f faultyView) Count(q record.Query, most int) (int, error) {
	return asked(f.fault, func() (int, error) { return f.View.Count(q, most) })
}

func (f faultyView) Due() ([]int64, error) {
	return asked(f.fault, func() ([]int64, error) { return f.View.Due() })
}

func (f faultyView) Superseded(by ...int64) ([]record.EntryRow, error) {
	return asked(f.fault, func() ([]record.EntryRow, error) { return f.View.Superseded(by...) })
}

func (f faultyView) Changes(entries ...int64) ([]record.ChangeRow, error) {
	return asked(f.fault, func() ([]record.ChangeRow, error) { return f.View.Changes(entries...) })
}

func (f faultyView) IDs(prefix string, limit int) ([]string, error) {
	return asked(f.fault, func() ([]string, error) { return f.View.IDs(prefix, limit) })
}

func (f faultyView) Having(terms ...record.Term) (map[record.Term]int, error) {
	return asked(f.fault, func() (map[record.Term]int, error) { return f.View.Having(terms...) })
}

func (f faultyView) Values(terms ...string) (map[string][]record.Value, error) {
	return asked(f.fault, func() (map[string][]record.Value, error) { return f.View.Values(terms...) })
}

func (f faultyView) Parties(q record.PartyQuery) ([]record.Party, error) {
	return asked(f.fault, func() ([]record.Party, error) { return f.View.Parties(q) })
}

func (f faultyView) Actors(ids ...string) ([]rapporteur.Actor, error) {
	return asked(f.fault, func() ([]rapporteur.Actor, error) { return f.View.Actors(ids...) })
}

func (f faultyView) Corrections(after int64, limit int) ([]record.Correction, error) {
	return asked(f.fault, func() ([]record.Correction, error) { return f.View.Corrections(after, limit) })
}

func (f faultyView) CorrectionsOf(things ...string) ([]record.Correction, error) {
	return asked(f.fault, func() ([]record.Correction, error) { return f.View.CorrectionsOf(things...) })
}

func (f faultyView) Dossiers() ([]record.Dossier, error) {
	return asked(f.fault, func() ([]record.Dossier, error) { return f.View.Dossiers() })
}

func (f faultyView) Touched(after, until time.Time) ([]int64, error) {
	return asked(f.fault, func() ([]int64, error) { return f.View.Touched(after, until) })
}

func (f faultyView) DeskRows(namespace, kind string) ([]record.DeskRow, error) {
	return asked(f.fault, func() ([]record.DeskRow, error) { return f.View.DeskRows(namespace, kind) })
}

func (f faultyView) TermsOf(entries ...int64) (map[int64][]record.Term, error) {
	return asked(f.fault, func() (map[int64][]record.Term, error) { return f.View.TermsOf(entries...) })
}

func (f faultyView) Moment() (string, error) {
	return asked(f.fault, func() (string, error) { return f.View.Moment() })
}
