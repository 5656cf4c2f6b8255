package rules

import "slices"

// mostContexts is how many contexts an event may have.
const mostContexts = 3

// contextsOf gives what an event is about: what its frame says, then what the
// words with it show, in the order of the text.
func contextsOf(x *text, d *event) []string {
	out := slices.Clone(d.plover.Contexts)
	add := func(token int) {
		for _, c := range x.lexicon.contexts[lower(x.doc.Tokens[token].Lemma)] {
			if len(out) < mostContexts && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	add(d.trigger)
	for c := range x.doc.Children(d.trigger) {
		t := x.doc.Tokens[c]
		if !t.Has("nsubj", "obj", "obl", "nmod", "compound", "amod", "xcomp") {
			continue
		}
		add(c)
		for k := range x.doc.Children(c) {
			if x.doc.Tokens[k].Has("compound", "amod", "nmod", "conj", "obj") {
				add(k)
			}
		}
	}
	return out
}
