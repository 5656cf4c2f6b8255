package lemma

import "strings"

// remembered is the number of words that a Lemmatizer keeps; the words of a
// month of news fit in.
const remembered = 1 << 16

// Lemmatizer gives lemmas and remembers them. It is for one goroutine; all of
// them share one Table.
type Lemmatizer struct {
	table *Table
	cache map[entry]string
}

type entry struct{ form, upos, xpos string }

// New makes a Lemmatizer with the table of the package.
func New() *Lemmatizer { return NewWith(builtin()) }

// NewWith makes a Lemmatizer with another table.
func NewWith(t *Table) *Lemmatizer {
	return &Lemmatizer{table: t, cache: make(map[entry]string)}
}

// Lemma gives the lemma of a form. It allocates only for a word that it has not
// seen before, or no longer remembers.
func (l *Lemmatizer) Lemma(form, upos, xpos string) string {
	if lemma, ok := l.cache[entry{form, upos, xpos}]; ok {
		return lemma
	}
	if len(l.cache) >= remembered {
		clear(l.cache)
	}
	// A form is a piece of a report: without a copy the cache would keep the
	// whole report in memory.
	key := entry{strings.Clone(form), upos, xpos}
	lemma := l.table.Lemma(key.form, upos, xpos)
	l.cache[key] = lemma
	return lemma
}
