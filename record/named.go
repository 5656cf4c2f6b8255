package record

import (
	"slices"
	"strings"
	"unicode"
)

// Called is the name by which an entry's actor is told of.
func (e *Entry) Called(id string) string {
	if name := e.Names[id]; name != "" {
		return name
	}
	return strings.ReplaceAll(strings.TrimPrefix(id, "~"), "-", " ")
}

// IsNamed reports whether an actor is somebody: tables know it, or it is called by a
// name of its own. "Two leaders" and "its allies" are not.
func (e *Entry) IsNamed(id string) bool {
	if !strings.HasPrefix(id, "~") {
		return true
	}
	words := strings.Fields(e.Called(id))
	if strings.IndexFunc(e.Called(id), unicode.IsUpper) < 0 {
		return false
	}
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool {
		first := []rune(w)[0]
		return unicode.IsLower(first) && len(w) > 3 || unicode.IsDigit(first)
	}) && !slices.Contains(vagueWords, strings.ToLower(words[0]))
}

// vagueWords are first words that point to somebody instead of naming him.
var vagueWords = []string{"his", "her", "its", "their", "our", "some", "several", "two", "both", "three", "four", "the", "a", "an"}
