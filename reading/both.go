package reading

import (
	"maps"
	"slices"

	"rapporteur/frames"
	"rapporteur/frames/learned"
)

// adjacent is how many words apart two triggers may be that are one: "sharply criticised".
const adjacent = 2

// merged gives the statements that are believed, with what another reading knows of the
// same ones besides, and of those that only it finds what is to be trusted.
func merged(believed, others []frames.Frame, trusted func(*frames.Frame) bool) []frames.Frame {
	out := slices.Clone(believed)
	saying := sayings(believed)
	for i := range others {
		s := &others[i]
		shared := sharedWith(saying, s)
		if same := sameStatement(out, shared, s); same >= 0 {
			furnish(&out[same], s)
		} else if len(shared) == 0 && trusted(s) {
			out = append(out, *s)
		}
	}
	slices.SortStableFunc(out, func(a, b frames.Frame) int { return a.Trigger - b.Trigger })
	return out
}

// sayings gives the statements whose content holds each token.
func sayings(all []frames.Frame) map[int][]int {
	out := map[int][]int{}
	for i := range all {
		for _, c := range all[i].Of(frames.Content) {
			for t := c.First; t < c.Last; t++ {
				out[t] = append(out[t], i)
			}
		}
	}
	return out
}

// sharedWith gives the number of tokens that a statement says along with others.
func sharedWith(saying map[int][]int, s *frames.Frame) map[int]int {
	out := map[int]int{}
	for _, c := range s.Of(frames.Content) {
		for t := c.First; t < c.Last; t++ {
			for _, i := range saying[t] {
				out[i]++
			}
		}
	}
	return out
}

// sameStatement gives the one of the statements that share words with another which has
// the same cue, or most of its words, -1 for none.
func sameStatement(all []frames.Frame, shared map[int]int, s *frames.Frame) int {
	best, most := -1, 0
	for _, i := range slices.Sorted(maps.Keys(shared)) {
		if away := all[i].Trigger - s.Trigger; away*away <= adjacent*adjacent {
			return i
		}
		if n := shared[i]; n > most && 2*n > contentLen(s) {
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
