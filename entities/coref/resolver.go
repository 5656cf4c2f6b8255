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
	s := r.search(doc, turns)
	out := &Solution{Mentions: s.mentions, Antecedent: make([]int, len(s.mentions))}
	for m := range s.mentions {
		out.Antecedent[m] = s.best(m)
	}
	out.settle(s.selves())
	return out
}

// selves pairs each "I" with the mention that the text attributes its words to,
// which may stand behind it.
func (s *search) selves() [][2]int {
	at := map[int]int{}
	for i, m := range s.mentions {
		if _, ok := at[m.Head]; !ok || !m.Joined {
			at[m.Head] = i
		}
	}
	var pairs [][2]int
	for i := range s.mentions {
		v := s.voices[s.mentions[i].Head]
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

// search finds the mentions and describes them.
func (r *Resolver) search(doc *language.Document, turns []Turn) *search {
	s := &search{Resolver: r, doc: doc, turns: turns}
	s.sink.weights = r.weights
	s.hear()
	s.lookAround()
	s.detect()
	s.features = make([]features, len(s.mentions))
	s.index = newIndex(len(s.mentions))
	for i := range s.mentions {
		s.describe(i)
		s.enter(i)
	}
	return s
}

// best gives the candidate whose features weigh most, -1 where those of taking
// up nothing weigh more.
func (s *search) best(m int) int {
	best, most := -1, s.weighAlone(m)
	s.room = s.candidates(m, s.room[:0])
	for _, a := range s.room {
		if w := s.weigh(m, a); w > most {
			best, most = a, w
		}
	}
	return best
}

// weigh adds up what speaks for one mention taking up another, weighAlone what
// speaks for its taking up none.
func (s *search) weigh(m, a int) float32 {
	s.sink.sum = 0
	s.both(m, a)
	return s.sink.sum
}

func (s *search) weighAlone(m int) float32 {
	s.sink.sum = 0
	s.alone(m)
	return s.sink.sum
}
