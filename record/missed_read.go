package record

import (
	"slices"

	"rapporteur"
)

// readNow gives the id of the entry of a reading that is what a person added, empty
// where there is none: one in the same words, with everybody whom the person named and
// of the same type or stance.
func (c *Correction) readNow(report string, missed Content, read []Content) string {
	missed = c.apply(missed)
	who := missed.actors()
	for _, one := range read {
		kind, id := one.kind(report)
		if kind != c.Kind || !inWords(missed, one) || len(shared(who, one.actors())) < len(who) {
			continue
		}
		same := true
		switch {
		case one.Event != nil:
			same = one.Event.Plover.Type == missed.Event.Plover.Type
		case one.Position != nil:
			same = one.Position.Stance == missed.Position.Stance
		}
		if same {
			return id
		}
	}
	return ""
}

// inWords reports whether an entry that was read stands on the words of one that was
// added: a statement says much the same, another entry has them in its evidence.
func inWords(missed, read Content) bool {
	if read.Statement != nil {
		return share(wordSet(said(missed.Statement.Content)), wordSet(said(read.Statement.Content))) >= alikeWords &&
			overlaps(missed.Statement.Content, read.Statement.Content)
	}
	return overlaps(missed.Evidence(), read.Evidence())
}

// overlaps reports whether some spans have code points in common with others.
func overlaps(a, b []rapporteur.Span) bool {
	return slices.ContainsFunc(a, func(x rapporteur.Span) bool {
		return slices.ContainsFunc(b, func(y rapporteur.Span) bool { return x.Start < y.End && y.Start < x.End })
	})
}
