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
)

var (
	// clock begins an entry of a live blog: "14:05", "9.30am", "2:15 p.m. ET".
	clock = regexp.MustCompile(`^(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: (?:[A-Z]{2,4}))?(?:$|[\s,:–—-])`)
	// turn begins what one side of an interview says: "Q:", "TAPPER:".
	turn = regexp.MustCompile(`^([A-Z][A-Z.'’ -]*[A-Z]|[QA]|Question|Answer|Interviewer)[.:] `)
	// self is the author speaking of himself.
	self = regexp.MustCompile(`\b(?:I|I['’](?:m|ve|d|ll)|my|me|myself)\b`)
)

// formOf judges the genre by the form of the body.
func formOf(p *page) rapporteur.Genre {
	clocks, turns, selves, body := 0, 0, 0, 0
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
		if self.MatchString(unquoted(words)) {
			selves++
		}
	}
	switch {
	case clocks >= clocksForLive:
		return rapporteur.Live
	case turns >= turnsForInterview && len(speakers) > 1 && len(speakers) <= speakersOfInterview && turns*3 >= len(p.blocks):
		return rapporteur.Interview
	case selves >= selvesForOpinion && selves*selfShare >= body:
		return rapporteur.Opinion
	default:
		return rapporteur.News
	}
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
