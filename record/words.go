package record

import (
	"hash/fnv"
	"rapporteur"
	"slices"
	"strings"
	"unicode"
)

// alikeWords is the share of words in common from which the evidence of an entry
// still stands in another version of the article.
const alikeWords = 0.6

func wordSet(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range wordsOf(text) {
		out[w] = true
	}
	return out
}

// share is the part of all members of two sets that both have (Jaccard).
func share(a, b map[string]bool) float64 {
	both := 0
	for k := range a {
		if b[k] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}

// fold makes names of places comparable.
func fold(name string) string { return strings.Join(wordsOf(name), " ") }

// said are the words of some spans.
func said(spans []rapporteur.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
		b.WriteByte(' ')
	}
	return b.String()
}

// wordsOf are the words of a text in small letters, without marks.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(text, "’", ""), "'", "")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// light are words that say nothing of what a text is about.
const light = " a an and are as at be been but by for from had has have he her his i in is it its of on or our said says she that the their them they this to was we were which who will with would not no mr president minister "

// stems are the words that say what a text is about, cut to their first letters.
func stems(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range wordsOf(text) {
		if strings.Contains(light, " "+w+" ") || len(w) < 3 {
			continue
		}
		out[w[:min(len(w), 6)]] = true
	}
	return out
}

// overlap is the part of the smaller set that the larger one has, 0 for an empty one.
func overlap[K comparable](a, b map[K]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}

// shingle is the number of words in a run.
const shingle = 4

// shinglesOf hashes every run of four words; a shorter text is one run.
func shinglesOf(words []string) []uint64 {
	var out []uint64
	for i := 0; i == 0 || i+shingle <= len(words); i++ {
		out = append(out, hash(words[i:min(i+shingle, len(words))]...))
	}
	return out
}

// hash is FNV-1a of some strings and the bounds between them.
func hash(parts ...string) uint64 {
	h := fnv.New64a()
	for _, p := range parts {
		_, _ = h.Write([]byte(p)) // a hash takes everything
		_, _ = h.Write([]byte{0})
	}
	return h.Sum64()
}

// winnow chooses some of the hashes of a text so that two texts with a long run
// in common have one in common: the least of every window (Schleimer, Wilkerson
// and Aiken 2003).
func winnow(hashes []uint64, window int) []uint64 {
	var out []uint64
	for i := 0; i == 0 || i+window <= len(hashes); i++ {
		least := slices.Min(hashes[i:min(i+window, len(hashes))])
		if !slices.Contains(out, least) {
			out = append(out, least)
		}
	}
	return out
}

// least are the smallest so many of some hashes.
func least(hashes []uint64, n int) []uint64 {
	out := slices.Clone(hashes)
	slices.Sort(out)
	return out[:min(n, len(out))]
}
