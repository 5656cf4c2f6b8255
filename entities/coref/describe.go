package coref

import (
	"strings"

	"rapporteur/language"
)

// features are what the weights ask about one mention.
type features struct {
	// kind is the pronoun, or what the head is; coarse does not tell pronouns
	// apart.
	kind, coarse symbol
	// head and governor are lemmas; first, before and after are words as they
	// stand, in small letters.
	head, governor, first, before, after symbol
	// determiner is the word that begins the phrase, or poss, number or none;
	// relation the head's; class the name class or the noun's kind.
	determiner, relation, class symbol
	number, gender              symbol
	// text is the hash of the words without the determiner, content the hashes
	// of its words but the head.
	text     uint64
	content  []uint64
	sentence int
	// heads and texts count the mentions before it with the same head or words.
	heads, texts int
	// name is the index of the name whose last word is the head, -1 for none.
	name int
}

// described is a mention with its features.
type described struct {
	*Mention
	*features
}

// mentionTable is the mentions of a text and their features, by one index.
type mentionTable struct {
	*annotated
	mentions []Mention
	features []features
}

// newMentionTable detects the mentions of a text and describes them.
func newMentionTable(text *annotated) *mentionTable {
	t := &mentionTable{annotated: text, mentions: detect(text.doc, text.lexicon)}
	t.features = make([]features, len(t.mentions))
	for i := range t.mentions {
		t.describe(i)
	}
	return t
}

// at gives a mention by its index.
func (s *mentionTable) at(i int) described { return described{&s.mentions[i], &s.features[i]} }

var (
	none    = symbolOf("-")
	coarse  = symbolsOf("noun", "name", "pronoun", "other")
	joined  = symbolOf("joined")
	edge    = symbolOf("^")
	owned   = symbolOf("poss")
	counted = symbolOf("number")
	numbers = map[byte]symbol{0: none, 's': symbolOf("s"), 'p': symbolOf("p")}
	genders = map[byte]symbol{0: none, 'm': symbolOf("m"), 'f': symbolOf("f"), 'n': symbolOf("n")}
)

// describe fills what the weights ask about a mention.
func (s *mentionTable) describe(i int) {
	doc := s.doc
	m := s.at(i)
	t := &doc.Tokens[m.Head]
	m.sentence = doc.SentenceOf(m.Head)
	m.coarse = coarse[m.Kind]
	m.kind, m.head, m.name = m.coarse, s.words[m.Head], s.names[m.Head]
	m.class = s.class[m.Head]
	m.relation = symbolOf(t.Deprel)
	m.governor = none
	if t.Head >= 0 {
		m.governor = s.words[t.Head]
	}
	m.first, m.before, m.after = s.word(m.First, m.sentence), s.word(m.First-1, m.sentence), s.word(m.coreE, m.sentence)
	s.compare(m)
	m.determiner = s.determiner(m)
	switch {
	case m.Joined:
		m.kind, m.coarse, m.Number = joined, joined, 'p'
	case m.Kind == Pronominal:
		m.Pronoun, _ = s.lexicon.Pronoun(t.Form)
		m.kind, m.head = m.Pronoun.word, m.Pronoun.word
		m.Number, m.Gender = m.Pronoun.Number, m.Pronoun.Gender
	default:
		m.Number, m.Gender = numberOf(t), s.genderOf(m)
	}
	m.number, m.gender = numbers[m.Number], genders[m.Gender]
}

// word is the symbol of a word as written, within a sentence.
func (s *mentionTable) word(i, sentence int) symbol {
	if i < 0 || i >= len(s.doc.Tokens) || s.doc.SentenceOf(i) != sentence {
		return edge
	}
	return symbolOf(strings.ToLower(s.doc.Tokens[i].Form))
}

// compare sets what strings are compared by.
func (s *mentionTable) compare(m described) {
	last := m.coreE
	if m.Joined {
		last = m.Last
	}
	h := uint64(0)
	for i := m.core; i < last; i++ {
		t := &s.doc.Tokens[i]
		if t.UPOS == "DET" || t.UPOS == "PUNCT" || t.XPOS == "POS" {
			continue
		}
		w := s.words[i].hash
		h = mix(h, w, 0, 0)
		if i != m.Head {
			m.content = append(m.content, w)
		}
	}
	m.text = h
}

// determiner tells how a phrase begins.
func (s *mentionTable) determiner(m described) symbol {
	found := none
	for c := range s.doc.Children(m.Head) {
		t := &s.doc.Tokens[c]
		switch {
		case t.Has("nmod:poss"):
			return owned
		case t.Has("det") && c < m.Head:
			return s.words[c]
		case t.Has("nummod"):
			found = counted
		}
	}
	return found
}

func numberOf(t *language.Token) byte {
	switch t.XPOS {
	case "NNS", "NNPS":
		return 'p'
	case "NN", "NNP":
		return 's'
	}
	return 0
}

// genderOf asks the tables about a noun, a given name or a title.
func (s *mentionTable) genderOf(m described) byte {
	if m.Kind == Common {
		return s.lexicon.nouns[m.head.text].gender
	}
	if m.name >= 0 && s.doc.Names[m.name].Class != language.PersonName {
		return 0
	}
	for i := m.core; i < m.coreE; i++ {
		word := strings.TrimSuffix(s.words[i].text, ".")
		if g := s.lexicon.titles[word]; g != 0 {
			return g
		}
		if g := s.lexicon.given[word]; g != 0 && (i+1 < m.coreE || m.coreE == m.core+1) {
			return g
		}
	}
	return 0
}
