package record

import (
	"context"
	"time"

	"rapporteur"
)

// Store keeps a record. It knows rows, keys and terms and nothing of what they
// mean; store/storetest holds every implementation to the same behaviour.
type Store interface {
	// View shows the store as it is at one moment. Views may run side by side.
	View(ctx context.Context, do func(View) error) error
	// Update changes the store: all of what do does or, if it fails or the
	// process dies, nothing. Updates run one after the other.
	Update(ctx context.Context, do func(Update) error) error
	Close() error
}

// View is what can be asked of a store. Lists come in a fixed order, that of the
// numbers unless it says otherwise; what is not there is left out, or nil. What many
// entries or reports need is asked for all of them at once.
type View interface {
	ReportView
	MemberView
	EntryView
	TermView
	PersonView
	DeskView
}

// ReportView is what can be asked of reports.
type ReportView interface {
	// Report gives one report by its id.
	Report(id string) (*ReportRow, error)
	// ReportsNamed gives reports by their ids.
	ReportsNamed(ids ...string) ([]ReportRow, error)
	// ReportRows gives reports by their numbers.
	ReportRows(numbers ...int64) ([]ReportRow, error)
	// ReportsAfter gives the reports that arrived after a number, so many at most.
	ReportsAfter(number int64, limit int) ([]ReportRow, error)
	// Body gives what is large in a report. One that is not as it was written is Damaged.
	Body(number int64) (*Body, error)
	// Bodies gives it for several reports, by their numbers.
	Bodies(numbers ...int64) (map[int64]*Body, error)
	// Reports gives the reports that are asked for, the latest published first.
	Reports(q ReportQuery) ([]ReportRow, error)
	// CountReports gives how many there are, without regard to the limit, but no more than
	// most unless that is 0.
	CountReports(q ReportQuery, most int) (int, error)
	// Group gives the reports of some wire or article groups.
	Group(of Grouping, names ...string) ([]ReportRow, error)
	// Carried gives the reports that an outlet carried, by what they say themselves or
	// by one of their appearances.
	Carried(outlet string) ([]ReportRow, error)
	// Search gives the sentences that hold the words, the last to arrive first.
	Search(text string, limit, offset int) ([]Hit, error)
}

// MemberView is what can be asked of members, and of the keys by which they and
// reports find their like.
type MemberView interface {
	// Owners gives the numbers of all that have one of the keys, by key, rising.
	Owners(space Space, keys ...uint64) (map[uint64][]int64, error)
	// EachKey calls do for every key and its owner, in any order.
	EachKey(space Space, do func(key uint64, owner int64)) error

	// Members gives members by their numbers. The lists of heads leave their bodies
	// and their further sentences out.
	Members(numbers ...int64) ([]MemberRow, error)
	// MembersOf gives the heads of the members that are made of some reports, those that
	// belong to no entry included.
	MembersOf(reports ...int64) ([]MemberRow, error)
	// MembersIn gives the heads of the members of some entries at a time, zero for now.
	MembersIn(at time.Time, entries ...int64) ([]MemberRow, error)
	// Standing gives the members of some entries at a time, zero for now, with their
	// bodies, and the reports that they are of, without their sketches.
	Standing(at time.Time, entries ...int64) ([]MemberRow, []ReportRow, error)
	// EntriesOf gives the numbers of the entries that members of a report belong to
	// or have belonged to.
	EntriesOf(report int64) ([]int64, error)
	// Tally counts the members of reports that belong to an entry, by kind.
	Tally(reports ...int64) (map[int64]map[Kind]int, error)
	// Size counts the members of an entry.
	Size(entry int64) (int, error)
}

// EntryView is what can be asked of entries.
type EntryView interface {
	// Entry gives one entry by its id.
	Entry(id string) (*EntryRow, error)
	// EntryRows gives entries by their numbers.
	EntryRows(numbers ...int64) ([]EntryRow, error)
	// EntriesAfter gives the entries minted after a number, so many at most.
	EntriesAfter(number int64, limit int) ([]EntryRow, error)
	// Entries gives the entries that a query chooses, in its order.
	Entries(q Query) ([]EntryRow, error)
	// EntriesOfEach gives for each of some queries the entries that it chooses.
	EntriesOfEach(queries ...Query) ([][]EntryRow, error)
	// Count gives how many entries a query chooses, without its limit, but no more than
	// most unless that is 0.
	Count(q Query, most int) (int, error)
	// Due gives the entries that Postpone named and Describe has not described since.
	Due() ([]int64, error)
	// Superseded gives the entries that some entries took the place of.
	Superseded(by ...int64) ([]EntryRow, error)
	// Changes gives what happened to some entries, in the order of time.
	Changes(entries ...int64) ([]ChangeRow, error)
	// Touched gives the numbers of the entries that were minted at a time or before, and
	// to which something happened after it and up to another one: a report came or went,
	// they became part of another or another of them, a change was put.
	Touched(after, until time.Time) ([]int64, error)
	// IDs gives the ids of entries and reports that begin with some letters, so many
	// at most, in their order.
	IDs(prefix string, limit int) ([]string, error)
}

