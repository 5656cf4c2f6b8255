package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/ontology"
	"slices"
	"strings"
)

// stand is a position on its way to being written down.
type stand struct {
	actor    int
	stance   rapporteur.Stance
	proposal language.Range
	// condition is what the stance depends on, nil where the verb's clause says
	// it.
	condition *language.Range
	trigger   int
	rule      string
	// needy stands count only where their words name an issue.
	needy bool
	// around says that the issue may stand in the sentence around them.
	around bool
}

// moodInStatement is the rule of stances that no word of stance shows.
const moodInStatement = "mood in a statement"

// positions finds what each party wants: from words that show a stance, and
// from what speakers say must, will not or cannot be.
func (r *reading) positions() {
	var all []stand
	for i := range r.doc.Tokens {
		if found := r.stands(i); len(found) > 0 && !syntax.Questioned(r.doc, i) {
			all = append(all, found...)
		}
	}
	negotiating := slices.ContainsFunc(all, r.onIssue)
	for _, s := range all {
		s.proposal = r.inWords(s.trigger, s.proposal)
		if !r.retold(s) && r.nominalWords(s.proposal) && (r.onIssue(s) || negotiating && r.ofState(s)) {
			r.out.Positions = append(r.out.Positions, r.position(s))
		}
	}
}

// inWords cuts a proposal off where the words of the statement end that its
// trigger stands in: the cue behind is no part of it.
func (r *reading) inWords(trigger int, proposal language.Range) language.Range {
	for k := range r.said {
		a := &r.said[k]
		for _, c := range a.Of(frames.Content) {
			if said := c.Range(r.doc); c.Has(trigger) && said.Overlaps(proposal) {
				proposal.End = min(proposal.End, said.End)
			}
		}
	}
	return proposal
}

// stands gives the stances that a token shows, one for each party.
func (r *reading) stands(i int) []stand {
	t := r.doc.Tokens[i]
	for _, w := range r.tables.stances[t.Lemma] {
		if !w.fits(t) || !syntax.FollowedBy(r.doc, i, w.rest) {
			continue
		}
		if found := r.byWord(i, w); len(found) > 0 || len(w.rest) > 0 {
			return found // to push back is not to push
		}
	}
	if s, ok := r.byMood(i); ok {
		return []stand{s}
	}
	return nil
}

// byWord reads "X backs Y", "X is ready to do Y", "X sees no role for Y".
func (r *reading) byWord(i int, w stanceWord) []stand {
	if r.madeTo(i) || r.givenUp(i, w) {
		return nil
	}
	if (w.pos == "noun" || w.denied) && !syntax.Negated(r.doc, i) || w.said && r.claimant(i) < 0 || r.silent(i) || r.supposed(i) {
		return nil
	}
	s := stand{trigger: i, rule: "word of stance", stance: r.turned(i, w), needy: w.needy, around: w.around}
	var head int
	if head, s.proposal = r.proposal(i, w.takes); head < 0 || s.stance == "" || !r.proposes(i, head, w) {
		return nil
	}
	if s.stance == rapporteur.Supports && r.doc.Tokens[head].Has("xcomp") && r.doc.Child(i, "obj") < 0 && len(r.stands(head)) > 0 {
		return nil // who tries to block it blocks it
	}
	if w.wordy && len(contentWords(r.doc.Words(s.proposal))) < 2 {
		return nil
	}
	if w.things && syntax.Definite(r.doc, head) && r.doc.Tokens[head].XPOS == "NN" {
		s.needy = false
	}
	if c := r.doc.Child(i, "ccomp"); c > i && s.proposal.Contains(r.doc.Tokens[c].Range) && syntax.Negated(r.doc, c) {
		s.stance = oppositeStance(s.stance)
	}
	if w.pos == "noun" { // a role for Europe, not Europe
		s.proposal.Start = r.doc.Tokens[i].Start
	}
	c := r.condition(head)
	if c == nil {
		c = r.conditionIn(s.proposal)
	}
	if c != nil && s.stance == rapporteur.Supports {
		s.stance, s.condition = rapporteur.ConditionalStance, c
	}
	var out []stand
	for _, s.actor = range r.holdersOfStance(i, w.pos, w.takes) {
		if r.partisan(s.actor) && (!w.aim || r.ownWords(i, s.actor)) && !r.misheard(i, s.actor) {
			out = append(out, s)
		}
	}
	return out
}

// silent reports whether a word only declines to speak: "declined to comment".
func (r *reading) silent(i int) bool {
	for k := range r.said {
		a := &r.said[k]
		if frames.Cue(a) == i && a.Type == "decline" {
			return true
		}
	}
	return false
}

// ownWords reports whether nobody of another side is the one who says it: an
// aim that an opponent ascribes is a claim, not a position.
func (r *reading) ownWords(i, actor int) bool {
	speaker := r.claimant(i)
	return speaker < 0 || r.sameSide(speaker, actor) || !r.party(speaker)
}

