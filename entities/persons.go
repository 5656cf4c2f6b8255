package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language/syntax"
)

// linkPersons decides who each name of a person is: full names first, then
// family names with an office, then the short ones that refer to them.
func (l *linker) linkPersons() {
	l.begins = make([]bool, len(l.doc.Tokens))
	for _, n := range l.persons {
		l.begins[n.First] = true
	}
	for i := range l.persons {
		l.dress(i)
	}
	for pass := range 3 {
		for i := range l.persons {
			if n := &l.persons[i]; n.pass() == pass {
				l.link(i, l.person(n))
				l.placeInOffice(n)
			}
		}
	}
	for _, n := range l.persons {
		if n.actor >= 0 {
			l.add(Mention{First: n.begin, Last: n.Last, Head: syntax.SpanHead(l.doc, n.begin, n.Last), Actor: n.actor})
		}
	}
}

// pass is when a name is linked: the more it tells, the earlier.
func (n *personName) pass() int {
	switch {
	case len(n.words) != 1 && !n.familyAlone():
		return 0
	case n.post >= 0:
		return 1
	}
	return 2
}

// placeInOffice gives a person for whom the tables have no office on the day
// the one that the text gives.
func (l *linker) placeInOffice(n *personName) {
	if n.actor < 0 || n.post < 0 {
		return
	}
	if a := &l.cast.Actors[n.actor]; a.Known != nil && len(a.Roles) == 0 {
		l.takeOffice(n.actor, l.offices.posts[n.post])
	}
}

// dress gathers what stands around a name: titles, and the office phrase
// before it or set behind it between commas.
func (l *linker) dress(i int) {
	n := &l.persons[i]
	n.nth, n.post, n.actor = i, -1, -1
	l.begins[n.First] = false
	n.First = l.strip(n, n.First)
	l.begins[n.First] = true
	l.cutAtOf(n)
	if n.Last < len(l.words) && len(l.words[n.Last]) == 1 && knowledge.Younger(l.words[n.Last][0]) {
		n.Last++
		n.known = nil // a son of the same name, whom the tables would know by it
	}
	for t := n.First; t < n.Last; t++ {
		n.words = append(n.words, l.words[t]...)
	}
	for len(n.words) > 1 && n.words[len(n.words)-1] == "s" {
		n.words = n.words[:len(n.words)-1]
	}
	before := l.titlesBefore(n)
	n.begin = before
	n.words = slices.Compact(n.words) // a link written twice: "Moe Moe"
	first, last := l.offices.between(before-farthest, n.Last+farthest+1)
	for k := first; k < last; k++ {
		p := &l.offices.posts[k]
		if p.name >= 0 || p.plural {
			continue
		}
		if p.Last == before || p.Last == n.First || l.behind(n.Last, p) || l.aheadOf(p, before) || l.rest(p.Last, before) {
			p.name, n.post = i, k
			return
		}
	}
}

// farthest is the largest number of tokens between a name and an office that goes
// with it.
const farthest = 10

// cutAtOf leaves out what somebody is of, "Jane Moe of North Watch", but not of
// those who are known by it or by a first name alone: "Charlotte of Norway".
func (l *linker) cutAtOf(n *personName) {
	if len(n.known) > 0 {
		return
	}
	for t := n.First + 2; t < n.Last; t++ {
		if l.doc.Tokens[t].Form == "of" {
			n.Last = t
			return
		}
	}
}

// strip leaves out the titles that a name begins with: "Mr", "Prince".
func (l *linker) strip(n *personName, at int) int {
	for at < n.Last-1 {
		t, ok := l.base.Honorific(strings.Join(l.words[at], " "))
		if !ok {
			break
		}
		n.title, at = t, at+1
		n.address = strings.ToLower(l.doc.Tokens[at-1].Form)
	}
	return at
}

