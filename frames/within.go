package frames

import (
	"slices"

	"rapporteur/language"
)

// Within gives for each frame the index of the innermost statement whose content
// holds its trigger's words, -1 for none.
func Within(doc *language.Document, all []Frame) []int {
	out := make([]int, len(all))
	order := make([]int, len(all))
	for i := range all {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return triggerWords(&all[a]).First - triggerWords(&all[b]).First })
	parts := contents(doc, all)
	var open []content // those that began and have not ended, as far as it is known
	for _, i := range order {
		words := triggerWords(&all[i])
		for len(parts) > 0 && parts[0].First <= words.First {
			open, parts = append(open, parts[0]), parts[1:]
		}
		open = slices.DeleteFunc(open, func(c content) bool { return c.Last <= words.First })
		out[i] = innermost(open, words, i)
	}
	return out
}

// triggerWords gives the words of a frame's trigger, the trigger where it has none.
func triggerWords(f *Frame) Tokens {
	if f.Words.Len() == 0 {
		return Tokens{f.Trigger, f.Trigger + 1}
	}
	return f.Words
}

// content is a part of the content of a statement.
type content struct {
	Tokens
	statement, size int
}

// contents gives the parts of the contents of all statements, in the order of the
// text.
func contents(doc *language.Document, all []Frame) []content {
	var out []content
	for i := range all {
		if all[i].Kind != Statement {
			continue
		}
		for k := range all[i].Fillers {
			if x := &all[i].Fillers[k]; x.Role == Content {
				out = append(out, content{x.Tokens, i, x.Range(doc).Len()})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b content) int { return a.First - b.First })
	return out
}

// innermost gives the statement other than number but whose shortest part of content
// holds some tokens, the first of several, -1 for none.
func innermost(parts []content, words Tokens, but int) int {
	best, size := -1, 0
	for _, c := range parts {
		if c.statement == but || words.Last > c.Last {
			continue
		}
		if best < 0 || c.size < size || c.size == size && c.statement < best {
			best, size = c.statement, c.size
		}
	}
	return best
}

// SourcesOfTokens gives for each token the head of who says it, the source of the
// shortest content that holds it; -1 for the reporter.
func SourcesOfTokens(doc *language.Document, statements []Frame) []int {
	sources, sizes := make([]int, len(doc.Tokens)), make([]int, len(doc.Tokens))
	for i := range sources {
		sources[i] = -1
	}
	for k := range statements {
		a := &statements[k]
		if !Clausal(a) {
			continue // who refuses to meet does not claim it
		}
		source := a.Head(Source)
		for _, c := range a.Of(Content) {
			n := c.Range(doc).Len()
			for i := c.First; i < c.Last; i++ {
				if sizes[i] == 0 || n < sizes[i] {
					sources[i], sizes[i] = source, n
				}
			}
		}
	}
	return sources
}
