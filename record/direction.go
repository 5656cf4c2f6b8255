package record

import (
	"slices"
	"strings"

	"rapporteur"
)

// DirectionOf is where a position stands towards what its issue names: what the reading
// says, or where that says nothing what the words of the proposal tell, empty where
// they do not. Who supports lifting a blockade, or opposes keeping it, is against it.
func DirectionOf(p *rapporteur.Position) rapporteur.Direction {
	if p.Direction != "" {
		return p.Direction
	}
	if p.Issue == nil || p.Stance == rapporteur.Undecided {
		return ""
	}
	sign := towards(p.Issue, p.Proposal)
	if p.Stance == rapporteur.Opposes {
		sign = -sign
	}
	switch {
	case sign > 0:
		return rapporteur.InFavour
	case sign < 0:
		return rapporteur.Against
	}
	return ""
}

// Opposed reports whether two directions are known and not the same.
func Opposed(a, b rapporteur.Direction) bool { return a != "" && b != "" && a != b }

// Roots of verbs that say of a thing that there shall be an end of it, or that it shall
// stay or come. The reading knows better; these are for readings that say nothing.
var (
	endingVerbs  = rootsOf("lift ease end ending halt stop remove removal suspend drop abandon revoke cancel freeze reduce ban block dismantle destroy scrap cease cut curb limit refuse reject prevent withdraw avoid renounce quit abolish break exclude exclusion bar deny")
	keepingVerbs = rootsOf("keep keeping maintain impose continue extend retain tighten expand strengthen preserve resume prolong")
	// removals are issues that are named by what is to be taken away or undone.
	removals = map[string][]string{"sanctions-relief": rootsOf("sanctions embargo"), "withdrawal": rootsOf("troops forces soldiers"),
		"disarmament": rootsOf("weapons arms"), "de-escalation": rootsOf("tensions")}
	// carriers are nouns that are about a thing and not the thing: a deal on sanctions.
	carriers = rootsOf("deal agreement accord talks negotiations resolution question issue plan framework dialogue discussion")
)

// spread is the number of words from the beginning of a proposal among which what the
// issue names must stand: what comes later is what the thing proposed is about.
const spreadOfName = 4

// towards says whether a proposal would have what an issue names, 1, or would end it,
// -1; 0 where its words do not tell.
func towards(issue *rapporteur.Issue, proposal string) int {
	removed, undoing := removals[issue.ID]
	names := rootsOf(issue.Label + " " + issue.ID)
	if undoing {
		names = removed
	}
	sign, negation := 1, 1
	for i, w := range orderedRoots(proposal) {
		switch {
		case i >= spreadOfName:
			return 0
		case w == "not":
			negation = -negation
		case slices.Contains(names, w) && undoing:
			return -sign * negation
		case slices.Contains(names, w):
			return sign * negation
		case slices.Contains(carriers, w):
			return 0
		case slices.Contains(endingVerbs, w):
			sign = -1
		case slices.Contains(keepingVerbs, w):
			sign = 1
		}
	}
	return 0
}

// orderedRoots are the roots of a proposal's words in their order, with its negations.
func orderedRoots(text string) []string {
	var out []string
	for _, w := range wordsOf(strings.ReplaceAll(text, "-", "")) {
		if w == "not" || w == "no" || w == "without" || w == "never" {
			out = append(out, "not")
		} else if w = root(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func rootsOf(words string) []string {
	var out []string
	for _, w := range wordsOf(strings.ReplaceAll(words, "-", " ")) {
		if w = root(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}
