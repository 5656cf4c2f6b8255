package coref

// scorer weighs the choices of the mentions of a text by the features that fire.
type scorer struct {
	*mentionTable
	sum featureSum
}

// pair weighs what speaks for one mention taking up an earlier one.
func (s *scorer) pair(mention, antecedent int) float32 {
	s.sum.value = 0
	s.both(mention, antecedent)
	return s.sum.value
}

// none weighs what speaks for a mention taking up nothing.
func (s *scorer) none(mention int) float32 {
	s.sum.value = 0
	s.alone(mention)
	return s.sum.value
}

// featureSum takes the features of one choice. It adds their weights up or, where
// weights are learned, notes them.
type featureSum struct {
	weights *Weights
	value   float32
	note    func(key uint64, template, a, b, c symbol)
}

func (k *featureSum) fire(template symbol, a, b, c symbol) {
	key := mix(template.hash, a.hash, b.hash, c.hash)
	if k.note != nil {
		k.note(key, template, a, b, c)
		return
	}
	k.value += k.weights.get(key)
}
