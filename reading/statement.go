package reading

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/learned"
	"rapporteur/language"
)

// statements writes down what was said.
func (r *reading) statements() {
	r.said = r.rules.Complete(r.doc, r.said, r.links, func(s language.Sentence) language.Range { return r.finder.Anonymity(r.doc, s) })
	within := frames.Within(r.doc, r.said)
	headlines := headlines(r.doc, r.said, r.links)
	r.statementOf = make([]int, len(r.said))
	for i := range r.said {
		r.statementOf[i] = -1
		if f := &r.said[i]; f.Attribute(frames.Standing) != "no" && !headlines[i] {
			r.statementOf[i] = len(r.out.Statements)
			r.out.Statements = append(r.out.Statements, r.statement(f))
		}
	}
	r.media()
	for i, within := range within {
		if at := r.statementOf[i]; at >= 0 && within >= 0 && r.statementOf[within] >= 0 {
			r.out.Statements[at].Within = rapporteur.Text(r.out.Statements[r.statementOf[within]].ID)
		}
	}
}

// statement writes one statement down.
func (r *reading) statement(f *frames.Frame) rapporteur.Statement {
	content, speakers := frames.Ranges(r.doc, f, frames.Content), r.links.fillers(f, frames.Speaker)
	s := rapporteur.Statement{
		Speakers: r.links.ids(speakers), Mode: frames.ModeOf(f), Act: rapporteur.Text(f.Attribute(frames.Act)),
		Addressees: r.links.ids(r.links.fillers(f, frames.Hearer)), Date: frames.When(r.doc, f, frames.Date),
		SpeakerMention: spanOf(r.doc, f, frames.Source), Anonymity: spanOf(r.doc, f, frames.Anonymity),
	}
	s.Addressees = slices.DeleteFunc(s.Addressees, func(id string) bool { return slices.Contains(s.Speakers, id) })
	if len(speakers) > 0 {
		s.For = rapporteur.Text(r.links.spokenFor(f, speakers[0]))
		if all := r.links.fillers(f, frames.Behalf); len(all) > 0 {
			s.For = rapporteur.Text(r.links.Actor(all[0]).ID)
		}
	}
	if f.Words.Len() > 0 {
		cue := r.doc.Span(f.Words.Range(r.doc))
		s.Cue = &cue
	}
	for _, c := range content {
		s.Content = append(s.Content, r.doc.Span(c))
	}
	if p := r.links.place(f); p != nil {
		s.Place = rapporteur.Text(p.Name)
	}
	evidence := brief(r.doc, sentenceOf(r.doc, frames.Cue(f)), f.Words.Range(r.doc))
	if f.Words.Len() == 0 {
		evidence = brief(r.doc, content[0], content[0])
	}
	s.Basis = r.basis("statement", f.Maker, r.speakerCertainty(f, speakers), []language.Range{evidence}, content...)
	s.Told = toldBy(r, f)
	return s
}

// speakerCertainty is how far a statement is to be trusted, by how its words and its
// speaker were found. Where nobody was found, only the words are.
func (r *reading) speakerCertainty(f *frames.Frame, speakers []int) float64 {
	if f.Maker == learned.Maker {
		return r.calibration.surety(f, frames.Source)
	}
	if len(speakers) == 0 {
		return 0.4
	}
	if r.precedence[frames.Statement] == ModelFirst { // of those that the model finds too, the maker is the model
		return r.confidences.of("lone statement", f.Maker, "")
	}
	if m := r.links.Mention(f.Head(frames.Source)); m != nil && m.Pronoun {
		return r.confidences.of("statement", f.Maker, "pronoun")
	}
	return r.confidences.of("statement", f.Maker, "named")
}
