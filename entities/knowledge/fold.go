package knowledge

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words gives the words of a name in the form in which names are compared:
// lower case, without accents, stops and apostrophes, parted at hyphens and
// blanks: "Al-Assad" is al assad, "U.S." is us, "People’s" is people s.
func Words(name string) []string { return AppendWords(nil, name) }

// Fold gives those words with blanks between.
func Fold(name string) string { return strings.Join(Words(name), " ") }

// AppendWords appends them to words.
func AppendWords(words []string, name string) []string {
	if plain(name) {
		return appendPlain(words, name)
	}
	var b strings.Builder
	end := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
			b.Reset()
		}
	}
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '.':
		case special[r] != "":
			b.WriteString(special[r])
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' || r == '&':
			b.WriteRune(unicode.ToLower(r))
		default:
			end()
		}
	}
	end()
	return words
}

// plain reports whether a name is written in ASCII alone.
func plain(name string) bool {
	for i := 0; i < len(name); i++ {
		if name[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// appendPlain is the fast way for ASCII: the words are pieces of one copy of
// the name, or of the name itself where it is written small.
func appendPlain(words []string, name string) []string {
	if strings.IndexByte(name, '.') >= 0 {
		name = strings.ReplaceAll(name, ".", "")
	}
	name = strings.ToLower(name)
	start := -1
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch inside := 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '+' || c == '&'; {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			words, start = append(words, name[start:i]), -1
		}
	}
	if start >= 0 {
		words = append(words, name[start:])
	}
	return words
}

// special are letters that do not come apart into a letter and an accent.
var special = map[rune]string{'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ı': "i", 'ß': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'þ': "th", 'ð': "d", 'ə': "e", 'Ə': "e"}

// Distance is the number of letters to insert, drop, change or swap with their
// neighbour to make b of a (optimal string alignment), at most limit+1.
func Distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d > limit || -d > limit {
		return limit + 1
	}
	two, one, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range one {
		one[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, one[j+1]+1, one[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], two[j-1]+1)
			}
		}
		two, one, row = one, row, two
	}
	return min(one[len(y)], limit+1)
}

// Slug is a name as an id: lower case, words joined by hyphens.
func Slug(name string) string { return strings.Join(Words(name), "-") }
