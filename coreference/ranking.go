package coreference

import (
	"cmp"
	"slices"

	"rapporteur/language"
)

// Ranking weighs antecedents for those mentions that it is asked about, which
// is much faster than resolving all. It is for one goroutine.
type Ranking struct {
	search *search
	// at gives the mention of each head, -1 for none.
	at []int
}

// Antecedent is what a mention may take up.
type Antecedent struct {
	// Head is the head token of the earlier mention.
	Head int
	// Weight is how much more speaks for it than for taking up nothing.
	Weight float64
}

// Rank prepares an analysed text for questions.
func (r *Resolver) Rank(doc *language.Document, turns []Turn) *Ranking {
	k := &Ranking{r.search(doc, turns), make([]int, len(doc.Tokens))}
	for i := range k.at {
		k.at[i] = -1
	}
	for i, m := range k.search.mentions {
		if !m.Joined {
			k.at[m.Head] = i
		}
	}
	return k
}

// Antecedents gives what the mention with a head token may take up, the best
// first; none where the token heads no mention.
func (k *Ranking) Antecedents(head int) []Antecedent {
	m := k.at[head]
	if m < 0 {
		return nil
	}
	s := k.search
	alone := s.weighAlone(m)
	s.room = s.candidates(m, s.room[:0])
	var found []Antecedent
	for _, a := range s.room {
		found = append(found, Antecedent{s.mentions[a].Head, float64(s.weigh(m, a) - alone)})
	}
	slices.SortStableFunc(found, func(a, b Antecedent) int { return cmp.Compare(b.Weight, a.Weight) })
	return found
}
