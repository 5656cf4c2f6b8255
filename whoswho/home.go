package whoswho

import (
	"slices"
	"strings"
)

// afterDateline are the signs behind the place of a dateline, or before the agency.
var afterDateline = []string{"-", "--", "–", "—", "("}

// home gives the state of the place in the dateline, where the report names that
// state besides: organs and spokesmen of no state are its own there. Nil without
// a dateline.
func (l *linker) home() *Known {
	for _, s := range l.doc.Sentences {
		m := l.cast.At(s.First)
		if m == nil || m.Place == nil || m.Last >= len(l.doc.Tokens) || !slices.Contains(afterDateline, l.doc.Tokens[m.Last].Form) {
			continue
		}
		form := l.doc.Tokens[m.First].Form
		if form != strings.ToUpper(form) || l.cast.index(string(m.Place.Country)) < 0 {
			continue
		}
		return l.Actor(string(m.Place.Country))
	}
	return nil
}

// homeOf gives the state of a government's office that a phrase names without
// one: "a Foreign Ministry spokesman". Nil for other descriptions.
func (l *linker) homeOf(head int) *Known {
	for _, p := range l.posts {
		if p.First <= head && head < p.Last && p.actor == nil && strings.HasPrefix(l.office(p).ID, "spokesperson-") {
			return l.home()
		}
	}
	return nil
}
