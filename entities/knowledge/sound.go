package knowledge

import "strings"

// Sound gives what a folded word sounds like, the same for the ways in which one
// name is written in Latin letters: Mohammed and Muhamad, Sisi and Sissi, Hussein
// and Husayn; not the same for Hassan and Hussein. It is for names from scripts
// that write no short vowels, where the letters of English are anybody's choice.
func Sound(word string) string {
	if s := spelling.Replace(word); s != word {
		word = s
	}
	var b strings.Builder
	var last byte
	for i := range len(word) {
		c := word[i]
		switch c {
		case 'e':
			c = 'a'
		case 'y':
			c = 'i'
		case 'o':
			c = 'u'
		case 'q':
			c = 'k'
		}
		if c != last {
			b.WriteByte(c)
		}
		last = c
	}
	return b.String()
}

// spelling makes one of groups of letters that stand for one sound, and of the
// article within a name.
var spelling = strings.NewReplacer("abdul", "abdal", "abdel", "abdal", "ei", "ai", "ey", "ai", "ay", "ai", "ou", "u", "oo", "u", "ee", "i", "dj", "j", "muh", "moh")
