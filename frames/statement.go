package frames

import (
	"rapporteur"
	"rapporteur/language"
)

// Clausal reports whether the content of a statement is a clause or a quotation: who
// "called for calm" has said nothing that is either.
func Clausal(f *Frame) bool { return f.Attribute(Form) != "object" }

// ModeOf gives how much of a statement stands in quotation marks.
func ModeOf(f *Frame) rapporteur.Mode { return rapporteur.Mode(f.Attribute(Mode)) }

// Cue gives the token that says that something is said: the trigger, or for a
// quotation without a cue that of the statement it goes on with.
func Cue(f *Frame) int {
	if c := f.Head(Continued); c >= 0 {
		return c
	}
	return f.Trigger
}

// Says reports whether a token stands in the content of a statement.
func Says(f *Frame, token int) bool {
	for i := range f.Fillers {
		if x := &f.Fillers[i]; x.Role == Content && x.Has(token) {
			return true
		}
	}
	return false
}

// Ranges gives the text of the fillers of a role.
func Ranges(doc *language.Document, f *Frame, role Role) []language.Range {
	var out []language.Range
	for i := range f.Fillers {
		if x := &f.Fillers[i]; x.Role == role {
			out = append(out, x.Range(doc))
		}
	}
	return out
}

// Any reports whether one of some frames has a property.
func Any(all []Frame, is func(*Frame) bool) bool {
	for i := range all {
		if is(&all[i]) {
			return true
		}
	}
	return false
}
