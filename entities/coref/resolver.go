package coref

import "rapporteur/language"

// Resolver finds coreference. It is read-only and may be shared by goroutines.
type Resolver struct {
	lexicon *Lexicon
	weights *Weights
}

// Load reads the tables and the weights that are built in.
func Load() (*Resolver, error) {
	data, err := files.ReadFile("tables/weights.tsv")
	if err != nil {
		return nil, err
	}
	w, err := ParseWeights("weights.tsv", data)
	if err != nil {
		return nil, err
	}
	return New(w)
}

// New makes a resolver of other weights.
func New(w *Weights) (*Resolver, error) {
	l, err := LoadLexicon()
	if err != nil {
		return nil, err
	}
	return &Resolver{l, w}, nil
}

// Pronoun looks a form up, whatever its capitals.
func (r *Resolver) Pronoun(form string) (Pronoun, bool) { return r.lexicon.Pronoun(form) }

// Solution is the mentions of a text, and which refers to what.
type Solution struct {
	Mentions []Mention
	// Antecedent gives for each mention the earlier one that it takes up, -1
	// for none; where "I" is the speaker of the words it stands in, Entity alone
	// says so.
	Antecedent []int
	// Entity numbers what is referred to; mentions of one entity share it.
	Entity []int
}

// Chains gives the mentions of each entity by their index, in the order of the
// text, those that are mentioned once among them.
func (s *Solution) Chains() [][]int {
	var chains [][]int
	for m, e := range s.Entity {
		if e == len(chains) {
			chains = append(chains, nil)
		}
		chains[e] = append(chains[e], m)
	}
	return chains
}

// Resolve finds the mentions of an analysed text and what each takes up.
func (r *Resolver) Resolve(doc *language.Document, turns []Turn) *Solution {
	c := r.choose(doc, turns)
	out := &Solution{Mentions: c.mentions, Antecedent: make([]int, len(c.mentions))}
	for m := range c.mentions {
		out.Antecedent[m] = c.best(m)
	}
	out.settle(c.selves())
	return out
}

// selves pairs each "I" with the mention that the text attributes its words to,
// which may stand behind it.
func (s *mentionTable) selves() [][2]int {
	at := map[int]int{}
	for i, m := range s.mentions {
		if _, ok := at[m.Head]; !ok || !m.Joined {
			at[m.Head] = i
		}
	}
	var pairs [][2]int
	for i := range s.mentions {
		v := s.turn[s.mentions[i].Head]
		if v < 0 || s.features[i].head.text != "I" {
			continue
		}
		if source, ok := at[s.turns[v].Source]; ok {
			pairs = append(pairs, [2]int{i, source})
		}
	}
	return pairs
}

// settle numbers the entities: what takes up another mention, and the further
// pairs, are one.
func (s *Solution) settle(pairs [][2]int) {
	above := make([]int, len(s.Mentions)) // the first mention of each entity, by steps
	first := func(m int) int {
		for above[m] != m {
			m = above[m]
		}
		return m
	}
	for m := range above {
		above[m] = m
		if a := s.Antecedent[m]; a >= 0 {
			above[m] = first(a)
		}
	}
	for _, p := range pairs {
		a, b := first(p[0]), first(p[1])
		above[max(a, b)] = min(a, b)
	}
	entities := 0
	s.Entity = make([]int, len(s.Mentions))
	for m := range s.Entity {
		if f := first(m); f != m {
			s.Entity[m] = s.Entity[f]
			continue
		}
		s.Entity[m] = entities
		entities++
	}
}

// choice finds the antecedent of each mention of a text.
type choice struct {
	scorer
	candidates *candidates
	// room is for the candidates of one mention.
	room []int
}

// choose prepares a text: its mentions, described, and their candidates.
func (r *Resolver) choose(doc *language.Document, turns []Turn) *choice {
	mentions := newMentionTable(annotate(doc, r.lexicon, turns))
	return &choice{scorer: scorer{mentions, featureSum{weights: r.weights}}, candidates: newCandidates(mentions)}
}

// options gives the mentions that one may take up, until the next call.
func (c *choice) options(mention int) []int {
	c.room = c.candidates.of(mention, c.room[:0])
	return c.room
}

// best gives the candidate whose features weigh most, -1 where those of taking
// up nothing weigh more.
func (c *choice) best(mention int) int {
	best, most := -1, c.none(mention)
	for _, a := range c.options(mention) {
		if w := c.pair(mention, a); w > most {
			best, most = a, w
		}
	}
	return best
}
