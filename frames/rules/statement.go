package rules

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// Complete gives statements with what is known of them once it is known whom words
// stand for: everybody who speaks and hears ("Berg and Moe said"), the words for the
// speaker, place, date, in whose name, and that the speaker asks not to be named. What
// is nobody's statement is not standing. Anonymity gives the words of a sentence by
// which a source asks not to be named.
func (r *Reader) Complete(doc *language.Document, statements []frames.Frame, actors Actors, anonymity func(language.Sentence) language.Range) []frames.Frame {
	x := r.text(doc, statements, actors)
	within := frames.Within(doc, statements)
	out := make([]frames.Frame, len(statements))
	for i := range statements {
		out[i] = completed(x, &statements[i], within[i] >= 0, anonymity)
	}
	return out
}

func completed(x *text, a *frames.Frame, reported bool, anonymity func(language.Sentence) language.Range) frames.Frame {
	b := copyOf(a)
	speakers := coordinated(x, a.Head(frames.Source), frames.Ranges(x.doc, a, frames.Content)...)
	if !isStatement(x, a, speakers, reported) {
		b.Set(frames.Standing, "no")
		return b.Frame
	}
	b.point(frames.Speaker, speakers...)
	b.point(frames.Hearer, coordinated(x, a.Head(frames.Addressee))...)
	b.date(dateBesideCue(x, a))
	b.nameSource(x)
	b.pointAt(frames.Behalf, principal(x, a))
	b.pointAt(frames.Place, placeBesideCue(x, a))
	b.span(frames.Anonymity, anonymityOf(x, a, speakers, anonymity))
	return b.Frame
}

// isStatement reports whether words are somebody's statement: what people show in
// documents they do not say, and where nobody is known to speak only quoted words count.
func isStatement(x *text, a *frames.Frame, speakers []referent, reported bool) bool {
	if a.Type == "document" && slices.ContainsFunc(speakers, func(s referent) bool { return isHuman(x, s) }) {
		return false
	}
	if len(speakers) > 0 {
		return true
	}
	words := 0
	for _, c := range frames.Ranges(x.doc, a, frames.Content) {
		words += len(strings.Fields(x.doc.Words(c)))
	}
	return !reported && frames.ModeOf(a) != rapporteur.Indirect && words >= 4
}

// isHuman reports whether an actor is people or a state rather than a body that has
// findings published.
func isHuman(x *text, actor referent) bool {
	a := x.actors.Actor(actor.actor)
	return a.Kind != rapporteur.Organisation && !a.Document
}

// nameSource makes the filler of the source the words by which the text calls it.
func (b *builder) nameSource(x *text) {
	for i := range b.Fillers {
		if f := &b.Fillers[i]; f.Role == frames.Source {
			f.Tokens = speakerMention(x, f)
		}
	}
}

// widest is the number of words that a description of a speaker may have to be
// given whole.
const widest = 12

// speakerMention gives the words for a speaker: a description whole, "the Turkish
// president", a name or pronoun alone.
func speakerMention(x *text, source *frames.Filler) frames.Tokens {
	m := x.actors.Mention(source.Head)
	whole := m == nil || !m.Named && !m.Pronoun && x.doc.Tokens[source.Head].UPOS == "NOUN"
	at := source.Tokens
	for c := range x.doc.Children(source.Head) {
		first, _ := x.doc.Yield(c)
		if t := x.doc.Tokens[c]; first > source.Head && (t.Has("acl:relcl") || t.Has("acl") && x.doc.Tokens[first-1].Form == ",") {
			at.Last = min(at.Last, first)
		}
	}
	for at.Len() > 0 && strings.Trim(x.doc.Tokens[at.Last-1].Form, ",;") == "" {
		at.Last--
	}
	switch {
	case whole && at.Has(source.Head) && len(strings.Fields(x.doc.Words(at.Range(x.doc)))) <= widest:
		return at
	case m != nil:
		return frames.Tokens{First: m.First, Last: m.Last}
	}
	return frames.Tokens{First: source.Head, Last: source.Head + 1}
}
