package source

import "unicode/utf8"

// folded is a text made easy to compare: small letters, straight marks, single
// blanks, # for every digit. at[i] is the byte of the original that byte i comes from.
type folded struct {
	text string
	at   []int
	// grams rule most words out that the text does not hold.
	grams *grams
}

func fold(s string) folded {
	out := make([]byte, 0, len(s))
	at := make([]int, 0, len(s)+1)
	for i, r := range s {
		r = foldRune(r)
		if r == ' ' && len(out) > 0 && out[len(out)-1] == ' ' {
			continue
		}
		n := len(out)
		out = utf8.AppendRune(out, r)
		for range len(out) - n {
			at = append(at, i)
		}
	}
	text := string(out)
	return folded{text, append(at, len(s)), gramsOf(text)}
}

func foldRune(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case '0' <= r && r <= '9':
		return '#'
	case r == '\n':
		return ' '
	case r == '’' || r == '‘':
		return '\''
	case r == '“' || r == '”':
		return '"'
	case r == '–' || r == '—':
		return '-'
	default:
		return r
	}
}
