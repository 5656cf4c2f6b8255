package coref

// templates of features are named in the table of weights.
var (
	tNew     = symbolOf("new")
	tNewWord = symbolOf("new head")
	tNewDet  = symbolOf("new determiner")
	tNewRel  = symbolOf("new relation")
	tNewGov  = symbolOf("new governor")
	tNewPrev = symbolOf("new before")
	tNewNext = symbolOf("new after")
	tNewSize = symbolOf("new size")
	tNewSeen = symbolOf("new seen")
	tNewIs   = symbolOf("new class")
	tNewTurn = symbolOf("new turn")
	tNewWhen = symbolOf("new sentence")
)

// alone fires the features of a mention that takes up nothing before it.
func (s *scorer) alone(i int) {
	k, m := &s.sum, s.at(i)
	k.fire(tNew, m.kind, none, none)
	k.fire(tNewWord, m.kind, m.head, none)
	k.fire(tNewDet, m.kind, m.determiner, m.number)
	k.fire(tNewDet, m.determiner, m.head, none)
	k.fire(tNewRel, m.kind, m.relation, none)
	k.fire(tNewRel, m.coarse, m.relation, m.determiner)
	k.fire(tNewGov, m.kind, m.governor, none)
	k.fire(tNewPrev, m.kind, m.before, none)
	k.fire(tNewNext, m.kind, m.after, none)
	k.fire(tNewSize, m.coarse, amount(m.coreE-m.core), m.determiner)
	before := seen(m)
	k.fire(tNewSeen, m.kind, before, m.determiner)
	k.fire(tNewSeen, m.coarse, before, m.class)
	k.fire(tNewSeen, m.head, before, none)
	k.fire(tNewIs, m.kind, m.class, m.number)
	k.fire(tNewIs, m.coarse, m.gender, m.relation)
	k.fire(tNewTurn, m.kind, s.spokenBy(m), none)
	k.fire(tNewWhen, m.kind, amount(m.sentence), none)
}

var seens = symbolsOf("nothing", "head", "heads", "text", "texts")

// seen tells whether the words of a mention, or its head, stood before.
func seen(m described) symbol {
	switch {
	case m.texts > 1:
		return seens[4]
	case m.texts > 0:
		return seens[3]
	case m.heads > 1:
		return seens[2]
	case m.heads > 0:
		return seens[1]
	}
	return seens[0]
}

var amounts = symbolsOf("0", "1", "2", "3", "4", "5+", "8+", "12+", "20+", "40+", "80+")

// amount puts a number in its bucket.
func amount(n int) symbol {
	switch {
	case n < 5:
		return amounts[max(n, 0)]
	case n < 8:
		return amounts[5]
	case n < 12:
		return amounts[6]
	case n < 20:
		return amounts[7]
	case n < 40:
		return amounts[8]
	case n < 80:
		return amounts[9]
	}
	return amounts[10]
}

var narration = symbolsOf("narrated", "spoken")

// spokenBy tells whether somebody speaks a mention.
func (s *mentionTable) spokenBy(m described) symbol {
	if s.turn[m.Head] < 0 {
		return narration[0]
	}
	return narration[1]
}
