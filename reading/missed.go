package reading

import (
	"rapporteur"
	"rapporteur/language"
)

// Missed gives the sentences of a report that hold a word of saying or meeting
// and gave no entry: where to look when teaching the program.
func (r *Reader) Missed(report *rapporteur.Report, read *rapporteur.Reading) []rapporteur.Span {
	doc := r.engine.AnalyzeWithin(report, language.Limits{Sentence: r.budget.Sentence, Report: r.budget.Report})
	var out []rapporteur.Span
	for _, s := range doc.Sentences {
		span := doc.Span(doc.Bytes(s.First, s.Last))
		if used(read, span) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if r.promising(doc.Tokens[i].Lemma) {
				out = append(out, span)
				break
			}
		}
	}
	return out
}

// promising reports whether a word may head an entry.
func (r *Reader) promising(lemma string) bool {
	return r.rules.Knows(lemma) || r.finder.Knows(lemma)
}

// used reports whether some entry rests on words of a sentence.
func used(read *rapporteur.Reading, sentence rapporteur.Span) bool {
	overlap := func(spans []rapporteur.Span) bool {
		for _, s := range spans {
			if s.Start < sentence.End && sentence.Start < s.End {
				return true
			}
		}
		return false
	}
	for _, s := range read.Statements {
		if overlap(s.Evidence) || overlap(s.Content) {
			return true
		}
	}
	for _, m := range read.Meetings {
		if overlap(m.Evidence) {
			return true
		}
	}
	for _, e := range read.Events {
		if overlap(e.Evidence) {
			return true
		}
	}
	for _, p := range read.Positions {
		if overlap(p.Evidence) {
			return true
		}
	}
	return false
}
