package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"unicode"

	"rapporteur"

	"golang.org/x/text/unicode/norm"
)

// Annotation is what a careful person would put on the record from one report. Words
// of the report stand in it as anchors, which are looked for in its text, or as places
// with their offsets.
type Annotation struct {
	ID         string               `json:"id"`
	Date       string               `json:"date"`
	Statements []AnnotatedStatement `json:"statements"`
	Meetings   []AnnotatedMeeting   `json:"meetings"`
	Events     []AnnotatedEvent     `json:"events"`
	Positions  []AnnotatedPosition  `json:"positions"`
}

// AnnotatedStatement is one attributed statement and speaker.
type AnnotatedStatement struct {
	Speaker, Kind, State, Mode, From, To, Medium string
	Content                                      []rapporteur.Span
}

// AnnotatedMeeting is one meeting, however often mentioned.
type AnnotatedMeeting struct {
	Participants, States, Excluded                     []string
	Host, Mediator, Place, Date, Status, About, Anchor string
	Mentions                                           []struct{ Trigger rapporteur.Span }
}

// AnnotatedEvent is who did what to whom, by PLOVER's types.
type AnnotatedEvent struct {
	Type             string
	Actor, Recipient []string
	Modality         string
	ClaimedBy        string `json:"claimed_by"`
	Anchor           string
	Trigger          *rapporteur.Span
	Also             []rapporteur.Span
}

// AnnotatedPosition is what a party wants on an issue.
type AnnotatedPosition struct {
	Actor, State, Issue, Stance, Anchor string
	Trigger, Proposal                   *rapporteur.Span
}

// places gives where the words of a meeting stand, none where it has an anchor.
func (m *AnnotatedMeeting) places() []rapporteur.Span {
	var out []rapporteur.Span
	for _, x := range m.Mentions {
		out = append(out, x.Trigger)
	}
	return out
}

// places gives where the words of an event stand, none where it has an anchor.
func (e *AnnotatedEvent) places() []rapporteur.Span {
	return append(given(e.Trigger), e.Also...)
}

// places gives where the words of a position stand, none where it has an anchor.
func (p *AnnotatedPosition) places() []rapporteur.Span {
	return append(given(p.Trigger), given(p.Proposal)...)
}

func given(s *rapporteur.Span) []rapporteur.Span {
	if s == nil {
		return nil
	}
	return []rapporteur.Span{*s}
}

// wanted is what a position is about, in words.
func (p *AnnotatedPosition) wanted() string {
	if p.Proposal != nil {
		return p.Issue + " " + p.Proposal.Text
	}
	return p.Issue + " " + p.Anchor
}

// words gives what is said, as it stands in the text of a report.
func (s *AnnotatedStatement) words(text string) (string, error) {
	if len(s.Content) == 0 {
		return stretch(text, s.From, s.To)
	}
	var parts []string
	for _, c := range s.Content {
		parts = append(parts, c.Text)
	}
	return strings.Join(parts, " "), nil
}

// ReadAnnotation reads the annotation of one report, a JSON object.
func ReadAnnotation(path string) (*Annotation, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var a Annotation
	if err := json.Unmarshal(data, &a); err != nil {
		return nil, fmt.Errorf("%s: %w; give the annotation of a report", path, err)
	}
	return &a, nil
}

// plain gives the words of a text in small ASCII letters and digits, joined by
// blanks, accents taken off.
func plain(s string) string {
	var b strings.Builder
	gap := false
	for _, c := range strings.ToLower(norm.NFKD.String(s)) {
		switch {
		case c > unicode.MaxASCII:
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(c)
		default:
			gap = true
		}
	}
	return b.String()
}

func plainWords(s string) []string { return strings.Fields(plain(s)) }

// emptyWords say nothing about what a text is about.
var emptyWords = setOf(strings.Fields("the a an of to in on for and or with by at from as its their his her any that this no not be is are was were will would should could more new over")...)

func setOf(words ...string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		if w != "" {
			out[w] = true
		}
	}
	return out
}

// topics gives the first six letters of the words that say what a text is about.
func topics(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range plainWords(s) {
		if len(w) > 2 && !emptyWords[w] {
			out[w[:min(6, len(w))]] = true
		}
	}
	return out
}

// alike is the F1 of the words that two texts share.
func alike(a, b string) float64 {
	x, y := plainWords(a), plainWords(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	left, shared := map[string]int{}, 0
	for _, w := range y {
		left[w]++
	}
	for _, w := range x {
		if left[w] > 0 {
			left[w]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(x)+len(y))
}

// stretch gives the words of a text from an anchor to another.
func stretch(text, from, to string) (string, error) {
	text, from, to = blanks(text), blanks(from), blanks(to)
	i, j := strings.Index(text, from), strings.Index(text, to)
	if i < 0 || j < 0 {
		return "", fmt.Errorf("anchor %q or %q is not in the report", from, to)
	}
	return text[i:max(i, j+len(to))], nil
}

func blanks(s string) string { return strings.Join(strings.Fields(s), " ") }
