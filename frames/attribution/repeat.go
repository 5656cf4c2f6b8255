package attribution

import (
	"sort"

	"rapporteur/language"
)

// dropRepeats keeps one of the attributions that claim the same words: the one
// with a source, then the earlier rule's.
func dropRepeats(found []attribution) []attribution {
	kept := found[:0]
	at := map[language.Range][]int{} // those that are kept, by the first part of their words
	for _, a := range found {
		repeat := false
		for _, i := range at[firstPart(a.content)] {
			b := kept[i]
			if sameContent(a.content, b.content) && (a.rule != passive || a.source == b.source) {
				if b.source < 0 && a.source >= 0 {
					kept[i] = a
				}
				repeat = true
			}
		}
		if !repeat {
			at[firstPart(a.content)] = append(at[firstPart(a.content)], len(kept))
			kept = append(kept, a)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].cue.Start < kept[j].cue.Start })
	return kept
}

func firstPart(content []language.Range) language.Range {
	if len(content) == 0 {
		return language.Range{}
	}
	return content[0]
}

func sameContent(a, b []language.Range) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
