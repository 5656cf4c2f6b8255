package entities

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// attributions are what is said in a report, by tokens. It is read-only but for what
// is kept of questions.
type attributions struct {
	doc  *language.Document
	said []frames.Frame
	// innermost gives for each token the attribution whose words it is, counted from
	// 1, 0 for none; narrated counts the sentences before each that are not
	// somebody's words from end to end.
	innermost, narrated []int
	// sources are the heads of the sources.
	sources []int
	// bySource gives the first attribution whose source a token is, before the last
	// one whose source and first word stand before a token, -1 for none.
	bySource map[int]int
	before   []int
	// inSentence gives the attributions whose source stands in a sentence.
	inSentence [][]int
	// documents are what is said in a document, by its noun, as far as asked for.
	documents map[string][]int
}

func newAttributions(doc *language.Document, said []frames.Frame) *attributions {
	a := &attributions{
		doc: doc, said: said, sources: make([]int, len(said)), bySource: map[int]int{}, before: noneOf(len(doc.Tokens) + 1),
		inSentence: make([][]int, len(doc.Sentences)), documents: map[string][]int{},
	}
	a.findInnermost()
	a.countNarrated()
	a.indexSources()
	return a
}

// findInnermost notes whose words each token is.
func (a *attributions) findInnermost() {
	a.innermost = make([]int, len(a.doc.Tokens))
	size := make([]int, len(a.doc.Tokens)) // of the part that is the innermost yet
	for i := range a.said {
		for _, c := range a.said[i].Of(frames.Content) {
			n := c.Range(a.doc).Len()
			for t := c.First; t < c.Last; t++ {
				if a.innermost[t] == 0 || n < size[t] {
					a.innermost[t], size[t] = i+1, n
				}
			}
		}
	}
}

// countNarrated notes which sentences are somebody's from end to end.
func (a *attributions) countNarrated() {
	a.narrated = make([]int, len(a.doc.Sentences)+1)
	for i, s := range a.doc.Sentences {
		a.narrated[i+1] = a.narrated[i]
		for t := s.First; t < max(s.First, s.Last-2); t++ {
			if !a.isQuoted(t) {
				a.narrated[i+1]++
				break
			}
		}
	}
}

// indexSources finds attributions by their sources.
func (a *attributions) indexSources() {
	for k := range a.said {
		source := a.said[k].Head(frames.Source)
		a.sources[k] = source
		if source < 0 {
			continue
		}
		if _, ok := a.bySource[source]; !ok {
			a.bySource[source] = k
		}
		in := a.doc.SentenceOf(source)
		a.inSentence[in] = append(a.inSentence[in], k)
		behind := max(source, a.said[k].Words.First) + 1
		a.before[behind] = max(a.before[behind], k)
	}
	for i := 1; i < len(a.before); i++ {
		a.before[i] = max(a.before[i], a.before[i-1])
	}
}

// attribution gives the attribution whose words hold a token, the innermost,
// nil for none.
func (a *attributions) attribution(token int) *frames.Frame {
	if a.innermost[token] == 0 {
		return nil
	}
	return &a.said[a.innermost[token]-1]
}

// isQuoted reports whether a token is quoted in words that are quoted
// altogether.
func (a *attributions) isQuoted(token int) bool {
	f := a.attribution(token)
	return f != nil && frames.ModeOf(f) == rapporteur.Direct
}

// hasSource reports whether the source of something that is said is among some tokens.
func (a *attributions) hasSource(first, last int) bool {
	for t := first; t < last; t++ {
		if _, says := a.bySource[t]; says {
			return true
		}
	}
	return false
}

// saidIn gives what is said in a document with a name: "said in a statement".
func (a *attributions) saidIn(noun string) []int {
	if found, ok := a.documents[noun]; ok {
		return found
	}
	found := []int{}
	for k := range a.said {
		if a.sources[k] >= 0 && nounBesideCue(a.doc, frames.Cue(&a.said[k]), noun) {
			found = append(found, k)
		}
	}
	a.documents[noun] = found
	return found
}

// nounBesideCue reports whether a noun stands around a cue: "said in a statement".
func nounBesideCue(doc *language.Document, cue int, noun string) bool {
	sentence := syntax.Sentence(doc, cue)
	for i := sentence.First; i < sentence.Last; i++ {
		if t := doc.Tokens[i]; t.Lemma == noun && t.UPOS == "NOUN" && (t.Head == cue || i < cue && cue-i < 12 || i > cue && i-cue < 5) {
			return true
		}
	}
	return false
}
