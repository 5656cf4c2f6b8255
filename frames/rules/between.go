package rules

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// Between gives what the actor at one range of a text does to the one at another:
// PLOVER's and CAMEO's codes of the event, and its modality; nil where no word of the
// text tells. An empty target stands for nobody. Meeting and talking is CONSULT here,
// which is a frame of meetings else.
//
// It answers the question that corpora of marked pairs ask; frames ask more: that
// both are actors, and that the words do not leave open whether it came about.
func (r *Reader) Between(doc *language.Document, statements []frames.Frame, actors Actors, source, target language.Range) *rapporteur.Event {
	x := r.text(doc, statements, actors)
	pair := couple{x, source, target}
	best, found := 0.0, (*rapporteur.Event)(nil)
	for i := range x.doc.Tokens {
		for _, f := range linkingConstructions(x, i) {
			if v := pair.score(i, f); v > best {
				best, found = v, &rapporteur.Event{Plover: f.plover, Cameo: f.cameo, Modality: linkModality(x, i, f)}
			}
		}
	}
	return found
}

// Frames of words that the table does not have: those for meetings, and any verb
// in a statement that says what its speaker will or will not do, or others must.
var (
	consulting = construction{pos: "any", plover: rapporteur.Plover{Type: "CONSULT"}, actor: []string{"subj", "poss", "between", "of", "by"}, recipient: []string{"obj", "with", "to", "between", "for", "in"}}
	refusing   = construction{pos: "any", plover: rapporteur.Plover{Type: "REJECT"}, actor: []string{"subj", "speaker"}, recipient: []string{"obj", "to", "with", "in", "from", "on", "xcomp"}, needs: []constraint{{places: []string{"neg"}}}}
	promising  = construction{pos: "any", plover: rapporteur.Plover{Type: "AGREE"}, actor: []string{"subj", "speaker"}, recipient: []string{"obj", "to", "with", "in"}}
	demanding  = construction{pos: "any", plover: rapporteur.Plover{Type: "REQUEST"}, actor: []string{"speaker"}, recipient: []string{"subj"}}
)

// linkingConstructions gives the frames of a token, those of meetings and of what is said to
// be done included.
func linkingConstructions(x *text, i int) []*construction {
	var out []*construction
	t := x.doc.Tokens[i]
	if f := constructionOf(x, i); f != nil {
		out = append(out, f)
	}
	_, verb := x.lexicon.verbs[t.Lemma]
	_, noun := x.lexicon.nouns[lower(t.Lemma)]
	if t.UPOS == "VERB" && verb || t.UPOS == "NOUN" && noun && !otherSense(x, i) {
		out = append(out, &consulting)
	}
	if t.UPOS == "VERB" {
		switch mood := syntax.MoodOf(x.doc, i); {
		case mood == "must":
			out = append(out, &demanding)
		case mood == "will" && syntax.Negated(x.doc, i) && !x.lexicon.classes["forbearing"][t.Lemma]:
			return []*construction{&refusing}
		case mood == "will" && len(out) == 0:
			out = append(out, &promising)
		}
	}
	for _, a := range x.told.cued[i] {
		if f, ok := x.lexicon.acts[a.Attribute(frames.Act)]; ok && len(out) == 0 {
			out = append(out, &f)
		}
	}
	return out
}

// linkModality gives whether what a frame means came about.
func linkModality(x *text, i int, f *construction) rapporteur.Modality {
	m := occurrence(x, i)
	if f.negates() && m == rapporteur.Denied || f == &promising || f == &demanding {
		return rapporteur.Happened
	}
	return m
}

// couple is the two whose relation is asked for.
type couple struct {
	*text
	source, target language.Range
}

// score tells how well a word links the two: by the places at which they stand
// with it, and of words that do so alike by how near they are in the tree and
// which of them governs the other.
func (c *couple) score(i int, f *construction) float64 {
	at := c.doc.Tokens[i].Range
	if c.source.Contains(at) || c.target.Contains(at) {
		return 0.1
	}
	v := 1 + 4*c.fills(i, f.actor, c.source) + 3*c.fills(i, f.recipient, c.target)
	v -= 0.15 * float64(syntax.Depth(c.doc, i))
	if c.governs(i, c.source) || c.governs(i, c.target) {
		v += 0.5
	}
	return max(v, 0.01)
}

// fills tells how well a range fills a role: 1 where its words head one of the
// places, less where they stand deep in what is there.
func (c *couple) fills(i int, places []string, r language.Range) float64 {
	best := 0.0
	for _, p := range places {
		for _, t := range slot(c.text, i, p) {
			first, last := c.doc.Yield(t)
			if p == "origin" {
				last = t
			}
			switch {
			case p != "origin" && r.Overlaps(c.doc.Tokens[t].Range):
				return 1
			case r.Overlaps(c.doc.Bytes(first, last)):
				best = max(best, 0.7)
			}
		}
	}
	return best
}

// governs reports whether a token governs one of a range.
func (c *couple) governs(i int, r language.Range) bool {
	first, last := c.doc.Yield(i)
	return r.Overlaps(c.doc.Bytes(first, last))
}
