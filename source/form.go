package source

import (
	"regexp"
	"strings"

	"rapporteur"
)

// How many paragraphs of a form make an article of that genre.
const (
	clocksForLive       = 4
	turnsForInterview   = 4
	speakersOfInterview = 4
	selvesForOpinion    = 3
	selfShare           = 6 // one paragraph in so many at least
	// An argument has so many paragraphs at least, one in so many of which argues, and at
	// most one in so many of which says what somebody said.
	shortestArgument = 6
	arguedFewest     = 3
	arguedShare      = 5
	saidShare        = 8
)

var (
	// clock begins an entry of a live blog: "14:05", "9.30am", "2:15 p.m. ET".
	clock = regexp.MustCompile(`^(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: (?:[A-Z]{2,4}))?(?:$|[\s,:–—-])`)
	// turn begins what one side of an interview says: "Q:", "TAPPER:".
	turn = regexp.MustCompile(`^([A-Z][A-Z.'’ -]*[A-Z]|[QA]|Question|Answer|Interviewer)[.:] `)
	// ours is the author speaking of all of us, ought what he thinks should be done, asked
	// a question to the reader.
	ours  = regexp.MustCompile(`\b(?:[Ww]e|[Oo]ur|ours|us|ourselves|[Ll]et['’]s)\b`)
	ought = regexp.MustCompile(`\b(?:should|must|ought to|cannot afford)\b`)
	asked = regexp.MustCompile(`\?(?:\s|$)`)
	// told is what somebody said, by which news lives and an argument does not.
	told = regexp.MustCompile(`\b(?:said|says|saying|told|tells|according|reported|reports|announced|added|asked|stated|wrote|tweeted|declared|confirmed|called)\b`)
	// self is the author speaking of himself.
	self = regexp.MustCompile(`\b(?:I|I['’](?:m|ve|d|ll)|my|me|myself)\b`)
)

// formOf judges the genre by the form of the body.
func formOf(p *page) rapporteur.Genre {
	clocks, turns, selves, body := 0, 0, 0, 0
	var a argument
	speakers := map[string]bool{}
	for _, b := range p.blocks {
		words := b.in(p.text)
		if clock.MatchString(words) {
			clocks++
		}
		if m := turn.FindStringSubmatch(words); m != nil {
			turns++
			speakers[m[1]] = true
		}
		if b.kind != rapporteur.Body {
			continue
		}
		body++
		own := unquoted(words)
		if self.MatchString(own) {
			selves++
		}
		a.hears(own)
	}
	switch {
	case clocks >= clocksForLive:
		return rapporteur.Live
	case turns >= turnsForInterview && len(speakers) > 1 && len(speakers) <= speakersOfInterview && turns*3 >= len(p.blocks):
		return rapporteur.Interview
	case selves >= selvesForOpinion && selves*selfShare >= body, a.made(body):
		return rapporteur.Opinion
	default:
		return rapporteur.News
	}
}

// argument counts the paragraphs of a body by what makes an argument.
type argument struct {
	// mine have the author in the first person, argued that or what should be done, or a
	// question; said have what somebody said.
	mine, argued, said int
}

// hears takes in a paragraph without what stands in quotation marks.
func (a *argument) hears(own string) {
	said := told.MatchString(own)
	mine := self.MatchString(own) || ours.MatchString(own)
	if said {
		a.said++
	}
	if mine {
		a.mine++
	}
	if mine || !said && (ought.MatchString(own) || asked.MatchString(own)) {
		a.argued++
	}
}

// made reports whether a body of so many paragraphs is an argument: the author says what
// he thinks again and again, in the first person too, and hardly what others said.
func (a *argument) made(body int) bool {
	return body >= shortestArgument && a.mine > 1 && a.argued >= arguedFewest && a.argued*arguedShare >= body && a.said*saidShare <= body
}

// doubled are quotation marks made of two characters.
var doubled = strings.NewReplacer("''", `"`, "``", `"`, "’’", `"`, "‘‘", `"`)

// unquoted leaves out what stands in quotation marks; a quotation that is not
// closed goes on to the end of the paragraph.
func unquoted(words string) string {
	words = doubled.Replace(words)
	var out strings.Builder
	inside := false
	for _, r := range words {
		switch {
		case r == '“', r == '"' && !inside:
			inside = true
		case r == '”', r == '"':
			inside = false
		case !inside:
			out.WriteRune(r)
		}
	}
	return out.String()
}
