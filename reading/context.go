package reading

import (
	"slices"

	"rapporteur/table"
)

// mostContexts is how many contexts an event may have.
const mostContexts = 3

// addContext reads a row of context_words.tsv.
func (t *eventTables) addContext(r table.Row) {
	for _, w := range r.List("words") {
		t.contexts[w] = append(t.contexts[w], r.Get("context"))
	}
}

// contextsOf gives what an event is about: what its frame says, then what the
// words with it show, in the order of the text.
func (r *reading) contextsOf(d *deed) []string {
	out := slices.Clone(d.plover.Contexts)
	add := func(token int) {
		for _, c := range r.tables.contexts[lower(r.doc.Tokens[token].Lemma)] {
			if len(out) < mostContexts && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	add(d.trigger)
	for c := range r.doc.Children(d.trigger) {
		t := r.doc.Tokens[c]
		if !t.Has("nsubj", "obj", "obl", "nmod", "compound", "amod", "xcomp") {
			continue
		}
		add(c)
		for k := range r.doc.Children(c) {
			if r.doc.Tokens[k].Has("compound", "amod", "nmod", "conj", "obj") {
				add(k)
			}
		}
	}
	return out
}
