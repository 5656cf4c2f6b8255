package rapporteur

import "strings"

// Report is one news article as a reader would see it.
type Report struct {
	// ID is a hash of the text. A record in which the same text stood in several
	// places has one report for each: behind the hash, the later ones have an @ and a
	// mark of the place.
	ID        string `json:"id"`
	URL       Text   `json:"url"`
	Outlet    Text   `json:"outlet"`
	Byline    Text   `json:"byline"`
	Title     Text   `json:"title"`
	Published Date   `json:"published"`
	// Language is that of most of the text: a code of ISO 639-1, of ISO 639-3 where there
	// is none, or Undetermined.
	Language Text  `json:"language"`
	Genre    Genre `json:"genre"`
	// Text is everything, title and boilerplate included; spans point into it.
	Text       string      `json:"text"`
	Paragraphs []Paragraph `json:"paragraphs"`
}

// TextID is the hash of the text alone, the same wherever the text stood.
func (r *Report) TextID() string {
	id, _, _ := strings.Cut(r.ID, "@")
	return id
}

// Paragraph is a run of a report's text, in code points, end exclusive.
type Paragraph struct {
	Start int           `json:"start"`
	End   int           `json:"end"`
	Kind  ParagraphKind `json:"kind"`
	// Language is set where it is not that of the report.
	Language Text `json:"language,omitempty"`
	// Translation is what a translator made of it in English, from which it was read.
	Translation string `json:"translation,omitempty"`
}

// English is the one language that is read; Undetermined one that is not known.
const (
	English      = "en"
	Undetermined = "und"
)

// LanguageOf gives the language of a paragraph of the report. A report that does not say
// its language is in English.
func (r *Report) LanguageOf(p Paragraph) string {
	switch {
	case p.Language != "":
		return string(p.Language)
	case r.Language != "":
		return string(r.Language)
	}
	return English
}

// Reads reports whether a paragraph is read as it stands: it is in English and no
// boilerplate.
func (r *Report) Reads(p Paragraph) bool {
	return p.Kind != Boilerplate && r.LanguageOf(p) == English
}

// ParagraphKind says what a paragraph is for. Boilerplate is never read.
type ParagraphKind string

// The kinds of paragraphs.
const (
	Title       ParagraphKind = "title"
	Body        ParagraphKind = "body"
	Heading     ParagraphKind = "heading"
	Caption     ParagraphKind = "caption"
	Boilerplate ParagraphKind = "boilerplate"
)

// Genre is the kind of article.
type Genre string

// The genres.
const (
	News      Genre = "news"
	Opinion   Genre = "opinion"
	Interview Genre = "interview"
	Live      Genre = "live"
	// Communique is what a body says in its own name: a press release of a ministry, a
	// joint statement, a readout. Its speaker is its issuer.
	Communique Genre = "statement"
	Other      Genre = "other"
)
