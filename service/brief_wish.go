package service

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// plainWish puts a line of what a party wants so that it can stand alone on a page: with
// all of what is wanted, by the name of the one who wants it where that is nobody who
// speaks for the party, and under its issue where the words name it.
func (d *desk) plainWish(l *BriefLine, e *record.Entry) {
	l.What = d.objects.wholeWish(e)
	if from, _, ok := record.DaysOf(e.Position.Date); ok {
		if day, _, known := record.DaysOf(e.Last); known && day-from > widest {
			l.When = e.Last // "has insisted since 2014"
		}
	}
	if actor := e.Position.Actor; !speaksFor(e, actor) {
		l.Who = []string{e.Called(actor)}
	}
	if l.Direction == "" || !naming(l.Issue, l.What) {
		l.Issue, l.Direction = "", ""
	}
}

// speaksFor reports whether somebody's wish is his party's: his own, if he is the party,
// or that of its government or of those who lead it. A senator wants something himself.
func speaksFor(e *record.Entry, actor string) bool {
	a, known := e.Cast[actor]
	if !known || a.Kind != rapporteur.Person {
		return true
	}
	return slices.ContainsFunc(a.Roles, func(r rapporteur.Role) bool {
		return slices.Contains([]rapporteur.Text{"government", "military", "international", "armed group"}, r.Sector)
	})
}

// naming reports whether some words name an issue: they have the beginning of a word of
// its name.
func naming(issue, words string) bool {
	words = strings.ReplaceAll(strings.ToLower(words), "-", "")
	for _, w := range strings.Fields(strings.ToLower(issue)) {
		if w = strings.Trim(w, ",.()"); len(w) > 4 && strings.Contains(words, w[:min(len(w), stem)]) {
			return true
		}
	}
	return false
}

// stem is the number of letters by which a word of an issue is known in others.
const stem = 6

// wholeWish gives all that a party wants of the sentence that shows it: what was read as
// the proposal, with the words that go on behind it up to the end of the clause. Empty if
// it does not stand in the sentence or says nothing without what went before: "bring an
// end to it".
func (o *objects) wholeWish(e *record.Entry) string {
	for i := range e.Members {
		m := &e.Members[i]
		if m.Position == nil {
			continue
		}
		for _, s := range m.Position.Evidence {
			if o.saidByOthers(m, s) {
				continue
			}
			if words := wishIn(oneSpace(s.Text), oneSpace(m.Position.Proposal), false); words != "" && !isOver(s.Text) {
				return words
			}
		}
	}
	return ""
}

// saidByOthers reports whether what a party wants stands in words that nobody of its side
// says, by the narrowest statement around them: "Oslo wants our coal, said Riga".
func (o *objects) saidByOthers(m *record.Member, in rapporteur.Span) bool {
	before, _, found := strings.Cut(in.Text, m.Position.Proposal)
	if !found {
		return false
	}
	at, narrowest, others := in.Start+len([]rune(before)), 0, false
	for _, s := range o.sayings[m.Report] {
		st := s.member.Statement
		if st == nil || len(st.Speakers) == 0 {
			continue
		}
		for _, c := range st.Content {
			if c.Start > at || c.End <= at || narrowest > 0 && c.End-c.Start >= narrowest {
				continue
			}
			narrowest = c.End - c.Start
			others = !slices.ContainsFunc(st.Speakers, func(id string) bool { return ofSide(s.entry, id, string(st.For), m.Position) })
		}
	}
	return others
}

// ofSide reports whether a speaker is the holder of a position or speaks for his side.
func ofSide(said *record.Entry, speaker, speaksFor string, p *rapporteur.Position) bool {
	side := string(said.Cast[speaker].State)
	for _, id := range []string{p.Actor, string(p.For)} {
		if id != "" && (id == speaker || id == speaksFor || id == side) {
			return true
		}
	}
	return strings.HasPrefix(speaker, "~") && side == "" // officials of nobody in particular
}

func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// wishIn gives the words of a wish in its sentence, empty if they do not stand alone. What
// is asked for by a deed may be agreed and threatened, and who is to do it is told apart.
func wishIn(sentence, proposal string, deed bool) string {
	at := strings.Index(sentence, proposal)
	if at < 0 || proposal == "" || strings.HasSuffix(sentence, "…") && at+len(proposal) >= len(sentence)-len("…") {
		return ""
	}
	asked, ok := whoShould(sentence[:at])
	if deed {
		asked = "" // a deed has its patient
	} else if !ok {
		return ""
	}
	words := unquoted(asked + proposal + goingOn(sentence[at+len(proposal):]))
	if thinWords(words) || leaning(words) || strings.Contains(words, "such as") {
		return ""
	}
	return words
}

// isOver reports whether a sentence tells what was so before.
func isOver(sentence string) bool {
	s := " " + strings.ToLower(sentence) + " "
	return slices.ContainsFunc([]string{" at first", "initially", "previously", "formerly", "historically", "originally", "for decades", "for years", " no longer ", " used to ", "in the past"}, func(w string) bool { return strings.Contains(s, w) })
}

