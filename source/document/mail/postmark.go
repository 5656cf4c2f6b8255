package mail

import (
	"bytes"
	"regexp"
	"strings"
	"time"
	"unicode"

	"rapporteur"
)

// postmark begins each letter of a box: "From ana@example.org Tue Mar  2 10:14:00 2027".
var postmark = regexp.MustCompile(`^From \S.*\d{4}(?:[ \t+-].*)?\r?\n?$`)

// exact is a postmark as RFC 4155 has it, which no text begins with by chance: an address,
// then a day and a time in the form of asctime.
var exact = regexp.MustCompile(`^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]?\d \d{2}:\d{2}(?::\d{2})?(?: \S{1,6})? (\d{4})(?: \S{1,6})?\r?\n?$`)

// stamped is the day of the postmark with which a box begins a letter.
func stamped(data []byte) rapporteur.Date {
	line := firstLine(data)
	if !exact.Match(line) {
		return ""
	}
	fields := strings.Fields(string(line)) // From, who, Tue, Mar, 2, 10:14:00, 2027
	t, err := time.Parse("Jan 2 2006", fields[3]+" "+fields[4]+" "+string(exact.FindSubmatch(line)[1]))
	if err != nil {
		return ""
	}
	return rapporteur.Date(t.Format(time.DateOnly))
}

// stampedBy is who sent a letter by the postmark of its box: the host of an address, or
// somebody at the machine of the box.
func stampedBy(data []byte) string {
	line := firstLine(data)
	if !exact.Match(line) {
		return ""
	}
	who := strings.Trim(strings.Fields(string(line))[1], "<>")
	if strings.Contains(who, "@") {
		return called("", who)
	}
	if strings.EqualFold(who, "MAILER-DAEMON") || strings.IndexFunc(who, unicode.IsLetter) < 0 {
		return ""
	}
	return who
}

// withoutPostmark is a letter of a box without the line that began it.
func withoutPostmark(letter []byte) []byte {
	if postmark.Match(firstLine(letter)) {
		return letter[len(firstLine(letter)):]
	}
	return letter
}

func firstLine(data []byte) []byte { return data[:bytes.IndexByte(data, '\n')+1] }
