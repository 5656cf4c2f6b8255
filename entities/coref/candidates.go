package coref

// index finds mentions by what they share with a later one.
type index struct {
	// entries are the mentions under each key, linked from the last to the
	// first.
	entries []entry
	// byText and byHead give the last entry of mentions with the same words or
	// the same head; pronouns are found by what they are a form of.
	byText, byHead map[uint64]int32
}

// entry is a mention and the entry before it under its key, -1 for none; nth
// counts those before.
type entry struct{ mention, previous, nth int32 }

func newIndex(mentions int) index {
	return index{make([]entry, 0, 3*mentions), make(map[uint64]int32, mentions), make(map[uint64]int32, mentions)}
}

// add enters a mention under a key and gives how many stand there already.
func (x *index) add(keys map[uint64]int32, key uint64, mention int) int {
	e := entry{mention: int32(mention), previous: -1}
	if last, ok := keys[key]; ok {
		e.previous, e.nth = last, x.entries[last].nth+1
	}
	keys[key] = int32(len(x.entries))
	x.entries = append(x.entries, e)
	return int(e.nth)
}

const (
	// pronounReach and nounReach are how many sentences back the mentions are
	// looked at that share no word with a pronoun, or another mention;
	// pronounWindow and nounWindow how many there are at most.
	pronounReach, pronounWindow = 5, 50
	nounReach, nounWindow       = 2, 14
	// alike is how many mentions with the same head or words are looked at.
	alike = 5
)

// candidates finds for each mention those before it that it may take up.
type candidates struct {
	*mentionTable
	index index
}

func newCandidates(t *mentionTable) *candidates {
	s := &candidates{t, newIndex(len(t.mentions))}
	for i := range t.mentions {
		s.enter(i)
	}
	return s
}

// of gives the mentions that one may take up, the nearest first.
func (s *candidates) of(i int, room []int) []int {
	m := s.at(i)
	reach, window := nounReach, nounWindow
	if m.Kind == Pronominal {
		reach, window = pronounReach, pronounWindow
	}
	first := i
	for first > 0 && i-first < window && m.sentence-s.features[first-1].sentence <= reach {
		first--
		room = append(room, first)
	}
	room = s.same(room, s.index.byHead, m.head.hash, first)
	if m.Kind == Pronominal {
		if m.Pronoun.Person != '3' {
			for _, word := range parties {
				room = s.same(room, s.index.byHead, word.hash, first)
			}
		}
		return room
	}
	room = s.same(room, s.index.byText, m.text, first)
	if m.Kind == Proper {
		for _, w := range m.content {
			room = s.same(room, s.index.byHead, w, first)
		}
	}
	return room
}

// parties are the pronouns of those who speak and are spoken to.
var parties = symbolsOf("I", "you", "we")

// same adds the last mentions under a key before a limit, those that are there
// already left out.
func (s *candidates) same(room []int, keys map[uint64]int32, key uint64, before int) []int {
	e, ok := keys[key]
	if !ok {
		return room
	}
	for n := 0; e >= 0 && n < alike; e = s.index.entries[e].previous {
		m := int(s.index.entries[e].mention)
		if m >= before {
			continue
		}
		if !contains(room, m) {
			room = append(room, m)
		}
		n++
	}
	return room
}

func contains(room []int, m int) bool {
	for _, x := range room {
		if x == m {
			return true
		}
	}
	return false
}

// enter makes a mention a candidate for those behind it. A name is found by
// its last word too.
func (s *candidates) enter(i int) {
	m := s.at(i)
	m.heads = s.index.add(s.index.byHead, m.head.hash, i)
	if m.Kind == Pronominal {
		return
	}
	m.texts = s.index.add(s.index.byText, m.text, i)
	if last := s.words[m.coreE-1].hash; m.Kind == Proper && last != m.head.hash {
		s.index.add(s.index.byHead, last, i)
	}
}
