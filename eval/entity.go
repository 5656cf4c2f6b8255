package eval

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rapporteur/language/conllu"
)

// EntityMention is a mention of a treebank with what the treebank says of it:
// the attributes that "# global.Entity" names, "etype" and "link" among them.
type EntityMention struct {
	ChainMention
	Entity     string
	Attributes map[string]string
}

// Entities reads the mentions of one document in the scheme of CorefUD
// (https://ufal.mff.cuni.cz/corefud), brackets in the column MISC such as
// "Entity=(1-person-new-coref(2-place-sgl)". Words are counted from the first
// one of the document; heads are those of the treebank's trees.
func Entities(document []conllu.Sentence) ([]EntityMention, error) {
	if len(document) == 0 {
		return nil, nil
	}
	header, ok := document[0].Meta("global.Entity")
	if !ok {
		return nil, errors.New("no comment \"# global.Entity\" in the first sentence; the treebank holds no coreference")
	}
	b := brackets{fields: strings.Split(header, "-")}
	for i := range document {
		s := &document[i]
		for k := range s.Words {
			value, _ := conllu.Attribute(s.Words[k].Misc, "Entity")
			if err := b.read(value, b.first+k); err != nil {
				id, _ := s.Meta("sent_id")
				return nil, fmt.Errorf("%s: word %d: %w", id, k+1, err)
			}
		}
		b.setHeads(s)
		b.first += len(s.Words)
	}
	if len(b.open) > 0 {
		return nil, fmt.Errorf("entity %s is not closed", b.open[len(b.open)-1].Entity)
	}
	slices.SortStableFunc(b.found, func(x, y EntityMention) int {
		return cmp.Or(cmp.Compare(x.First, y.First), cmp.Compare(y.Last, x.Last))
	})
	return b.found, nil
}

// Chains puts mentions of one entity together, in the order of the text.
func Chains(mentions []EntityMention) []Chain {
	at := map[string]int{}
	var chains []Chain
	for _, m := range mentions {
		i, ok := at[m.Entity]
		if !ok {
			i = len(chains)
			at[m.Entity] = i
			chains = append(chains, nil)
		}
		chains[i] = append(chains[i], m.ChainMention)
	}
	return chains
}

// brackets is the state of reading.
type brackets struct {
	fields []string
	open   []EntityMention
	found  []EntityMention
	// first is the number of words before the sentence, headed how many of the
	// found mentions have their head.
	first, headed int
}

// read takes the brackets of one word: "(1-person", "2)", "(3-place)".
func (b *brackets) read(value string, word int) error {
	for value != "" {
		if value[0] != '(' {
			id, rest, ok := strings.Cut(value, ")")
			if !ok {
				return fmt.Errorf("entity %q, want a bracket", value)
			}
			if err := b.end(id, word); err != nil {
				return err
			}
			value = rest
			continue
		}
		value = value[1:]
		n := strings.IndexAny(value, "()")
		if n < 0 {
			n = len(value)
		}
		m := b.mention(value[:n], word)
		b.open = append(b.open, m)
		if value = value[n:]; strings.HasPrefix(value, ")") {
			if err := b.end(m.Entity, word); err != nil {
				return err
			}
			value = value[1:]
		}
	}
	return nil
}

// mention reads the attributes; the last one may hold hyphens.
func (b *brackets) mention(text string, word int) EntityMention {
	m := EntityMention{ChainMention: ChainMention{First: word}, Attributes: map[string]string{}}
	for i, value := range strings.SplitN(text, "-", len(b.fields)) {
		if b.fields[i] == "GRP" {
			m.Entity = value
		} else {
			m.Attributes[b.fields[i]] = value
		}
	}
	return m
}

// end closes the last opened mention of an entity.
func (b *brackets) end(entity string, word int) error {
	for i, m := range slices.Backward(b.open) {
		if m.Entity == entity {
			m.Last = word + 1
			b.found, b.open = append(b.found, m), slices.Delete(b.open, i, i+1)
			return nil
		}
	}
	return fmt.Errorf("entity %s ends and did not begin", entity)
}

// setHeads gives the mentions that end in a sentence their head: the word that
// stands highest in the tree.
func (b *brackets) setHeads(s *conllu.Sentence) {
	for ; b.headed < len(b.found); b.headed++ {
		m := &b.found[b.headed]
		m.Head = m.First
		for w := m.First; w < m.Last; w++ {
			if s.Depth(w-b.first) < s.Depth(m.Head-b.first) {
				m.Head = w
			}
		}
	}
}
