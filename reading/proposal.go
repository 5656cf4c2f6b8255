package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/table"
	"slices"
	"strings"
)

// stanceWord is a word that shows a stance.
type stanceWord struct {
	rest   []string
	pos    string
	stance rapporteur.Stance
	takes  []string
	// needy words count only where the proposal names an issue.
	needy bool
	// around counts the issue of the sentence as well.
	around bool
	// things will do too: what was spoken of before, "the move".
	things bool
	// aim words count only in the reporter's words and those of the same side.
	aim bool
	// said words count only in somebody's statement, wordy ones only where the
	// proposal is more than one word.
	said, wordy bool
	// denied words count only where they are negated, and then mean what the table
	// says.
	denied bool
}

func (t *tables) addStance(r table.Row) {
	words := strings.Fields(r.Get("word"))
	t.stances[words[0]] = append(t.stances[words[0]], stanceWord{
		rest: words[1:], pos: r.Get("pos"), stance: rapporteur.Stance(r.Get("stance")), takes: r.List("takes"),
		aim: r.Get("aim") != "no", said: r.Get("aim") == "said", wordy: strings.HasSuffix(r.Get("needs"), "more"), denied: r.Get("needs") == "not", needy: r.Get("needs") != "-" && r.Get("needs") != "not", things: r.Get("needs") == "thing", around: r.Get("needs") == "sentence",
	})
	slices.SortStableFunc(t.stances[words[0]], func(a, b stanceWord) int { return len(b.rest) - len(a.rest) })
}

func (w stanceWord) fits(t language.Token) bool {
	switch w.pos {
	case "verb":
		return t.UPOS == "VERB"
	case "adj":
		return t.UPOS == "ADJ" || t.UPOS == "VERB" && t.XPOS == "VBN"
	case "prep":
		return t.UPOS == "ADP"
	}
	return t.UPOS == "NOUN" // noun, own
}

// proposal gives the words for what would be done, by the forms that a word of
// stance takes: a clause or infinitive rather than an object, which may only
// be who is to do it ("urged Iran to stop").
func (r *reading) proposal(word int, takes []string) (head int, words language.Range) {
	if slices.Contains(takes, "head") { // is against the sanctions
		return r.against(word)
	}
	if slices.Contains(takes, "being") {
		if c := r.being(word); c >= 0 {
			words = r.trimmed(c)
			if b := r.doc.Child(c, "cop"); b >= 0 && b < c {
				for b++; b < c && r.doc.Tokens[b].UPOS == "DET"; {
					b++
				}
				words.Start = r.doc.Tokens[b].Start
			}
			return c, words
		}
	}
	for _, deeds := range []bool{true, false} {
		for c := range r.doc.Children(word) {
			if c < word && !r.doc.Tokens[c].Has("nsubj") {
				continue
			}
			if syntax.Clausal(r.doc.Tokens[c]) == deeds && r.takesForm(c, takes) {
				c = r.calledFor(c)
				return c, r.byWhom(word, c, r.trimmed(c))
			}
		}
	}
	if o := syntax.JudgedObject(r.doc, word); o >= 0 && slices.Contains(takes, "subject") {
		return o, r.trimmed(o)
	}
	if h := r.doc.Tokens[word].Head; h >= 0 && r.doc.Tokens[word].Has("obj") && r.doc.Tokens[word].UPOS == "NOUN" {
		for c := range r.doc.Children(h) { // showed interest in it
			if first, _ := r.doc.Yield(c); first == word+1 && r.doc.Tokens[c].Has("obl", "advcl") && r.takesForm(c, takes) {
				return c, r.trimmed(c)
			}
		}
	}
	return -1, language.Range{}
}

// being gives what a noun of stance is said to be or to include: "a key demand is
// the release of prisoners", "its demands include neutrality". -1 for none.
func (r *reading) being(noun int) int {
	t := r.doc.Tokens[noun]
	if !t.Has("nsubj") || t.Head < noun {
		return -1
	}
	h := r.doc.Tokens[t.Head]
	if r.doc.Child(t.Head, "cop") >= 0 && h.UPOS == "NOUN" {
		return t.Head
	}
	if h.Lemma == "include" {
		return r.doc.Child(t.Head, "obj")
	}
	return -1
}

// calledFor steps from "calls for early elections", which somebody rejects, to the
// elections.
func (r *reading) calledFor(noun int) int {
	if r.doc.Tokens[noun].UPOS != "NOUN" || !r.tables.classes["call"][r.doc.Tokens[noun].Lemma] {
		return noun
	}
	for c := range r.doc.Children(noun) {
		if r.doc.Tokens[c].Has("nmod") && c > noun && syntax.HasPreposition(r.doc, c, "for") {
			return c
		}
	}
	return noun
}

