package learned

import (
	"strings"

	"rapporteur/language"
)

// Numbers of paths that have no words of their own.
const (
	farPath   = 0 // to another sentence
	otherPath = 1 // too long, or too rare to be known
)

// longestPath is the steps of a path that is known.
const longestPath = 4

// pathTree is the paths between words that the model knows, step by step. A path goes
// up by the relations that it leaves, then down by those that it enters.
type pathTree struct {
	number int32 // otherPath where no known path ends
	up     map[string]*pathTree
	down   map[string]*pathTree
}

func newPathTree() *pathTree {
	return &pathTree{number: otherPath, up: map[string]*pathTree{}, down: map[string]*pathTree{}}
}

// newPaths makes a tree of paths, "^conj>nsubj", by their numbers.
func newPaths(numbers map[string]int32) *pathTree {
	root := newPathTree()
	for path, number := range numbers {
		at := root
		for rest := path; rest != ""; {
			end := strings.IndexAny(rest[1:], "^>") + 1
			if end == 0 {
				end = len(rest)
			}
			at = at.grow(rest[0] == '^', rest[1:end])
			rest = rest[end:]
		}
		at.number = number
	}
	return root
}

func (t *pathTree) grow(up bool, relation string) *pathTree {
	steps := t.down
	if up {
		steps = t.up
	}
	if steps[relation] == nil {
		steps[relation] = newPathTree()
	}
	return steps[relation]
}

// from sets the numbers of the paths from a word to the words of its sentence that lie
// between first and first+len(to). The others are left as they are.
func (t *pathTree) from(doc *language.Document, word, first int, to []int32) {
	s := doc.Sentences[doc.SentenceOf(word)]
	for i := max(s.First, first); i < min(s.Last, first+len(to)); i++ {
		to[i-first] = otherPath
	}
	below := -1 // the child on the way up, whose words have shorter paths
	for at, node, steps := word, t, 0; node != nil; steps++ {
		node.descend(doc, at, below, longestPath-steps, first, to)
		head := doc.Tokens[at].Head
		if head < 0 || steps == longestPath {
			break
		}
		below, node = at, node.up[doc.Tokens[at].Deprel]
		at = head
	}
}

// descend sets the paths that go down from a word, but not into one of its children.
func (t *pathTree) descend(doc *language.Document, word, without, steps, first int, to []int32) {
	if i := word - first; i >= 0 && i < len(to) {
		to[i] = t.number
	}
	if steps == 0 {
		return
	}
	for c := range doc.Children(word) {
		if c == without {
			continue
		}
		if next := t.down[doc.Tokens[c].Deprel]; next != nil {
			next.descend(doc, c, -1, steps-1, first, to)
		}
	}
}
