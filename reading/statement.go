package reading

import (
	"rapporteur"
	"rapporteur/entities"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/speech"
	"slices"
	"strings"
)

// statements turns attributions into statements. An attribution whose source
// stays unknown is kept only where its words are quoted.
func (r *reading) statements() {
	r.statementOf = make([]int, len(r.said))
	for i := range r.said {
		r.statementOf[i] = -1
		if s, ok := r.statement(&r.said[i]); ok {
			r.statementOf[i] = len(r.out.Statements)
			r.out.Statements = append(r.out.Statements, s)
		}
	}
	r.keepTalking()
	for i, a := range r.said {
		if at := r.statementOf[i]; at >= 0 && a.Within >= 0 && r.statementOf[a.Within] >= 0 {
			r.out.Statements[at].Within = rapporteur.Text(r.out.Statements[r.statementOf[a.Within]].ID)
		}
	}
}

func (r *reading) statement(a *speech.Attribution) (rapporteur.Statement, bool) {
	speakers := r.everyone(a.Source, a.Content...)
	if a.Kind == "document" && slices.ContainsFunc(speakers, r.human) {
		return rapporteur.Statement{}, false // what people show they do not say
	}
	if len(speakers) == 0 && (a.Within >= 0 || a.Mode == rapporteur.Indirect || len(r.wordsOf(a.Content)) < 4) {
		return rapporteur.Statement{}, false
	}
	s := rapporteur.Statement{
		Speakers: r.ids(speakers), Mode: a.Mode, Act: rapporteur.Text(a.Act), Medium: rapporteur.Text(a.Medium),
		Addressees: r.ids(r.everyone(a.Addressee)), Date: r.dateBeside(a),
	}
	s.Addressees = slices.DeleteFunc(s.Addressees, func(id string) bool { return slices.Contains(s.Speakers, id) })
	if a.Source >= 0 {
		m := r.speakerMention(a)
		s.SpeakerMention = &m
	}
	if len(speakers) > 0 {
		s.For = rapporteur.Text(r.cast.Actors[speakers[0]].For)
		if i := r.inTheNameOf(a); i >= 0 {
			s.For = rapporteur.Text(r.cast.Actors[i].ID)
		}
	}
	if a.Cue.Len() > 0 {
		cue := r.doc.Span(a.Cue)
		s.Cue = &cue
	}
	for _, c := range a.Content {
		s.Content = append(s.Content, r.doc.Span(c))
	}
	s.Place, s.Anonymity = r.placeBeside(a), r.anonymity(a, speakers)
	evidence := syntax.SentenceRange(r.doc, a.CueHead)
	if a.Cue.Len() == 0 {
		evidence = a.Content[0]
	}
	s.Basis = r.basis("statement", a.Rule, r.surety(a, speakers), append([]language.Range{r.brief(evidence, a.Cue)}, a.Content...)[:1], a.Content...)
	return s, true
}

// widest is the number of words that a description of a speaker may have to be
// given whole.
const widest = 12

// speakerMention gives the words for a speaker: a description whole, "the Turkish
// president", a name or pronoun alone.
func (r *reading) speakerMention(a *speech.Attribution) rapporteur.Span {
	m := r.cast.At(a.Source)
	whole := m == nil || m.Form == entities.ByDescription && r.doc.Tokens[a.Source].UPOS == "NOUN"
	at := a.SourceRange
	for c := range r.doc.Children(a.Source) {
		first, _ := r.doc.Yield(c)
		if t := r.doc.Tokens[c]; first > a.Source && (t.Has("acl:relcl") || t.Has("acl") && r.doc.Tokens[first-1].Form == ",") {
			at.End = min(at.End, r.doc.Tokens[first-1].End)
		}
	}
	at.End = at.Start + len(strings.TrimRight(r.doc.Text[at.Start:max(at.Start, at.End)], " ,;"))
	if whole && at.Contains(r.doc.Tokens[a.Source].Range) && len(strings.Fields(r.doc.Words(at))) <= widest {
		return r.doc.Span(at)
	}
	return r.mentionSpan(a.Source)
}

// human reports whether an actor is people or a state rather than a body that has
// findings published.
func (r *reading) human(actor int) bool {
	a := &r.cast.Actors[actor]
	return a.Kind != rapporteur.Organisation && !a.Source
}

// surety is how far a statement is to be trusted, by how its words and its
// speaker were found. Where nobody was found, only the words are.
func (r *reading) surety(a *speech.Attribution, speakers []int) float64 {
	trait := "named"
	if len(speakers) == 0 {
		return 0.4
	}
	if m := r.cast.At(a.Source); m != nil && m.Form == pronounForm {
		trait = "pronoun"
	}
	return r.tables.confidences.of("statement", a.Rule, trait)
}

// dateBeside gives the date that stands with the cue, outside the words.
func (r *reading) dateBeside(a *speech.Attribution) rapporteur.Date {
	sentence := syntax.SentenceRange(r.doc, a.CueHead)
	for _, d := range r.doc.Dates {
		if sentence.Contains(d.Range) && !syntax.OverlapsAny(d.Range, a.Content) && d.Value != "" && r.ofSaying(d.Range, a.CueHead) {
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
	for i, t := range r.doc.Tokens {
		if date.Contains(t.Range) && (at < 0 || !date.Contains(r.doc.Tokens[max(t.Head, 0)].Range)) {
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