// titlesBefore steps over titles that stand before a name and gives the first
// token of the whole.
func (l *linker) titlesBefore(n *personName) int {
	at := n.First
	for at > 0 && l.doc.SentenceOf(at-1) == l.doc.SentenceOf(n.First) {
		t, ok := l.base.Honorific(strings.Join(l.words[at-1], " "))
		if !ok || t.Kind == "office" {
			break
		}
		if n.title.Kind == "" || n.title.Gender == 0 {
			n.title = t
		}
		at--
		if n.address == "" {
			n.address = strings.ToLower(strings.TrimSuffix(l.doc.Tokens[at].Form, "."))
		}
	}
	if l.abbreviated(n.First, at-1) {
		at--
	}
	return at
}

// abbreviated reports whether the token before a name is an office in capitals
// that the parser took for its first word: "DNI James Moe".
func (l *linker) abbreviated(name, before int) bool {
	if before < 0 || l.doc.Tokens[name].Head != before || !l.doc.Tokens[name].Has("flat") {
		return false
	}
	form := l.doc.Tokens[before].Form
	return len(form) > 1 && len(form) < 6 && strings.ToUpper(form) == form && strings.ToLower(form) != form
}

// behind reports whether an office phrase is set behind a name: "Sergei
// Lavrov, the Russian foreign minister".
func (l *linker) behind(last int, p *postPhrase) bool {
	if last >= p.First || p.First-last > farthest || l.doc.Tokens[last].Form != "," {
		return false
	}
	for i := last + 1; i < p.First; i++ {
		t := l.doc.Tokens[i]
		if !modifies(t) && t.UPOS != "DET" && t.UPOS != "PRON" || l.doc.SentenceOf(i) != l.doc.SentenceOf(last) {
			return false
		}
		if l.nameAt(i) {
			return false
		}
	}
	h := l.doc.Tokens[syntax.SpanHead(l.doc, p.First, p.Last)]
	if h.Has("nsubj") && h.Head >= p.Last && l.doc.Tokens[p.Last].Form != "," {
		return false // though she did not meet Moe, the Norwegian minister said
	}
	return l.closed(p.Last)
}

// rest reports whether what stands between an office and a name is the rest of its
// title: "Minister of Interior and Municipalities Ada Moe", "Director of the Clean
// Water Fund Ada Moe".
func (l *linker) rest(from, name int) bool {
	if from >= name || name-from > 9 || l.doc.SentenceOf(from) != l.doc.SentenceOf(name) {
		return false
	}
	if first := l.doc.Tokens[from]; first.Form != "and" && first.Form != "of" && first.Form != "for" {
		return false
	}
	for i := from; i < name; i++ {
		t := l.doc.Tokens[i]
		if t.UPOS == "PUNCT" || t.UPOS == "VERB" || t.UPOS == "PRON" || t.XPOS == "POS" || l.nameAt(i) {
			return false
		}
	}
	last := l.doc.Tokens[name-1]
	return name-from > 1 && (last.UPOS == "PROPN" || last.UPOS == "NOUN") && last.Form != strings.ToLower(last.Form) && !l.postAt(from, name)
}

// postAt reports whether another office begins between two tokens.
func (l *linker) postAt(from, to int) bool {
	k, end := l.offices.between(from, to)
	return k < end && (l.offices.posts[k].First >= from || k+1 < end)
}

// closed reports whether an apposition ends where it should: at a comma, a
// stop, an "of", not in the middle of a list of people.
func (l *linker) closed(at int) bool {
	return at >= len(l.doc.Tokens) || l.doc.Tokens[at].UPOS != "PROPN"
}

// aheadOf reports whether a phrase stands before a name with a comma between:
// "the Russian foreign minister, Sergei Lavrov,".
func (l *linker) aheadOf(p *postPhrase, first int) bool {
	if first == 0 || l.doc.Tokens[first-1].Form != "," || p.Last >= first || first-p.Last > 8 || l.doc.SentenceOf(p.First) != l.doc.SentenceOf(first) || p.actor == nil {
		return false
	}
	for i := p.Last; i < first-1; i++ { // … to the United Nations
		if t := l.doc.Tokens[i]; t.UPOS != "ADP" && t.UPOS != "DET" && !modifies(t) && t.XPOS != "NNP" || i == p.Last && t.UPOS != "ADP" || l.nameAt(i) {
			return false
		}
	}
	return true
}

