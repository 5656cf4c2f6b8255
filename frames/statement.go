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

// Within gives for each frame the index of the innermost statement whose content
// holds its trigger's words, -1 for none.
func Within(doc *language.Document, all []Frame) []int {
	out := make([]int, len(all))
	for i := range all {
		words := all[i].Words
		if words.Len() == 0 {
			words = Tokens{all[i].Trigger, all[i].Trigger + 1}
		}
		out[i] = innermost(doc, all, words, i)
	}
	return out
}

// innermost gives the statement other than number but whose shortest part of content
// holds some tokens, -1 for none.
func innermost(doc *language.Document, all []Frame, words Tokens, but int) int {
	best, size := -1, 0
	for i := range all {
		if i == but || all[i].Kind != Statement {
			continue
		}
		for k := range all[i].Fillers {
			x := &all[i].Fillers[k]
			if x.Role != Content || x.First > words.First || words.Last > x.Last {
				continue
			}
			if n := x.Range(doc).Len(); best < 0 || n < size {
				best, size = i, n
			}
		}
	}
	return best
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
