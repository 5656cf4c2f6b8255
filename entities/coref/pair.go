package coref

import "slices"

var (
	tPair     = symbolOf("pair")
	tSentence = symbolOf("sentences between")
	tMention  = symbolOf("mentions between")
	tMatch    = symbolOf("match")
	tMatchDet = symbolOf("match determiner")
	tMatchHow = symbolOf("match modifiers")
	tMatchIs  = symbolOf("match class")
	tMatchFar = symbolOf("match far")
	tMatchOf  = symbolOf("match head")
	tRelation = symbolOf("relations")
	tHead     = symbolOf("antecedent head")
	tHeads    = symbolOf("heads")
	tNumber   = symbolOf("numbers")
	tGender   = symbolOf("genders")
	tClass    = symbolOf("classes")
	tVoice    = symbolOf("voice")
	tNest     = symbolOf("nested")
	tTree     = symbolOf("tree")
	tDet      = symbolOf("determiners")
	tBefore   = symbolOf("antecedent before")
	tAfter    = symbolOf("antecedent after")
	tGovernor = symbolOf("governor")
	tSeen     = symbolOf("antecedent seen")
	tFirst    = symbolOf("first of sentence")
	tName     = symbolOf("name")
)

// both fires the features of a mention that takes up an earlier one.
func (s *scorer) both(i, j int) {
	k, m, a := &s.sum, s.at(i), s.at(j)
	far, near := amount(m.sentence-a.sentence), amount(i-j)
	k.fire(tPair, m.kind, a.kind, none)
	k.fire(tSentence, m.kind, a.coarse, far)
	k.fire(tMention, m.kind, a.coarse, near)
	k.fire(tRelation, m.kind, m.relation, a.relation)
	k.fire(tRelation, m.coarse, a.relation, far)
	k.fire(tHead, m.kind, a.head, none)
	k.fire(tNumber, m.kind, m.number, a.number)
	k.fire(tGender, m.kind, m.gender, a.gender)
	k.fire(tClass, m.kind, m.class, a.class)
	k.fire(tDet, m.coarse, m.determiner, a.determiner)
	k.fire(tDet, m.kind, a.determiner, a.number)
	k.fire(tBefore, m.kind, a.before, none)
	k.fire(tAfter, m.kind, a.after, none)
	k.fire(tSeen, m.kind, amount(a.heads), a.coarse)
	k.fire(tFirst, m.kind, s.opens(a), far)
	s.matched(m, a, far)
	s.placed(m, a)
	s.spoken(m, a)
}

var matches = symbolsOf("none", "text", "head", "inside", "word")

// matched fires what compares the words of two mentions.
func (s *scorer) matched(m, a described, far symbol) {
	k := &s.sum
	if m.Kind == Pronominal || a.Kind == Pronominal {
		return
	}
	how := matches[0]
	switch {
	case m.text == a.text:
		how = matches[1]
	case m.head.hash == a.head.hash:
		how = matches[2]
	case slices.Contains(a.content, m.head.hash):
		how = matches[3]
	case slices.Contains(m.content, a.head.hash):
		how = matches[4]
	}
	k.fire(tMatch, m.coarse, a.coarse, how)
	k.fire(tMatchDet, how, m.determiner, a.determiner)
	k.fire(tMatchIs, how, m.class, a.class)
	k.fire(tMatchFar, m.coarse, how, far)
	if how.hash != matches[0].hash {
		k.fire(tMatchHow, m.coarse, how, modifiers(m, a))
		k.fire(tMatchOf, how, m.head, none)
		k.fire(tMatchOf, how, m.relation, a.relation)
	} else {
		k.fire(tHeads, m.head, a.head, none)
	}
	if m.Kind == Proper && a.Kind == Proper {
		k.fire(tName, s.compareNames(m, a), m.class, a.class)
	}
}

var modified = symbolsOf("same", "fewer", "more", "other")

// modifiers compares the words beside the heads.
func modifiers(m, a described) symbol {
	fewer, more := false, false
	for _, w := range m.content {
		more = more || !slices.Contains(a.content, w) && w != a.head.hash
	}
	for _, w := range a.content {
		fewer = fewer || !slices.Contains(m.content, w) && w != m.head.hash
	}
	switch {
	case fewer && more:
		return modified[3]
	case more:
		return modified[2]
	case fewer:
		return modified[1]
	}
	return modified[0]
}

