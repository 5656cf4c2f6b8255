package entities

import (
	"slices"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// lastNamedAs gives the person named last, shortly before a phrase without a state,
// whose office the phrase calls by a more general word: "the minister" behind a foreign
// minister, "the lawmaker" behind a member of parliament. -1 for none.
func (l *officeLinker) lastNamedAs(p officePhrase) int {
	from := l.doc.SentenceOf(p.First) - 2
	for k := l.names.before(p.First) - 1; k >= 0; k-- {
		n := &l.names.list[k]
		if l.doc.SentenceOf(n.First) < from {
			break
		}
		if n.actor >= 0 && l.attribution(n.First) == nil && l.moreGenerally(l.actor(n.actor), p) {
			return n.actor
		}
	}
	return -1
}

// moreGenerally reports whether an office of a person is one of those that a phrase
// calls by one word: by the last word of its title, or a lawmaker for one who sits in a
// parliament.
func (l *officeLinker) moreGenerally(a *Actor, p officePhrase) bool {
	lawmaker := p.office().Sector == "legislature"
	words := l.words[p.Last-1]
	return len(words) > 0 && slices.ContainsFunc(a.Roles, func(r rapporteur.Role) bool {
		return lawmaker && r.Sector == "legislature" || slices.Contains(knowledge.Words(r.Office), words[len(words)-1])
	})
}

// formerNamed gives the person whom the report has named with the same former office
// before "the former chancellor", -1 for none.
func (l *officeLinker) formerNamed(p officePhrase) int {
	for k := l.names.before(p.First) - 1; k >= 0; k-- {
		n := &l.names.list[k]
		if n.actor < 0 || n.office < 0 {
			continue
		}
		if o := l.offices.phrases[n.office]; o.former && o.senses[0].Office == p.senses[0].Office && (p.actor == nil || p.actor == o.actor) {
			return n.actor
		}
	}
	return -1
}
