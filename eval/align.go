package eval

import "strings"

// alignment pairs the words of gold and system that cover the same text.
type alignment struct {
	gold, system []word
	pairs        []pair
	// toGold gives the gold word of a system word.
	toGold map[*word]*word
}

type pair struct{ gold, system *word }

// align goes through both texts at once. Words outside of multiword tokens
// match where their characters are the same ones. Where a side has a multiword
// token, the words of the shortest run that both sides divide alike match by
// their forms: a longest common subsequence.
func align(gold, system []word) *alignment {
	a := &alignment{gold: gold, system: system, toGold: make(map[*word]*word, len(system))}
	g, s := 0, 0
	for g < len(gold) && s < len(system) {
		switch {
		case gold[g].inside || system[s].inside:
			g, s = a.multiword(g, s)
		case gold[g].interval == system[s].interval:
			a.match(g, s)
			g, s = g+1, s+1
		case gold[g].start <= system[s].start:
			g++
		default:
			s++
		}
	}
	return a
}

func (a *alignment) match(g, s int) {
	a.pairs = append(a.pairs, pair{&a.gold[g], &a.system[s]})
	a.toGold[&a.system[s]] = &a.gold[g]
}

// multiword matches the words of a run with a multiword token in it, and gives
// the indexes behind the run.
func (a *alignment) multiword(g, s int) (int, int) {
	end := 0
	if a.gold[g].inside {
		end = a.gold[g].end
		if !a.system[s].inside && a.system[s].start < a.gold[g].start {
			s++
		}
	} else {
		end = a.system[s].end
		if !a.gold[g].inside && a.gold[g].start < a.system[s].start {
			g++
		}
	}
	fromG, fromS := g, s
	for !beyond(a.gold, g, end) || !beyond(a.system, s, end) {
		if g < len(a.gold) && (s >= len(a.system) || a.gold[g].start <= a.system[s].start) {
			end = extend(a.gold[g], end)
			g++
		} else {
			end = extend(a.system[s], end)
			s++
		}
	}
	a.common(fromG, g, fromS, s)
	return g, s
}

func beyond(words []word, i, end int) bool {
	if i >= len(words) {
		return true
	}
	if words[i].inside {
		return words[i].start >= end
	}
	return words[i].end > end
}

func extend(w word, end int) int {
	if w.inside && w.end > end {
		return w.end
	}
	return end
}

// common matches the longest common subsequence of forms, case set aside.
func (a *alignment) common(fromG, toG, fromS, toS int) {
	rows, cols := toG-fromG, toS-fromS
	same := func(g, s int) bool {
		return strings.EqualFold(a.gold[fromG+g].Form, a.system[fromS+s].Form)
	}
	length := make([][]int, rows+1)
	length[rows] = make([]int, cols+1)
	for g := rows - 1; g >= 0; g-- {
		length[g] = make([]int, cols+1)
		for s := cols - 1; s >= 0; s-- {
			if same(g, s) {
				length[g][s] = 1 + length[g+1][s+1]
			}
			length[g][s] = max(length[g][s], length[g+1][s], length[g][s+1])
		}
	}
	for g, s := 0, 0; g < rows && s < cols; {
		switch {
		case same(g, s):
			a.match(fromG+g, fromS+s)
			g, s = g+1, s+1
		case length[g][s] == length[g+1][s]:
			g++
		default:
			s++
		}
	}
}
