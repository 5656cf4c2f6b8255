package record

import (
	"slices"
	"strings"
)

// uncounted are words behind a number that it does not count.
const uncounted = " january february march april may june july august september october november december am pm gmt year old percent th nd rd st "

// many are words for more than one that end neither in s nor, as "fishermen", in men.
const many = " people children "

// numbers gives what a piece counts: the thing counted and how many of it. What
// it counts twice says nothing.
func (p *piece) numbers() map[string]string {
	out := map[string]string{}
	words := wordsOf(said(p.fixed.Evidence()))
	for i, w := range words {
		n, ok := numeral(w)
		next := counted(words[i+1:])
		if !ok || next == "" {
			continue
		}
		if have, twice := out[next]; twice && have != n {
			n = ""
		}
		out[next] = n
	}
	return out
}

// measures are words behind a number that only size what comes next: "two hour
// talks".
const measures = " hour day week month year minute mile kilometre metre page point party state way man "

// counted gives the thing that a number before some words counts: the first
// plural among the next three, "guards" in "three border guards".
func counted(words []string) string {
	for i, w := range words[:min(3, len(words))] {
		switch {
		case len(w) < 4 || strings.Contains(uncounted, " "+w+" ") || i == 0 && strings.Contains(measures, " "+w+" "):
			return ""
		case strings.HasSuffix(w, "s") || strings.HasSuffix(w, "men") || strings.Contains(many, " "+w+" "):
			return w
		}
	}
	return ""
}

// numberDisputes lists the things that reports count differently.
func numberDisputes(pieces []*piece) []Dispute {
	counts := map[*piece]map[string]string{}
	var things []string
	for _, p := range pieces {
		counts[p] = p.numbers()
		for thing := range counts[p] {
			if !slices.Contains(things, thing) {
				things = append(things, thing)
			}
		}
	}
	slices.Sort(things)
	var out []Dispute
	for _, thing := range things {
		if values := poll(pieces, func(p *piece) string { return counts[p][thing] }); len(values) > 1 {
			out = append(out, dispute("number of "+thing, values))
		}
	}
	return out
}
