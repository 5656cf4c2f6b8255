package attribution

import (
	"cmp"
	"slices"

	"rapporteur/language"
)

// contents are the words of many attributions in the order of their beginnings,
// so that whose words something is can be asked without looking at all of them.
type contents []reported

// reported is a part of the words of one attribution. Furthest is where the words
// of all those that begin no later end, by the attribution that goes furthest, and
// the one that does so among the others.
type reported struct {
	language.Range
	of       int
	furthest [2]end
}

// end is where the words of an attribution end.
type end struct{ at, of int }

func contentsOf(found []attribution) contents {
	var out contents
	for i := range found {
		for _, p := range found[i].content {
			out = append(out, reported{Range: p, of: i})
		}
	}
	slices.SortStableFunc(out, func(a, b reported) int { return cmp.Compare(a.Start, b.Start) })
	far := [2]end{{-1, -1}, {-1, -1}}
	for i := range out {
		e := end{out[i].End, out[i].of}
		switch {
		case e.of == far[0].of:
			far[0].at = max(far[0].at, e.at)
		case e.at > far[0].at:
			far[0], far[1] = e, far[0]
		case e.at > far[1].at:
			far[1] = e
		}
		out[i].furthest = far
	}
	return out
}

// hold reports whether a range lies in the words of another attribution than
// number but.
func (c contents) hold(r language.Range, but int) bool {
	n, _ := slices.BinarySearchFunc(c, r.Start+1, func(x reported, at int) int { return cmp.Compare(x.Start, at) })
	if n == 0 {
		return false
	}
	far := c[n-1].furthest
	if far[0].of == but {
		return far[1].at >= r.End
	}
	return far[0].at >= r.End
}
