package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// headlines tells of each frame of a statement whether it is a headline that only sums
// up what the report says of the same speaker below: a report says a thing once.
func headlines(doc *language.Document, said []frames.Frame, l *links) []bool {
	out := make([]bool, len(said))
	below := map[int]bool{} // who speaks in the text itself
	for i := range said {
		if f := &said[i]; f.Attribute(frames.Standing) != "no" && !inTitle(doc, f) {
			for _, s := range l.fillers(f, frames.Speaker) {
				below[s] = true
			}
		}
	}
	for i := range said {
		f := &said[i]
		if !inTitle(doc, f) {
			continue
		}
		speakers := l.fillers(f, frames.Speaker)
		out[i] = len(speakers) > 0
		for _, s := range speakers {
			out[i] = out[i] && below[s]
		}
	}
	return out
}

// inTitle reports whether a statement is told in the title of the report.
func inTitle(doc *language.Document, f *frames.Frame) bool {
	return doc.Paragraphs[doc.Sentences[doc.SentenceOf(frames.Cue(f))].Paragraph].Kind == rapporteur.Title
}
