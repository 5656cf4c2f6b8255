package entities

import (
	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// window is room for the words from a token on: each word folded, as written
// and the token it comes from.
type window struct {
	words, forms []string
	token        []int
}

// lookup matches the tables' names at a token, within its sentence.
func (l *linker) lookup(i int) ([]knowledge.Sense, int) {
	senses, n := l.match(i)
	if n > 0 && senses[0].Actor.Kind == rapporteur.State && senses[0].Sort == knowledge.ByName {
		if p := (gazetteer{l}).provincial(i, i+n, senses[0]); p != nil {
			return p, n
		}
	}
	return senses, n
}

// match is lookup whatever stands around the name.
func (l *linker) match(i int) ([]knowledge.Sense, int) {
	if len(l.words[i]) == 0 {
		return nil, 0
	}
	most := l.base.LongestName(l.words[i][0])
	if most == 0 {
		return nil, 0
	}
	words, forms, token := l.near.words[:0], l.near.forms[:0], l.near.token[:0]
	end := syntax.Sentence(l.doc, i).Last
	for t := i; t < end && len(words) < most; t++ {
		for _, w := range l.words[t] {
			words, forms, token = append(words, w), append(forms, l.doc.Tokens[t].Form), append(token, t)
		}
	}
	l.near = window{words, forms, token}
	senses, n := l.base.NameAt(words, forms)
	if n == 0 || n < len(token) && token[n] == token[n-1] { // ends inside a token
		return nil, 0
	}
	return senses, token[n-1] + 1 - i
}
