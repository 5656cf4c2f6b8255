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
// numbers unless it says otherwise; what is not there is left out, or nil.
type View interface {
	// Report gives one report by its id.
	Report(id string) (*ReportRow, error)
	// ReportRows gives reports by their numbers.
	ReportRows(numbers ...int64) ([]ReportRow, error)
	// ReportsAfter gives the reports that arrived after a number, so many at most.
	ReportsAfter(number int64, limit int) ([]ReportRow, error)
	// Body gives what is large in a report.
	Body(number int64) (*Body, error)
	// Reports gives the reports that are asked for, the latest published first.
	Reports(q ReportQuery) ([]ReportRow, error)
	// Group gives the reports of a wire or article group.
	Group(of Grouping, name string) ([]ReportRow, error)

	// Carried gives the reports that an outlet carried, by what they say themselves or
	// by one of their appearances.
	Carried(outlet string) ([]ReportRow, error)

	// Owners gives the numbers of all that have one of the keys, by key, rising.
	Owners(space Space, keys ...uint64) (map[uint64][]int64, error)
	// EachKey calls do for every key and its owner, in any order.
	EachKey(space Space, do func(key uint64, owner int64)) error

	// Members gives members by their numbers. The other lists of members leave their
	// bodies out.
	Members(numbers ...int64) ([]MemberRow, error)
	// MembersOf gives the members that are made of one report, those that
	// belong to no entry included.
	MembersOf(report int64) ([]MemberRow, error)
	// EntriesOf gives the numbers of the entries that members of a report belong to
	// or have belonged to.
	EntriesOf(report int64) ([]int64, error)
	// Tally counts the members of a report that belong to an entry, by kind.
	Tally(report int64) (map[Kind]int, error)
	// MembersIn gives the members of an entry at a time, zero for now.
	MembersIn(entry int64, at time.Time) ([]MemberRow, error)

	// Size counts the members of an entry.
	Size(entry int64) (int, error)
	// Entry gives one entry by its id.
	Entry(id string) (*EntryRow, error)
	// EntryRows gives entries by their numbers.
	EntryRows(numbers ...int64) ([]EntryRow, error)
	// EntriesAfter gives the entries minted after a number, so many at most.
	EntriesAfter(number int64, limit int) ([]EntryRow, error)
	// Having counts the entries that have each of some terms now; terms that nothing
	// has are left out.
	Having(terms ...Term) (map[Term]int, error)
	// Entries gives the entries that a query chooses, in its order.
	Entries(q Query) ([]EntryRow, error)
	// Count gives how many entries a query chooses, without its limit.
	Count(q Query) (int, error)
	// Due gives the entries that Postpone named and Describe has not described since.
	Due() ([]int64, error)
	// Superseded gives the entries that an entry took the place of.
	Superseded(by int64) ([]EntryRow, error)
	// Changes gives what happened to an entry, in the order of time.
	Changes(entry int64) ([]ChangeRow, error)

	// Actors gives actors by their ids.
	Actors(ids ...string) ([]rapporteur.Actor, error)
	// Parties gives actors with the number of entries that name them, those with
	// most first.
	Parties(q PartyQuery) ([]Party, error)

	// Values gives the values that a term has or has had, those with most entries
	// first.
	Values(term string) ([]Value, error)
	// IDs gives the ids of entries and reports that begin with some letters, so many
	// at most, in their order.
	IDs(prefix string, limit int) ([]string, error)

	// Search gives the sentences that hold the words, the last to arrive first.
	Search(text string, limit, offset int) ([]Hit, error)
	// Corrections gives the corrections after a number, in the order of time.
	Corrections(after int64) ([]Correction, error)
	Dossiers() ([]Dossier, error)
}

// Update is what can be changed in a store.
type Update interface {
	View
	// PutReport adds a report and gives its number.
	PutReport(row ReportRow, body Body) (int64, error)
	// SetReport changes a report, and its body where that is not nil.
	SetReport(row ReportRow, body *Body) error
	// DropReport removes a report and all its members from every table.
	DropReport(number int64) error

	PutKeys(space Space, owner int64, keys []uint64) error
	DropKeys(space Space, owner int64, keys []uint64) error

	// PutMember adds a member that belongs to no entry yet and gives its number.
	PutMember(row MemberRow) (int64, error)
	// Move takes a member from one entry to another, 0 for none, and remembers where
	// it was.
	Move(member, from, to int64, at time.Time) error

	// Retire makes a member stale.
	Retire(member int64) error

	// Reserve looks up at once which of some ids entries already have, so that Mint
	// need not; it changes nothing that anybody sees.
	Reserve(ids ...string) error
	// Mint adds an entry and gives its number, 0 if there is one of that id.
	Mint(row EntryRow) (int64, error)
	// Supersede says that an entry became part of another.
	Supersede(entry, by int64, at time.Time) error
	// Describe says how an entry of so many members is found from now on; no terms,
	// not at all. What it was found by before is remembered.
	Describe(entry int64, members, sort int, terms []Term, at time.Time) error
	// Postpone notes that an entry is to be described later.
	Postpone(entry int64) error

	// PutActor adds an actor or gives it another name.
	PutActor(actor rapporteur.Actor) error
	// PutCorrection appends a correction and gives its number.
	PutCorrection(c Correction) (int64, error)
	// PutChange appends to what happened to an entry.
	PutChange(c ChangeRow) error
	PutDossier(d Dossier) error
	DropDossier(name string) error
}

