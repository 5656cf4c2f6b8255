package conllu

import "strings"

// Sentence is one block of a file.
type Sentence struct {
	// Comments are the lines that begin with "#", as they stand.
	Comments []string
	// Words are the syntactic words; the word at index i has the number i+1.
	Words []Word
	// Multiwords are the tokens written as one that hold several words.
	Multiwords []Multiword
	// Empty are the nodes of the enhanced graph that stand for no word.
	Empty []EmptyNode
}

// Word is one syntactic word. An underscore is kept as it stands.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	// Head is the number of the governing word, 0 for the root and -1 where
	// the column is empty.
	Head               int
	Deprel, Deps, Misc string
}

// Multiword is a surface token ("don't") that holds the words from First to
// Last, both numbers and both included.
type Multiword struct {
	First, Last int
	Form, Misc  string
}

// EmptyNode is a node numbered After.Minor, its other nine columns as written.
type EmptyNode struct {
	After, Minor int
	Columns      string
}

// Meta gives the value of a comment "# key = value", and whether the sentence
// has one; a comment "# key" has an empty value.
func (s *Sentence) Meta(key string) (string, bool) {
	for _, c := range s.Comments {
		rest, ok := strings.CutPrefix(strings.TrimLeft(c[1:], " "), key)
		if !ok {
			continue
		}
		if rest = strings.TrimLeft(rest, " "); rest == "" {
			return "", true
		}
		if value, ok := strings.CutPrefix(rest, "="); ok {
			return strings.TrimSpace(value), true
		}
	}
	return "", false
}

// Text is the value of "# text", empty where there is none.
func (s *Sentence) Text() string {
	text, _ := s.Meta("text")
	return text
}

// OpensParagraph reports whether the sentence begins a paragraph or document.
func (s *Sentence) OpensParagraph() bool {
	return s.has("newpar", "newpar id") || s.OpensDocument()
}

// OpensDocument reports whether the sentence begins a document.
func (s *Sentence) OpensDocument() bool { return s.has("newdoc", "newdoc id") }

// Depth is the number of words above the word at an index of Words, 0 for a
// root.
func (s *Sentence) Depth(word int) int {
	depth := 0
	for head := s.Words[word].Head; head > 0 && depth < len(s.Words); depth++ {
		head = s.Words[head-1].Head
	}
	return depth
}

func (s *Sentence) has(keys ...string) bool {
	for _, key := range keys {
		if _, ok := s.Meta(key); ok {
			return true
		}
	}
	return false
}

// reset empties the sentence and keeps its memory.
func (s *Sentence) reset() {
	s.Comments = s.Comments[:0]
	s.Words = s.Words[:0]
	s.Multiwords = s.Multiwords[:0]
	s.Empty = s.Empty[:0]
}
