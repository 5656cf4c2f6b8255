package attribution

import (
	"slices"
	"strings"

	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/table"
)

// Cue is an expression that attributes words to a source.
type Cue struct {
	// Lemmas are the words in order, the first one being the head.
	Lemmas []string
	// Needs are the auxiliaries and negations that the head must have.
	Needs []string
	// POS is verb, noun, prep or adj.
	POS string
	// Act is what is done by saying it.
	Act string
	// Kind is speech, document or decline.
	Kind string
	// Addressee is how the hearer is given: obj, to, with, at or none.
	Addressee string
	takes     map[string]bool
	// obliques are prepositions whose object is the content: call for.
	obliques []string
}

// Takes reports whether the content may have a form: quote, clause,
// infinitive, gerund, object, wh.
func (c *Cue) Takes(form string) bool { return c.takes[form] }

// cues finds cues by their first lemma, the longest first.
type cues map[string][]*Cue

func loadCues() (cues, error) {
	data, err := tables.ReadFile("tables/cues.tsv")
	if err != nil {
		return nil, err
	}
	t, err := table.Parse("cues.tsv", data, "cue", "pos", "act", "takes", "addressee", "content_kind")
	if err != nil {
		return nil, err
	}
	all := cues{}
	for _, row := range t.Rows {
		c := &Cue{Lemmas: strings.Fields(row.Get("cue")), POS: row.Get("pos"), Act: row.Get("act"), Kind: row.Get("content_kind"), Addressee: row.Get("addressee"), takes: map[string]bool{}}
		for len(c.Lemmas) > 1 && slices.Contains(needed[:], c.Lemmas[0]) {
			c.Needs, c.Lemmas = append(c.Needs, c.Lemmas[0]), c.Lemmas[1:]
		}
		if len(c.Lemmas) == 0 {
			return nil, row.Errorf("a cue needs a lemma")
		}
		for form := range strings.SplitSeq(row.Get("takes"), ",") {
			form = strings.TrimSpace(form)
			if prep, ok := strings.CutPrefix(form, "obl:"); ok {
				c.obliques = append(c.obliques, prep)
				continue
			}
			c.takes[form] = true
		}
		all.add(c)
	}
	return all, nil
}

// needed are the words that a cue may begin with though they are not its head.
var needed = [...]string{"not", "neither", "would"}

func (all cues) add(c *Cue) {
	list := all[c.Lemmas[0]]
	at := 0
	for at < len(list) && !c.before(list[at]) {
		at++
	}
	list = append(list, nil)
	copy(list[at+1:], list[at:])
	list[at] = c
	all[c.Lemmas[0]] = list
}

// before puts longer expressions first, and speech before documents.
func (c *Cue) before(o *Cue) bool {
	if n, m := len(c.Needs)+len(c.Lemmas), len(o.Needs)+len(o.Lemmas); n != m {
		return n > m
	}
	return c.Kind == "speech" && o.Kind != "speech"
}

// match is a cue found in a text and the last token of its words.
type match struct {
	*Cue
	last int
}

// at gives the cues whose head is a token, the longest first. An expression
// may stand in the table twice, with different acts for different contents.
func (all cues) at(doc *language.Document, token int, found []match) []match {
	t := doc.Tokens[token]
	form := strings.ToLower(t.Form)
	for _, key := range [2]string{t.Lemma, form} {
		for _, c := range all[key] {
			if !c.hasPOS(t) || !c.negated(doc, token) {
				continue
			}
			if last := c.lastToken(doc, token); last >= 0 {
				found = append(found, match{c, last})
			}
		}
		if t.Lemma == form {
			break
		}
	}
	return found
}

// hasPOS checks the part of speech.
func (c *Cue) hasPOS(t language.Token) bool {
	switch c.POS {
	case "verb":
		return t.UPOS == "VERB"
	case "noun":
		return t.UPOS == "NOUN"
	case "adj":
		return t.UPOS == "ADJ"
	default:
		return true
	}
}

// negated reports whether a token has the auxiliaries and negations that the
// cue needs.
func (c *Cue) negated(doc *language.Document, token int) bool {
	for _, need := range c.Needs {
		found := false
		for d := range doc.Children(token) {
			found = found || d < token && (doc.Tokens[d].Lemma == need || need == "not" && doc.Tokens[d].Lemma == "n't" || need == "would" && doc.Tokens[d].Lemma == "will" && doc.Tokens[d].Has("aux"))
		}
		if !found {
			return false
		}
	}
	return true
}

// slack is how many words may stand between two words of an expression: "made
// it quite clear".
const slack = 2

// lastToken finds the further words of an expression behind its head and gives the
// last one, -1 where they are missing.
func (c *Cue) lastToken(doc *language.Document, token int) int {
	end := syntax.Sentence(doc, token).Last
	at := token
	for _, lemma := range c.Lemmas[1:] {
		gap := 0
		if c.POS == "verb" {
			gap = slack
		}
		next := -1
		for i := at + 1; i < end && i <= at+1+gap; i++ {
			if doc.Tokens[i].Lemma == lemma || strings.EqualFold(doc.Tokens[i].Form, lemma) {
				next = i
				break
			}
		}
		if next < 0 {
			return -1
		}
		at = next
	}
	return at
}
