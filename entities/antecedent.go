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
func (r *pronounResolver) antecedent(token int, kind pronounKind, gender byte) *Mention {
	p := r.pronounAt(token, kind, gender)
	best, score := -1, 0
	for sentence := p.sentence; sentence >= 0 && r.sentencesBetween(sentence, &p) <= reach; sentence-- {
		for _, k := range r.headedIn(sentence) {
			m := r.mention(k)
			if !r.mayMean(m, &p) {
				continue
			}
			if s := r.salience(m, &p); best < 0 || s > score || s == score && k < best {
				best, score = k, s
			}
		}
	}
	if best < 0 {
		return nil
	}
	return r.mention(best)
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
	// newcomer says that another person has come to the fore since somebody spoke last:
	// "Moe left. Berg stayed. 'I wait,' he said."
	newcomer bool
}

func (r *pronounResolver) pronounAt(token int, kind pronounKind, gender byte) pronoun {
	p := pronoun{token: token, kind: kind, gender: gender, sentence: r.doc.SentenceOf(token), paragraph: syntax.Paragraph(r.doc, token), inside: r.attribution(token)}
	if k, ok := r.bySource[token]; ok && !r.doc.Tokens[token].Has("nmod:poss") {
		p.own = &r.said[k]
	}
	if k := r.before[token]; k >= 0 {
		p.last = &r.said[k]
	}
	p.newcomer = p.kind == forPerson && p.own != nil && p.last != nil && r.anotherSince(&p)
	return p
}

// anotherSince reports whether a person other than the last speaker is the subject of a
// sentence of the report's own between what that one said and a pronoun.
func (r *pronounResolver) anotherSince(p *pronoun) bool {
	speaker, cue := r.actorAt(p.last.Head(frames.Source)), max(frames.Cue(p.last), p.last.Head(frames.Source))
	for sentence := p.sentence; sentence >= 0 && p.sentence-sentence <= reach && r.doc.Sentences[sentence].Last > cue; sentence-- {
		for _, k := range r.headedIn(sentence) {
			m := r.mention(k)
			if m.Head <= cue || m.Head >= p.token || m.Actor < 0 || m.Actor == speaker || m.Form == ByPronoun || r.attribution(m.Head) != nil {
				continue
			}
			subject := syntax.NameHead(r.doc, m.Head)
			if r.doc.Tokens[subject].Has("nsubj") && r.doc.Tokens[syntax.Governor(r.doc, subject)].Has("root") && r.agrees(m, p) {
				return true
			}
		}
	}
	return false
}

// mayMean reports whether a pronoun can take a mention up.
func (r *pronounResolver) mayMean(m *Mention, p *pronoun) bool {
	switch {
	case m.Head >= p.token || m.Sort == knowledge.ByDemonym && p.kind != forPeople:
		return false
	case m.Actor < 0 && (m.Pair == nil || p.kind != forPeople || p.own != nil && !r.base.Is(r.doc.Tokens[m.Head].Lemma, "pair of persons")):
		return false
	case r.distance(m, p) > reach || m.Actor >= 0 && (r.outsideNarrative(m, p) || !r.agrees(m, p)) || r.sameClause(m.Head, p.token):
		return false
	}
	if p.kind == forPerson || p.own != nil && r.spokeLast(m.Actor, p) {
		return true
	}
	w, weighed := r.ranking.Weight(p.token, m.Head)
	return !weighed || w > 0
}

// distance counts the sentences between. Where the pronoun is a speaker, those
// that are somebody's words from end to end do not count: who speaks is not
// forgotten meanwhile.
func (r *pronounResolver) distance(m *Mention, p *pronoun) int {
	return r.sentencesBetween(r.doc.SentenceOf(m.Head), p)
}

func (r *pronounResolver) sentencesBetween(s int, p *pronoun) int {
	if p.own != nil && s < p.sentence {
		return r.narrated[p.sentence] - r.narrated[s+1] + 1
	}
	return p.sentence - s
}

// outsideNarrative reports whether a mention stands where no pronoun of the story refers
// to: in the caption of a picture, unless both do; or an outlet that has said
// nothing, the one that took the picture or ran the story.
func (r *pronounResolver) outsideNarrative(m *Mention, p *pronoun) bool {
	q := syntax.Paragraph(r.doc, m.Head)
	if r.doc.Paragraphs[q].Kind == rapporteur.Caption && q != p.paragraph {
		return true
	}
	k := r.actor(m.Actor).Known
	return k != nil && k.Sector == "media" && !r.spokeLast(m.Actor, p)
}

// agrees checks kind, number and gender.
func (r *pronounResolver) agrees(m *Mention, p *pronoun) bool {
	a := r.actor(m.Actor)
	person := a.Kind == rapporteur.Person || a.Kind == rapporteur.Unnamed
	switch p.kind {
	case forPerson:
		return person && !a.Plural && (a.Gender == 0 || a.Gender == p.gender)
	case forThing:
		return !person && a.Kind != rapporteur.Collective && !a.Plural
	default:
		return a.Plural || a.Kind == rapporteur.Collective || a.Kind == rapporteur.Group || a.Kind == rapporteur.Unnamed ||
			a.Kind == rapporteur.Organisation || m.Sort == knowledge.ByDemonym && syntax.Plural(r.doc.Tokens[m.Head])
	}
}

// sameClause reports whether two tokens depend on one verb, so that a pronoun
// that is no possessive or reflexive cannot mean the other one.
func (r *pronounResolver) sameClause(head, token int) bool {
	t := r.doc.Tokens[token]
	if p, _ := r.ranker.Pronoun(t.Form); t.Has("nmod:poss", "nsubj") || p.Use == "reflexive" {
		return r.doc.Governs(token, head)
	}
	return r.doc.Tokens[head].Head == t.Head && t.Head >= 0
}
