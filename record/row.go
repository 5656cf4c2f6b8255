package record

import (
	"time"

	"rapporteur"
)

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
	// Incumbents are the holders of offices whom it names, Open the posts whose holders
	// it leaves to others to name.
	Incumbents []rapporteur.Incumbent `json:"incumbents,omitempty"`
	Open       []rapporteur.OpenPost  `json:"open,omitempty"`
	// Outdated says that an open post has another holder by now than the one for whom
	// it was read.
	Outdated bool `json:"outdated,omitempty"`
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
	// Amended chooses the reports of which a person said where or when they stood.
	Amended       bool
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
	// for none; Further are those of the rest of its evidence, rising.
	Sentence int
	Further  []int
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
	// Sort is the key by which Entries put it in its place; other questions leave it 0.
	Sort int
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
	// Numbers are those of the only entries that may be chosen, none for any.
	Numbers []int64
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
