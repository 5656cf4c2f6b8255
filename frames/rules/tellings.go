package rules

import "rapporteur/frames"

// tellings finds the statements of a text by its tokens, in their order.
type tellings struct {
	// saying are those in whose content a token stands, cued those whose cue it is.
	saying, cued map[int][]*frames.Frame
}

func newTellings(statements []frames.Frame) tellings {
	t := tellings{map[int][]*frames.Frame{}, map[int][]*frames.Frame{}}
	for k := range statements {
		a := &statements[k]
		t.cued[frames.Cue(a)] = append(t.cued[frames.Cue(a)], a)
		for i := range a.Fillers {
			if a.Fillers[i].Role == frames.Content {
				t.says(a, a.Fillers[i].Tokens)
			}
		}
	}
	return t
}

func (t tellings) says(a *frames.Frame, content frames.Tokens) {
	for i := content.First; i < content.Last; i++ {
		if all := t.saying[i]; len(all) == 0 || all[len(all)-1] != a {
			t.saying[i] = append(all, a)
		}
	}
}
