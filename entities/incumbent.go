package entities

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// Incumbent is somebody whom the report names as the holder of an office, and whom no
// table has in it on the report's day.
type Incumbent struct {
	// Actor is the number of the actor.
	Actor  int
	Office *knowledge.Office
	// For is the state or body that the office is held for.
	For    string
	Acting bool
	// Name is the token of the name that the tree governs the others by.
	Name int
}

// incumbents finds them: "Prime Minister Ada Moss of Ruritania", "Ada Moss, the
// Ruritanian prime minister".
type incumbents struct{ *inconsistencies }

// find gives each holder once, where the report names no two for one office.
func (l incumbents) find() []Incumbent {
	var out []Incumbent
	named := map[post]int{}
	var rivals []post
	for i := range l.names.list {
		taught, ok := l.teaches(&l.names.list[i])
		if !ok {
			continue
		}
		held := post{taught.Office.ID, taught.For}
		first, again := named[held]
		switch {
		case !again:
			named[held] = taught.Actor
			out = append(out, taught)
		case first != taught.Actor:
			rivals = append(rivals, held)
		}
	}
	return slices.DeleteFunc(out, func(i Incumbent) bool { return slices.Contains(rivals, post{i.Office.ID, i.For}) })
}

// teaches gives who holds an office on the report's day, as a name with an office
// says: in full, or by the name of one whom the tables know, by the reporter and of
// the present. It is not ok for other names.
func (l incumbents) teaches(n *personName) (i Incumbent, ok bool) {
	if n.actor < 0 || n.office < 0 || n.other || len(l.day) != len("2006-01-02") || l.actor(n.actor).Kind != rapporteur.Person {
		return i, false
	}
	p := l.offices.phrases[n.office]
	if p.actor == nil {
		p.actor = l.ofBehindName(n)
	}
	held, ok := l.heldPlainly(n, p)
	if !ok || len(l.base.Terms().Holders(held.office, held.actor, l.day)) > 0 {
		return i, false
	}
	i = Incumbent{Actor: n.actor, Office: p.office(), For: held.actor, Name: syntax.SpanHead(l.doc, n.First, n.Last)}
	i.Acting, ok = l.inOffice(p)
	if !ok || l.inQuotation(n.First) || l.ofAnotherTime(n.First) || l.gone(n) {
		return i, false
	}
	if last := l.base.Terms().LastHolder(held.office, held.actor, l.day); last != nil && slices.Contains(n.words, lastWord(knowledge.Fold(last.Family))) {
		i.Actor = l.known(last) // written with an initial, or with what the parser took for a part
		return i, true
	}
	known := l.actor(n.actor).Known != nil
	return i, l.mayHold(n, held) && (known || len(n.words) > 1 && !n.familyAlone() && plainName(l.doc, n))
}

// heldPlainly is heldPost where nothing leaves it open whose office it is: the state's
// name stands beside the office with nothing between, "the Norwegian prime minister",
// or behind it and is no part of another name, "president of the Norwegian Dental
// Society". Without a state, only ministers and presidents right before their names
// are the report's own: "Prime Minister Moss", not "Dental Society President Moss".
func (l incumbents) heldPlainly(n *personName, p officePhrase) (post, bool) {
	held, ok := heldPost(l.discourse, p)
	o := p.office()
	if !ok || o.ID == "chief-of-staff" || strings.HasPrefix(o.ID, "spokesperson-") || l.joined(n, p) {
		return held, false
	}
	switch {
	case p.actor == nil && o.Sector == "international":
		return held, true
	case p.actor == nil:
		return held, o.For == "*" && p.Last == n.First && (l.calledMinister(p) || o.ID == "head-of-state") && l.bare(p.First-1)
	case l.named(p.actor, n.Last+1) || l.named(p.actor, n.Last+2) || l.named(p.actor, p.Last+1) || l.named(p.actor, p.Last+2):
		return held, true
	}
	return held, l.beside(p)
}

// ofBehindName gives the state behind a name: "President Ada Moss of Iceland". Nil for
// none.
func (l incumbents) ofBehindName(n *personName) *knowledge.Actor {
	if n.Last+1 >= len(l.doc.Tokens) || l.doc.Tokens[n.Last].Form != "of" {
		return nil
	}
	at := n.Last + 1
	if l.doc.Tokens[at].UPOS == "DET" && at+1 < len(l.doc.Tokens) {
		at++
	}
	senses, found := l.lookup(at)
	if found == 0 {
		return nil
	}
	return knowledge.OfficeHolder(senses)
}

// joined reports whether "and" stands between an office and a name: "the president and
// Senator Moss".
func (l incumbents) joined(n *personName, p officePhrase) bool {
	for i := p.Last; i < n.First; i++ {
		if l.doc.Tokens[i].UPOS == "CCONJ" {
			return true
		}
	}
	return false
}

// calledMinister reports whether an office phrase ends in "minister".
func (l incumbents) calledMinister(p officePhrase) bool {
	return slices.Equal(l.words[p.Last-1], []string{"minister"})
}

// bare reports whether a token is no part of a name or noun phrase that goes on.
func (l incumbents) bare(i int) bool {
	if i < 0 {
		return true
	}
	switch l.doc.Tokens[i].UPOS {
	case "PROPN", "NOUN", "PART", "X", "NUM":
		return false
	}
	return l.doc.Tokens[i].UPOS != "ADJ" || l.base.Is(strings.ToLower(l.doc.Tokens[i].Form), "for the time being")
}

