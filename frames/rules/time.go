package rules

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/language"
	"rapporteur/language/syntax"
)

// dateOf finds the date of a deed: the nearest one that its clause governs.
func dateOf(x *text, trigger int) day {
	sentence := syntax.SentenceRange(x.doc, trigger)
	deed := clauseTokens(x, trigger)
	best, distance := day{}, 1<<30
	at := x.doc.Tokens[trigger].Range
	dates := datesIn(x.doc, sentence)
	for _, d := range dates {
		if d.Value == "" || isSince(x, d.Range) || isFrequency(x, d.Range) || !dateDependsOn(x, d.Range, deed) {
			continue
		}
		n := gap(at, d.Range)
		if x.doc.Bytes(x.doc.Yield(trigger)).Contains(d.Range) {
			n -= len(x.doc.Text) // its own date before one of what governs it
		}
		if n < distance {
			best, distance = dayOf(x, d), n
		}
	}
	if !best.known() {
		best = reckonedDate(x, deed)
	}
	if first := syntax.SharedSubjectVerb(x.doc, trigger); !best.known() && first >= 0 {
		for _, d := range dates {
			if d.End <= x.doc.Tokens[first].Start && d.Value != "" && !isSince(x, d.Range) && dateDependsOn(x, d.Range, []int{first}) {
				return dayOf(x, d)
			}
		}
	}
	return best
}

// isFrequency reports whether a date only says how often: "for the second time this
// month".
func isFrequency(x *text, date language.Range) bool {
	i, _ := syntax.TokensIn(x.doc, date)
	return i > 0 && i < len(x.doc.Tokens) && (x.doc.Tokens[i-1].Lemma == "time" || x.doc.Tokens[i-1].Lemma == "times")
}

// reckonedDate finds the date of a deed from that of another one: "on Friday, three
// days after they met".
func reckonedDate(x *text, deed []int) day {
	at := deed[len(deed)-1]
	d, ok := measuredDistance(x, at)
	for ok {
		if at = x.doc.Tokens[at].Head; at < 0 {
			return day{}
		}
		if _, ok = measuredDistance(x, at); !ok && d.known { // the phrase begins the clause above as well
			return dateOf(x, at).after(d.days)
		}
	}
	return day{}
}

// isSince reports whether a date is only where something begins.
func isSince(x *text, date language.Range) bool {
	return strings.HasSuffix(strings.ToLower(strings.TrimSpace(x.doc.Text[max(0, date.Start-12):date.Start])), "since")
}

// dateDependsOn reports whether a date depends on one of the words of a deed, or on
// a noun that does: "in Riyadh on Tuesday" with the day hung on the town.
func dateDependsOn(x *text, date language.Range, deed []int) bool {
	s := syntax.Sentence(x.doc, deed[0])
	for i := s.First; i < s.Last; i++ {
		if !date.Contains(x.doc.Tokens[i].Range) {
			continue
		}
		h := x.doc.Tokens[i].Head
		for h >= 0 && date.Contains(x.doc.Tokens[h].Range) {
			h = x.doc.Tokens[h].Head
		}
		if h < 0 {
			return true
		}
		for hops := 0; h >= 0 && hops < 3; hops++ {
			if slices.Contains(deed, h) {
				return true
			}
			if x.doc.Tokens[h].UPOS == "VERB" {
				return false
			}
			h = x.doc.Tokens[h].Head
		}
		return false
	}
	return false
}

func gap(a, b language.Range) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	return max(0, b.Start-a.End)
}

// dateUnder gives the first date among the words that a token governs.
func dateUnder(x *text, token int) day {
	first, last := x.doc.Yield(token)
	words := x.doc.Bytes(first, last)
	for _, d := range datesIn(x.doc, words) {
		if d.Value != "" {
			return dayOf(x, d)
		}
	}
	return day{}
}

// obliqueDate gives the date that a verb itself governs.
func obliqueDate(x *text, verb int) day {
	for c := range x.doc.Children(verb) {
		if !x.doc.Tokens[c].Has("obl") {
			continue
		}
		if d, ok := language.DateAt(x.doc, x.doc.Tokens[c].Range); ok && d.Value != "" && d.Contains(x.doc.Tokens[c].Range) {
			return dayOf(x, d)
		}
	}
	return day{}
}

// dayOf gives a date of the Document with a token of its words.
func dayOf(x *text, d language.Date) day {
	first, _ := syntax.TokensIn(x.doc, d.Range)
	return day{token: first, value: d.Value}
}

// datesIn gives the dates that stand in a range of the text.
func datesIn(doc *language.Document, in language.Range) []language.Date {
	first, _ := slices.BinarySearchFunc(doc.Dates, in.Start, func(d language.Date, at int) int { return cmp.Compare(d.Start, at) })
	last := first
	for last < len(doc.Dates) && doc.Dates[last].End <= in.End {
		last++
	}
	return doc.Dates[first:last]
}
