package reading

import (
	"rapporteur"
	"rapporteur/entities"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"slices"
	"strings"
)

// supposed reports whether a word of stance tells only what may be or is said
// against somebody: "if Iran agreed", "whether he intends", "accused it of
// backing rebels", "the president should demand".
func (r *reading) supposed(i int) bool {
	ascribed := []string{"of", "for", "about", "despite", "without", "from", "by"}
	t := r.doc.Tokens[i]
	if h := t.Head; h >= 0 && (t.UPOS == "NOUN" || t.XPOS == "VBG" || t.XPOS == "VB") {
		up := r.doc.Tokens[h].Lemma
		if r.tables.guesses[up] || r.tables.moods[up] == rapporteur.Denied {
			return true // an end to its support for, failing to back
		}
	}
	if t.UPOS == "VERB" || t.UPOS == "ADJ" {
		for c := range r.doc.Children(i) {
			k := r.doc.Tokens[c]
			if k.Has("aux") && slices.Contains([]string{"may", "might", "could", "must", "should"}, lower(k.Form)) && !r.byModal(i) {
				return true
			}
			if k.Has("advmod") && r.tables.guesses[k.Lemma] {
				return true
			}
		}
		if t.Has("conj") && t.Head >= 0 && r.doc.Child(i, "aux", "nsubj") < 0 && syntax.HasAuxiliary(r.doc, t.Head, "may", "might", "could", "can") {
			return true // he can wait, or call for a vote
		}
	}
	for hops, at := 0, i; at >= 0 && hops < governed; hops++ {
		if r.opened(at) || r.doc.Tokens[at].XPOS == "VBG" && syntax.LedBy(r.doc, at, ascribed...) {
			return true
		}
		if !r.doc.Tokens[at].Has("ccomp", "xcomp", "advcl", "conj") {
			break
		}
		at = r.doc.Tokens[at].Head
		if at >= 0 && (r.tables.guesses[r.doc.Tokens[at].Lemma] || syntax.HasAuxiliary(r.doc, at, "may", "might", "could")) {
			return true
		}
	}
	return false
}

// byModal reports whether a verb is one that speakers say must or must not be:
// its modal is the stance.
func (r *reading) byModal(i int) bool { return len(r.tables.stances[r.doc.Tokens[i].Lemma]) == 0 }

// ownSide reports whether the subject of what a speaker says is the speaker, "we",
// or the side spoken for, rather than another person of it.
func (r *reading) ownSide(subject, speaker int) bool {
	a := r.subjectOf(subject)
	if !r.sameSide(a, speaker) {
		return false
	}
	return a == speaker || r.cast.Actors[a].Kind != rapporteur.Person
}

func (r *reading) subjectOf(subject int) int {
	if subject < 0 {
		return -1
	}
	return r.cast.ActorAt(subject)
}

// opened reports whether a clause begins with "if" or "whether".
func (r *reading) opened(verb int) bool {
	for c := range r.doc.Children(verb) {
		if t := r.doc.Tokens[c]; c < verb && t.Has("mark", "advmod") && (slices.Contains([]string{"if", "whether", "unless", "when", "whenever", "lest"}, t.Lemma) || r.tables.conditions[t.Lemma] && t.Lemma != "before") {
			past := strings.HasPrefix(t.Lemma, "when") && (r.doc.Tokens[verb].XPOS == "VBD" || syntax.MoodOf(r.doc, verb) != "")
			return !past && r.doc.Tokens[verb].Has("advcl", "ccomp", "acl")
		}
	}
	return false
}

// proposes reports whether what a word of stance takes is something to be done:
// a clause must say what should be, not what is, and a thing must not be a
// claim or a mere name.
func (r *reading) proposes(word, head int, w stanceWord) bool {
	t := r.doc.Tokens[head]
	if t.Has("ccomp") || t.Has("advcl") && syntax.MarkedBy(r.doc, head, "that") {
		return r.prescribes(head)
	}
	if syntax.Clausal(r.doc.Tokens[head]) {
		return true
	}
	if w.stance == rapporteur.Undecided && !syntax.Clausal(r.doc.Tokens[head]) && r.doc.Child(head, "det", "nmod:poss") < 0 {
		return false // that it considers gangs
	}
	if w.stance == rapporteur.Undecided && r.doc.Child(word, "xcomp", "ccomp") >= 0 {
		return false // considers it a gang
	}
	if r.tables.claims[t.Lemma] {
		return false
	}
	return w.pos == "noun" || !r.somebody(head) || r.smallClause(word, head) > head
}

// somebody reports whether a token is the name of an actor, and no more.
func (r *reading) somebody(token int) bool {
	i := r.cast.ActorAt(token)
	return i >= 0 && (r.cast.Actors[i].Known != nil || r.cast.Actors[i].Kind == rapporteur.Person)
}

// prescribes reports whether a clause says what should be: "that it halt", "must
// stop", "would not pay".
func (r *reading) prescribes(verb int) bool {
	if t := r.doc.Tokens[verb]; t.XPOS == "VB" {
		return true
	} else if s := r.doc.Child(verb, "nsubj"); t.XPOS == "VBP" && s >= 0 && r.doc.Tokens[s].XPOS == "NNP" {
		return true // insists Hamas halt
	}
	for c := range r.doc.Children(verb) {
		t := r.doc.Tokens[c]
		if t.Has("aux", "cop") && (t.XPOS == "MD" || t.XPOS == "VB") {
			return !slices.Contains([]string{"may", "might", "could"}, lower(t.Form))
		}
	}
	return false
}