// nameAt reports whether a name of a person begins at a token.
func (l *linker) nameAt(token int) bool { return l.begins[token] }

// person decides who a name is, an actor of the cast, -1 where it may be two.
func (l *linker) person(n *personName) int {
	if len(n.words) == 0 {
		return -1
	}
	if len(n.words) == 1 {
		return l.shortName(n)
	}
	if k := l.choose(n, n.known); k != nil {
		return l.known(k)
	}
	if i := l.people().sameName(n.words); i >= 0 {
		return i
	}
	if i := l.withParticle(n); i >= 0 {
		return i
	}
	if k := l.startsWith(n); k != nil {
		return l.known(k)
	}
	if k := l.misspelt(n); k != nil {
		return l.known(k)
	}
	return l.newPerson(n)
}

// choose picks the person among namesakes: who holds the office that the text
// gives, else who holds any on the day, else the only one.
func (l *linker) choose(n *personName, people []*knowledge.Actor) *knowledge.Actor {
	if len(people) <= 1 {
		if len(people) == 1 {
			return people[0]
		}
		return nil
	}
	var serving []*knowledge.Actor
	for _, k := range people {
		if k.Serves(l.day) {
			serving = append(serving, k)
		}
		if n.post >= 0 && l.holder(l.offices.posts[n.post]) == k {
			return k
		}
	}
	if len(serving) == 1 {
		return serving[0]
	}
	return nil
}

// startsWith finds a known person whose name the longer name begins with:
// "Faisal bin Farhan Al Saud".
func (l *linker) startsWith(n *personName) *knowledge.Actor {
	for k := len(n.words) - 1; k >= 2; k-- {
		if knowledge.Younger(n.words[k]) {
			return nil // a son of the same name
		}
		for _, s := range l.base.Find(strings.Join(n.words[:k], " ")) {
			if s.Actor.Kind == rapporteur.Person {
				return s.Actor
			}
		}
	}
	return nil
}

// newPerson enters a person whom no table knows, with the office and state
// that the text gives.
func (l *linker) newPerson(n *personName) int {
	name := l.doc.Words(l.doc.Bytes(n.First, n.Last))
	count := len(l.cast.Actors)
	i := l.stranger(strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s"), rapporteur.Person, "")
	a := &l.cast.Actors[i]
	a.Gender, a.Family = n.title.Gender, knowledge.Fold(knowledge.FamilyName(a.Name))
	if g, ok := l.base.GivenName(n.words[0]); ok && a.Gender == 0 && len(n.words) > 1 {
		a.Gender = g
	}
	if i < count {
		clear(l.alike) // whose gender is told anew
	}
	if n.post >= 0 {
		l.takeOffice(i, l.offices.posts[n.post])
	}
	return i
}

// takeOffice gives an actor of the report the role that a phrase states.
func (l *linker) takeOffice(actor int, p postPhrase) {
	a := &l.cast.Actors[actor]
	role := rapporteur.Role{Office: l.doc.Words(l.doc.Bytes(p.First, p.Last))}
	if o := l.office(p); o != nil {
		role.Sector = rapporteur.Text(o.Sector)
	}
	if p.actor != nil {
		role.For = rapporteur.Text(p.actor.ID)
		if a.State == "" && p.actor.State != "" {
			a.State = rapporteur.Text(p.actor.State)
		}
		if !p.former && a.For == "" && official(role.Sector) {
			l.setSide(actor, forWhom(p.actor, nil))
		}
	}
	if !p.former {
		a.Roles = append(a.Roles, role)
	}
}
