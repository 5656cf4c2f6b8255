package language

// repair mends what a tree of Universal Dependencies cannot be, for the network
// scores each relation alone: a subject or object led in by a preposition is an
// oblique, and a second subject behind the verb is its object.
// It reports whether it moved a word.
func repair(d *Document) (moved bool) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if modalName(d, i) {
			t.Deprel = "nsubj"
		}
		if toldThat(d, i) {
			moved = d.attach(i, d.Tokens[t.Head].Head, "ccomp") || moved
		}
		if activePerfect(d, i) {
			t.Deprel = "nsubj"
			if by := d.Child(t.Head, "obl:agent"); by >= 0 {
				d.Tokens[by].Deprel = "obl"
			}
		}
		if agentBehindObject(d, i) {
			moved = d.attach(i, d.Tokens[t.Head].Head, "obl:agent") || moved
		}
		if t.Head < 0 || !t.Has("nsubj", "obj", "iobj") || d.Tokens[t.Head].UPOS != "VERB" {
			continue
		}
		if p := d.Child(i, "case"); p >= 0 && p < i && d.Tokens[p].UPOS == "ADP" {
			t.Deprel = "obl"
			if d.Tokens[p].Lemma == "by" && d.Tokens[t.Head].XPOS == "VBN" {
				t.Deprel = "obl:agent"
			}
			continue
		}
		if first := d.Child(t.Head, "nsubj"); t.Deprel == "nsubj" && first < t.Head && t.Head < i && d.Child(t.Head, "obj") < 0 {
			t.Deprel = "obj"
		}
	}
	return moved
}

// modalName reports whether a name is taken for a modal verb before a verb that
// none governs and that has no subject: "May said", "Will met her".
func modalName(d *Document, i int) bool {
	t := &d.Tokens[i]
	if t.UPOS != "PROPN" || !t.Has("aux") || t.Head <= i || d.Child(t.Head, "nsubj", "aux:pass") >= 0 {
		return false
	}
	x := d.Tokens[t.Head].XPOS
	return x == "VBD" || x == "VBZ"
}

// toldThat reports whether a clause that is hung on those whom somebody told
// something is what they were told: "told reporters the talks would go on". A
// relative clause there would leave what was told unsaid.
func toldThat(d *Document, i int) bool {
	t := &d.Tokens[i]
	if !t.Has("acl:relcl") || t.Head < 0 || t.Head > i || !d.Tokens[t.Head].Has("iobj") {
		return false
	}
	verb, subject := d.Tokens[t.Head].Head, d.Child(i, "nsubj", "nsubj:pass")
	if verb < 0 || d.Tokens[verb].Lemma != "tell" || d.Child(verb, "ccomp", "xcomp", "obj") >= 0 {
		return false
	}
	return subject > t.Head && subject < i && d.Tokens[subject].XPOS != "WP" && d.Tokens[subject].XPOS != "WDT"
}

// activePerfect reports whether a subject that is taken for one of a passive is that of a
// perfect: "had spoken by telephone" has no form of "be".
func activePerfect(d *Document, i int) bool {
	t := &d.Tokens[i]
	if !t.Has("nsubj:pass") || t.Head < i || d.Tokens[t.Head].XPOS != "VBN" || d.Child(t.Head, "aux:pass") >= 0 {
		return false
	}
	perfect := false
	for c := range d.Children(t.Head) {
		k := &d.Tokens[c]
		if k.Has("aux", "cop") {
			perfect = k.Lemma == "have"
			if !perfect {
				return false
			}
		}
	}
	return perfect
}

// agentBehindObject reports whether a name that "by" leads is hung on what somebody is
// given and not on the passive of the giving: "was promised more tanks by Oslo".
func agentBehindObject(d *Document, i int) bool {
	t := &d.Tokens[i]
	if t.UPOS != "PROPN" || !t.Has("nmod") || t.Head < 0 || !d.Tokens[t.Head].Has("obj") || d.Tokens[t.Head].Head > t.Head || t.Head > i {
		return false
	}
	p, verb := d.Child(i, "case"), d.Tokens[t.Head].Head
	if p < 0 || d.Tokens[p].Lemma != "by" || d.Tokens[verb].XPOS != "VBN" || d.Child(verb, "nsubj:pass") < 0 || d.Child(verb, "obl:agent") >= 0 {
		return false
	}
	n := nameAt(d.Names, i)
	return n == nil || n.Class != DateName
}
