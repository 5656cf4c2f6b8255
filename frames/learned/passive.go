package learned

import (
	"slices"

	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// turned gives a frame whose trigger is a participle behind its noun ("the guards asked
// to wait", "lawmakers urged by voters") its roles the right way round: the noun is whom
// the act is done to, and who acts is behind "by" or not told. It reports false for a
// statement that nobody is left to have made.
func (c *converter) turned(f *frames.Frame) bool {
	does, suffers := frames.Agent, frames.Patient
	if f.Kind == frames.Statement {
		does, suffers = frames.Source, frames.Addressee
	}
	noun := c.participleOf(f.Trigger)
	if noun < 0 || !slices.ContainsFunc(f.Fillers, func(x frames.Filler) bool { return x.Role == does && x.Head == noun }) {
		return true
	}
	by := syntax.Agent(c.doc, f.Trigger)
	f.Fillers = slices.DeleteFunc(f.Fillers, func(x frames.Filler) bool {
		return x.Role == does && x.Head == noun || x.Role == suffers && x.Head == by
	})
	if by >= 0 && f.Head(does) < 0 {
		f.Fillers = append(f.Fillers, c.pointer(does, scored{by, 1}))
	}
	if f.Head(suffers) < 0 {
		f.Fillers = append(f.Fillers, c.pointer(suffers, scored{noun, 1}))
	}
	return f.Kind != frames.Statement || f.Head(does) >= 0
}

// participleOf gives the noun that a past participle stands behind without an auxiliary,
// -1 for another word.
func (c *converter) participleOf(token int) int {
	t := &c.doc.Tokens[token]
	if t.XPOS != "VBN" || t.Deprel != "acl" || t.Head >= token || c.doc.Child(token, "aux", "aux:pass", "nsubj") >= 0 {
		return -1
	}
	return t.Head
}