// turned gives the stance after negation and mood; empty where the deed is
// only possible.
func (r *reading) turned(i int, w stanceWord) rapporteur.Stance {
	negative := syntax.Negated(r.doc, i) != r.disputed(i) && !w.denied
	if !negative {
		if c := r.doc.Child(i, "aux"); c >= 0 && slices.Contains([]string{"would", "will"}, r.doc.Tokens[c].Lemma) && r.condition(i) != nil {
			return rapporteur.ConditionalStance
		}
		if r.condition(i) != nil && w.stance == rapporteur.Supports {
			return rapporteur.ConditionalStance
		}
		return w.stance
	}
	return oppositeStance(w.stance)
}

// oppositeStance turns a stance round.
func oppositeStance(s rapporteur.Stance) rapporteur.Stance {
	switch s {
	case rapporteur.Supports:
		return rapporteur.Opposes
	case rapporteur.Opposes:
		return rapporteur.Supports
	}
	return s
}

// byMood reads what a speaker says will not, cannot or must be done: "his
// country would not send troops", "Iran must halt enrichment".
func (r *reading) byMood(i int) (stand, bool) {
	s := stand{trigger: i, rule: moodInStatement}
	t := r.doc.Tokens[i]
	if t.UPOS != "VERB" || !t.Has("ccomp", "root", "conj", "parataxis", "acl:relcl", "xcomp") {
		return s, false
	}
	speaker := r.claimant(i)
	mood := syntax.MoodOf(r.doc, i)
	subject, _, passive := r.arguments(i)
	if speaker < 0 && mood == "will" && t.XPOS != "VBG" && r.condition(i) != nil {
		speaker = r.cast.ActorAt(subject) // the reporter says what a party would do
	}
	if !r.partisan(speaker) || r.supposed(i) || t.Has("acl:relcl") || t.Has("xcomp") && r.doc.Tokens[t.Head].Has("acl:relcl") {
		return s, false
	}
	if subject >= 0 && (r.doc.Tokens[subject].Lemma == "you" || passive && r.inProperName(subject) && mood == "can" && !r.tables.classes["toleration"][t.Lemma]) {
		return s, false // nobody in particular; a boast
	}
	own := subject >= 0 && r.ownSide(subject, speaker)
	switch {
	case mood == "will" && !syntax.Negated(r.doc, i) && own && r.concedes(i):
		s.stance = rapporteur.ConditionalStance
	case mood == "will" && syntax.Negated(r.doc, i) && own,
		mood == "can" && syntax.Negated(r.doc, i) && (own || passive && !r.tables.classes["feat"][t.Lemma]):
		s.stance = rapporteur.Opposes
	case mood == "must" && (syntax.Negated(r.doc, i) || t.Has("xcomp") && syntax.Negated(r.doc, t.Head)):
		s.stance = rapporteur.Opposes
	case mood == "must":
		s.stance = rapporteur.Supports
		if r.condition(i) != nil {
			s.stance = rapporteur.ConditionalStance
		}
	default:
		return s, false
	}
	s.actor, s.needy = speaker, !own && !r.party(r.subjectOf(subject)) || s.stance == rapporteur.ConditionalStance && !r.onlyIf(i)
	first, last := r.predicate(i, own || passive && r.tables.classes["toleration"][t.Lemma] && r.doc.Child(i, "xcomp") > i)
	s.proposal = r.doc.Bytes(first, last)
	if until := r.precondition(i); mood == "must" && until >= 0 {
		words := s.proposal
		s.stance, s.condition, s.proposal = rapporteur.ConditionalStance, &words, r.trimmed(r.decided(until))
	}
	return s, last-first >= 2
}

// concedes reports whether a verb that depends on a condition is something to be
// agreed on: who says "we will strike if they do" threatens.
func (r *reading) concedes(verb int) bool {
	c := r.condition(verb)
	if c == nil || len(r.wordsOf([]language.Range{*c})) < 3 || strings.HasPrefix(lower(r.doc.Words(*c)), "before") {
		return false
	}
	frames := r.tables.frames[r.doc.Tokens[verb].Lemma]
	return len(frames) == 0 || slices.ContainsFunc(frames, func(f frame) bool {
		t, known := r.tables.codes.Type(f.plover.Type)
		return !known || t.Quad != ontology.MaterialConflict && t.Name != "THREATEN"
	})
}

// onlyIf reports whether a verb's condition is called one: "only if".
func (r *reading) onlyIf(verb int) bool {
	c := r.condition(verb)
	return c != nil && strings.HasPrefix(lower(r.doc.Words(*c)), "only")
}

