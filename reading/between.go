package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// Between gives what the actor at one span of a report does to the one at
// another: PLOVER's and CAMEO's codes of the event, and its modality; nil where
// no word of the report tells. The spans are the report's, in code points; an empty target
// stands for nobody. Meeting and talking is CONSULT here, which [Reader.Read] gives as meetings.
//
// It answers the question that corpora of marked pairs ask; Read asks more: that
// both are actors, and that the words do not leave open whether it came about.
func (r *Reader) Between(report *rapporteur.Report, source, target rapporteur.Span) *rapporteur.Event {
	x := r.begin(report, language.Limits{})
	byte := rapporteur.NewIndex(report.Text).Offset
	pair := couple{x, language.Range{Start: byte(source.Start), End: byte(source.End)}, language.Range{Start: byte(target.Start), End: byte(target.End)}}
	best, found := 0.0, (*rapporteur.Event)(nil)
	for i := range x.doc.Tokens {
		for _, f := range x.linking(i) {
			if v := pair.score(i, f); v > best {
				best, found = v, &rapporteur.Event{Plover: f.plover, Cameo: f.cameo, Modality: x.modalityOf(i, f)}
			}
		}
	}
	return found
}

// Frames of words that the table does not have: those for meetings, and any verb
// in a statement that says what its speaker will or will not do, or others must.
var (
	consulting = frame{pos: "any", plover: rapporteur.Plover{Type: "CONSULT"}, actor: []string{"subj", "poss", "between", "of", "by"}, recipient: []string{"obj", "with", "to", "between", "for", "in"}}
	refusing   = frame{pos: "any", plover: rapporteur.Plover{Type: "REJECT"}, actor: []string{"subj", "speaker"}, recipient: []string{"obj", "to", "with", "in", "from", "on", "xcomp"}, needs: []demand{{places: []string{"neg"}}}}
	promising  = frame{pos: "any", plover: rapporteur.Plover{Type: "AGREE"}, actor: []string{"subj", "speaker"}, recipient: []string{"obj", "to", "with", "in"}}
	demanding  = frame{pos: "any", plover: rapporteur.Plover{Type: "REQUEST"}, actor: []string{"speaker"}, recipient: []string{"subj"}}
)

// linking gives the frames of a token, those of meetings and of what is said to
// be done included.
func (r *reading) linking(i int) []*frame {
	var out []*frame
	t := r.doc.Tokens[i]
	if f := r.frameOf(i); f != nil {
		out = append(out, f)
	}
	_, verb := r.tables.verbs[t.Lemma]
	_, noun := r.tables.nouns[lower(t.Lemma)]
	if t.UPOS == "VERB" && verb || t.UPOS == "NOUN" && noun && !r.otherSense(i) {
		out = append(out, &consulting)
	}
	if t.UPOS == "VERB" {
		switch mood := syntax.MoodOf(r.doc, i); {
		case mood == "must":
			out = append(out, &demanding)
		case mood == "will" && syntax.Negated(r.doc, i) && !r.tables.classes["forbearing"][t.Lemma]:
			return []*frame{&refusing}
		case mood == "will" && len(out) == 0:
			out = append(out, &promising)
		}
	}
	for k := range r.said {
		if f, ok := r.tables.acts[r.said[k].Attribute(frames.Act)]; ok && frames.Cue(&r.said[k]) == i && len(out) == 0 {
			out = append(out, &f)
		}
	}
	return out
}

// modalityOf gives whether what a frame means came about.
func (r *reading) modalityOf(i int, f *frame) rapporteur.Modality {
	m := r.occurrence(i)
	if f.negates() && m == rapporteur.Denied || f == &promising || f == &demanding {
		return rapporteur.Happened
	}
	return m
}

// couple is the two whose relation is asked for.
type couple struct {
	*reading
	source, target language.Range
}

// score tells how well a word links the two: by the places at which they stand
// with it, and of words that do so alike by how near they are in the tree and
// which of them governs the other.
func (c *couple) score(i int, f *frame) float64 {
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
		for _, t := range c.argumentAt(i, p) {
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
