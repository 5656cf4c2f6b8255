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
	endingVerbs  = rootsOf("lift ease end ending halt stop remove removal suspend drop abandon revoke cancel freeze reduce ban block dismantle destroy scrap cease cut curb limit refuse reject prevent withdraw avoid renounce quit abolish break exclude exclusion bar deny pull pullout pullback retreat")
	keepingVerbs = rootsOf("keep keeping maintain impose continue extend retain tighten expand strengthen preserve resume prolong")
	// removals are issues that are named by what is to be taken away or undone.
	removals = map[string][]string{"sanctions-relief": rootsOf("sanctions embargo"), "withdrawal": rootsOf("troops forces soldiers"),
		"disarmament": rootsOf("weapons arms"), "de-escalation": rootsOf("tensions")}
	// general are words of the labels of issues that name nothing.
	general = rootsOf("region city status other bodies whole form place time part takes such financial help")
	// carriers are nouns that are about a thing and not the thing: a deal on sanctions.
	carriers = rootsOf("deal agreement accord talks negotiations resolution question issue plan framework dialogue discussion")
)

// spread is the number of words from the beginning of a proposal among which what the
// issue names must stand: what comes later is what the thing proposed is about.
const spreadOfName = 4

// towards says whether a proposal would have what an issue names, 1, or would end it,
// -1; 0 where its words do not tell.
func towards(issue *rapporteur.Issue, proposal string) int {
	if issue.ID == "frozen-assets" {
		return 0 // to freeze is to end a thing, and here the thing itself
	}
	removed, undoing := removals[issue.ID]
	names := slices.DeleteFunc(rootsOf(issue.Label+" "+issue.ID), func(w string) bool { return slices.Contains(general, w) })
	sign, negation := 1, 1
	if undoing {
		names, sign = removed, 0 // the thing is named, and what is to be done with it must be said
	}
	words := wordsOf(strings.ReplaceAll(proposal, "-", ""))
	said := 0
	for i, word := range words {
		w := root(word)
		switch {
		case slices.Contains(negations, word):
			negation = -negation
		case slices.Contains(beside, word) || slices.Contains(carriers, w) && !slices.Contains(names, w):
			return 0
		case w == "":
			continue
		case slices.Contains(names, w):
			if undone(words[i+1:]) {
				sign = -1
			}
			if undoing {
				sign = -sign
			}
			return sign * negation
		case slices.Contains(endingVerbs, w):
			sign = -1
		case slices.Contains(keepingVerbs, w):
			sign = 1
		}
		if said++; said >= spreadOfName {
			return 0
		}
	}
	return 0
}

var (
	negations = []string{"not", "no", "without", "never"}
	// beside are prepositions behind which stands what a thing is done with, or about.
	beside = []string{"with", "on", "about", "from", "after", "under", "before", "over", "into", "for", "at", "against", "in", "during"}
)

// undone reports whether words behind a noun say that there is an end of it: "the
// blockade be lifted".
func undone(behind []string) bool {
	for i, word := range behind[:min(4, len(behind))] {
		if slices.Contains(endingVerbs, root(word)) && (strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "wn")) {
			return true
		}
		if i > 0 && !slices.Contains([]string{"be", "to", "is", "are", "been", "being", "should", "must", "of"}, behind[i-1]) {
			return false
		}
	}
	return false
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
