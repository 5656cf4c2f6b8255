package eval

import (
	"fmt"
	"strings"
	"unicode"

	"rapporteur/language/conllu"
)

// interval is a run of the characters of a corpus, white space left out.
type interval struct{ start, end int }

// word is a syntactic word in its place.
type word struct {
	*conllu.Word
	interval
	// inside reports that the word is part of a multiword token, whose
	// interval it has.
	inside bool
	parent *word
}

// layout is a corpus as one run of characters.
type layout struct {
	characters []rune
	sentences  []interval
	tokens     []interval
	words      []word
}

// lay puts the sentences of a corpus one after the other.
func lay(corpus []conllu.Sentence) (*layout, error) {
	l := &layout{}
	for i := range corpus {
		start, first := len(l.characters), len(l.words)
		l.laySentence(&corpus[i])
		l.sentences = append(l.sentences, interval{start, len(l.characters)})
		if len(l.words) == first {
			return nil, fmt.Errorf("sentence %d has no words", i+1)
		}
	}
	// Only now: the slice of words has stopped moving.
	first := 0
	for i := range corpus {
		last := first + len(corpus[i].Words)
		link(l.words[first:last])
		first = last
	}
	return l, nil
}

func (l *layout) laySentence(s *conllu.Sentence) {
	multi := s.Multiwords
	for i := 0; i < len(s.Words); {
		if len(multi) > 0 && multi[0].First == i+1 {
			at := l.token(multi[0].Form)
			for ; i < multi[0].Last; i++ {
				l.words = append(l.words, word{Word: &s.Words[i], interval: at, inside: true})
			}
			multi = multi[1:]
			continue
		}
		l.words = append(l.words, word{Word: &s.Words[i], interval: l.token(s.Words[i].Form)})
		i++
	}
}

// token adds the characters of a form.
func (l *layout) token(form string) interval {
	at := interval{start: len(l.characters)}
	for _, r := range form {
		if !unicode.IsSpace(r) {
			l.characters = append(l.characters, r)
		}
	}
	at.end = len(l.characters)
	l.tokens = append(l.tokens, at)
	return at
}

func link(sentence []word) {
	for i := range sentence {
		if h := sentence[i].Head; h > 0 {
			sentence[i].parent = &sentence[h-1]
		}
	}
}

// RawText gives the text that a treebank annotates, as the shared task gave it
// to parsers: a blank line between paragraphs, white space between tokens
// where the treebank has it.
func RawText(corpus []conllu.Sentence) string {
	var b strings.Builder
	space := false
	for i := range corpus {
		s := &corpus[i]
		switch {
		case i > 0 && s.OpensParagraph():
			b.WriteString("\n\n")
		case space:
			b.WriteByte(' ')
		}
		var text string
		text, space = textOf(s)
		b.WriteString(text)
	}
	return b.String()
}

// textOf gives the text of a sentence, made of its tokens where it has no
// comment that says it, and whether white space follows.
func textOf(s *conllu.Sentence) (text string, space bool) {
	var b strings.Builder
	multi := s.Multiwords
	for i := 0; i < len(s.Words); i++ {
		form, misc := s.Words[i].Form, s.Words[i].Misc
		if len(multi) > 0 && multi[0].First == i+1 {
			form, misc, i = multi[0].Form, multi[0].Misc, multi[0].Last-1
			multi = multi[1:]
		}
		if space {
			b.WriteByte(' ')
		}
		b.WriteString(form)
		space = conllu.SpaceAfter(misc)
	}
	if text = s.Text(); text == "" {
		text = b.String()
	}
	return text, space
}