// beside reports whether the state or body of an office stands before it, with nothing
// between but words that say since when it is held.
func (l incumbents) beside(p officePhrase) bool {
	i := p.First - 1
	for i >= 0 {
		w := strings.ToLower(l.doc.Tokens[i].Form)
		if l.doc.Tokens[i].XPOS != "POS" && w != "-" && w != "new" && !l.base.Is(w, "for the time being") {
			break
		}
		i--
	}
	for at := i; at >= 0 && at > i-4; at-- {
		if senses, n := l.lookup(at); n > 0 && at+n == i+1 && knowledge.OfficeHolder(senses) == p.actor {
			return l.bare(at-1) || l.doc.Tokens[at-1].UPOS == "ADJ"
		}
	}
	return false
}

// named reports whether the name of a state or body begins at a token and is all of its
// noun phrase: not in "of the Norwegian Dental Society".
func (l incumbents) named(k *knowledge.Actor, at int) bool {
	if at >= len(l.doc.Tokens) {
		return false
	}
	senses, n := l.lookup(at)
	if n == 0 || knowledge.OfficeHolder(senses) != k || senses[0].Sort == knowledge.ByDemonym {
		return false
	}
	if at+n >= len(l.doc.Tokens) || l.nameBegins(at+n) {
		return true
	}
	next := l.doc.Tokens[at+n]
	return next.UPOS != "PROPN" && next.UPOS != "NOUN" && next.XPOS != "POS"
}

// nameBegins reports whether a name of a person begins at a token.
func (l incumbents) nameBegins(token int) bool {
	k := l.names.before(token + 1)
	return k > 0 && l.names.list[k-1].First == token
}

// plainName reports whether a name has no words run together and no day in it: nobody
// is called "Moss Friday", or "MossRubio".
func plainName(doc *language.Document, n *personName) bool {
	for i := n.First; i < n.Last; i++ {
		if syntax.InDate(doc, i) || runTogether(doc.Tokens[i].Form) {
			return false
		}
	}
	return true
}

// runTogether reports whether a capital stands in a word behind more than three
// letters, which "McMoss" and "MacMoss" have not.
func runTogether(form string) bool {
	letters := 0
	for _, r := range form {
		if unicode.IsUpper(r) && letters > 3 {
			return true
		}
		if unicode.IsLetter(r) && !unicode.IsUpper(r) || letters > 0 {
			letters++
		}
	}
	return false
}

// heldPost gives the office of a phrase and the state or body that it is held for: the
// one that the words give, else the one whose offices the report need not name. It is
// not ok for an office of several holders, of another time, or of nobody known.
func heldPost(l *discourse, p officePhrase) (post, bool) {
	o := p.office()
	if p.former || p.plural || !o.Sole || o.Many {
		return post{}, false
	}
	of := p.actor
	if of == nil && o.Sector == "government" {
		if of = l.implicitState(); of != nil && of.Kind != rapporteur.State {
			of = nil
		}
	}
	if of == nil && o.Sector == "international" && ofOne(p.senses) {
		of = l.base.Actor(o.For) // the NATO secretary general
	}
	switch {
	case of == nil || of.Status == "former" || o.For != "*" && o.For != of.ID:
		return post{}, false
	case o.For == "*" && (of.Kind == rapporteur.State) == (o.Sector == "international" || o.Sector == "party"):
		return post{}, false // a "China director" is somebody else's, a "president of the EU" no head of state
	}
	return post{o.ID, of.ID}, true
}

// ofOne reports whether all senses of a phrase are offices of one body.
func ofOne(senses []knowledge.OfficeSense) bool {
	return senses[0].For != "*" && !slices.ContainsFunc(senses, func(s knowledge.OfficeSense) bool { return s.For != senses[0].For })
}

// inOffice reports whether the words in and around an office phrase leave it with one
// who holds it, and whether that is for the time being only: not "the former", "the
// next", "president-elect".
func (l incumbents) inOffice(p officePhrase) (acting, ok bool) {
	for i := max(syntax.Sentence(l.doc, p.First).First, p.First-3); i < min(p.Last+2, len(l.words)); i++ {
		for _, w := range l.words[i] {
			switch {
			case l.base.Is(w, "for the time being"):
				acting = true
			case w == "new", w == "state" && i >= p.First, !l.base.Is(w, "not in office"):
			default:
				return false, false
			}
		}
	}
	return acting, true
}

// gone reports whether what is said of a person is of one who is no more, or of the
// person's time: "the murder of Prime Minister Ada Moss", "Prime Minister Moss's widow".
func (l incumbents) gone(n *personName) bool {
	first := min(n.begin, l.offices.phrases[n.office].First)
	for i := first - 1; i > 0 && l.doc.SentenceOf(i) == l.doc.SentenceOf(n.First); i-- {
		if t := l.doc.Tokens[i]; t.Form == "of" {
			return l.base.Is(l.doc.Tokens[i-1].Lemma, "of the dead")
		} else if !modifies(t) && t.UPOS != "DET" {
			break
		}
	}
	return n.Last+1 < len(l.doc.Tokens) && l.doc.Tokens[n.Last].XPOS == "POS" && l.base.Is(l.doc.Tokens[n.Last+1].Lemma, "of the dead")
}

// mayHold reports whether a person can hold a post: no table has the same person in it
// at an earlier time only, in the like of it elsewhere, or of another state.
func (l incumbents) mayHold(n *personName, held post) bool {
	k := l.actor(n.actor).Known
	if k == nil {
		return true
	}
	if of := l.base.Actor(held.actor); of != nil && of.Kind == rapporteur.State && k.State != "" && k.State != of.ID {
		return false
	}
	for _, t := range k.Terms {
		if t.Office == held.office && (t.For != held.actor && t.Holds(l.day) || t.For == held.actor && t.To != "") {
			return false
		}
	}
	return true
}
