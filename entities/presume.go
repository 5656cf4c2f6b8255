package entities

import "rapporteur/entities/knowledge"

// presumed gives the one who held the office of a phrase on the last day for
// which the tables know a holder, and whom nobody is known to have followed:
// "the Kenyan defence minister" in a report that is newer than the tables. It is
// -1 where the report calls somebody else by that office.
func (l *officeLinker) presumed(p officePhrase) int {
	if p.actor == nil {
		return -1
	}
	for _, s := range p.senses {
		if s.Many || s.For != "*" && s.For != p.actor.ID {
			continue
		}
		if k := l.base.Terms().Presumed(s.ID, p.actor.ID, l.day); k != nil && !l.followed(k, post{s.ID, p.actor.ID}) {
			return l.known(k)
		}
	}
	return -1
}

// followed reports whether the report names another holder of a post.
func (l *officeLinker) followed(k *knowledge.Actor, held post) bool {
	known := l.holders.known[held]
	return len(known) > 1 || len(known) == 1 && known[0] != k
}
