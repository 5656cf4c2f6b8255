package pdf

import (
	"regexp"

	"rapporteur"
)

var (
	// label stands before what a letter says of itself: "Subject: the ferry".
	label = regexp.MustCompile(`^\pL[\pL .]{0,24}:\s+\S`)
	// closing ends a letter, above who signs it.
	closing = regexp.MustCompile(`(?i)^(?:yours (?:sincerely|faithfully|truly|ever)|sincerely(?: yours)?|(?:with )?(?:best|kind|warm) (?:regards|wishes)|regards|respectfully(?: yours| submitted)?|cordially(?: yours)?),?$`)
)

// labelEnds is a label whose words may stand below it.
var labelEnds = regexp.MustCompile(`^\pL[\pL ]{0,24}:(?:\s|$)`)

// labelled reports whether a line is one of several that stand behind labels: "Brand name:
// Lacustrin" above "Class:". A title that has a colon stands alone.
func labelled(all []line, i int) bool {
	return label.MatchString(all[i].words) && i+1 < len(all) && all[i+1].page == all[i].page && labelEnds.MatchString(all[i+1].words)
}

// signers is how many lines below the end of a letter say who signs it.
const signers = 4

// plainLabels takes headings that are none: labels that follow one another, who signs a
// letter, and what ends the file below its text, with nothing that it could head. Larger
// type stays a heading.
func plainLabels(all []line, body float64, kinds []rapporteur.ParagraphKind) {
	isLabel := func(i int) bool { return i >= 0 && i < len(all) && label.MatchString(all[i].words) }
	plain := func(i int) {
		if kinds[i] == rapporteur.Heading && all[i].size <= headingSize*body && !all[i].counted {
			kinds[i] = ""
		}
	}
	for i := range all {
		if isLabel(i) && (isLabel(i-1) || isLabel(i+1)) {
			plain(i)
		}
		if closing.MatchString(all[i].words) {
			for j := i; j <= min(i+signers, len(all)-1); j++ {
				plain(j)
			}
		}
	}
	end := len(all) - 1
	for end >= 0 && kinds[end] == rapporteur.Heading {
		end--
	}
	if end < 0 || kinds[end] != "" {
		return
	}
	for i := end + 1; i < len(all); i++ {
		plain(i)
	}
}
