package reading

import (
	"slices"

	"rapporteur/frames"
	"rapporteur/frames/learned"
)

// adjacent is how many words apart two triggers may be that are one: "sharply criticised".
const adjacent = 2

// merged gives the statements of the model with what rules know of the same ones
// besides, and those that only rules find.
func merged(model, rules []frames.Frame) []frames.Frame {
	out := slices.Clone(model)
	for i := range rules {
		s := &rules[i]
		if same := sameStatement(out[:len(model)], s); same >= 0 {
			furnish(&out[same], s)
		} else if !slices.ContainsFunc(model, func(m frames.Frame) bool { return sharedContent(&m, s) > 0 }) {
			out = append(out, *s)
		}
	}
	slices.SortStableFunc(out, func(a, b frames.Frame) int { return a.Trigger - b.Trigger })
	return out
}

// sameStatement gives the statement of the same cue, or of most of the same words, -1
// for none.
func sameStatement(all []frames.Frame, s *frames.Frame) int {
	best, most := -1, 0
	for i := range all {
		n := sharedContent(&all[i], s)
		if n == 0 {
			continue
		}
		if away := all[i].Trigger - s.Trigger; away*away <= adjacent*adjacent && n > 0 {
			return i
		}
		if n > most && 2*n > contentLen(s) {
			best, most = i, n
		}
	}
	return best
}

// furnish adds what a statement lacks and another reading of it has: the medium, whom
// it is said to, who says it.
func furnish(to, from *frames.Frame) {
	if to.Attribute(frames.Medium) == "" {
		to.Set(frames.Medium, from.Attribute(frames.Medium))
	}
	if act := from.Attribute(frames.Act); from.Maker != learned.Maker && act != "" {
		to.Set(frames.Act, act) // what the word of saying means
	}
	if contentLen(from) > contentLen(to) && 5*sharedContent(to, from) >= 4*contentLen(to) && from.Maker != learned.Maker {
		to.Fillers = slices.DeleteFunc(slices.Clone(to.Fillers), func(f frames.Filler) bool { return f.Role == frames.Content })
		to.Fillers = append(to.Fillers, from.Of(frames.Content)...)
		to.Set(frames.Mode, from.Attribute(frames.Mode))
	}
	for _, role := range []frames.Role{frames.Source, frames.Addressee, frames.Continued} {
		if to.Head(role) < 0 {
			to.Fillers = append(slices.Clone(to.Fillers), from.Of(role)...)
		}
	}
}

// sharedContent is the number of tokens that both statements say.
func sharedContent(a, b *frames.Frame) int {
	n := 0
	for _, x := range a.Of(frames.Content) {
		for _, y := range b.Of(frames.Content) {
			n += max(0, min(x.Last, y.Last)-max(x.First, y.First))
		}
	}
	return n
}

func contentLen(s *frames.Frame) int {
	n := 0
	for _, x := range s.Of(frames.Content) {
		n += x.Len()
	}
	return n
}
