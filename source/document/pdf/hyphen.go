package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// words are those of a file, in small letters, by which it is known how one is written
// that was parted at the end of a line.
type words map[string]bool

func vocabulary(all []line) words {
	out := words{}
	for _, l := range all {
		for w := range strings.FieldsSeq(strings.ToLower(l.words)) {
			out[strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })] = true
		}
	}
	return out
}

// hyphens end a line in the middle of a word: what producers write for them, and what
// the engine makes of one that it takes for soft.
const hyphens = "-‐\u00ad\u0002\ufffe"

// compounds begin words that keep their hyphen: "non-nuclear".
var compounds = map[string]bool{"non": true, "self": true, "ex": true, "anti": true, "pro": true, "cross": true, "vice": true, "co": true, "well": true, "so": true,
	"long": true, "short": true, "high": true, "low": true, "half": true, "two": true, "three": true, "four": true, "five": true, "ten": true, "mid": true, "post": true, "pre": true}

// join puts a line behind another. A word that was parted is one again: without its
// hyphen, unless the file writes it with one elsewhere, or words of its kind keep it.
func (known words) join(a, b string) string {
	r, size := utf8.DecodeLastRuneInString(a)
	before, _ := utf8.DecodeLastRuneInString(a[:len(a)-size])
	if !strings.ContainsRune(hyphens, r) || !unicode.IsLetter(before) {
		return a + " " + b
	}
	head := a[:len(a)-size]
	if !small(b) {
		return head + "-" + b // a name: "Bosnia-Herzegovina"
	}
	first := head[strings.LastIndexAny(head, " -—–")+1:]
	second, _, _ := strings.Cut(b, " ")
	second = strings.TrimFunc(second, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	one, two := strings.ToLower(first+second), strings.ToLower(first+"-"+second)
	switch {
	case known[one]:
		return head + b
	case known[two], compounds[strings.ToLower(first)]:
		return head + "-" + b
	}
	return head + b
}