// byWhom widens a proposal to who is to do it: "Iran to stop", and to what is said
// of a thing: "Russia back in the club".
func (r *reading) byWhom(word, head int, words language.Range) language.Range {
	t := r.doc.Tokens[head]
	if t.Has("xcomp", "advcl") && syntax.MarkedBy(r.doc, head, "to") {
		if o := r.doc.Child(word, "obj"); o > word && o < head && r.doc.Tokens[o].UPOS != "PRON" {
			words.Start = r.trimmed(o).Start
		}
		return words
	}
	if t.Has("obj") && !syntax.Clausal(r.doc.Tokens[head]) {
		if last := r.smallClause(word, head); last > head {
			words.End = max(words.End, r.doc.Tokens[last].End)
		}
	}
	return words
}

// smallClause gives the last token of what is wanted of an object: "sanctions
// lifted", "troops out"; the object where there is nothing.
func (r *reading) smallClause(word, object int) int {
	_, last := r.doc.Yield(object)
	if !slices.Contains([]string{"want", "need", "demand", "like"}, r.doc.Tokens[word].Lemma) {
		return object
	}
	for c := range r.doc.Children(word) {
		t := r.doc.Tokens[c]
		if c > object && c <= last+2 && (t.Has("xcomp") || t.Has("advmod") && r.tables.places[t.Lemma] || t.Has("obl") && c > 1 && syntax.HasPreposition(r.doc, c, "out")) {
			_, l := r.doc.Yield(c)
			return max(object, l-1)
		}
	}
	return object
}

// misheard reports whether "he" inside somebody's own words came out as who
// says them: it is another.
func (r *reading) misheard(i, actor int) bool {
	subject, _, _ := r.arguments(i)
	if subject < 0 || !slices.Contains([]string{"he", "she", "they", "it"}, r.doc.Tokens[subject].Lemma) {
		return false
	}
	for k := range r.said {
		a := &r.said[k]
		if frames.ModeOf(a) == rapporteur.Direct && frames.Says(a, i) && r.cast.ActorAt(a.Head(frames.Source)) == actor {
			return true
		}
	}
	return false
}

// onIssue reports whether a proposal is on something that parties negotiate:
// its words show an issue, or it is what somebody vows or refuses to do.
func (r *reading) onIssue(s stand) bool {
	if s.rule == moodInStatement && !s.needy { // what a party must do, in a sentence on an issue
		return r.tables.codes.IssueOf(r.doc.Words(syntax.SentenceRange(r.doc, s.trigger))) != nil
	}
	return !s.needy || r.tables.codes.IssueOf(r.doc.Words(s.proposal)) != nil || r.besideIssue(s)
}

// ofState reports whether a state or a body that the tables know wants something
// of more than one word: in a report of positions what states want is to be
// settled, whatever it is.
func (r *reading) ofState(s stand) bool {
	a := &r.cast.Actors[s.actor]
	return s.around && s.stance != rapporteur.Undecided && a.Known != nil && a.Kind != rapporteur.Person && len(contentWords(r.doc.Words(s.proposal))) >= 2
}

// besideIssue reports whether a stance counts because its sentence names the issue
// that its proposal, longer than a word or two, does not.
func (r *reading) besideIssue(s stand) bool {
	return s.around && s.stance != rapporteur.Undecided && r.cast.Actors[s.actor].For != "" && len(contentWords(r.doc.Words(s.proposal))) >= 2 &&
		r.tables.codes.IssueOf(r.doc.Words(syntax.SentenceRange(r.doc, s.trigger))) != nil
}

// statedOn gives the day on which a stance was shown: the one its clause names
// before the report, else the report's.
func (r *reading) statedOn(i int) rapporteur.Date {
	d := r.when(i)
	if d != "" && string(d) < string(r.doc.Report.Published) {
		return d
	}
	return r.doc.Report.Published
}

// sameProposal reports whether two proposals are one, told twice: the content words of
// the shorter one are in the other.
func sameProposal(a, b string) bool {
	x, y := contentWords(a), contentWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	shared := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			shared++
		}
	}
	return len(x) > 0 && shared == len(x)
}

func contentWords(text string) []string {
	var out []string
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		if w = strings.Trim(w, ".,;:“”\"'’"); len(w) > 3 {
			out = append(out, w)
		}
	}
	return out
}

// bystander reports whether an actor speaks of a negotiation without a side in
// it: outlets, institutes, experts, who held an office once.
func (r *reading) bystander(actor int) bool {
	a := &r.cast.Actors[actor]
	if a.Known != nil && standsOutside(a.Known.Sector) {
		return true
	}
	for _, role := range a.Roles {
		if standsOutside(string(role.Sector)) {
			return true
		}
	}
	if a.Known != nil {
		return false
	}
	for _, m := range r.cast.Mentions {
		if m.Actor == actor && m.Form != entities.ByPronoun {
			return r.asideWords(m.Head)
		}
	}
	return false
}

// asideWords reports whether a description says that its bearer stands outside:
// "a former diplomat", "analysts", "lawmakers".
func (r *reading) asideWords(head int) bool {
	first, last := r.doc.Yield(head)
	for i := first; i < min(last, first+12); i++ {
		if r.tables.asides[lower(r.doc.Tokens[i].Lemma)] {
			return true
		}
	}
	return false
}

func standsOutside(sector string) bool {
	return sector == "media" || sector == "civil society" || sector == "business"
}