var nameMatches = symbolsOf("none", "same", "acronym", "part", "last")

// compareNames compares two names.
func (s *mentionTable) compareNames(m, a described) symbol {
	switch {
	case m.text == a.text:
		return nameMatches[1]
	case s.acronym(m, a) || s.acronym(a, m):
		return nameMatches[2]
	case m.head.hash == a.head.hash && modifiers(m, a).hash != modified[3].hash:
		return nameMatches[3]
	case m.coreE-m.core == 1 && s.words[a.coreE-1].hash == m.head.hash:
		return nameMatches[4]
	}
	return nameMatches[0]
}

// acronym reports whether one name is the initials of another.
func (s *mentionTable) acronym(short, long described) bool {
	if short.coreE-short.core != 1 || long.coreE-long.core < 2 {
		return false
	}
	form := s.doc.Tokens[short.Head].Form
	n := 0
	for i := long.core; i < long.coreE; i++ {
		w := s.doc.Tokens[i].Form
		if w[0] < 'A' || w[0] > 'Z' {
			continue
		}
		if n >= len(form) || form[n] != w[0] {
			return false
		}
		n++
	}
	return n == len(form) && n > 1
}

var nests = symbolsOf("holds", "held", "arguments", "apposed", "predicate", "same sentence", "paragraph", "apart", "possessor")

// placed fires how two mentions stand in the tree.
func (s *scorer) placed(m, a described) {
	k := &s.sum
	where := s.where(m, a)
	k.fire(tTree, m.kind, a.coarse, where)
	k.fire(tTree, where, m.class, a.class)
	k.fire(tTree, where, m.relation, a.relation)
	if m.Kind == Pronominal {
		k.fire(tNest, symbolOf(m.Pronoun.Use), where, a.relation)
	}
	if m.governor.hash == a.governor.hash {
		k.fire(tGovernor, m.kind, a.relation, m.relation)
	}
}

func (s *mentionTable) where(m, a described) symbol {
	if m.sentence != a.sentence {
		if s.doc.Sentences[m.sentence].Paragraph == s.doc.Sentences[a.sentence].Paragraph {
			return nests[6]
		}
		return nests[7]
	}
	t, u := &s.doc.Tokens[m.Head], &s.doc.Tokens[a.Head]
	switch {
	case t.Head == a.Head && t.Has("appos"), u.Head == m.Head && u.Has("appos"):
		return nests[3]
	case u.Head == m.Head && u.Has("nsubj"):
		return nests[4]
	case u.Head == m.Head && u.Has("nmod:poss"):
		return nests[8]
	case a.First <= m.First && m.Last <= a.Last:
		return nests[0]
	case m.First <= a.First && a.Last <= m.Last:
		return nests[1]
	case t.Head == u.Head:
		return nests[2]
	}
	return nests[5]
}

var speakerKinds = symbolsOf("same speaker", "other speaker", "narrated", "speaker", "to speaker", "about speaker")

// spoken fires who says the two.
func (s *scorer) spoken(m, a described) {
	s.sum.fire(tVoice, m.kind, a.kind, s.speakersOf(m, a))
}

func (s *mentionTable) speakersOf(m, a described) symbol {
	v, w := s.turn[m.Head], s.turn[a.Head]
	switch {
	case v < 0 && w < 0:
		return speakerKinds[2]
	case v >= 0 && s.turns[v].Source >= 0 && s.turns[v].Source == a.Head:
		return speakerKinds[3]
	case w >= 0 && s.turns[w].Source >= 0 && s.turns[w].Source == m.Head:
		return speakerKinds[4]
	case s.same(m.Head, a.Head):
		return speakerKinds[0]
	}
	return speakerKinds[1]
}

// opens tells whether a mention is the first of its sentence.
func (s *mentionTable) opens(a described) symbol {
	if a.First == s.doc.Sentences[a.sentence].First {
		return narration[1]
	}
	return narration[0]
}
