package lemma

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed tables/lemmas.tsv
var lemmas string

var builtin = sync.OnceValue(func() *Table {
	t, err := Parse(lemmas)
	if err != nil {
		panic("lemma: " + err.Error()) // the table is embedded
	}
	return t
})

// Table is what was learned. It does not change once made.
type Table struct {
	// words holds the lemmas that the rules get wrong, by form and tag.
	words map[wordKey]string
	// casings says what to do with capitals, by tag and shape and the end of
	// the form.
	casings map[ruleKey]casing
	// scripts turn a form into its lemma, by tag and the end of the form.
	scripts map[ruleKey]script
}

// wordKey has an XPOS tag, or UPOS and XPOS joined by a colon where the XPOS
// tag alone does not decide.
type wordKey struct{ form, tag string }

type ruleKey struct{ tag, suffix string }

// longestSuffix is the longest end of a word that rules look at, in bytes.
const longestSuffix = 6

// Lemma gives the lemma of a form.
func (t *Table) Lemma(form, upos, xpos string) string {
	if lemma, ok := t.word(form, upos, xpos); ok {
		return lemma
	}
	cased := form
	if s := shapeOf(form); s != small {
		op, _ := longest(t.casings, xpos+string(s), form)
		if cased = op.apply(form); cased != form {
			if lemma, ok := t.word(cased, upos, xpos); ok {
				return lemma
			}
		}
	}
	rule, _ := longest(t.scripts, xpos, cased)
	return rule.apply(cased)
}

func (t *Table) word(form, upos, xpos string) (string, bool) {
	if lemma, ok := t.words[wordKey{form, upos + ":" + xpos}]; ok {
		return lemma, true
	}
	lemma, ok := t.words[wordKey{form, xpos}]
	return lemma, ok
}

// longest gives the rule for the longest end of a form that has one.
func longest[R any](rules map[ruleKey]R, tag, form string) (R, bool) {
	for n := min(longestSuffix, len(form)); n >= 0; n-- {
		if r, ok := rules[ruleKey{tag, form[len(form)-n:]}]; ok {
			return r, true
		}
	}
	var none R
	return none, false
}

// shape is how a word is written.
type shape string

const (
	small   shape = ""
	title   shape = "/Title"
	capital shape = "/CAPITAL"
	mixed   shape = "/miXed"
)

func shapeOf(form string) shape {
	first, size := utf8.DecodeRuneInString(form)
	upper := strings.IndexFunc(form[size:], unicode.IsUpper) >= 0
	lower := strings.IndexFunc(form[size:], unicode.IsLower) >= 0
	switch {
	case !unicode.IsUpper(first) && !upper:
		return small
	case upper && lower || !unicode.IsUpper(first):
		return mixed
	case upper || size == len(form):
		return capital
	}
	return title
}

// casing says whether the capitals of a form are kept in the lemma.
type casing string

const (
	keep  casing = "keep"
	lower casing = "lower"
)

func (c casing) apply(form string) string {
	if c == lower {
		return strings.ToLower(form)
	}
	return form
}

// script cuts bytes off the end of a form and adds others.
type script struct {
	cut int
	add string
}

func (s script) apply(form string) string {
	if s.cut >= len(form) {
		return form
	}
	stem := form[:len(form)-s.cut]
	if s.add == "" {
		return stem
	}
	return stem + s.add
}

// Parse reads a table as Format writes it: lines of a kind and three columns.
//
//	word    form    tag     lemma
//	case    suffix  tag     keep or lower
//	script  suffix  tag     number of bytes to cut, and what to add
func Parse(text string) (*Table, error) {
	t := &Table{map[wordKey]string{}, map[ruleKey]casing{}, map[ruleKey]script{}}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := t.add(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("lemma table: line %d: %w", n, err)
		}
	}
	return t, nil
}

func (t *Table) add(c []string) error {
	if len(c) != 4 {
		return fmt.Errorf("%d columns, want 4", len(c))
	}
	switch c[0] {
	case "word":
		t.words[wordKey{c[1], c[2]}] = c[3]
	case "case":
		t.casings[ruleKey{c[2], c[1]}] = casing(c[3])
	case "script":
		cut, add, ok := strings.Cut(c[3], "+")
		n, err := strconv.Atoi(cut)
		if err != nil || !ok {
			return fmt.Errorf("script %q, want one like 3+y", c[3])
		}
		t.scripts[ruleKey{c[2], c[1]}] = script{n, add}
	default:
		return fmt.Errorf("kind %q, want word, case or script", c[0])
	}
	return nil
}
