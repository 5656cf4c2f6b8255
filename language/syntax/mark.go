package syntax

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/language"
)

// marksOf are the marks of a paragraph that may close a quotation, found when they are
// first asked for: each mark asks what comes behind it, and a text may be nothing else.
type marksOf struct {
	text      string
	paragraph language.Range
	// single are where a single mark may close, openers where the next may open.
	single, openers []int
	searched        bool
	// last is where the last mark stands that a double one can be closed by, by what
	// opens.
	last map[rune]int
}

// possessive reports whether a single mark is the apostrophe of a plural, "the
// ministers’ dinner": it follows an s, and a better mark to close with comes
// before the next one opens.
func (m *marksOf) possessive(from int, open, before rune) bool {
	if !single(open) || before != 's' {
		return false
	}
	m.search()
	at, end := m.partner(from), m.paragraph.End
	if i, _ := slices.BinarySearch(m.openers, from); i < len(m.openers) {
		end = m.openers[i]
	}
	return at >= 0 && at < end
}

// close reports whether a mark has a partner in the text behind it. That of a single
// one, which may be an apostrophe, follows a stop, a comma or a word's end; that of a
// double one that stands apart may be a pair of single ones.
func (m *marksOf) close(from int, mark rune) bool {
	if single(mark) {
		m.search()
		return m.partner(from) >= 0
	}
	last, known := m.last[mark]
	if !known {
		words := m.text[m.paragraph.Start:m.paragraph.End]
		last = m.paragraph.Start + max(strings.LastIndexAny(words, closers[mark]), strings.LastIndex(words, "''"))
		if m.last == nil {
			m.last = map[rune]int{}
		}
		m.last[mark] = last
	}
	return last >= from
}

// partner gives the first single mark behind a place, and not right at it, that may
// close a quotation, -1 for none.
func (m *marksOf) partner(from int) int {
	if i, _ := slices.BinarySearch(m.single, from+1); i < len(m.single) {
		return m.single[i]
	}
	return -1
}

// search finds the single marks.
func (m *marksOf) search() {
	if m.searched {
		return
	}
	m.searched = true
	prev := ' '
	for i := m.paragraph.Start; i < m.paragraph.End; {
		r, size := utf8.DecodeRuneInString(m.text[i:m.paragraph.End])
		if r == '‘' || r == '`' {
			m.openers = append(m.openers, i)
		}
		next, _ := utf8.DecodeRuneInString(m.text[i+size : m.paragraph.End])
		if strings.ContainsRune(closers['‘'], r) && closes('‘', r, prev, next) && prev != 's' {
			m.single = append(m.single, i)
		}
		prev = r
		i += size
	}
}
