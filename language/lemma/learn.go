package lemma

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Example is a form with its lemma. Examples from a treebank have a Count of
// occurrences; those made from a dictionary have none, and yield to them.
type Example struct {
	Form, UPOS, XPOS, Lemma string
	Count                   int
}

// Learn makes a table from examples. The same examples in any order make the
// same table.
func Learn(examples []Example) *Table {
	best := choose(examples)
	t := &Table{words: map[wordKey]string{}}
	t.casings = learnCasings(best)
	t.scripts = learnScripts(best, t)
	t.learnWords(best)
	return t
}

// choose keeps the most frequent lemma of each form and pair of tags, sorted.
func choose(examples []Example) []Example {
	slices.SortFunc(examples, func(a, b Example) int {
		return cmp.Or(strings.Compare(a.Form, b.Form), strings.Compare(a.XPOS, b.XPOS),
			strings.Compare(a.UPOS, b.UPOS), cmp.Compare(b.Count, a.Count), strings.Compare(a.Lemma, b.Lemma))
	})
	return slices.CompactFunc(slices.Clone(examples), func(a, b Example) bool {
		return a.Form == b.Form && a.XPOS == b.XPOS && a.UPOS == b.UPOS
	})
}

func learnCasings(examples []Example) map[ruleKey]casing {
	votes := ballot[casing]{}
	for _, e := range examples {
		s := shapeOf(e.Form)
		if s == small {
			continue
		}
		// Both lemmas keep the beginning of the form unless it is irregular.
		switch prefix := e.Form[:min(len(e.Form), 1)]; {
		case strings.HasPrefix(e.Lemma, prefix):
			votes.add(e.XPOS+string(s), e.Form, keep)
		case strings.HasPrefix(e.Lemma, strings.ToLower(prefix)):
			votes.add(e.XPOS+string(s), e.Form, lower)
		}
	}
	return votes.rules()
}

func learnScripts(examples []Example, t *Table) map[ruleKey]script {
	votes := ballot[script]{}
	for _, e := range examples {
		form := e.Form
		if s := shapeOf(form); s != small {
			op, _ := longest(t.casings, e.XPOS+string(s), form)
			form = op.apply(form)
		}
		if s, ok := scriptOf(form, e.Lemma); ok {
			votes.add(e.XPOS, form, s)
		}
	}
	return votes.rules()
}

// scriptOf gives the script that makes the lemma from the form, where they
// begin alike.
func scriptOf(form, lemma string) (script, bool) {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	return script{len(form) - n, lemma[n:]}, n > 0 && len(form)-n <= longestSuffix
}

// learnWords lists what the rules get wrong: first what the XPOS tag decides,
// then the rest. Small letters come first, since capitals follow them.
func (t *Table) learnWords(examples []Example) {
	sorted := slices.Clone(examples)
	slices.SortStableFunc(sorted, func(a, b Example) int {
		return cmp.Or(cmp.Compare(shapeOf(a.Form), shapeOf(b.Form)), cmp.Compare(b.Count, a.Count))
	})
	for _, e := range sorted {
		if t.Lemma(e.Form, e.UPOS, e.XPOS) == e.Lemma {
			continue
		}
		key := wordKey{e.Form, e.XPOS}
		if _, taken := t.words[key]; taken {
			key.tag = e.UPOS + ":" + e.XPOS
		}
		t.words[key] = e.Lemma
	}
	// What stood first may have been right by a rule that a word now hides.
	for _, e := range sorted {
		if t.Lemma(e.Form, e.UPOS, e.XPOS) != e.Lemma {
			t.words[wordKey{e.Form, e.UPOS + ":" + e.XPOS}] = e.Lemma
		}
	}
}

// ballot counts, for each tag and each end of a word, the words that vote for a
// rule.
type ballot[R comparable] map[ruleKey]map[R]int

func (b ballot[R]) add(tag, form string, rule R) {
	for n := range min(longestSuffix, len(form)) + 1 {
		key := ruleKey{tag, form[len(form)-n:]}
		if b[key] == nil {
			b[key] = map[R]int{}
		}
		b[key][rule]++
	}
}

// rules keeps the winner for each end where it differs from the winner for the
// next shorter end that has a rule, and has two words behind it.
func (b ballot[R]) rules() map[ruleKey]R {
	keys := slices.SortedFunc(maps.Keys(b), func(x, y ruleKey) int {
		return cmp.Or(cmp.Compare(len(x.suffix), len(y.suffix)),
			strings.Compare(x.suffix, y.suffix), strings.Compare(x.tag, y.tag))
	})
	rules := map[ruleKey]R{}
	for _, key := range keys {
		inherited, ok := longest(rules, key.tag, key.suffix)
		winner, votes := b.winner(key)
		if key.suffix == "" || !ok || winner != inherited && votes >= 2 && votes > b[key][inherited] {
			rules[key] = winner
		}
	}
	return rules
}

// winner gives the rule with most votes, the first in print of several.
func (b ballot[R]) winner(key ruleKey) (R, int) {
	rules := slices.SortedFunc(maps.Keys(b[key]), func(x, y R) int {
		return cmp.Or(cmp.Compare(b[key][y], b[key][x]), strings.Compare(fmt.Sprint(x), fmt.Sprint(y)))
	})
	return rules[0], b[key][rules[0]]
}

// Format writes the table as Parse reads it, sorted.
func (t *Table) Format() string {
	var lines []string
	for k, lemma := range t.words {
		lines = append(lines, strings.Join([]string{"word", k.form, k.tag, lemma}, "\t"))
	}
	for k, op := range t.casings {
		lines = append(lines, strings.Join([]string{"case", k.suffix, k.tag, string(op)}, "\t"))
	}
	for k, s := range t.scripts {
		lines = append(lines, fmt.Sprintf("script\t%s\t%s\t%d+%s", k.suffix, k.tag, s.cut, s.add))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n"
}
