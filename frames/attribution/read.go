package attribution

// readCues gives what the cues of a text attribute, in its order.
func readCues(x *text) []attribution {
	var found []attribution
	var room []match
	for head := range x.doc.Tokens {
		room = x.cues.at(x.doc, head, room[:0])
		for _, m := range room {
			if a, ok := readCue(x, m, head); ok {
				found = append(found, a)
				break // the first reading of a cue that attributes words
			}
		}
	}
	return found
}

// readCue reads a cue by its part of speech.
func readCue(x *text, m match, head int) (attribution, bool) {
	switch m.POS {
	case "prep":
		return readPreposition(x, m.Cue, head, m.last)
	case "noun":
		return readNoun(x, m.Cue, head)
	}
	return readVerb(x, m.Cue, head, m.last)
}