// precondition gives the clause that must wait for something: "talks must
// progress before a decision is taken".
func (r *reading) precondition(verb int) int {
	at := verb
	if r.doc.Tokens[verb].Has("xcomp") && r.doc.Child(verb, "advcl") < 0 {
		at = r.doc.Tokens[verb].Head
	}
	for c := range r.doc.Children(at) {
		if m := r.doc.Child(c, "mark"); r.doc.Tokens[c].Has("advcl") && m >= 0 && r.doc.Tokens[m].Lemma == "before" {
			return c
		}
	}
	return -1
}

// decided steps from "decided whether to send" to what is decided.
func (r *reading) decided(verb int) int {
	for c := range r.doc.Children(verb) {
		if r.doc.Tokens[c].Has("xcomp", "ccomp") && syntax.MarkedBy(r.doc, c, "whether") {
			return c
		}
	}
	return verb
}

// predicate gives the tokens of a verb with its objects, without auxiliaries and
// clauses set beside it, and without the subject where it is the speaker's own
// side.
func (r *reading) predicate(verb int, own bool) (first, last int) {
	first, last = verb, verb+1
	for c := range r.doc.Children(verb) {
		t := r.doc.Tokens[c]
		if c > verb && t.Has("obj", "obl", "xcomp", "compound", "advmod", "iobj") {
			_, e := r.doc.Yield(c)
			last = max(last, e)
		}
		if t.Has("nsubj:pass") && !own {
			f, _ := r.doc.Yield(c)
			first = min(first, f)
		}
	}
	if s := r.doc.Child(verb, "nsubj"); s >= 0 && !own && r.doc.Tokens[s].UPOS != "PRON" {
		if f, l := r.doc.Yield(s); l-f <= 8 {
			first = f
		}
	}
	return first, last
}

// sameSide reports whether two actors act for the same state or body.
func (r *reading) sameSide(a, b int) bool {
	return a >= 0 && b >= 0 && (a == b || r.side(a) == r.side(b))
}

// party reports whether an actor is one that takes positions in a
// negotiation: a state, a body, a group, or who acts for one.
func (r *reading) party(actor int) bool {
	if actor < 0 {
		return false
	}
	a := &r.cast.Actors[actor]
	switch a.Kind {
	case rapporteur.State, rapporteur.Organisation, rapporteur.Group, rapporteur.Collective:
		return !r.press(actor)
	}
	return a.For != "" || a.State != ""
}

// partisan reports whether an actor is a party that has a side of its own.
func (r *reading) partisan(actor int) bool { return r.party(actor) && !r.bystander(actor) }

// nominalWords reports whether a proposal names anything: "do it again" does
// not.
func (r *reading) nominalWords(words language.Range) bool {
	for i := range tokensIn(r.doc, words) {
		if t := r.doc.Tokens[i]; t.UPOS == "NOUN" || t.UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// disputed reports whether a token stands in words that somebody denies.
func (r *reading) disputed(token int) bool {
	for k := range r.said {
		a := &r.said[k]
		if a.Attribute(frames.Act) == "deny" && frames.Says(a, token) {
			return true
		}
	}
	return false
}

// retold reports whether the same actor's stance on the same words stands
// already, and adds the sentence to what shows it.
func (r *reading) retold(s stand) bool {
	evidence := r.doc.Span(r.brief(syntax.SentenceRange(r.doc, s.trigger), r.doc.Tokens[s.trigger].Range))
	for i := range r.out.Positions {
		p := &r.out.Positions[i]
		if p.Actor != r.cast.Actors[s.actor].ID || !sameProposal(p.Proposal, r.doc.Words(s.proposal)) {
			continue
		}
		if slices.Contains(p.Evidence, evidence) {
			return true
		}
		if p.Stance == s.stance {
			p.Evidence = append(p.Evidence, evidence)
			return true
		}
	}
	return false
}

func (r *reading) position(s stand) rapporteur.Position {
	a := &r.cast.Actors[s.actor]
	evidence := r.brief(syntax.SentenceRange(r.doc, s.trigger), r.doc.Tokens[s.trigger].Range)
	p := rapporteur.Position{Actor: a.ID, For: rapporteur.Text(a.For), Issue: r.tables.codes.IssueOf(r.doc.Words(s.proposal)), Proposal: r.phrase(s.proposal), Stance: s.stance, Date: r.statedOn(s.trigger)}
	if s.stance == rapporteur.ConditionalStance {
		c := s.condition
		if c == nil {
			c = r.condition(s.trigger)
		}
		if c != nil {
			span := r.doc.Span(*c)
			p.Condition = &span
		}
	}
	p.RedLine = r.redLine(s.trigger)
	p.From = r.statementAt(s.trigger)
	trait := "told"
	switch {
	case s.needy && p.Issue == nil:
		trait = "beside"
	case p.From != "":
		trait = "said"
	}
	p.Basis = r.basis("position", s.rule, r.tables.confidences.of("position", s.rule, trait), []language.Range{evidence}, s.proposal)
	return p
}
