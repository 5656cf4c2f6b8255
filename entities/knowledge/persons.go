package knowledge

import "slices"

// Persons finds persons by words of their names. It is read-only.
type Persons struct {
	// byFamily has the folded family names, byWord the folded first and last word of
	// names of several words.
	byFamily, byWord map[string][]*Actor
}

func newPersons() *Persons {
	return &Persons{make(map[string][]*Actor, roomForWords), make(map[string][]*Actor, roomForWords)}
}

// ByFamily gives the persons with a folded family name.
func (p *Persons) ByFamily(name string) []*Actor { return p.byFamily[name] }

// ByWord gives the persons whose name of several words begins or ends with a
// folded word.
func (p *Persons) ByWord(word string) []*Actor { return p.byWord[word] }

// add takes in a person by the family name and the words of the name.
func (p *Persons) add(k *Actor) {
	if key := Fold(k.Family); key != "" {
		p.byFamily[key] = append(p.byFamily[key], k)
	}
	if n := len(k.Words); n > 1 {
		p.byWord[k.Words[0]] = append(p.byWord[k.Words[0]], k)
		p.byWord[k.Words[n-1]] = append(p.byWord[k.Words[n-1]], k)
	}
}

// addVariant lets a person be found by another spelling of the family name.
func (p *Persons) addVariant(folded string, k *Actor) {
	if !slices.Contains(p.byFamily[folded], k) {
		p.byFamily[folded] = append(p.byFamily[folded], k)
	}
}
