package record

import (
	"fmt"
	"rapporteur"
	"slices"
	"strings"
)

// apart is the number of days between the times at which two pieces may have been.
func apart(a, b *piece) int {
	least := farFuture
	for _, x := range a.when {
		for _, y := range b.when {
			least = min(least, x.gap(y))
		}
	}
	return least
}

// placed compares two places: the same, or different ones. Both are false where
// one is not known.
func placed(a, b *piece) (agree, differ bool) {
	switch {
	case a.place == "" && a.country == "" || b.place == "" && b.country == "":
		return false, false
	case a.place != "" && a.place == b.place:
		return true, false
	case a.country != "" && a.country == b.country && (a.place == "" || b.place == ""):
		return true, false
	}
	return false, true
}

// on sets the day of something that, without a date, was told as it happened.
func (p *piece) on(d rapporteur.Date) {
	if on, ok := daysOf(d); ok {
		p.when, p.dated = []days{on}, true
	} else if p.published != 0 {
		p.when = []days{{p.published - 1, p.published}}
	}
	p.bound()
}

// bound leaves out the runs that say too little and notes whether one says much.
func (p *piece) bound() {
	p.when = slices.DeleteFunc(p.when, func(d days) bool { return d.width() > longest })
	for _, d := range p.when {
		p.soon = p.soon || p.dated && d.width() <= near
	}
}

// longest is the number of days beyond which a date is none.
const longest = 31

// because says what two pieces have in common.
func because(sides, persons []string, here bool, gap int, a, b *piece) []string {
	var out []string
	if len(sides) > 0 {
		out = append(out, "sides "+strings.Join(sides, ", "))
	}
	if len(persons) > 0 {
		out = append(out, "persons "+strings.Join(persons, ", "))
	}
	if here {
		out = append(out, "place "+firstOf(a.place, b.place, a.country))
	}
	return append(out, whenWords(a, b, gap))
}

func whenWords(a, b *piece, gap int) string {
	switch {
	case gap == 0 && a.dated && b.dated:
		return "dates that agree"
	case gap == 0:
		return "days of publication that fit"
	default:
		return fmt.Sprintf("dates %d day apart", gap)
	}
}
