package neural

import (
	"unicode"
	"unicode/utf8"
)

// Kinds of feature of a word form. All but the first are hashed, so that they
// need no table.
const (
	wordFeature = iota
	suffix2Feature
	suffix3Feature
	suffix4Feature
	prefix3Feature
	shapeFeature
	hashFeature
	// FeatureKinds is the number of embeddings summed for a word.
	FeatureKinds
)

// TableRows are the sizes of the embeddings of each kind for a vocabulary of
// so many words, the unknown one not counted.
func TableRows(words int) [FeatureKinds]int {
	return [FeatureKinds]int{
		wordFeature: words + 1, suffix2Feature: 1024, suffix3Feature: 4096, suffix4Feature: 8192,
		prefix3Feature: 4096, shapeFeature: 1024, hashFeature: 8192,
	}
}

// Unknown is the row of words that the vocabulary lacks; NoVector stands for a
// word without a vector.
const (
	Unknown  = 0
	NoVector = -1
)

// Features are rows of the embeddings of each kind, and of the word vectors.
type Features struct {
	Rows   [FeatureKinds]int32
	Vector int32
}

// Unseen gives the features of a word as if the vocabulary lacked it, for
// training; the word's own hash goes too.
func (f Features) Unseen() Features {
	f.Rows[wordFeature], f.Rows[hashFeature] = Unknown, Unknown
	return f
}

// Word is the row of the word in the vocabulary.
func (f Features) Word() int32 { return f.Rows[wordFeature] }

// Lexicon turns word forms into features.
type Lexicon struct {
	words, vectors map[string]int32
	rows           [FeatureKinds]int
}

// NewLexicon makes a lexicon of a vocabulary, whose first word has row 1, and
// of the words that have vectors, in the order of their rows.
func NewLexicon(words, vectors []string, rows [FeatureKinds]int) *Lexicon {
	l := &Lexicon{make(map[string]int32, len(words)), make(map[string]int32, len(vectors)), rows}
	for i, w := range words {
		l.words[w] = int32(i + 1)
	}
	for i, w := range vectors {
		l.vectors[w] = int32(i)
	}
	return l
}

// Features of a form; folded is scratch space, which is returned.
func (l *Lexicon) Features(form string, folded []byte) (Features, []byte) {
	var f Features
	folded = Fold(form, folded[:0])
	f.Vector = l.vector(folded)
	digitsToZero(folded)
	f.Rows[wordFeature] = l.words[string(folded)]
	f.Rows[suffix2Feature] = l.hash(suffix2Feature, suffix(folded, 2))
	f.Rows[suffix3Feature] = l.hash(suffix3Feature, suffix(folded, 3))
	f.Rows[suffix4Feature] = l.hash(suffix4Feature, suffix(folded, 4))
	f.Rows[prefix3Feature] = l.hash(prefix3Feature, folded[:min(3, len(folded))])
	if f.Rows[wordFeature] != Unknown {
		f.Rows[hashFeature] = l.hash(hashFeature, folded)
	}
	n := len(folded)
	folded = appendShape(folded, form)
	f.Rows[shapeFeature] = l.hash(shapeFeature, folded[n:])
	return f, folded[:n]
}

// Vocabulary is the key of a form in the vocabulary: folded, digits as zeros.
func Vocabulary(form string) string {
	folded := Fold(form, nil)
	digitsToZero(folded)
	return string(folded)
}

// vector finds the row of a word, or of the part after its last hyphen.
func (l *Lexicon) vector(folded []byte) int32 {
	if row, ok := l.vectors[string(folded)]; ok {
		return row
	}
	for i := len(folded) - 2; i > 0; i-- {
		if folded[i] != '-' {
			continue
		}
		if row, ok := l.vectors[string(folded[i+1:])]; ok {
			return row
		}
		break
	}
	return NoVector
}

// hash is FNV-1a with a final mix, reduced to the rows of the kind; row 0 is
// left for words whose hash is dropped.
func (l *Lexicon) hash(kind int, text []byte) int32 {
	h := uint32(2166136261) + uint32(kind)
	for _, b := range text {
		h = (h ^ uint32(b)) * 16777619
	}
	h ^= h >> 15
	h *= 0x85ebca6b
	h ^= h >> 13
	return int32(1 + h%uint32(l.rows[kind]-1))
}

// Fold appends a form in lower case with the typographic marks of print set
// as the treebanks have them.
func Fold(form string, to []byte) []byte {
	for _, r := range form {
		switch {
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			to = append(to, byte(r))
		default:
			to = appendFolded(to, r)
		}
	}
	return to
}

func appendFolded(to []byte, r rune) []byte {
	switch r {
	case '‘', '’', '‛', '′', '´':
		return append(to, '\'')
	case '“', '”', '„', '«', '»', '″':
		return append(to, '"')
	case '–', '—', '‒', '―', '−':
		return append(to, '-')
	case '‐', '‑':
		return append(to, '-')
	case '…':
		return append(to, "..."...)
	}
	return utf8.AppendRune(to, unicode.ToLower(r))
}

func digitsToZero(text []byte) {
	for i, b := range text {
		if '0' <= b && b <= '9' {
			text[i] = '0'
		}
	}
}

// suffix is the last n bytes; a shorter word is its own suffix.
func suffix(text []byte, n int) []byte { return text[max(0, len(text)-n):] }

// appendShape appends the classes of the characters of a form, no more than
// three of a run: "Xxxx" for "Minister", "XXX" for "UNESCO", "dd-xx".
func appendShape(to []byte, form string) []byte {
	var last byte
	run := 0
	for _, r := range form {
		c := class(r)
		if c == last {
			run++
		} else {
			last, run = c, 1
		}
		if run <= 3 {
			to = append(to, c)
		}
	}
	return to
}

func class(r rune) byte {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return 'd'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	var folded [8]byte
	return appendFolded(folded[:0], r)[0]
}
