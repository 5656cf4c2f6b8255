package eval

// Link is one of the measures of coreference: what is right of what the system
// gave and of what is in the gold standard, each weighed by the measure itself.
type Link struct{ RightOfSystem, System, RightOfGold, Gold float64 }

// Precision is from 0 to 1.
func (l Link) Precision() float64 { return share(l.RightOfSystem, l.System) }

// Recall is from 0 to 1.
func (l Link) Recall() float64 { return share(l.RightOfGold, l.Gold) }

// F1 is the harmonic mean of precision and recall, from 0 to 1.
func (l Link) F1() float64 {
	p, r := l.Precision(), l.Recall()
	return share(2*p*r, p+r)
}

func (l Link) add(o Link) Link {
	return Link{l.RightOfSystem + o.RightOfSystem, l.System + o.System, l.RightOfGold + o.RightOfGold, l.Gold + o.Gold}
}

func share(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// CoreferenceScores are the measures of the CoNLL 2012 shared task, as Pradhan
// et al. (ACL 2014) define them for mentions that the system finds itself:
// MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF by entities
// (Luo 2005), and how many of the mentions in chains were found.
type CoreferenceScores struct{ Mentions, MUC, BCubed, CEAFe Link }

// Coreference scores the chains of one document. Mentions match by their heads;
// chains of one mention do not count.
func Coreference(gold, system []Chain) CoreferenceScores {
	key, response := pairChains(gold, system)
	return coreference(key, response)
}

// Antecedents scores one by one the mentions whose head counts, pronouns for
// instance: such a mention is right if the nearest one before it in the
// system's chain is of the same gold chain as itself. Gold has those that are
// not the first of their chain.
func Antecedents(gold, system []Chain, counts func(head int) bool) Score {
	key, response := pairChains(gold, system)
	inKey := chainOf(key)
	var s Score
	for _, c := range gold {
		for i := 1; i < len(c); i++ {
			if counts(c[i].Head) {
				s.Gold++
			}
		}
	}
	n := 0
	for _, c := range system {
		if len(c) < 2 {
			continue
		}
		for i := 1; i < len(c); i++ {
			if !counts(c[i].Head) {
				continue
			}
			s.System++
			here, known := inKey[response[n][i]]
			before, knownToo := inKey[response[n][i-1]]
			if known && knownToo && here == before {
				s.Correct++
			}
		}
		n++
	}
	return s
}

func coreference(key, response [][]int) CoreferenceScores {
	var s CoreferenceScores
	s.Mentions = Link{System: size(response), Gold: size(key)}
	inKey := chainOf(key)
	for _, c := range response {
		for _, m := range c {
			if _, ok := inKey[m]; ok {
				s.Mentions.RightOfSystem++
			}
		}
	}
	s.Mentions.RightOfGold = s.Mentions.RightOfSystem
	s.MUC.RightOfGold, s.MUC.Gold = muc(key, response)
	s.MUC.RightOfSystem, s.MUC.System = muc(response, key)
	s.BCubed.RightOfGold, s.BCubed.Gold = bCubed(key, response)
	s.BCubed.RightOfSystem, s.BCubed.System = bCubed(response, key)
	similar := ceafe(key, response)
	s.CEAFe = Link{RightOfSystem: similar, System: float64(len(response)), RightOfGold: similar, Gold: float64(len(key))}
	return s
}

// Add gives the figures of two documents together.
func (s CoreferenceScores) Add(o CoreferenceScores) CoreferenceScores {
	return CoreferenceScores{s.Mentions.add(o.Mentions), s.MUC.add(o.MUC), s.BCubed.add(o.BCubed), s.CEAFe.add(o.CEAFe)}
}

// CoNLL is the figure of the shared task, from 0 to 1: the mean of the F1 of
// MUC, B³ and CEAFe.
func (s CoreferenceScores) CoNLL() float64 {
	return (s.MUC.F1() + s.BCubed.F1() + s.CEAFe.F1()) / 3
}

func size(chains [][]int) float64 {
	n := 0
	for _, c := range chains {
		n += len(c)
	}
	return float64(n)
}

// chainOf gives the chain that each mention is in.
func chainOf(chains [][]int) map[int]int {
	in := map[int]int{}
	for i, c := range chains {
		for _, m := range c {
			in[m] = i
		}
	}
	return in
}

// muc counts the links of one side and those that the other side has: a chain
// of n mentions has n-1, less the parts that the other side breaks it into,
// less one.
func muc(these, others [][]int) (right, all float64) {
	in := chainOf(others)
	for _, c := range these {
		parts := map[int]bool{}
		alone := 0
		for _, m := range c {
			if i, ok := in[m]; ok {
				parts[i] = true
			} else {
				alone++
			}
		}
		right += float64(len(c) - len(parts) - alone)
		all += float64(len(c) - 1)
	}
	return right, all
}

// bCubed gives each mention of one side the share of its chain that is in the
// same chain of the other side.
func bCubed(these, others [][]int) (right, all float64) {
	in := chainOf(others)
	for _, c := range these {
		common := map[int]int{}
		for _, m := range c {
			if i, ok := in[m]; ok {
				common[i]++
			}
		}
		squares := 0
		for _, n := range common {
			squares += n * n
		}
		right += float64(squares) / float64(len(c))
		all += float64(len(c))
	}
	return right, all
}

// ceafe gives the similarity of the chains under the best pairing: twice the
// mentions that two chains share by the mentions in both (φ4).
func ceafe(key, response [][]int) float64 {
	in := chainOf(response)
	similar := make([][]float64, len(key))
	for k, c := range key {
		similar[k] = make([]float64, len(response))
		for _, m := range c {
			if r, ok := in[m]; ok {
				similar[k][r] += 2 / float64(len(c)+len(response[r]))
			}
		}
	}
	return bestPairing(similar)
}
