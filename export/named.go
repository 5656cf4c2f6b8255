package export

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/record"
)

// isNamed reports whether an actor is somebody: tables know it, or it is called by a
// name of its own. "Two leaders" and "its allies" are not.
func isNamed(e *record.Entry, id string) bool {
	if !strings.HasPrefix(id, "~") {
		return true
	}
	words := strings.Fields(called(e, id))
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool {
		first := []rune(w)[0]
		return unicode.IsLower(first) && len(w) > 3 || unicode.IsDigit(first)
	}) && !slices.Contains(vague, strings.ToLower(words[0]))
}

// vague are first words that point to somebody instead of naming him.
var vague = []string{"his", "her", "its", "their", "our", "some", "several", "two", "both", "three", "four", "the", "a", "an"}

// allNamed reports whether there are actors and each is somebody.
func allNamed(e *record.Entry, ids []string) bool {
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return !isNamed(e, id) })
}