// TermView is what can be asked of the terms by which entries are found.
type TermView interface {
	// Having counts the entries that have each of some terms now; terms that nothing
	// has are left out.
	Having(terms ...Term) (map[Term]int, error)
	// Values gives the values that some terms have or have had, those with most entries
	// first, by term.
	Values(terms ...string) (map[string][]Value, error)
	// Parties gives actors with the number of entries that name them, those with
	// most first.
	Parties(q PartyQuery) ([]Party, error)
	// Actors gives actors by their ids.
	Actors(ids ...string) ([]rapporteur.Actor, error)
}

// PersonView is what can be asked of what persons wrote.
type PersonView interface {
	// Corrections gives the corrections after a number, in the order of time, so many at
	// most; 0 for all.
	Corrections(after int64, limit int) ([]Correction, error)
	// CorrectionsOf gives the corrections that are about some texts, or entries by the
	// ids that they had, with all that take one of them back or carry it to another
	// text, in the order of time.
	CorrectionsOf(things ...string) ([]Correction, error)
	Dossiers() ([]Dossier, error)
}

// Followed is the name of the only terms by which an update finds entries, Having and
// EntriesOfEach, while others change the record: the lines of parties.
const Followed = termLine

// ByKind is the name of the term that says of which kind an entry is, as its row does.
const ByKind = termKind

// Update is what can be changed in a store. What is asked of it holds to its end.
type Update interface {
	View
	ReportUpdate
	MemberUpdate
	EntryUpdate
	PersonUpdate
	DeskUpdate
}

// ReportUpdate is what can be changed of reports.
type ReportUpdate interface {
	// PutReport adds a report and gives its number.
	PutReport(row ReportRow, body Body) (int64, error)
	// SetReport changes a report, and its body where that is not nil.
	SetReport(row ReportRow, body *Body) error
	// DropReport removes a report and all its members from every table.
	DropReport(number int64) error
}

// MemberUpdate is what can be changed of members and keys.
type MemberUpdate interface {
	PutKeys(space Space, owner int64, keys []uint64) error
	DropKeys(space Space, owner int64, keys []uint64) error

	// PutMember adds a member that belongs to no entry yet and gives its number.
	PutMember(row MemberRow) (int64, error)
	// PutFurther says in which further sentences of its report a member's evidence stands.
	PutFurther(member, report int64, sentences []int) error
	// Move takes a member from one entry to another, 0 for none, and remembers where
	// it was. A move before the last one, by a clock that is behind, is at the same time
	// as that.
	Move(member, from, to int64, at time.Time) error
	// Retire makes a member stale.
	Retire(member int64) error
}

// EntryUpdate is what can be changed of entries.
type EntryUpdate interface {
	// Reserve looks up at once which of some ids entries already have, so that Mint
	// need not; it changes nothing that anybody sees.
	Reserve(ids ...string) error
	// Mint adds an entry and gives its number, 0 if there is one of that id.
	Mint(row EntryRow) (int64, error)
	// Supersede says that an entry became part of another.
	Supersede(entry, by int64, at time.Time) error
	// Describe says how an entry of so many members is found from now on; no terms,
	// not at all. What it was found by before is remembered. A time before that of the
	// last description is the same as that.
	Describe(entry int64, members, sort int, terms []Term, at time.Time) error
	// Postpone notes that an entry is to be described later.
	Postpone(entry int64) error
	// PutChange appends to what happened to an entry.
	PutChange(c ChangeRow) error
	// Stamp leaves word, for the rules of alerts if there are any, that the record changed
	// at a time.
	Stamp(at time.Time) error
}

// PersonUpdate is what can be changed of actors and of what persons wrote.
type PersonUpdate interface {
	// PutActor adds an actor or gives it another name.
	PutActor(actor rapporteur.Actor) error
	// PutCorrection appends a correction and gives its number.
	PutCorrection(c Correction) (int64, error)
	PutDossier(d Dossier) error
	DropDossier(name string) error
}
