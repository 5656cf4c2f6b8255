package attribution

import "context"

// oftenTokens is after how many tokens a reader looks whether it is still waited for.
const oftenTokens = 256

// readCues gives what the cues of a text attribute, in its order. It fails if the
// context is over.
func readCues(ctx context.Context, x *text) ([]attribution, error) {
	var found []attribution
	var room []match
	for head := range x.doc.Tokens {
		if head%oftenTokens == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		room = x.cues.at(x.doc, head, room[:0])
		for _, m := range room {
			if a, ok := readCue(x, m, head); ok {
				found = append(found, a)
				break // the first reading of a cue that attributes words
			}
		}
	}
	return found, nil
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
