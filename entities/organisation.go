package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// organisation enters an organisation that no table knows, with the state
// that its name begins with, "Iranian Foreign Ministry", or that owns it,
// "Iran's Foreign Ministry"; organs of two states are two.
func (d *discourse) organisation(first, last int) {
	if i := d.calledInFull(first, last); i >= 0 {
		d.add(Mention{First: first, Last: last, Head: syntax.SpanHead(d.doc, first, last), Actor: i})
		return
	}
	name := d.doc.Words(d.doc.Bytes(first, last))
	state := d.stateAt(first)
	if first > 1 && state == "" && d.doc.Tokens[first-1].XPOS == "POS" {
		state, name = d.ownedBy(first-1, name, last)
	}
	if state == "" {
		state = d.organOf(first, last)
	}
	if state == "" {
		state = d.organIn(first, last)
	}
	d.add(Mention{First: first, Last: last, Head: syntax.SpanHead(d.doc, first, last), Actor: d.unknown(name, rapporteur.Organisation, state)})
}

// calledInFull gives the outlet or body that the report has named by a longer name
// which ends in the same words: "the Herald" behind "The Bergen Herald"; -1 for none.
func (d *discourse) calledInFull(first, last int) int {
	var words []string
	for t := first; t < last; t++ {
		words = append(words, d.words[t]...)
	}
	if len(words) == 0 || len(words) > 2 || first == 0 || !strings.EqualFold(d.doc.Tokens[first-1].Form, "the") {
		return -1
	}
	m := d.lastCalled(words[len(words)-1], first, first-farthestTakeUp, func(m *Mention) bool {
		if m.Actor < 0 || d.actor(m.Actor).Kind != rapporteur.Organisation {
			return false
		}
		full := knowledge.Words(d.actor(m.Actor).Name)
		return len(full) > len(words) && slices.Equal(full[len(full)-len(words):], words)
	})
	if m == nil {
		return -1
	}
	return m.Actor
}

// organOf gives the state that the name of an organ ends with: "Central Bank of
// Iran", "Supreme Court of Kenya". Empty for other names.
func (d *discourse) organOf(first, last int) string {
	organ := false
	for t := first; t+1 < last; t++ {
		n, ok := d.base.Noun(strings.ToLower(d.doc.Tokens[t].Form))
		organ = organ || ok && n.Kind == "organ"
		if organ && d.doc.Tokens[t].Form == "of" {
			at := t + 1
			for at+1 < last && d.doc.Tokens[at].UPOS == "DET" {
				at++
			}
			return d.stateAt(at)
		}
	}
	return ""
}

// organIn gives the state of the town or of the body of a state that the name of an organ
// begins with: "Gaza Health Ministry". Empty for other names.
func (d *discourse) organIn(first, last int) string {
	senses, n := d.lookup(first)
	if n == 0 || first+n >= last || senses[0].Actor.Kind == rapporteur.Person {
		return ""
	}
	organ := slices.ContainsFunc(d.doc.Tokens[first+n:last], func(t language.Token) bool {
		n, ok := d.base.Noun(strings.ToLower(t.Form))
		return ok && n.Kind == "organ"
	})
	if !organ {
		return ""
	}
	return senses[0].Actor.State
}

// ownedBy gives the state whose name ends at the mark of a possessive, "North
// Korea's", and the name that an organ behind it then has.
func (d *discourse) ownedBy(mark int, name string, last int) (state, whole string) {
	for n := min(5, mark); n > 0; n-- {
		if senses, k := d.lookup(mark - n); k == n && senses[0].Actor.Kind == rapporteur.State && senses[0].Sort <= knowledge.ByDemonym {
			return senses[0].Actor.ID, d.doc.Words(d.doc.Bytes(mark-n, last))
		}
	}
	return "", name
}
