package record_test

import (
	"time"

	"rapporteur"
	"rapporteur/record"
)

// faultyUpdate is what can be changed in a faulty store.
type faultyUpdate struct {
	faultyView
	record.ReportUpdate
	record.MemberUpdate
	record.EntryUpdate
	record.PersonUpdate
	record.DeskUpdate
}

func (f faultyUpdate) PutReport(row record.ReportRow, body record.Body) (int64, error) {
	return asked(f.fault, func() (int64, error) { return f.ReportUpdate.PutReport(row, body) })
}

func (f faultyUpdate) SetReport(row record.ReportRow, body *record.Body) error {
	return told(f.fault, func() error { return f.ReportUpdate.SetReport(row, body) })
}

func (f faultyUpdate) DropReport(number int64) error {
	return told(f.fault, func() error { return f.ReportUpdate.DropReport(number) })
}

func (f faultyUpdate) PutKeys(space record.Space, owner int64, keys []uint64) error {
	return told(f.fault, func() error { return f.MemberUpdate.PutKeys(space, owner, keys) })
}

func (f faultyUpdate) DropKeys(space record.Space, owner int64, keys []uint64) error {
	return told(f.fault, func() error { return f.MemberUpdate.DropKeys(space, owner, keys) })
}

func (f faultyUpdate) PutMember(row record.MemberRow) (int64, error) {
	return asked(f.fault, func() (int64, error) { return f.MemberUpdate.PutMember(row) })
}

func (f faultyUpdate) PutFurther(member, report int64, sentences []int) error {
	return told(f.fault, func() error { return f.MemberUpdate.PutFurther(member, report, sentences) })
}

func (f faultyUpdate) Move(member, from, to int64, at time.Time) error {
	return told(f.fault, func() error { return f.MemberUpdate.Move(member, from, to, at) })
}

func (f faultyUpdate) Retire(member int64) error {
	return told(f.fault, func() error { return f.MemberUpdate.Retire(member) })
}

func (f faultyUpdate) Reserve(ids ...string) error {
	return told(f.fault, func() error { return f.EntryUpdate.Reserve(ids...) })
}

func (f faultyUpdate) Mint(row record.EntryRow) (int64, error) {
	return asked(f.fault, func() (int64, error) { return f.EntryUpdate.Mint(row) })
}

func (f faultyUpdate) Supersede(entry, by int64, at time.Time) error {
	return told(f.fault, func() error { return f.EntryUpdate.Supersede(entry, by, at) })
}

func (f faultyUpdate) Describe(entry int64, members, sort int, terms []record.Term, at time.Time) error {
	return told(f.fault, func() error { return f.EntryUpdate.Describe(entry, members, sort, terms, at) })
}

func (f faultyUpdate) Postpone(entry int64) error {
	return told(f.fault, func() error { return f.EntryUpdate.Postpone(entry) })
}

func (f faultyUpdate) PutChange(c record.ChangeRow) error {
	return told(f.fault, func() error { return f.EntryUpdate.PutChange(c) })
}

func (f faultyUpdate) PutActor(actor rapporteur.Actor) error {
	return told(f.fault, func() error { return f.PersonUpdate.PutActor(actor) })
}

func (f faultyUpdate) PutCorrection(c record.Correction) (int64, error) {
	return asked(f.fault, func() (int64, error) { return f.PersonUpdate.PutCorrection(c) })
}

func (f faultyUpdate) PutDossier(d record.Dossier) error {
	return told(f.fault, func() error { return f.PersonUpdate.PutDossier(d) })
}

func (f faultyUpdate) DropDossier(name string) error {
	return told(f.fault, func() error { return f.PersonUpdate.DropDossier(name) })
}

func (f faultyUpdate) PutDeskRow(row record.DeskRow) error {
	return told(f.fault, func() error { return f.DeskUpdate.PutDeskRow(row) })
}

func (f faultyUpdate) DropDeskRow(namespace, kind, key string) error {
	return told(f.fault, func() error { return f.DeskUpdate.DropDeskRow(namespace, kind, key) })
}

func (f faultyUpdate) DropDesk(namespace string) error {
	return told(f.fault, func() error { return f.DeskUpdate.DropDesk(namespace) })
}
