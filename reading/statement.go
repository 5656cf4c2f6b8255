package reading

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// statements turns attributions into statements. An attribution whose source
// stays unknown is kept only where its words are quoted.
func (r *reading) statements() {
	r.statementOf = make([]int, len(r.said))
	for i := range r.said {
		r.statementOf[i] = -1
		if s, ok := r.statement(i); ok {
			r.statementOf[i] = len(r.out.Statements)
			r.out.Statements = append(r.out.Statements, s)
		}
	}
	r.keepTalking()
	for i, within := range r.within {
		if at := r.statementOf[i]; at >= 0 && within >= 0 && r.statementOf[within] >= 0 {
			r.out.Statements[at].Within = rapporteur.Text(r.out.Statements[r.statementOf[within]].ID)
		}
	}
}

func (r *reading) statement(number int) (rapporteur.Statement, bool) {
	a := &r.said[number]
	content := frames.Ranges(r.doc, a, frames.Content)
	speakers := r.everyone(a.Head(frames.Source), content...)
	if a.Type == "document" && slices.ContainsFunc(speakers, r.human) {
		return rapporteur.Statement{}, false // what people show they do not say
	}
	if len(speakers) == 0 && (r.within[number] >= 0 || frames.ModeOf(a) == rapporteur.Indirect || len(r.wordsOf(content)) < 4) {
		return rapporteur.Statement{}, false
	}
	s := rapporteur.Statement{
		Speakers: r.ids(speakers), Mode: frames.ModeOf(a), Act: rapporteur.Text(a.Attribute(frames.Act)), Medium: rapporteur.Text(a.Attribute(frames.Medium)),
		Addressees: r.ids(r.everyone(a.Head(frames.Addressee))), Date: r.dateBeside(a),
	}
	s.Addressees = slices.DeleteFunc(s.Addressees, func(id string) bool { return slices.Contains(s.Speakers, id) })
	if a.Head(frames.Source) >= 0 {
		m := r.speakerMention(a)
		s.SpeakerMention = &m
	}
	if len(speakers) > 0 {
		s.For = rapporteur.Text(r.cast.Actors[speakers[0]].For)
		if i := r.inTheNameOf(a); i >= 0 {
			s.For = rapporteur.Text(r.cast.Actors[i].ID)
		}
	}
	if a.Words.Len() > 0 {
		cue := r.doc.Span(a.Words.Range(r.doc))
		s.Cue = &cue
	}
	for _, c := range content {
		s.Content = append(s.Content, r.doc.Span(c))
	}
	s.Place, s.Anonymity = r.placeBeside(a), r.anonymity(a, speakers)
	evidence, point := syntax.SentenceRange(r.doc, frames.Cue(a)), a.Words.Range(r.doc)
	if a.Words.Len() == 0 {
		evidence, point = content[0], content[0]
	}
	s.Basis = r.basis("statement", a.Maker, r.surety(a, speakers), append([]language.Range{r.brief(evidence, point)}, content...)[:1], content...)
	return s, true
}

// widest is the number of words that a description of a speaker may have to be
// given whole.
const widest = 12

// speakerMention gives the words for a speaker: a description whole, "the Turkish
// president", a name or pronoun alone.
func (r *reading) speakerMention(a *frames.Frame) rapporteur.Span {
	m := r.cast.At(a.Head(frames.Source))
	whole := m == nil || m.Form == entities.ByDescription && r.doc.Tokens[a.Head(frames.Source)].UPOS == "NOUN"
	at := a.Of(frames.Source)[0].Range(r.doc)
	for c := range r.doc.Children(a.Head(frames.Source)) {
		first, _ := r.doc.Yield(c)
		if t := r.doc.Tokens[c]; first > a.Head(frames.Source) && (t.Has("acl:relcl") || t.Has("acl") && r.doc.Tokens[first-1].Form == ",") {
			at.End = min(at.End, r.doc.Tokens[first-1].End)
		}
	}
	at.End = at.Start + len(strings.TrimRight(r.doc.Text[at.Start:max(at.Start, at.End)], " ,;"))
	if whole && at.Contains(r.doc.Tokens[a.Head(frames.Source)].Range) && len(strings.Fields(r.doc.Words(at))) <= widest {
		return r.doc.Span(at)
	}
	return r.mentionSpan(a.Head(frames.Source))
}

// human reports whether an actor is people or a state rather than a body that has
// findings published.
func (r *reading) human(actor int) bool {
	a := &r.cast.Actors[actor]
	return a.Kind != rapporteur.Organisation && !a.Source
}

// surety is how far a statement is to be trusted, by how its words and its
// speaker were found. Where nobody was found, only the words are.
func (r *reading) surety(a *frames.Frame, speakers []int) float64 {
	trait := "named"
	if len(speakers) == 0 {
		return 0.4
	}
	if m := r.cast.At(a.Head(frames.Source)); m != nil && m.Form == pronounForm {
		trait = "pronoun"
	}
	return r.confidences.of("statement", a.Maker, trait)
}

// dateBeside gives the date that stands with the cue, outside the words.
func (r *reading) dateBeside(a *frames.Frame) rapporteur.Date {
	sentence := syntax.SentenceRange(r.doc, frames.Cue(a))
	for _, d := range r.doc.Dates {
		if sentence.Contains(d.Range) && !syntax.OverlapsAny(d.Range, frames.Ranges(r.doc, a, frames.Content)) && d.Value != "" && r.ofSaying(d.Range, frames.Cue(a)) {
			return d.Value
		}
	}
	return ""
}

// ofSaying reports whether a date tells when something was said: it hangs on the
// cue, on what the cue governs or on the verb that governs the cue, not on another
// clause of the reporter's: "…, although ships were held on Monday".
func (r *reading) ofSaying(date language.Range, cue int) bool {
	at := -1
	for i := range tokensIn(r.doc, date) {
		if t := r.doc.Tokens[i]; at < 0 || !date.Contains(r.doc.Tokens[max(t.Head, 0)].Range) {
			at = i
		}
	}
	if at >= 0 && (syntax.OnePhrase(r.doc, min(at, cue)+1, max(at, cue)) || syntax.OnePhrase(r.doc, syntax.Sentence(r.doc, cue).First, at)) {
		return true // on Saturday she said; on Tuesday, after the vote, …
	}
	over := r.doc.Tokens[cue].Head
	for ; at >= 0; at = r.doc.Tokens[at].Head {
		t := r.doc.Tokens[at]
		if t.Head == cue || at == cue || at == over || t.Head == over {
			return at == cue || at == over || !t.Has("advcl", "conj", "acl:relcl", "ccomp", "parataxis")
		}
	}
	return false
}
