package entities

import (
	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// reach is how many sentences back a pronoun may refer.
const reach = 4

// antecedent finds what a third-person pronoun takes up: the candidate that
// agrees in kind and gender, with the best of recency, subjecthood and the
// role of speaker (after Lappin and Leass 1994, reduced); nil for none. "It"
// and "they" often stand for no actor, so that coreference has a veto there,
// save that who spoke last may go on.
func (l *linker) antecedent(token int, kind pronounKind, gender byte) *Mention {
	p := l.pronounAt(token, kind, gender)
	best, score := -1, 0
	for sentence := p.sentence; sentence >= 0 && l.sentencesBetween(sentence, &p) <= reach; sentence-- {
		for _, k := range l.headedIn(sentence) {
			m := &l.cast.Mentions[k]
			if !l.mayMean(m, &p) {
				continue
			}
			if s := l.salience(m, &p); best < 0 || s > score || s == score && k < best {
				best, score = k, s
			}
		}
	}
	if best < 0 {
		return nil
	}
	return &l.cast.Mentions[best]
}

// pronoun is a pronoun of the third person and where it stands.
type pronoun struct {
	token  int
	kind   pronounKind
	gender byte
	// sentence and paragraph are indexes.
	sentence, paragraph int
	// inside is the attribution whose words it stands in, own the one that it
	// is the source of, other than in "his promise", last that of who spoke
	// last; nil for none.
	inside, own, last *frames.Frame
}

func (l *linker) pronounAt(token int, kind pronounKind, gender byte) pronoun {
	p := pronoun{token: token, kind: kind, gender: gender, sentence: l.doc.SentenceOf(token), paragraph: syntax.Paragraph(l.doc, token), inside: l.attribution(token)}
	sources := l.sourcesSaid()
	if k, ok := sources.of[token]; ok && !l.doc.Tokens[token].Has("nmod:poss") {
		p.own = &l.said[k]
	}
	if k := sources.before[token]; k >= 0 {
		p.last = &l.said[k]
	}
	return p
}

// mayMean reports whether a pronoun can take a mention up.
func (l *linker) mayMean(m *Mention, p *pronoun) bool {
	switch {
	case m.Head >= p.token || m.Sort == knowledge.ByDemonym && p.kind != forPeople:
		return false
	case m.Actor < 0 && (m.Pair == nil || p.kind != forPeople || p.own != nil && !l.base.Is(l.doc.Tokens[m.Head].Lemma, "pair of persons")):
		return false
	case l.distance(m, p) > reach || m.Actor >= 0 && (l.aside(m, p) || !l.agrees(m, p)) || l.sameClause(m.Head, p.token):
		return false
	}
	if p.kind == forPerson || p.own != nil && l.spoke(m.Actor, p) {
		return true
	}
	w, weighed := l.ranking.Weight(p.token, m.Head)
	return !weighed || w > 0
}

// distance counts the sentences between. Where the pronoun is a speaker, those
// that are somebody's words from end to end do not count: who speaks is not
// forgotten meanwhile.
func (l *linker) distance(m *Mention, p *pronoun) int {
	return l.sentencesBetween(l.doc.SentenceOf(m.Head), p)
}

func (l *linker) sentencesBetween(s int, p *pronoun) int {
	if p.own != nil && s < p.sentence {
		return l.narrated[p.sentence] - l.narrated[s+1] + 1
	}
	return p.sentence - s
}

// aside reports whether a mention stands where no pronoun of the story refers
// to: in the caption of a picture, unless both do; or an outlet that has said
// nothing, the one that took the picture or ran the story.
func (l *linker) aside(m *Mention, p *pronoun) bool {
	q := syntax.Paragraph(l.doc, m.Head)
	if l.doc.Paragraphs[q].Kind == rapporteur.Caption && q != p.paragraph {
		return true
	}
	k := l.cast.Actors[m.Actor].Known
	return k != nil && k.Sector == "media" && !l.spoke(m.Actor, p)
}

// salience weighs a candidate.
func (l *linker) salience(m *Mention, p *pronoun) int {
	role := syntax.NameHead(l.doc, m.Head)
	s := -20*l.distance(m, p) + l.byRole(role) + l.bySpeech(m, p)
	if m.Form == ByPronoun {
		s += 4
	}
	if l.possessorNear(role, p.token) {
		s += ownClause
	}
	if l.doc.Tokens[syntax.Governor(l.doc, role)].Has("root") {
		s += 4
	}
	if syntax.Paragraph(l.doc, m.Head) != p.paragraph {
		s -= 4
	}
	return s
}

// ownClause weighs the subject of the clause in which a possessive stands: "Oslo
// demands that Bergen give up its claim".
const ownClause = 26

// possessorNear reports whether a token is the subject of the nearest verb over
// a possessive.
func (l *linker) possessorNear(subject, possessive int) bool {
	if !l.doc.Tokens[possessive].Has("nmod:poss") || !l.doc.Tokens[subject].Has("nsubj") {
		return false
	}
	v := l.doc.Tokens[possessive].Head
	for v >= 0 && l.doc.Tokens[v].UPOS != "VERB" {
		if l.doc.Tokens[v].Has("obl") {
			return false // struck in answer to its tests
		}
		v = l.doc.Tokens[v].Head
	}
	return v >= 0 && l.doc.Tokens[subject].Head == v
}

// byRole weighs what a candidate is in its clause.
func (l *linker) byRole(token int) int {
	switch t := l.doc.Tokens[token]; {
	case t.Has("nsubj"):
		return 16
	case t.Has("obj", "iobj"):
		return 6
	case t.Has("nmod:poss"):
		return 5
	case t.Has("nmod"):
		return -4
	}
	return 0
}

// bySpeech weighs who speaks and in whose words a candidate stands.
func (l *linker) bySpeech(m *Mention, p *pronoun) int {
	s := 0
	if p.inside != nil && l.cast.ActorAt(p.inside.Head(frames.Source)) == m.Actor {
		if frames.ModeOf(p.inside) == rapporteur.Direct {
			return -500 // the speaker is "I" in his own words
		}
		s += 14
	}
	if a := l.attribution(m.Head); a != nil && frames.ModeOf(a) == rapporteur.Direct && p.inside != a {
		s -= 30 // named only in somebody's words
	}
	if p.own != nil && frames.Says(p.own, m.Head) {
		s -= 20 // who speaks does not name himself
	}
	if l.spoke(m.Actor, p) {
		s += 4
		if p.own != nil {
			s += 14
		}
	}
	return s
}

// spoke reports whether an actor is the source of the last attribution before
// a pronoun.
func (l *linker) spoke(actor int, p *pronoun) bool {
	return p.last != nil && actor >= 0 && l.cast.ActorAt(p.last.Head(frames.Source)) == actor
}

// agrees checks kind, number and gender.
func (l *linker) agrees(m *Mention, p *pronoun) bool {
	a := &l.cast.Actors[m.Actor]
	person := a.Kind == rapporteur.Person || a.Kind == rapporteur.Unnamed
	switch p.kind {
	case forPerson:
		return person && !a.Plural && (a.Gender == 0 || a.Gender == p.gender)
	case forThing:
		return !person && a.Kind != rapporteur.Collective && !a.Plural
	default:
		return a.Plural || a.Kind == rapporteur.Collective || a.Kind == rapporteur.Group || a.Kind == rapporteur.Unnamed ||
			a.Kind == rapporteur.Organisation || m.Sort == knowledge.ByDemonym && syntax.Plural(l.doc.Tokens[m.Head])
	}
}

// sameClause reports whether two tokens depend on one verb, so that a pronoun
// that is no possessive or reflexive cannot mean the other one.
func (l *linker) sameClause(head, token int) bool {
	t := l.doc.Tokens[token]
	if p, _ := l.ranker.Pronoun(t.Form); t.Has("nmod:poss", "nsubj") || p.Use == "reflexive" {
		return l.doc.Governs(token, head)
	}
	return l.doc.Tokens[head].Head == t.Head && t.Head >= 0
}
