package rules

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// placeBesideCue gives the place where something was said: a name with "in" or "at"
// that the cue governs, outside the words and the speaker's mention. -1 for none.
func placeBesideCue(x *text, a *frames.Frame) int {
	if a.Words.Len() == 0 {
		return -1
	}
	s := syntax.Sentence(x.doc, frames.Cue(a))
	for i := s.First; i < s.Last; i++ {
		m := x.actors.Mention(i)
		if m == nil || m.Place == nil || m.Place.Name == "" || !syntax.HasPreposition(x.doc, i, "in", "at", "from") || !x.doc.Governs(frames.Cue(a), i) {
			continue
		}
		if at := x.doc.Tokens[i].Range; !frames.Says(a, i) && !syntax.OverlapsAny(at, frames.Ranges(x.doc, a, frames.Source)) {
			return i
		}
	}
	return -1
}

// dateBesideCue gives the date that stands with the cue, outside the words.
func dateBesideCue(x *text, a *frames.Frame) day {
	content := frames.Ranges(x.doc, a, frames.Content)
	for _, d := range datesIn(x.doc, syntax.SentenceRange(x.doc, frames.Cue(a))) {
		if !syntax.OverlapsAny(d.Range, content) && d.Value != "" && isOfSaying(x, d.Range, frames.Cue(a)) {
			return dayOf(x, d)
		}
	}
	return day{}
}

// isOfSaying reports whether a date tells when something was said: it hangs on the
// cue, on what the cue governs or on the verb that governs the cue, not on another
// clause of the reporter's: "…, although ships were held on Monday".
func isOfSaying(x *text, date language.Range, cue int) bool {
	at := -1
	first, last := syntax.TokensIn(x.doc, date)
	for i := first; i < last; i++ {
		if t := x.doc.Tokens[i]; at < 0 || !date.Contains(x.doc.Tokens[max(t.Head, 0)].Range) {
			at = i
		}
	}
	if at >= 0 && (syntax.OnePhrase(x.doc, min(at, cue)+1, max(at, cue)) || syntax.OnePhrase(x.doc, syntax.Sentence(x.doc, cue).First, at)) {
		return true // on Saturday she said; on Tuesday, after the vote, …
	}
	over := x.doc.Tokens[cue].Head
	for ; at >= 0; at = x.doc.Tokens[at].Head {
		t := x.doc.Tokens[at]
		if t.Head == cue || at == cue || at == over || t.Head == over {
			return at == cue || at == over || !t.Has("advcl", "conj", "acl:relcl", "ccomp", "parataxis")
		}
	}
	return false
}

// principal gives the name of whom a speaker is expressly said to speak for, "on behalf
// of the union", -1 where the sentence does not tell.
func principal(x *text, a *frames.Frame) int {
	s := syntax.Sentence(x.doc, frames.Cue(a))
	for i := s.First; i+2 < s.Last; i++ {
		t := x.doc.Tokens[i]
		if t.Lemma != "behalf" && t.Lemma != "name" || x.doc.Tokens[i+1].Lemma != "of" || frames.Says(a, i) || !x.doc.Governs(frames.Cue(a), i) {
			continue
		}
		for j := i + 2; j < s.Last && j <= i+4; j++ {
			if actorAt(x, j).some() {
				return j
			}
		}
	}
	return -1
}

// anonymityOf gives the words by which a speaker without a name asks to stay so,
// in the sentence of the cue or in one right behind it that is about the
// speaker: "The official spoke on condition of anonymity".
func anonymityOf(x *text, a *frames.Frame, speakers []referent, asks func(language.Sentence) language.Range) frames.Tokens {
	if len(speakers) == 0 {
		return frames.Tokens{}
	}
	if s := x.actors.Actor(speakers[0].actor); s.Known || s.Kind == rapporteur.Person {
		return frames.Tokens{}
	}
	at := x.doc.SentenceOf(frames.Cue(a))
	for i := at; i < len(x.doc.Sentences) && i <= at+2; i++ {
		s := x.doc.Sentences[i]
		asked := asks(s)
		if asked.Len() == 0 || i > at && !isAbout(x, s, speakers[0].actor) || syntax.OverlapsAny(asked, frames.Ranges(x.doc, a, frames.Content)) {
			continue
		}
		return tokensOf(x, asked)
	}
	return frames.Tokens{}
}

// isAbout reports whether an actor is the subject of a sentence.
func isAbout(x *text, s language.Sentence, actor int) bool {
	for i := s.First; i < s.Last; i++ {
		if x.doc.Tokens[i].Has("nsubj") && x.actors.Describe(i) == actor {
			return true
		}
	}
	return false
}
