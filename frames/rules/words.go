package rules

import "strings"

// ContentWords gives the words of a phrase that tell what it is about: those of more than
// three letters, small.
func ContentWords(text string) []string {
	var out []string
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		if w = strings.Trim(w, ".,;:“”\"'’"); len(w) > 3 {
			out = append(out, w)
		}
	}
	return out
}
