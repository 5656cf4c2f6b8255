package sqlite

import (
	"strings"

	"rapporteur/store/lexeme"
)

// match writes what a person searches for in the language of FTS5: every word and
// every phrase in quotation marks must stand in the sentence. Who asks for no word finds
// none. FTS5 would take the character 0 for the end of the question.
func match(text string) string {
	text = strings.ReplaceAll(text, "\x00", "\ufffd")
	var parts []string
	for i, part := range strings.Split(text, `"`) {
		if i%2 == 1 {
			parts = append(parts, part)
			continue
		}
		parts = append(parts, strings.Fields(part)...)
	}
	var out []string
	for _, part := range parts {
		if strings.TrimSpace(part) != "" {
			out = append(out, `"`+lexeme.Apart(part)+`"`)
		}
	}
	if len(out) == 0 {
		return `""`
	}
	return strings.Join(out, " ")
}
