package coref

import "rapporteur/language"

// Ranking weighs antecedents for those mentions that it is asked about, which
// is much faster than resolving all. It is for one goroutine.
type Ranking struct {
	choice *choice
	// at gives the mention of each head, -1 for none.
	at []int
}

// Rank prepares an analysed text for questions.
func (r *Resolver) Rank(doc *language.Document, turns []Turn) *Ranking {
	k := &Ranking{r.choose(doc, turns), make([]int, len(doc.Tokens))}
	for i := range k.at {
		k.at[i] = -1
	}
	for i, m := range k.choice.mentions {
		if !m.Joined {
			k.at[m.Head] = i
		}
	}
	return k
}

// Weight is how much more speaks for the mention with one head to take up the
// earlier one with another than to take up nothing; false where a token heads
// no mention or the second does not stand before.
func (k *Ranking) Weight(head, antecedent int) (float64, bool) {
	m, a := k.at[head], k.at[antecedent]
	if m < 0 || a < 0 || a >= m {
		return 0, false
	}
	return float64(k.choice.pair(m, a) - k.choice.none(m)), true
}