// madeTo reports whether a word is what others want somebody to do: in "wants Oslo
// to stop the drills" Oslo takes no stand.
func (r *reading) madeTo(i int) bool {
	t := r.doc.Tokens[i]
	if t.Head < 0 || !t.Has("xcomp", "advcl", "ccomp") || !syntax.MarkedBy(r.doc, i, "to") {
		return false
	}
	o := r.doc.Child(t.Head, "obj")
	return o > t.Head && o < i && len(r.tables.stances[r.doc.Tokens[t.Head].Lemma]) > 0
}

// givenUp reports whether a noun of stance is what somebody gives up: "dropped its
// objection to".
func (r *reading) givenUp(i int, w stanceWord) bool {
	t := r.doc.Tokens[i]
	return w.pos == "own" && t.Has("obj") && t.Head >= 0 && r.tables.classes["giving up"][r.doc.Tokens[t.Head].Lemma]
}

// takesForm reports whether a dependent has one of the forms.
func (r *reading) takesForm(c int, takes []string) bool {
	t := r.doc.Tokens[c]
	switch {
	case t.Has("obj") && t.UPOS != "PRON", t.Has("nsubj:pass"):
		return slices.Contains(takes, "object")
	case (t.Has("ccomp") || t.Has("advcl") && syntax.MarkedBy(r.doc, c, "that")) && t.XPOS != "VBG":
		return slices.Contains(takes, "clause")
	case t.XPOS == "VBG" && t.Has("advcl") && r.doc.Tokens[c-1].UPOS == "PUNCT":
		return false // rejected it, saying …
	case t.XPOS == "VBG" && syntax.Clausal(r.doc.Tokens[c]) && !syntax.HasPreposition(r.doc, c, "by"):
		return slices.Contains(takes, "gerund") || syntax.LedBy(r.doc, c, takes...)
	case t.Has("nsubj") && !t.Has("nsubj:pass"):
		return slices.Contains(takes, "subject") && r.doc.Child(t.Head, "cop") >= 0 && t.UPOS != "PRON"
	case t.Has("xcomp", "advcl", "acl") && syntax.MarkedBy(r.doc, c, "to"):
		return slices.Contains(takes, "infinitive")
	case t.Has("obl") && t.UPOS == "SYM": // demanded at least $2 billion
		return slices.Contains(takes, "object")
	case t.Has("obl", "nmod"):
		return syntax.LedBy(r.doc, c, takes...) && !syntax.InDate(r.doc, c)
	}
	return false
}

// longest is the number of words a proposal may have.
const longest = 18

// trimmed gives what a token governs without the words that lead it in and
// without relative clauses, no longer than a phrase.
func (r *reading) trimmed(token int) language.Range {
	first, last := r.doc.Yield(token)
	for c := range r.doc.Children(token) {
		if r.doc.Tokens[c].Has("acl:relcl", "parataxis") || r.doc.Tokens[c].Has("advcl") && c > token {
			if f, _ := r.doc.Yield(c); f > token {
				last = min(last, f)
			}
		}
	}
	for first < token && (r.doc.Tokens[first].Has("case", "mark", "cc") && r.doc.Tokens[first].Head == token || r.doc.Tokens[first].Has("det") || r.doc.Tokens[first].UPOS == "PUNCT") {
		first++
	}
	last = min(last, max(token+1, first+longest))
	for last > token+1 && (r.doc.Tokens[last-1].UPOS == "PUNCT" || r.doc.Tokens[last-1].UPOS == "ADP" || r.doc.Tokens[last-1].UPOS == "DET" || r.doc.Tokens[last-1].UPOS == "CCONJ") {
		last--
	}
	return r.doc.Bytes(first, last)
}

// phrase gives a proposal's words on one line, without quotation marks.
func (r *reading) phrase(words language.Range) string {
	return strings.Join(strings.Fields(strings.Trim(r.doc.Words(words), "\"“”‘’' ,")), " ")
}