// whoShould gives the words between that by which something is wanted and what is wanted,
// which name who is to do it: "Riga to" behind "urged". It fails for words that tell of no
// wish: of what is agreed and threatened other sections tell.
func whoShould(before string) (string, bool) {
	words := strings.Fields(before)
	for i := len(words) - 1; i >= 0 && i >= len(words)-longestAsked; i-- {
		w := strings.ToLower(strings.Trim(words[i], ",.;:“”\"'()—–"))
		if slices.ContainsFunc(settled, func(p string) bool { return strings.HasPrefix(w, p) }) {
			return "", false
		}
		if !slices.ContainsFunc(asking, func(p string) bool { return strings.HasPrefix(w, p) }) {
			continue
		}
		between := words[i+1:]
		for len(between) > 0 && slices.Contains(beforeWhom, strings.ToLower(strings.Trim(between[0], ","))) {
			between = between[1:]
		}
		if !asksSomebody(w, between) {
			return "", true
		}
		return strings.Join(between, " ") + " ", true
	}
	return "", true
}

// asksSomebody reports whether words behind one of asking name somebody who is to do
// what follows: "Riga to", "that Riga should", "Riga".
func asksSomebody(asking string, words []string) bool {
	if len(words) == 0 || strings.ContainsAny(strings.Join(words, " "), ",;:”\"") {
		return false
	}
	last := strings.ToLower(words[len(words)-1])
	says := strings.HasPrefix(asking, "sa") || strings.HasPrefix(asking, "add") || strings.HasPrefix(asking, "told") || strings.HasPrefix(asking, "tell")
	switch {
	case slices.Contains([]string{"should", "must"}, last):
		return len(words) > 1
	case says:
		return false
	case slices.Contains([]string{"to", "would", "will", "could"}, last):
		return len(words) > 1 && !slices.ContainsFunc(words[:len(words)-1], isVerbal)
	}
	return len(words) < 4 && !slices.ContainsFunc(words, isVerbal)
}

// isVerbal reports whether a word tells that somebody is or wants something himself.
func isVerbal(w string) bool {
	return slices.Contains([]string{"is", "are", "was", "were", "has", "have", "had", "ready", "willing", "be", "and", "but", "to", "will", "would", "can"}, strings.ToLower(w))
}

// longestAsked is the number of words before what is wanted among which the one who is
// to do it is named.
const longestAsked = 7

var (
	// asking are the beginnings of words by which something is wanted of somebody else.
	asking = strings.Fields("add urg ask call demand insist hop want encourag press tell told say said request implor appeal expect wish")
	// beforeWhom stand between such a word and who is to do it: "said Monday that Riga".
	beforeWhom = strings.Fields("on for upon that with of monday tuesday wednesday thursday friday saturday sunday yesterday today")
	// settled are those of words that tell what is no wish.
	settled = strings.Fields("agree accept threat welcom")
)

// goingOn gives the words by which a proposal goes on: "from the valley", up to a mark or
// a word that begins another clause.
func goingOn(rest string) string {
	if !strings.HasPrefix(rest, " ") {
		return ""
	}
	words := strings.Fields(rest)
	if len(words) == 0 || !slices.Contains(attaching, strings.ToLower(words[0])) || len(words) > 1 && strings.HasSuffix(strings.ToLower(strings.Trim(words[1], ",.;")), "day") {
		return ""
	}
	var out []string
	for i, w := range words {
		bare := strings.ToLower(strings.Trim(w, ",.;:!?”\"’'—–-)"))
		if i > 0 && slices.Contains(clausal, bare) || i > 0 && slices.Contains(ascribing, bare) {
			break
		}
		if i == longestTail {
			return "" // where it ends nobody can say
		}
		out = append(out, strings.TrimRight(w, ",.;:!?—–"))
		if strings.ContainsAny(w[len(w)-1:], ",.;:!?") || strings.HasSuffix(w, "”") || strings.HasSuffix(w, "—") {
			break
		}
	}
	for len(out) > 0 && slices.Contains(attaching, strings.ToLower(out[len(out)-1])) {
		out = out[:len(out)-1] // "under which"
	}
	if len(out) == 0 {
		return ""
	}
	return " " + strings.Join(out, " ")
}

// longestTail is the number of words that may go on behind a proposal.
const longestTail = 14

var (
	// attaching are words that go on with the thing before them.
	attaching = strings.Fields("of from in on with to for by at against between into over under within toward towards near without about across")
	// clausal begin another clause, or what is told beside.
	clausal = strings.Fields("if unless as when after before until while because but although though since once which who where whose that and or so amid despite following than")
	// ascribing are verbs by which what is told is ascribed to somebody.
	ascribing = strings.Fields("said says told added is are was were has have had will would")
)

// leaning reports whether words lean on others that went before: they have a pronoun that
// names nobody, or begin with one.
func leaning(words string) bool {
	for i, w := range strings.Fields(strings.ToLower(words)) {
		w = strings.Trim(w, ",.;:“”\"'()")
		if slices.Contains(pronouns, w) || i == 0 && slices.Contains([]string{"this", "that", "these", "those", "such", "not", "be", "is", "do", "more", "than", "and", "or"}, w) {
			return true
		}
	}
	return false
}

var pronouns = strings.Fields("it they them he she him i you me us so there here itself")

// unquoted drops a mark of quotation that has no other half.
func unquoted(s string) string {
	s = strings.TrimSpace(s)
	if o, c := strings.Count(s, "“"), strings.Count(s, "”"); o != c {
		s = strings.NewReplacer("“", "", "”", "").Replace(s)
	}
	if strings.Count(s, "\"")%2 == 1 {
		s = strings.ReplaceAll(s, "\"", "")
	}
	return strings.Trim(s, ",;: ")
}
