package entities

import (
	"slices"
	"strings"

	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// officeAttacher attaches titles and office phrases to the names of persons.
type officeAttacher struct {
	*discourse
	// begins says of each token whether a name of a person begins there.
	begins []bool
}

// attachOffices gathers what stands around each name.
func attachOffices(d *discourse) {
	a := &officeAttacher{d, make([]bool, len(d.doc.Tokens))}
	for _, n := range d.names.list {
		a.begins[n.First] = true
	}
	for i := range d.names.list {
		a.attach(i)
	}
}

// attach gathers what stands around a name: titles, and the office phrase
// before it or set behind it between commas.
func (a *officeAttacher) attach(i int) {
	n := &a.names.list[i]
	n.nth, n.office, n.actor = i, -1, -1
	a.begins[n.First] = false
	n.First = a.stripHonorifics(n, n.First)
	a.begins[n.First] = true
	a.cutAtOf(n)
	if n.Last < len(a.words) && len(a.words[n.Last]) == 1 && knowledge.Younger(a.words[n.Last][0]) {
		n.Last++
		n.known = nil // a son of the same name, whom the tables would know by it
	}
	for t := n.First; t < n.Last; t++ {
		n.words = append(n.words, a.words[t]...)
	}
	for len(n.words) > 1 && n.words[len(n.words)-1] == "s" {
		n.words = n.words[:len(n.words)-1]
	}
	before := a.titlesBefore(n)
	n.begin = before
	n.words = slices.Compact(n.words) // a link written twice: "Moe Moe"
	first, last := a.offices.between(before-farthest, n.Last+farthest+1)
	for k := first; k < last; k++ {
		p := &a.offices.phrases[k]
		if p.name >= 0 || p.plural {
			continue
		}
		if p.Last == before || p.Last == n.First || a.appositionBehind(n.Last, p) || a.appositionAhead(p, before) || a.titleGoesOn(p, before) {
			p.name, n.office = i, k
			return
		}
	}
}

// farthest is the largest number of tokens between a name and an office that goes
// with it.
const farthest = 10

// cutAtOf leaves out what somebody is of, "Jane Moe of North Watch", but not of
// those who are known by it or by a first name alone: "Charlotte of Norway".
func (a *officeAttacher) cutAtOf(n *personName) {
	if len(n.known) > 0 {
		return
	}
	for t := n.First + 2; t < n.Last; t++ {
		if a.doc.Tokens[t].Form == "of" {
			n.Last = t
			return
		}
	}
}

// stripHonorifics leaves out the titles that a name begins with: "Mr", "Prince".
func (a *officeAttacher) stripHonorifics(n *personName, at int) int {
	for at < n.Last-1 {
		t, ok := a.base.Honorific(strings.Join(a.words[at], " "))
		if !ok {
			break
		}
		n.title, at = t, at+1
		n.address = strings.ToLower(a.doc.Tokens[at-1].Form)
	}
	return at
}

// titlesBefore steps over titles that stand before a name and gives the first
// token of the whole.
func (a *officeAttacher) titlesBefore(n *personName) int {
	at := n.First
	for at > 0 && a.doc.SentenceOf(at-1) == a.doc.SentenceOf(n.First) {
		t, ok := a.base.Honorific(strings.Join(a.words[at-1], " "))
		if !ok || t.Kind == "office" {
			break
		}
		if n.title.Kind == "" || n.title.Gender == 0 {
			n.title = t
		}
		at--
		if n.address == "" {
			n.address = strings.ToLower(strings.TrimSuffix(a.doc.Tokens[at].Form, "."))
		}
	}
	if a.abbreviated(n.First, at-1) {
		at--
	}
	return at
}

// abbreviated reports whether the token before a name is an office in capitals
// that the parser took for its first word: "DNI James Moe".
func (a *officeAttacher) abbreviated(name, before int) bool {
	if before < 0 || a.doc.Tokens[name].Head != before || !a.doc.Tokens[name].Has("flat") {
		return false
	}
	form := a.doc.Tokens[before].Form
	return len(form) > 1 && len(form) < 6 && strings.ToUpper(form) == form && strings.ToLower(form) != form
}

// appositionBehind reports whether an office phrase is set behind a name: "Sergei
// Lavrov, the Russian foreign minister".
func (a *officeAttacher) appositionBehind(last int, p *officePhrase) bool {
	if last >= p.First || p.First-last > farthest || a.doc.Tokens[last].Form != "," {
		return false
	}
	for i := last + 1; i < p.First; i++ {
		t := a.doc.Tokens[i]
		if !modifies(t) && t.UPOS != "DET" && t.UPOS != "PRON" || a.doc.SentenceOf(i) != a.doc.SentenceOf(last) {
			return false
		}
		if a.nameAt(i) {
			return false
		}
	}
	h := a.doc.Tokens[syntax.SpanHead(a.doc, p.First, p.Last)]
	if h.Has("nsubj") && h.Head >= p.Last && a.doc.Tokens[p.Last].Form != "," {
		return false // though she did not meet Moe, the Norwegian minister said
	}
	return appositionEnds(a.doc, p.Last)
}

// titleGoesOn reports whether what stands between an office and a name is the rest of its
// title: "Minister of Interior and Municipalities Ada Moe", "Director of the Clean
// Water Fund Ada Moe", "Ambassador to Norway Ada Moe".
func (a *officeAttacher) titleGoesOn(p *officePhrase, name int) bool {
	from := p.Last
	if from >= name || name-from > 9 || a.doc.SentenceOf(from) != a.doc.SentenceOf(name) {
		return false
	}
	if first := a.doc.Tokens[from]; first.Form != "and" && first.Form != "of" && first.Form != "for" && !(p.sent() && first.Form == "to") {
		return false
	}
	for i := from; i < name; i++ {
		t := a.doc.Tokens[i]
		if t.UPOS == "PUNCT" || t.UPOS == "VERB" || t.UPOS == "PRON" || t.XPOS == "POS" || a.nameAt(i) {
			return false
		}
	}
	last := a.doc.Tokens[name-1]
	return name-from > 1 && (last.UPOS == "PROPN" || last.UPOS == "NOUN") && last.Form != strings.ToLower(last.Form) && !a.officeBetween(from, name)
}

// officeBetween reports whether another office begins between two tokens.
func (a *officeAttacher) officeBetween(from, to int) bool {
	k, end := a.offices.between(from, to)
	return k < end && (a.offices.phrases[k].First >= from || k+1 < end)
}

// appositionEnds reports whether an apposition ends where it should: at a comma, a
// stop, an "of", not in the middle of a list of people.
func appositionEnds(doc *language.Document, at int) bool {
	return at >= len(doc.Tokens) || doc.Tokens[at].UPOS != "PROPN"
}

// appositionAhead reports whether a phrase stands before a name with a comma between:
// "the Russian foreign minister, Sergei Lavrov,".
func (a *officeAttacher) appositionAhead(p *officePhrase, first int) bool {
	if first == 0 || a.doc.Tokens[first-1].Form != "," || p.Last >= first || first-p.Last > 8 || a.doc.SentenceOf(p.First) != a.doc.SentenceOf(first) || p.actor == nil {
		return false
	}
	for i := p.Last; i < first-1; i++ { // … to the United Nations
		if t := a.doc.Tokens[i]; t.UPOS != "ADP" && t.UPOS != "DET" && !modifies(t) && t.XPOS != "NNP" || i == p.Last && t.UPOS != "ADP" || a.nameAt(i) {
			return false
		}
	}
	return true
}

// nameAt reports whether a name of a person begins at a token.
func (a *officeAttacher) nameAt(token int) bool { return a.begins[token] }
