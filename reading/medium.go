package reading

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// media finds through what a report's statements were said: first each by the words
// around it, then by what else the same speaker says and by all of the report, since a
// speech is named once and quoted from for paragraphs.
func (r *reading) media() {
	hints := make([][]float64, len(r.said))
	bySpeaker, whole := map[string][]float64{}, []float64(nil)
	told := toldTokens(r.doc, r.said)
	for i := range r.said {
		hints[i] = r.attributes.media.hint(r.mediumTraits(i, told))
		whole = highest(whole, hints[i])
		if who := voice(r.links, &r.said[i]); who != "" {
			bySpeaker[who] = highest(bySpeaker[who], hints[i])
		}
	}
	for i := range r.said {
		at := r.statementOf[i]
		if at < 0 {
			continue
		}
		best := r.said[i].Attribute(frames.Medium) // a phrase that names it
		if best == "" {
			best = r.attributes.media.best(none, 1/reluctance, hinted{"here", logs(hints[i])}, hinted{"speaker", bySpeaker[voice(r.links, &r.said[i])]}, hinted{"report", whole})
		}
		if best == none {
			best = ""
		}
		r.out.Statements[at].Medium = rapporteur.Text(best)
	}
}

// reluctance is how much likelier than a medium none must be: with 1 the weights leave
// most statements without.
const reluctance = 2.7

// voice names those who say something, empty where nobody is known to.
func voice(l *links, f *frames.Frame) string {
	return strings.Join(l.ids(l.fillers(f, frames.Speaker)), " ")
}

// toldTokens marks the tokens that somebody says.
func toldTokens(doc *language.Document, said []frames.Frame) []bool {
	told := make([]bool, len(doc.Tokens))
	for i := range said {
		mark(told, said[i].Of(frames.Content))
	}
	return told
}

func mark(told []bool, content []frames.Filler) {
	for _, c := range content {
		for t := c.First; t < c.Last; t++ {
			told[t] = true
		}
	}
}

// mediumTraits gives what the words around a statement tell of its medium; told are the
// tokens that anybody says.
func (r *reading) mediumTraits(i int, told []bool) []string {
	f := &r.said[i]
	s := r.doc.SentenceOf(frames.Cue(f))
	out := []string{"always", "mode " + f.Attribute(frames.Mode), "phrase " + orNone(f.Attribute(frames.Medium))}
	before := ""
	for _, w := range wordsBeside(r.doc, r.doc.Sentences[s], f.Of(frames.Content), nil) {
		out = append(out, "word "+w)
		if before != "" {
			out = append(out, "pair "+before+" "+w)
		}
		before = w
	}
	if s > 0 {
		for _, w := range wordsBeside(r.doc, r.doc.Sentences[s-1], nil, told) {
			out = append(out, "before "+w)
		}
	}
	for _, x := range f.Of(frames.Source) {
		for _, t := range r.doc.Tokens[x.First:x.Last] {
			out = append(out, "source "+strings.ToLower(t.Form))
		}
	}
	out = append(out, "cue "+orNone(strings.ToLower(r.doc.Words(f.Words.Range(r.doc)))))
	if speakers := r.links.fillers(f, frames.Speaker); len(speakers) > 0 {
		out = append(out, "speaker is "+sortOf(r.links, speakers[0]))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func orNone(words string) string {
	if words == "" {
		return none
	}
	return words
}

// gap stands for what is said among the words of a sentence.
const gap = "~"

// wordsBeside gives the words of a sentence in small letters, those that are said, by
// content or because they are marked as told, as one gap each.
func wordsBeside(doc *language.Document, s language.Sentence, content []frames.Filler, told []bool) []string {
	var out []string
	for t := s.First; t < s.Last; t++ {
		form := doc.Tokens[t].Form
		switch {
		case told != nil && told[t] || slices.ContainsFunc(content, func(c frames.Filler) bool { return c.Has(t) }):
			if n := len(out); n == 0 || out[n-1] != gap {
				out = append(out, gap)
			}
		case strings.ContainsFunc(form, unicode.IsLetter):
			out = append(out, strings.ToLower(strings.TrimSuffix(form, ".")))
		}
	}
	return out
}
