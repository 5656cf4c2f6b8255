package whoswho

import (
	"fmt"
	"os"
	"slices"
	"strconv"

	"rapporteur"
	"rapporteur/speech"
)

// pronouns by what they can stand for.
var pronouns = map[string]struct {
	gender byte
	// kind is person, thing or people; self and hearer inside quotations.
	kind string
}{
	"he": {'m', "person"}, "him": {'m', "person"}, "his": {'m', "person"}, "himself": {'m', "person"},
	"she": {'f', "person"}, "her": {'f', "person"}, "hers": {'f', "person"}, "herself": {'f', "person"},
	"it": {0, "thing"}, "its": {0, "thing"}, "itself": {0, "thing"},
	"they": {0, "people"}, "them": {0, "people"}, "their": {0, "people"}, "theirs": {0, "people"}, "themselves": {0, "people"},
	"i": {0, "self"}, "me": {0, "self"}, "my": {0, "self"}, "mine": {0, "self"}, "myself": {0, "self"},
	"we": {0, "side"}, "us": {0, "side"}, "our": {0, "side"}, "ours": {0, "side"}, "ourselves": {0, "side"},
	"you": {0, "hearer"}, "your": {0, "hearer"},
}

// resolvePronouns links the third person first, in the order of the text:
// outside of quotations, so that the speakers are known, then inside; last the
// first and second person of quotations to their speaker and hearer.
func (l *linker) resolvePronouns() {
	quoted := make([]bool, len(l.doc.Tokens))
	for i := range l.doc.Tokens {
		a := l.attribution(i)
		quoted[i] = a != nil && a.Mode == rapporteur.Direct
	}
	for pass := range 3 {
		for i, t := range l.doc.Tokens {
			p, ok := pronouns[lower(t.Form)]
			if !ok || t.UPOS != "PRON" {
				continue
			}
			self := p.kind == "self" || p.kind == "side" || p.kind == "hearer"
			actor := -1
			switch {
			case pass == 2 && self:
				actor = l.speaker(i, p.kind)
			case pass < 2 && !self && quoted[i] == (pass == 1):
				actor = l.antecedent(i, p.kind, p.gender)
			}
			if actor >= 0 {
				l.add(Mention{First: i, Last: i + 1, Head: i, Actor: actor, Form: ByPronoun})
			}
		}
	}
	l.resolveCountries()
}

// speaker gives who "I", "we" and "you" are inside the words of an
// attribution.
func (l *linker) speaker(token int, kind string) int {
	a := l.attribution(token)
	if a == nil {
		return -1
	}
	if kind == "hearer" {
		return l.cast.ActorAt(a.Addressee)
	}
	who := l.cast.ActorAt(a.Source)
	if who < 0 || kind == "self" {
		return who
	}
	if side := l.Actor(l.cast.Actors[who].For); side != nil {
		return l.known(side)
	}
	return who
}

// attribution gives the attribution whose words hold a token, the innermost.
func (l *linker) attribution(token int) *speech.Attribution {
	var best *speech.Attribution
	size := 0
	r := l.doc.Tokens[token].Range
	for i := range l.said {
		for _, c := range l.said[i].Content {
			if c.Contains(r) && (best == nil || c.Len() < size) {
				best, size = &l.said[i], c.Len()
			}
		}
	}
	return best
}

// reach is how many sentences back a pronoun may refer.
const reach = 4

// antecedent finds whom a third-person pronoun stands for: the candidate that
// agrees in kind and gender, with the best of recency, subjecthood and the
// role of speaker (after Lappin and Leass 1994, reduced).
func (l *linker) antecedent(token int, kind string, gender byte) int {
	best, score := -1, -1000.0
	weights := l.weights(token)
	sentence := l.doc.SentenceOf(token)
	inside := l.attribution(token)
	for k := range l.cast.Mentions {
		m := &l.cast.Mentions[k]
		if m.Actor < 0 || m.Head >= token || m.Sort == ByDemonym && kind != "people" {
			continue
		}
		distance := sentence - l.doc.SentenceOf(m.Head)
		if distance > reach || l.aside(m, token) || !l.agrees(m, kind, gender) || l.sameClause(m.Head, token) {
			continue
		}
		s := sal * float64(l.salience(m, token, distance, inside))
		if w, ok := weights[m.Head]; ok {
			s += lam * w
		} else {
			s -= lam * miss
		}
		if os.Getenv("DBG") != "" {
			fmt.Fprintf(os.Stderr, "  %d %s %s@%d sal=%d w=%.2f\n", l.doc.Span(l.doc.Tokens[token].Range).Start, l.doc.Tokens[token].Form, l.cast.Actors[m.Actor].Name, l.doc.Span(l.doc.Tokens[m.Head].Range).Start, l.salience(m, token, distance, inside), weights[m.Head])
		}
		if s > score || s == score && best >= 0 {
			best, score = m.Actor, s
		}
	}
	return best
}

var sal, lam, miss = 1.0, envf("LAM"), envf("MISS")

