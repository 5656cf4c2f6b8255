package language

import "rapporteur"

// Range is a run of bytes of a text, end exclusive.
type Range struct{ Start, End int }

// Len is the number of bytes.
func (r Range) Len() int { return r.End - r.Start }

// Contains reports whether o lies inside r.
func (r Range) Contains(o Range) bool { return r.Start <= o.Start && o.End <= r.End }

// Overlaps reports whether the two share a byte.
func (r Range) Overlaps(o Range) bool { return r.Start < o.End && o.Start < r.End }

// Document is an analysed text. Tokens, sentences and names refer to each
// other by index into its slices; offsets are bytes into Text.
type Document struct {
	Report *rapporteur.Report
	// Text is the report's.
	Text string
	// Paragraphs are the report's, in bytes; boilerplate has no sentences, and what is in
	// another language than English counts as boilerplate.
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token
	Names      []Name
	Dates      []Date
	// Unread is what the limits left out, in the order of the text.
	Unread []Unread
	index  *rapporteur.Index
	// firstChild, nextSibling and sentenceOf are made by Link, one per token.
	firstChild, nextSibling, sentenceOf []int32
}

// NewDocument begins the analysis of a report: its paragraphs, no tokens yet.
func NewDocument(report *rapporteur.Report) *Document {
	d := &Document{Report: report, Text: report.Text, index: rapporteur.NewIndex(report.Text)}
	for _, p := range report.Paragraphs {
		if !report.Reads(p) {
			p.Kind = rapporteur.Boilerplate // to all steps that which is not read is alike
		}
		d.Paragraphs = append(d.Paragraphs, Paragraph{Range{d.index.Offset(p.Start), d.index.Offset(p.End)}, p.Kind})
	}
	return d
}

// Span turns a range of bytes into a span of the contract.
func (d *Document) Span(r Range) rapporteur.Span { return d.index.Span(r.Start, r.End) }

// Paragraph is a paragraph of the report.
type Paragraph struct {
	Range
	Kind rapporteur.ParagraphKind
}

// Sentence is the tokens from First to Last (exclusive) of one paragraph.
type Sentence struct {
	First, Last int
	// Paragraph is the index of the paragraph of the report it stands in.
	Paragraph int
}

// Token is a syntactic word by the conventions of Universal Dependencies 2:
// "don't" is two tokens, and every token is a run of the text.
type Token struct {
	Range
	// Joined reports that the word is written as one with the word before:
	// "n't" in "don't", a multiword token of CoNLL-U.
	Joined bool
	// Form is the word as written.
	Form  string
	Lemma string
	UPOS  string
	XPOS  string
	// Head is the index of the governing token in Document.Tokens, -1 for the
	// root of a sentence.
	Head   int
	Deprel string
}

// Name is a run of tokens from First to Last (exclusive) that names something.
type Name struct {
	First, Last int
	Class       NameClass
}

// NameClass is the kind of thing a name stands for.
type NameClass string

// The classes of names; facilities are places that were built, misc is works,
// products and events.
const (
	PersonName   NameClass = "person"
	OrgName      NameClass = "organisation"
	PlaceName    NameClass = "location"
	NORPName     NameClass = "norp"
	FacilityName NameClass = "facility"
	MiscName     NameClass = "misc"
	DateName     NameClass = "date"
	MoneyName    NameClass = "money"
)

// Date is an expression of time and what it resolves to.
type Date struct {
	Range
	// Value is EDTF, resolved against the report's date.
	Value rapporteur.Date
	// Mismatch says that the words name a weekday that the date is not.
	Mismatch bool
}
