package mail

import (
	"net/mail"
	"regexp"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/source/document"
)

// answered is what programs and lists put before a subject.
var answered = regexp.MustCompile(`(?i)^\s*(?:(?:re|fwd?|aw|wg|tr|sv|vs|antw|rif|res|enc|rv)(?:\[\d+\])?\s*:|\[[^\]]{1,40}\])\s*`)

// passedOn begins the subject of a letter that passes another on.
var passedOn = regexp.MustCompile(`(?i)^\s*(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|wg|tr|enc|rv)\s*:`)

// subjectOf gives a subject without what was put before it.
func subjectOf(subject string) string {
	subject = strings.Join(strings.Fields(subject), " ")
	for {
		rest := answered.ReplaceAllString(subject, "")
		if rest == subject || rest == "" {
			return subject
		}
		subject = rest
	}
}

// sender makes the sender the outlet, and the author where the letter names the body
// that he writes for. Where no field says who wrote it, one says who sent it.
func sender(d *document.Document, h header) {
	from := ""
	for _, field := range []string{"From", "Sender", "Return-Path"} {
		if from = nameIn(h, field); from != "" {
			break
		}
	}
	d.Outlet = from
	if body, _ := h.Text("Organization"); strings.TrimSpace(body) != "" {
		d.Outlet, d.Byline = strings.TrimSpace(body), from
	}
}

// nameIn is who stands in a field.
func nameIn(h header, field string) string {
	if list, err := h.AddressList(field); err == nil && len(list) > 0 {
		return called(list[0].Name, list[0].Address)
	}
	from, _ := h.Text(field)
	name, _, bracketed := strings.Cut(from, "<")
	if bracketed {
		return strings.Trim(name, ` "'`)
	}
	return strings.TrimSpace(from)
}

// called is the name of a sender, or the host of the address where there is none.
func called(name, address string) string {
	name = strings.Trim(strings.TrimSpace(name), `"'`)
	if name != "" && !strings.Contains(name, "@") {
		return name
	}
	if _, host, ok := strings.Cut(address, "@"); ok {
		return host
	}
	return name
}

// dayOf is the day on which a letter was sent, where it was sent; else that on which
// it came.
func dayOf(h header) rapporteur.Date {
	if t, err := h.Date(); err == nil && t.Year() > 1970 {
		return rapporteur.Date(t.Format(time.DateOnly))
	}
	if day := written(h.Get("Date")); day != "" {
		return day
	}
	_, stamp, _ := strings.Cut(h.Get("Received"), ";")
	if t, err := mail.ParseDate(strings.TrimSpace(stamp)); err == nil {
		return rapporteur.Date(t.Format(time.DateOnly))
	}
	return ""
}

var (
	dayFirst   = regexp.MustCompile(`\b(\d{1,2})\.? (\p{L}{3})\p{L}*\.?,? (\d{4})\b`)
	monthFirst = regexp.MustCompile(`\b(\p{L}{3})\p{L}*\.? (\d{1,2}),? (\d{4})\b`)
	inNumbers  = regexp.MustCompile(`\b(\d{4}-\d{2}-\d{2})\b`)
)

// written gives the day that a line names in words, as people's programs write it
// when they quote a head: "Tuesday, March 2, 2027 10:14 AM".
func written(line string) rapporteur.Date {
	parse := func(words string) rapporteur.Date {
		t, err := time.Parse("2 Jan 2006", words)
		if err != nil {
			return ""
		}
		return rapporteur.Date(t.Format(time.DateOnly))
	}
	if m := dayFirst.FindStringSubmatch(line); m != nil {
		return parse(m[1] + " " + m[2] + " " + m[3])
	}
	if m := monthFirst.FindStringSubmatch(line); m != nil {
		return parse(m[2] + " " + m[1] + " " + m[3])
	}
	if m := inNumbers.FindString(line); m != "" {
		if _, err := time.Parse(time.DateOnly, m); err == nil {
			return rapporteur.Date(m)
		}
	}
	return ""
}