func envf(n string) float64 { f, _ := strconv.ParseFloat(os.Getenv(n), 64); return f }

// weights gives what coreference thinks of each head as the antecedent of a
// pronoun.
func (l *linker) weights(token int) map[int]float64 {
	weights := map[int]float64{}
	for _, a := range l.ranking.Antecedents(token) {
		weights[a.Head] = a.Weight
	}
	return weights
}

// aside reports whether a mention stands where no pronoun of the story refers
// to: in the caption of a picture, unless both do; or an outlet that has said
// nothing, the one that took the picture or ran the story.
func (l *linker) aside(m *Mention, token int) bool {
	p, q := l.paragraph(m.Head), l.paragraph(token)
	if l.doc.Paragraphs[p].Kind == rapporteur.Caption && p != q {
		return true
	}
	k := l.cast.Actors[m.Actor].Known
	return k != nil && k.Sector == "media" && !l.spoke(m.Actor, token)
}

// paragraph gives the index of the paragraph of a token.
func (l *linker) paragraph(token int) int {
	return l.doc.Sentences[l.doc.SentenceOf(token)].Paragraph
}

// salience weighs a candidate.
func (l *linker) salience(m *Mention, token, distance int, inside *speech.Attribution) int {
	t := l.doc.Tokens[m.Head]
	s := -20 * distance
	switch {
	case t.Has("nsubj"):
		s += 16
	case t.Has("obj", "iobj"):
		s += 6
	case t.Has("nmod:poss"):
		s += 5
	case t.Has("nmod"):
		s -= 4
	}
	if m.Form == ByPronoun {
		s += 4
	}
	if l.doc.Tokens[l.root(m.Head)].Has("root") {
		s += 4
	}
	if inside != nil && l.cast.ActorAt(inside.Source) == m.Actor {
		if inside.Mode == rapporteur.Direct {
			return -500 // the speaker is "I" in his own words
		}
		s += 14
	}
	if a := l.attribution(m.Head); a != nil && a.Mode == rapporteur.Direct && inside != a {
		s -= 30 // named only in somebody's words
	}
	if l.spoke(m.Actor, token) {
		s += 4
		if l.speaks(token) {
			s += 14
		}
	}
	if l.paragraph(m.Head) != l.paragraph(token) {
		s -= 4
	}
	return s
}

// root gives the verb of the clause that a token stands in.
func (l *linker) root(token int) int {
	if h := l.doc.Tokens[token].Head; h >= 0 {
		return h
	}
	return token
}

// spoke reports whether an actor is the source of the last attribution before
// a token.
func (l *linker) spoke(actor, token int) bool {
	at := l.doc.Tokens[token].Start
	last := -1
	for i := range l.said {
		if l.said[i].Source >= 0 && l.said[i].Source < token && l.said[i].Cue.Start < at {
			last = i
		}
	}
	return last >= 0 && l.cast.ActorAt(l.said[last].Source) == actor
}

// speaks reports whether a token is itself the source of an attribution.
func (l *linker) speaks(token int) bool {
	for i := range l.said {
		if l.said[i].Source == token {
			return true
		}
	}
	return false
}

// agrees checks kind, number and gender.
func (l *linker) agrees(m *Mention, kind string, gender byte) bool {
	a := &l.cast.Actors[m.Actor]
	person := a.Kind == rapporteur.Person || a.Kind == rapporteur.Unnamed
	switch kind {
	case "person":
		return person && !a.Plural && (a.Gender == 0 || a.Gender == gender)
	case "thing":
		return !person && a.Kind != rapporteur.Collective && !a.Plural
	default:
		return a.Plural || a.Kind == rapporteur.Collective || a.Kind == rapporteur.Group || a.Kind == rapporteur.Unnamed ||
			a.Kind == rapporteur.Organisation || m.Sort == ByDemonym && l.plural(m.Head)
	}
}

// sameClause reports whether two tokens depend on one verb, so that a pronoun
// that is no possessive or reflexive cannot mean the other one.
func (l *linker) sameClause(head, token int) bool {
	t := l.doc.Tokens[token]
	if t.Has("nmod:poss", "nsubj") || slices.Contains([]string{"himself", "herself", "itself", "themselves"}, lower(t.Form)) {
		return l.doc.Governs(token, head)
	}
	return l.doc.Tokens[head].Head == t.Head && t.Head >= 0
}

// resolveCountries links "his country" and "their nation" to the state of the
// person behind the pronoun.
func (l *linker) resolveCountries() {
	for i, t := range l.doc.Tokens {
		if t.Lemma != "country" && t.Lemma != "nation" && t.Lemma != "government" {
			continue
		}
		p := l.doc.Child(i, "nmod:poss")
		if p < 0 || l.cast.at[i] >= 0 {
			continue
		}
		who := l.cast.ActorAt(p)
		if who < 0 {
			continue
		}
		if side := l.Actor(l.cast.Actors[who].For); side != nil && side.Kind == rapporteur.State {
			l.add(Mention{First: p, Last: i + 1, Head: i, Actor: l.known(side), Form: ByDescription})
		}
	}
}
