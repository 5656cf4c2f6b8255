package service

import (
	"cmp"
	"fmt"
	"strings"

	"rapporteur"
)

// Annotation is a report with its entries as persons left them, in the form in which
// reports are annotated to teach a reader (training/README.md). Places count code points
// in Text.
type Annotation struct {
	// Text is a line with the report's date, an empty line and the report's text.
	Text string `json:"-"`

	ID         string               `json:"id"`
	Date       rapporteur.Date      `json:"date"`
	Statements []AnnotatedStatement `json:"statements"`
	Meetings   []AnnotatedMeeting   `json:"meetings"`
	Events     []AnnotatedEvent     `json:"events"`
	Positions  []AnnotatedPosition  `json:"positions"`
	// Persons are the ids of the entries that persons judged or put right; the others
	// are as they were read.
	Persons []string `json:"persons"`
}

// File is a name for it that is safe in a folder.
func (a *Annotation) File() string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, a.ID)
}

// Spot is words and where they stand.
type Spot struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// AnnotatedStatement is who said what.
type AnnotatedStatement struct {
	Cue       *Spot           `json:"cue"`
	Source    *Spot           `json:"source"`
	Content   []Spot          `json:"content"`
	Speaker   string          `json:"speaker"`
	Kind      string          `json:"kind"`
	State     *string         `json:"state"`
	Mode      rapporteur.Mode `json:"mode"`
	Act       string          `json:"act"`
	Medium    *string         `json:"medium"`
	Addressee *Spot           `json:"addressee"`
}

// AnnotatedMeeting is who met, with each place that tells of it.
type AnnotatedMeeting struct {
	Participants []string  `json:"participants"`
	States       []string  `json:"states"`
	Excluded     []string  `json:"excluded"`
	Host         *string   `json:"host"`
	Mediator     *string   `json:"mediator"`
	Place        *string   `json:"place"`
	Date         *string   `json:"date"`
	Status       string    `json:"status"`
	Kind         string    `json:"kind"`
	About        *string   `json:"about"`
	Outcome      *string   `json:"outcome"`
	Mentions     []Mention `json:"mentions"`
}

// Mention is where a report tells of a meeting.
type Mention struct {
	Trigger      Spot   `json:"trigger"`
	Participants []Spot `json:"participants"`
	Excluded     []Spot `json:"excluded"`
	Host         *Spot  `json:"host"`
	Mediator     *Spot  `json:"mediator"`
	Place        *Spot  `json:"place"`
	Date         *Spot  `json:"date"`
}

// AnnotatedEvent is who did what to whom.
type AnnotatedEvent struct {
	Trigger   Spot     `json:"trigger"`
	Type      string   `json:"type"`
	By        []Spot   `json:"by"`
	To        []Spot   `json:"to"`
	Date      *Spot    `json:"date"`
	Place     *Spot    `json:"place"`
	Actor     []string `json:"actor"`
	Recipient []string `json:"recipient"`
	Modality  string   `json:"modality"`
	ClaimedBy *string  `json:"claimed_by"`
	Also      []Spot   `json:"also"`
}

// AnnotatedPosition is what a party wants.
type AnnotatedPosition struct {
	Trigger   Spot              `json:"trigger"`
	Holder    *Spot             `json:"holder"`
	Proposal  *Spot             `json:"proposal"`
	Condition *Spot             `json:"condition"`
	Actor     string            `json:"actor"`
	State     *string           `json:"state"`
	Stance    rapporteur.Stance `json:"stance"`
	Issue     *string           `json:"issue"`
}

// newAnnotation begins the annotation of a report, and says by how much its places lie
// further on.
func newAnnotation(p *rapporteur.Report) (*Annotation, int) {
	head := fmt.Sprintf("date %s\n\n", cmp.Or(p.Published, "unknown"))
	return &Annotation{Text: head + p.Text + "\n", ID: p.ID, Date: p.Published, Statements: []AnnotatedStatement{}, Meetings: []AnnotatedMeeting{}, Events: []AnnotatedEvent{},
		Positions: []AnnotatedPosition{}, Persons: []string{}}, len(head)
}

// orNull is a word, null where there is none.
func orNull[T ~string](word T) *string {
	if word == "" {
		return nil
	}
	out := string(word)
	return &out
}
