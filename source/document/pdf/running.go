package pdf

import (
	"cmp"
	"math"
	"slices"
)

// Running heads and feet tell on each page where in the text one is, so that their words
// differ: "12 Of ferries", "Of bridges 13". They are known by where they stand: on so many
// pages and so large a part of them at one height, apart from the text by so many times
// its size of type and so many times the distance of its lines, in type no larger than so
// much more than the text's.
const (
	runningPages = 3
	runningShare = 0.6
	runningGap   = 1.7
	runningApart = 1.3
	runningSize  = 1.15
	runningStray = 3.0 // points
)

// withoutRunning leaves out running heads and feet.
func withoutRunning(all []line, pages int, body float64) []line {
	out := map[int]bool{}
	for _, foot := range []bool{false, true} {
		for _, i := range running(all, pages, body, foot) {
			out[i] = true
		}
	}
	alike(all, out)
	kept := make([]line, 0, len(all))
	for i := range all {
		if !out[i] {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// alike adds to running heads and feet those with the same words, but for numbers, at the
// same height of pages on which something stands close to them.
func alike(all []line, out map[int]bool) {
	heights := map[string][]float64{}
	for i := range out {
		key := unnumbered(all[i].words)
		heights[key] = append(heights[key], all[i].bottom)
	}
	for i := range all {
		out[i] = out[i] || !all[i].counted && slices.ContainsFunc(heights[unnumbered(all[i].words)], func(h float64) bool { return math.Abs(h-all[i].bottom) <= runningStray })
	}
}

// running finds the lines of running heads, or feet. What stands where text begins on
// another page is one only if it comes again.
func running(all []line, pages int, body float64, foot bool) []int {
	var apart []int
	between := leading(all)
	byPage := make([][]int, pages)
	for i := range all {
		byPage[all[i].page] = append(byPage[all[i].page], i)
	}
	written := 0
	for _, lines := range byPage {
		slices.SortFunc(lines, func(a, b int) int {
			if foot {
				a, b = b, a
			}
			return cmp.Compare(all[b].top+all[b].bottom, all[a].top+all[a].bottom)
		})
		if len(lines) > 1 {
			written++
		}
		apart = append(apart, outermost(all, lines, body, between)...)
	}
	var best []int
	for _, i := range apart {
		var level []int
		on := map[int]bool{}
		for _, j := range apart {
			if d := all[i].bottom - all[j].bottom; d <= runningStray && d >= -runningStray {
				level, on[all[j].page] = append(level, j), true
			}
		}
		if len(on) >= runningPages && float64(len(on)) >= runningShare*float64(written) && len(level) > len(best) {
			best = level
		}
	}
	if textAt(all, byPage, best) {
		best = comingAgain(all, best)
	}
	return best
}

// textAt reports whether the text of another page begins, or ends, at the height of such
// lines: then it is no place that is kept for them. The lines of a page come from its edge.
func textAt(all []line, byPage [][]int, level []int) bool {
	own := map[string]bool{}
	for _, i := range level {
		own[unnumbered(all[i].words)] = true
	}
	return slices.ContainsFunc(byPage, func(lines []int) bool {
		if len(lines) < 2 || len(level) == 0 || slices.Contains(level, lines[0]) {
			return false
		}
		first := all[lines[0]]
		return math.Abs(first.bottom-all[level[0]].bottom) <= runningStray && !own[unnumbered(first.words)]
	})
}

// comingAgain leaves of lines those whose words, but for numbers, come more than once.
func comingAgain(all []line, level []int) []int {
	n := map[string]int{}
	for _, i := range level {
		n[unnumbered(all[i].words)]++
	}
	return slices.DeleteFunc(level, func(i int) bool { return n[unnumbered(all[i].words)] < 2 })
}

// outermost are the first lines of a page, seen from its edge, if they stand on one line
// and apart from the text.
func outermost(all []line, lines []int, body float64, between map[int]float64) []int {
	n := 1
	for n < len(lines) && all[lines[n]].level(all[lines[0]].box) {
		n++
	}
	if n >= len(lines) || n > edgeLines {
		return nil
	}
	for _, i := range lines[:n] {
		if all[i].size > runningSize*body || all[i].counted {
			return nil
		}
	}
	first, next := all[lines[0]], all[lines[n]]
	usual := max(between[int(math.Round(body))], between[int(math.Round(next.size))])
	if d := distance(first, next); max(d, -d) < max(runningGap*max(first.size, next.size), runningApart*usual) {
		return nil
	}
	return lines[:n]
}