// ReportRow is a report as a store keeps it, without text and paragraphs.
type ReportRow struct {
	// Number counts reports from 1 as they arrive.
	Number int64
	rapporteur.Report
	Arrived     time.Time
	Appearances []Appearance
	// Wire and Article name the groups that the report belongs to.
	Wire, Article string
	// Credit is the agency that the text itself names as its source, Source the one
	// that its copies are taken from, as far as the record knows.
	Credit, Source string
	SupersededBy   string
	// Length is the number of bytes of its text.
	Length int
	// Sketch is the MinHash of its text.
	Sketch []uint32
}

// Body is what is large in a report.
type Body struct {
	Text       string                 `json:"text"`
	Paragraphs []rapporteur.Paragraph `json:"paragraphs"`
	Actors     []rapporteur.Actor     `json:"actors"`
	// Sentences are what a search finds: first code point and the one after the last.
	Sentences [][2]int `json:"sentences"`
}

// ReportQuery chooses reports.
type ReportQuery struct {
	IDs, Outlets []string
	// Since and Until are days of publication, both included.
	Since, Until rapporteur.Date
	// Text is words of a sentence, as in Search.
	Text string
	// AsOf leaves out what arrived later, Arrived what arrived before.
	AsOf, Arrived time.Time
	Limit, Offset int
	Oldest        bool
}

// Grouping is a way in which reports belong together.
type Grouping string

// The ways in which reports belong together.
const (
	ByWire    Grouping = "wire"
	ByArticle Grouping = "article"
)

// Space is whose keys are meant.
type Space string

// Whose keys there are.
const (
	OfReports Space = "report"
	OfMembers Space = "member"
)

// MemberRow is an entry of a report as a store keeps it.
type MemberRow struct {
	Number int64
	// Report is the number of its report.
	Report int64
	// Sentence is the place of its evidence among the sentences of the report, -1
	// for none.
	Sentence int
	Kind     Kind
	// ID is that of the reading.
	ID string
	// Body is a JSON object. It is never changed.
	Body []byte
	// Entry is the number of the entry that it belongs to, 0 for none, and Since
	// the time from which it does.
	Entry int64
	Since time.Time
	// Stale says that a later reading of the report no longer has it.
	Stale bool
}

// EntryRow is an entry of the record as a store keeps it.
type EntryRow struct {
	// Number counts entries from 1 as they are minted.
	Number int64
	ID     string
	Kind   Kind
	Minted time.Time
	// SupersededBy is the number of the entry that it became part of, 0 for none.
	SupersededBy int64
	SupersededAt time.Time
	// Described is the number of members that it had when it was last described.
	Described int
}

// Value is a value of a term, with the number of entries that have it now.
type Value struct {
	Value   string
	Entries int
}

// Term is something that an entry can be found by: actor USA, status held.
type Term struct{ Name, Value string }

// Query chooses entries.
type Query struct {
	// All has a list of terms for each condition; one of each list must hold.
	All [][]Term
	// From and To bound the sort key of Describe, both included.
	From, To int
	// Reports are ids of reports of which one must have a member in the entry.
	Reports []string
	// Text is words that a sentence of a member's evidence must hold.
	Text string
	// Minted leaves out what was minted before.
	Minted time.Time
	// AsOf is the time at which the terms must hold, zero for now.
	AsOf          time.Time
	Limit, Offset int
	// Oldest sorts by the key upwards; without it, downwards.
	Oldest bool
}

// PartyQuery chooses actors.
type PartyQuery struct {
	IDs, States []string
	// Text is part of a name, in any case of letters.
	Text          string
	Limit, Offset int
}

// Hit is a sentence that a search found.
type Hit struct {
	Report   int64
	Sentence int
}

// ChangeRow is something that happened to an entry.
type ChangeRow struct {
	At    time.Time
	Entry int64
	// What is joined, left, merged, split, removed.
	What string
	// Report is the id of a report, Other the number of another entry.
	Report string
	Other  int64
	// By is the person who did it, empty for the program.
	By string
}
