package record

// verdict is what a test of two pieces found.
type verdict struct {
	same bool
	// rule names the test, because what spoke for it.
	rule    string
	because []string
}

// same tests whether two pieces are one thing in the world. It is symmetric and
// looks at nothing else. Two entries of one report are two things, as far as the
// report goes and unless a person merged them.
func same(a, b *piece) verdict {
	if a.row.Kind != b.row.Kind {
		return verdict{}
	}
	if b.Report+b.ID < a.Report+a.ID {
		a, b = b, a // so that the words of the verdict are symmetric too
	}
	switch ruled := ruling(a, b); ruled {
	case Merge:
		return verdict{true, byPerson, []string{"a person merged them"}}
	case Split, Reject:
		return verdict{}
	}
	switch {
	case a.Report == b.Report:
		return verdict{}
	case sameText(a.report, b.report):
		return verdict{a.ID == b.ID, "copy", []string{"they are the same words of one text"}}
	}
	switch a.row.Kind {
	case Meeting:
		return sameMeeting(a, b)
	case Event:
		return sameEvent(a, b)
	case Statement:
		return sameStatement(a, b)
	case Position:
		return samePosition(a, b)
	}
	return verdict{}
}

// byPerson is the rule of what a person decided.
const byPerson = "correction"
