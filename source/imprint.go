package source

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/source/document"
)

// coverLine is how many letters a line has at most that dates a document by standing on
// its first page, monthLine one that names a month alone, without it.
const (
	coverLine = 100
	monthLine = 60
)

var (
	// namedMonth and numberedMonth are months without a day: "October, 2010", "(07/2003)".
	namedMonth    = regexp.MustCompile(`(?i)\b(` + months + `),? ((?:19|20)\d{2})\b`)
	numberedMonth = regexp.MustCompile(`(?:^|[^\d/.])(0[1-9]|1[0-2])/((?:19|20)\d{2})(?:$|[^\d/])`)
	// happened stands before a day that a sentence tells of: "it was approved on August 4, 1997".
	happened = regexp.MustCompile(`(?i)\b(?:in|on|since|until|till|by|from|to|before|after|between|during|and|early|late|mid|end of|for)[ -]$`)
	// handled begins a line, or a part of one, that says what else was done on a day.
	handled = regexp.MustCompile(`(?i)\b(?:received|accepted|submitted|revised|resubmitted|printed|downloaded|generated|accessed|retrieved|expires?|effective|born|valid)\b`)
	// received begins one that says when a paper came to its journal.
	received = regexp.MustCompile(`(?i)^\W*(?:manuscript )?(?:received|accepted|submitted|resubmitted)\b`)
	// imprint begins a note that says where and when a paper appeared.
	imprint = regexp.MustCompile(`(?i)^\W*(?:copyright|permission to make|published in|appeared in|this (?:paper|article) (?:was published|appeared)|(?:in )?proceedings of)\b`)
)

// imprintDate finds the day, else the month, that is printed on the first page of a document
// or is in common to its pages. It is "" where two are, or where it is after the day on
// which the file was made: a paper invites to what is to come.
func imprintDate(lines []string, made rapporteur.Date) rapporteur.Date {
	var inFull, months []rapporteur.Date
	for _, words := range lines {
		d, m := printedDates(words)
		inFull, months = append(inFull, d...), append(months, m...)
	}
	for _, all := range [][]rapporteur.Date{inFull, months} {
		if one, ok := onlyOne(all); ok {
			if n := min(len(one), len(made)); made != "" && one[:n] > made[:n] {
				return ""
			}
			return one
		}
	}
	return ""
}

// printedDates gives the days, else the months, that a line gives as its own.
func printedDates(words string) (inFull, months []rapporteur.Date) {
	long, note := utf8.RuneCountInString(words), imprint.MatchString(words)
	switch {
	case long > coverLine && !note, handled.MatchString(words):
		return nil, nil
	case long <= coverLine:
		inFull = daysOf(words)
	}
	if len(inFull) == 0 && (long <= monthLine || note) {
		months = monthsIn(words)
	}
	return inFull, months
}

// daysOf gives the days that words name in full and not in a sentence.
func daysOf(words string) (out []rapporteur.Date) {
	for _, at := range written.FindAllStringIndex(words, -1) {
		if !happened.MatchString(words[:at[0]]) {
			out = append(out, days(words[at[0]:at[1]])...)
		}
	}
	return append(out, slashed(words)...)
}

// monthsIn gives the months that words name without a day and not in a sentence.
func monthsIn(words string) (out []rapporteur.Date) {
	for _, m := range namedMonth.FindAllStringSubmatchIndex(words, -1) {
		if happened.MatchString(words[:m[0]]) {
			continue
		}
		name := strings.TrimSuffix(words[m[2]:m[3]], ".")
		if t, err := time.Parse("Jan 2006", name[:3]+" "+words[m[4]:m[5]]); err == nil {
			out = append(out, rapporteur.Date(t.Format("2006-01")))
		}
	}
	for _, m := range numberedMonth.FindAllStringSubmatch(words, -1) {
		out = append(out, rapporteur.Date(m[2]+"-"+m[1]))
	}
	return out
}

// onlyOne gives the date that all of some are.
func onlyOne(all []rapporteur.Date) (rapporteur.Date, bool) {
	for _, d := range all {
		if d != all[0] {
			return "", false
		}
	}
	if len(all) == 0 {
		return "", false
	}
	return all[0], true
}

// dayOf chooses the day of a document: what its head names, what is printed on its first
// page or on all, and the day of the file where that is none of another month and nothing
// says when the paper came in.
func (p *page) dayOf(d *document.Document) rapporteur.Date {
	if day := headDate(p.text, p.spans()); day != "" {
		return day
	}
	lines := p.cover(d)
	one := imprintDate(lines, d.Made)
	switch {
	case one == "" && slices.ContainsFunc(lines, cameIn):
		return ""
	case one == "" || strings.HasPrefix(string(d.Made), string(one)):
		return d.Made
	}
	return one
}

// cover gives the paragraphs of the first page and what all pages have in common, of a
// document without pages the first paragraphs.
func (p *page) cover(d *document.Document) (out []string) {
	if d.Cover == 0 {
		for _, b := range p.blocks[:min(headDateParagraphs, len(p.blocks))] {
			out = append(out, b.in(p.text))
		}
	}
	for _, b := range d.Blocks[:min(d.Cover, len(d.Blocks))] {
		out = append(out, clean(b.Words))
	}
	return append(out, d.Running...)
}

// cameIn reports whether a line says when a paper came to its journal.
func cameIn(words string) bool {
	return len(words) <= coverLine && received.MatchString(words) && len(days(words)) > 0
}