// holdersOfStance gives whose stance a word shows: its subjects; for a noun the
// subject of its verb ("sees no role for") or, where nothing but "there is"
// holds it, who says so.
func (r *reading) holdersOfStance(i int, pos string, takes []string) []int {
	at := i
	if pos == "own" {
		return r.whoseStance(i)
	}
	if pos == "adj" && slices.Contains(takes, "subject") {
		if syntax.JudgedObject(r.doc, i) >= 0 {
			subject, _, _ := r.arguments(r.doc.Tokens[i].Head)
			return r.parties(subject)
		}
		if speaker := r.claimant(i); speaker >= 0 {
			return []int{speaker}
		}
		return nil
	}
	if pos == "noun" {
		h := r.doc.Tokens[i].Head
		if h < 0 {
			return nil
		}
		if r.doc.Child(h, "expl") >= 0 || r.doc.Child(i, "expl") >= 0 {
			if speaker := r.claimant(i); speaker >= 0 {
				return []int{speaker}
			}
			return nil
		}
		if !r.doc.Tokens[i].Has("obj") {
			return nil
		}
		at = h
	}
	switch pos {
	case "prep":
		at = r.doc.Tokens[i].Head
	case "pred":
		if h := r.doc.Tokens[i].Head; r.doc.Tokens[i].Has("obl") && syntax.HasPreposition(r.doc, i, "in") && r.tables.classes["speaking for"][r.doc.Tokens[h].Lemma] {
			at = r.doc.Tokens[i].Head // spoke in favour of
		} else if r.doc.Child(i, "cop") < 0 {
			return nil
		}
	}
	subject, _, passive := r.arguments(at)
	if speaker := r.claimant(i); (pos == "pred" || pos == "adj") && speaker >= 0 && len(r.parties(subject)) == 0 && r.doc.Child(at, "expl") >= 0 {
		return []int{speaker} // it is time to, it was ready to
	}
	if c := r.doc.Child(at, "cop"); pos == "adj" && c >= 0 && r.doc.Tokens[c].XPOS == "VBG" {
		if speaker := r.claimant(i); speaker >= 0 {
			return []int{speaker} // "it means being ready to …": the speaker is
		}
	}
	if passive {
		subject = syntax.Agent(r.doc, at)
	}
	if subject >= 0 && r.doc.Tokens[subject].Has("appos") {
		subject = r.doc.Tokens[subject].Head // Hungary, a member which …
	}
	return r.parties(subject)
}

// whoseStance gives whose noun of stance it is: "Sudan's demand", "a Sudanese demand",
// and for "repeated its demand" who does.
func (r *reading) whoseStance(noun int) []int {
	if c := r.doc.Child(noun, "nmod:poss"); c >= 0 {
		if found := r.parties(c); len(found) > 0 {
			return found
		}
	}
	return r.origins(noun)
}

// against gives the noun that somebody is said to be against, as the proposal.
func (r *reading) against(preposition int) (head int, words language.Range) {
	head = r.doc.Tokens[preposition].Head
	if head < preposition || r.doc.Child(head, "cop") < 0 {
		return -1, words
	}
	words = r.trimmed(head)
	first := preposition + 1
	for first < head && r.doc.Tokens[first].UPOS == "DET" {
		first++
	}
	words.Start = max(words.Start, r.doc.Tokens[first].Start)
	return head, words
}

// inReturn gives "in exchange for …" or "in return for …" under a token.
func (r *reading) inReturn(token int) *language.Range {
	for c := range r.doc.Children(token) {
		t := r.doc.Tokens[c]
		if t.Has("xcomp") {
			if found := r.inReturn(c); found != nil {
				return found
			}
		}
		if t.Lemma != "exchange" && t.Lemma != "return" || !syntax.HasPreposition(r.doc, c, "in") || c+1 >= len(r.doc.Tokens) || r.doc.Tokens[c+1].Form != "for" {
			continue
		}
		_, last := r.doc.Yield(c)
		if what := r.doc.Tokens[c+1].Head; what > c {
			_, last = r.doc.Yield(what)
		}
		out := r.doc.Bytes(c-1, last)
		return &out
	}
	return nil
}

// condition gives the clause that a stance depends on.
func (r *reading) condition(token int) *language.Range {
	if t := r.doc.Tokens[token]; t.UPOS == "ADJ" || syntax.MoodOf(r.doc, token) == "will" || r.tables.classes["offering"][t.Lemma] {
		if found := r.inReturn(token); found != nil {
			return found
		}
	}
	for c := range r.doc.Children(token) {
		if !r.doc.Tokens[c].Has("advcl") {
			continue
		}
		if r.conditional(c) {
			first, last := r.doc.Yield(c)
			for last > c && r.doc.Tokens[last-1].UPOS == "PUNCT" {
				last--
			}
			out := r.doc.Bytes(first, last)
			return &out
		}
	}
	return nil
}

// conditional reports whether a clause is led in by a word of condition: "if",
// "only if".
func (r *reading) conditional(clause int) bool {
	for c := range r.doc.Children(clause) {
		if t := r.doc.Tokens[c]; t.Has("mark", "advmod", "case") && r.tables.conditions[t.Lemma] {
			return c == 0 || r.doc.Tokens[c-1].Lemma != "even"
		}
	}
	return false
}

// conditionIn gives an "if" clause among the words of a proposal.
func (r *reading) conditionIn(words language.Range) *language.Range {
	for i := range tokensIn(r.doc, words) {
		t := r.doc.Tokens[i]
		if !t.Has("mark") || !r.tables.conditions[t.Lemma] || t.Lemma == "before" {
			continue
		}
		_, last := r.doc.Yield(t.Head)
		out := r.doc.Bytes(i, max(last, i+1))
		out.End = min(out.End, words.End)
		return &out
	}
	return nil
}

// statementAt gives the id of the statement whose words hold a token.
func (r *reading) statementAt(token int) rapporteur.Text {
	for i := range r.said {
		a := &r.said[i]
		if k := r.statementOf[i]; k >= 0 && frames.Says(a, token) {
			return rapporteur.Text(r.out.Statements[k].ID)
		}
	}
	return ""
}
