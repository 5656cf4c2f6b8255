package reading

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// behind is the number of sentences after that of a meeting within which somebody is
// said to be left out of it without saying of what.
const sentencesBehind = 3

// uninvite finds who is left out in a sentence of its own: "The ministers met in
// Arusha. Chad was not invited." It speaks of the last meeting before it.
func (r *reading) uninvite(all []gathering) {
	quoted := make([]language.Range, len(r.quotations))
	for i, q := range r.quotations {
		quoted[i] = q.Range
	}
	for n, s := range r.doc.Sentences {
		word, w := r.shutOut(s)
		if word < 0 || syntax.OverlapsAny(r.doc.Tokens[word].Range, quoted) || r.tellsOfMeeting(s) {
			continue
		}
		if g := r.lastBefore(all, n); g != nil {
			for _, a := range r.left(word, w) {
				if r.identified(a) && !g.has(a) && !g.sides(r)[r.side(a)] {
					g.lead.seats = append(g.lead.seats, seat{actor: a, presence: w.presence, evidence: r.brief(syntax.SentenceRange(r.doc, word), r.doc.Tokens[word].Range)})
				}
			}
		}
	}
}

// shutOut gives the word at the head of a sentence that leaves its subject out of
// something that it does not name, -1 if there is none.
func (r *reading) shutOut(s language.Sentence) (int, exclusionWord) {
	for i := s.First; i < s.Last; i++ {
		if r.doc.Tokens[i].Head >= 0 {
			continue
		}
		for _, w := range r.tables.exclusions[r.doc.Tokens[i].Lemma] {
			_, object, passive := r.arguments(i)
			if w.alone && passive && object < 0 && syntax.FollowedBy(r.doc, i, w.rest) && syntax.Negated(r.doc, i) == w.negated && !r.complemented(i) {
				return i, w
			}
		}
	}
	return -1, exclusionWord{}
}

// complemented reports whether a verb says to what or from what: "to the wedding".
func (r *reading) complemented(verb int) bool {
	for c := range r.doc.Children(verb) {
		if r.doc.Tokens[c].Has("xcomp", "ccomp") || r.doc.Tokens[c].Has("obl") && (syntax.HasPreposition(r.doc, c, "to") || syntax.HasPreposition(r.doc, c, "from") || syntax.HasPreposition(r.doc, c, "of") || syntax.HasPreposition(r.doc, c, "in")) {
			return true
		}
	}
	return false
}

// tellsOfMeeting reports whether a sentence has a word for a meeting itself.
func (r *reading) tellsOfMeeting(s language.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		t := r.doc.Tokens[i]
		_, verb := r.tables.verbs[t.Lemma]
		_, noun := r.tables.nouns[lower(t.Lemma)]
		if verb && t.UPOS == "VERB" || noun && (t.UPOS == "NOUN" || t.UPOS == "PROPN") {
			return true
		}
	}
	return false
}

// lastBefore gives the meeting that is told last in the few sentences before one, nil
// if two are told in the same one or there is none.
func (r *reading) lastBefore(all []gathering, sentence int) *gathering {
	var last *gathering
	at := -1
	for i := range all {
		for k := range all[i].encounters {
			n := r.doc.SentenceOf(all[i].encounters[k].trigger)
			switch {
			case n >= sentence || n < sentence-sentencesBehind || n < at:
			case n == at && last != &all[i]:
				last = nil
			default:
				last, at = &all[i], n
			}
		}
	}
	if last == nil || len(last.sides(r)) < 2 {
		return nil
	}
	return last
}

// has reports whether an actor has a seat already, empty or not.
func (g *gathering) has(actor int) bool {
	for _, s := range g.lead.seats {
		if s.actor == actor {
			return true
		}
	}
	return false
}
