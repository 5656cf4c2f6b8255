package lexeme

import "strings"

// longest is the number of bytes of the longest word that is cut to a stem.
const longest = 64

// stem cuts a word to its stem.
func stem(word string) string {
	if len(word) < 3 || len(word) > longest {
		return word
	}
	w := singular(word)
	w = participle(w)
	if n := len(w) - 1; w[n] == 'y' && hasVowel(w[:n]) {
		w = w[:n] + "i"
	}
	w = replace(w, 0, derived)
	w = replace(w, 0, shortened)
	w = replace(w, 1, removed)
	if n := len(w) - 1; w[n] == 'e' && (measure(w[:n]) > 1 || measure(w[:n]) == 1 && !closed(w[:n])) {
		w = w[:n]
	}
	if n := len(w) - 1; n > 0 && w[n] == 'l' && w[n-1] == 'l' && measure(w[:n]) > 1 {
		w = w[:n]
	}
	return w
}

// singular takes off the ending of a plural (step 1a).
func singular(w string) string {
	n := len(w)
	switch {
	case w[n-1] != 's':
		return w
	case w[n-2] == 'e' && (n > 4 && w[n-4:n-2] == "ss" || n > 3 && w[n-3] == 'i'):
		return w[:n-2]
	case w[n-2] == 's':
		return w
	}
	return w[:n-1]
}

// participle takes off "ed" and "ing" and mends what is left (step 1b).
func participle(w string) string {
	n := len(w)
	switch {
	case n > 3 && strings.HasSuffix(w, "eed"):
		if measure(w[:n-3]) > 0 {
			return w[:n-1]
		}
		return w
	case n > 2 && strings.HasSuffix(w, "ed") && hasVowel(w[:n-2]):
		w = w[:n-2]
	case n > 3 && strings.HasSuffix(w, "ing") && hasVowel(w[:n-3]):
		w = w[:n-3]
	default:
		return w
	}
	n = len(w)
	switch {
	case n > 2 && (strings.HasSuffix(w, "at") || strings.HasSuffix(w, "bl") || strings.HasSuffix(w, "iz")):
		return w + "e"
	case n > 1 && w[n-1] == w[n-2] && !isVowel(w[n-1], false) && !strings.ContainsRune("lsz", rune(w[n-1])):
		return w[:n-1]
	case measure(w) == 1 && closed(w):
		return w + "e"
	}
	return w
}

// ending is a suffix with what takes its place. Of those that end alike, the first
// that a word has decides, whatever comes of it.
type ending struct{ is, becomes string }

var (
	derived = []ending{ // step 2
		{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"}, {"logi", "log"},
		{"bli", "ble"}, {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"},
		{"ization", "ize"}, {"ation", "ate"}, {"ator", "ate"},
		{"alism", "al"}, {"iveness", "ive"}, {"fulness", "ful"}, {"ousness", "ous"},
		{"aliti", "al"}, {"iviti", "ive"}, {"biliti", "ble"},
	}
	shortened = []ending{ // step 3
		{"ical", "ic"}, {"ness", ""}, {"icate", "ic"}, {"iciti", "ic"}, {"ful", ""}, {"ative", ""}, {"alize", "al"},
	}
	removed = []ending{ // step 4
		{"al", ""}, {"ance", ""}, {"ence", ""}, {"er", ""}, {"ic", ""}, {"able", ""}, {"ible", ""},
		{"ant", ""}, {"ement", ""}, {"ment", ""}, {"ent", ""}, {"ion", ""}, {"ou", ""},
		{"ism", ""}, {"ate", ""}, {"iti", ""}, {"ous", ""}, {"ive", ""}, {"ize", ""},
	}
)

// replace replaces the ending of a word whose rest has a measure above a least one.
func replace(w string, least int, endings []ending) string {
	for _, e := range endings {
		if len(w) <= len(e.is) || !strings.HasSuffix(w, e.is) {
			continue
		}
		rest := w[:len(w)-len(e.is)]
		if measure(rest) <= least || e.is == "ion" && !strings.HasSuffix(rest, "s") && !strings.HasSuffix(rest, "t") {
			return w
		}
		return rest + e.becomes
	}
	return w
}

// isVowel says whether a letter is a vowel; y is one behind a consonant.
func isVowel(c byte, behindConsonant bool) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || behindConsonant && c == 'y'
}

// hasVowel says whether there is a vowel (*v*); y is one but as the first letter.
func hasVowel(w string) bool {
	for i := range len(w) {
		if isVowel(w[i], i > 0) {
			return true
		}
	}
	return false
}

// measure counts the times that consonants follow vowels (m).
func measure(w string) int {
	count, vowel, consonant := 0, false, false
	for i := range len(w) {
		is := isVowel(w[i], consonant)
		if vowel && !is {
			count++
		}
		vowel, consonant = is, !is
	}
	return count
}

// closed says whether a word ends in consonant, vowel and a consonant other than w, x
// and y (*o).
func closed(w string) bool {
	if w == "" || strings.ContainsRune("wxy", rune(w[len(w)-1])) {
		return false
	}
	pattern, consonant := 0, false
	for i := range len(w) {
		consonant = !isVowel(w[i], consonant)
		pattern <<= 1
		if consonant {
			pattern |= 1
		}
	}
	return pattern&7 == 5
}
