package train

import (
	"math/rand/v2"
	"slices"

	"rapporteur/language/neural"
)

// swaps are names that may stand in each other's place: persons of one or two
// words, places and organisations of one (Dai & Adel 2020). Longer ones are
// not built alike, and the tree would no longer fit.
type swaps map[swapKey][][]string

type swapKey struct {
	class  string
	length int
}

// swapRate is how often a name is given another one's place.
const swapRate = 0.3

// add notes the names of a sentence.
func (s swaps) add(a annotated) {
	for i := 0; i < len(a.names); i++ {
		length := nameLength(a.names, i)
		if length == 0 {
			continue
		}
		key := swapKey{a.names[i][2:], length}
		if swappable(key) {
			s[key] = append(s[key], a.forms[i:i+length])
		}
		i += length - 1
	}
}

// nameLength is the number of words of the name that begins at a word.
func nameLength(bio []string, at int) int {
	if bio[at][0] != 'B' {
		return 0
	}
	length := 1
	for at+length < len(bio) && bio[at+length] == "I"+bio[at][1:] {
		length++
	}
	return length
}

func swappable(k swapKey) bool {
	switch k.class {
	case "person":
		return k.length <= 2
	case "location", "organisation":
		return k.length == 1
	}
	return false
}

// vary puts other names into a copy of a sentence.
func (s swaps) vary(e *Example, classes []string, r *rand.Rand) *Example {
	changed, copied := e, false
	for i := 0; i < len(e.Names); i++ {
		class, length := nameAt(e.Names, i)
		if length == 0 {
			continue
		}
		others := s[swapKey{classes[class], length}]
		if len(others) > 0 && r.Float64() < swapRate {
			if !copied {
				same := *e
				same.Forms = slices.Clone(e.Forms)
				changed, copied = &same, true
			}
			copy(changed.Forms[i:], others[r.IntN(len(others))])
		}
		i += length - 1
	}
	return changed
}

// nameAt gives the class and the number of words of a name, of one or two,
// that begins at a word.
func nameAt(outputs []int32, at int) (class, length int) {
	class, part, ok := neural.NamePart(uint16(outputs[at]))
	switch {
	case ok && part == neural.Single:
		return class, 1
	case ok && part == neural.Begin && at+1 < len(outputs) && outputs[at+1] == int32(neural.NameOutput(class, neural.End)):
		return class, 2
	}
	return 0, 0
}
