package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// placeBeside gives the name of the place where something was said: one with
// "in" or "at" that the cue governs, outside the words and the speaker's
// mention.
func (r *reading) placeBeside(a *frames.Frame) rapporteur.Text {
	if a.Words.Len() == 0 {
		return ""
	}
	s := syntax.Sentence(r.doc, frames.Cue(a))
	for i := s.First; i < s.Last; i++ {
		m := r.cast.At(i)
		if m == nil || m.Place == nil || m.Place.Name == "" || !syntax.HasPreposition(r.doc, i, "in", "at", "from") || !r.doc.Governs(frames.Cue(a), i) {
			continue
		}
		if at := r.doc.Tokens[i].Range; !frames.Says(a, i) && !syntax.OverlapsAny(at, frames.Ranges(r.doc, a, frames.Source)) {
			return rapporteur.Text(m.Place.Name)
		}
	}
	return ""
}

// anonymity gives the words by which a speaker without a name asks to stay so,
// in the sentence of the cue or in one right behind it that is about the
// speaker: "The official spoke on condition of anonymity".
func (r *reading) anonymity(a *frames.Frame, speakers []int) *rapporteur.Span {
	if len(speakers) == 0 || r.cast.Actors[speakers[0]].Known != nil || r.cast.Actors[speakers[0]].Kind == rapporteur.Person {
		return nil
	}
	at := r.doc.SentenceOf(frames.Cue(a))
	for i := at; i < len(r.doc.Sentences) && i <= at+2; i++ {
		s := r.doc.Sentences[i]
		asked := r.finder.Anonymity(r.doc, s)
		if asked.Len() == 0 || i > at && !r.isAbout(s, speakers[0]) || syntax.OverlapsAny(asked, frames.Ranges(r.doc, a, frames.Content)) {
			continue
		}
		span := r.doc.Span(asked)
		return &span
	}
	return nil
}

// isAbout reports whether an actor is the subject of a sentence.
func (r *reading) isAbout(s language.Sentence, actor int) bool {
	for i := s.First; i < s.Last; i++ {
		if r.doc.Tokens[i].Has("nsubj") && r.cast.Describe(i) == actor {
			return true
		}
	}
	return false
}

// inTheNameOf gives the actor for whom a speaker is expressly said to speak,
// "on behalf of the union", -1 where the sentence does not tell.
func (r *reading) inTheNameOf(a *frames.Frame) int {
	s := syntax.Sentence(r.doc, frames.Cue(a))
	for i := s.First; i+2 < s.Last; i++ {
		t := r.doc.Tokens[i]
		if t.Lemma != "behalf" && t.Lemma != "name" || r.doc.Tokens[i+1].Lemma != "of" || syntax.OverlapsAny(t.Range, frames.Ranges(r.doc, a, frames.Content)) || !r.doc.Governs(frames.Cue(a), i) {
			continue
		}
		for j := i + 2; j < s.Last && j <= i+4; j++ {
			if at := r.cast.ActorAt(j); at >= 0 {
				return at
			}
		}
	}
	return -1
}
