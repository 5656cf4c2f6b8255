package entities

import (
	"slices"

	"rapporteur"
)

// phrase gives the tokens of a noun phrase without clauses and without what is
// set behind it after a comma.
func (l *linker) phrase(head int) (first, last int) {
	first, last = head, head+1
	for c := range l.doc.Children(head) {
		t := l.doc.Tokens[c]
		if !t.Has("det", "amod", "compound", "nmod", "nummod", "flat", "advmod") || t.Has("nmod:unmarked") {
			continue
		}
		f, e := l.doc.Yield(c)
		if c < head {
			first = min(first, f)
		} else if e-head <= 9 && !l.clausal(head, e) {
			last = max(last, e)
		}
	}
	return first, l.undated(head, last)
}

// undated leaves out the day that the parser hung on the end of a phrase: "an
// aide of the king on Thursday".
func (l *linker) undated(head, last int) int {
	for _, d := range l.doc.Dates {
		if d.End != l.doc.Tokens[last-1].End || d.Start < l.doc.Tokens[head].End {
			continue
		}
		at := last - 1
		for at > head+1 && l.doc.Tokens[at].Start > d.Start {
			at--
		}
		if l.doc.Tokens[at-1].UPOS == "ADP" {
			at--
		}
		return max(head+1, at)
	}
	return last
}

// clausal reports whether a verb or a comma stands between two tokens.
func (l *linker) clausal(from, to int) bool {
	for i := from; i < to; i++ {
		if t := l.doc.Tokens[i]; t.UPOS == "VERB" || t.Form == "," {
			return true
		}
	}
	return false
}

// definite reports whether a phrase takes up what was named before: "the
// minister", without a state of its own.
func (l *linker) definite(first, head int) bool {
	return head-first <= 2 && slices.Contains([]string{"the", "this", "that"}, lower(l.doc.Tokens[first].Form)) && l.stateOf(first, head, head+1) == nil
}

// stateOf gives the state or body that a description names: "Iranian", "of
// Russia", "Haniyeh's".
func (l *linker) stateOf(first, head, last int) *Known {
	for i := first; i < last; i++ {
		if i == head || i > head && l.sentTo(head, i) {
			continue
		}
		a := l.cast.ActorAt(i)
		if a < 0 {
			a = l.nestedGroup(i, head)
		}
		if a < 0 {
			continue
		}
		if k := l.cast.Actors[a].Known; k != nil {
			if k.Kind == rapporteur.Person {
				return l.Actor(l.cast.Actors[a].For)
			}
			return k
		}
		if f := l.cast.Actors[a].For; f != "" {
			return l.Actor(f)
		}
	}
	return nil
}

// nestedGroup gives whom a definite noun inside a description takes up:
// "officials from the group".
func (l *linker) nestedGroup(token, head int) int {
	if l.doc.Tokens[token].UPOS != "NOUN" || l.doc.Tokens[token].Head != head || !l.doc.Tokens[token].Has("nmod") {
		return -1
	}
	if d := l.doc.Child(token, "det"); d < 0 || lower(l.doc.Tokens[d].Form) != "the" {
		return -1
	}
	return l.takenUp(token)
}
