package main

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// cast is a set of names that take the place of the invented ones.
type cast struct {
	number int
	// names are the new names by the old ones; a state has a stem, which its
	// demonyms share.
	names map[string]string
	old   *regexp.Regexp
}

// Syllables of these make names that nobody has.
var onsets, vowels, codas = strings.Fields("b br d dr f fl g gr h k kl l m n p r s st t tr v z"),
	strings.Fields("a e i o u"), strings.Fields("l n r rd rn s sk st th v x")

// newCasts makes casts whose names are all different.
func newCasts(tables []sheet, count int, seed uint64) []*cast {
	olds := oldNames(tables)
	taken := map[string]bool{}
	var out []*cast
	for n := range count {
		random := rand.New(rand.NewPCG(seed, uint64(n)))
		c := &cast{number: n, names: map[string]string{}}
		for _, old := range olds {
			name := coin(random)
			for taken[name] {
				name = coin(random)
			}
			taken[name] = true
			c.names[old], c.names[strings.ToUpper(old)] = name, strings.ToUpper(name) // datelines
		}
		all := strings.Join(olds, "|")
		c.old = regexp.MustCompile(`\b(` + all + "|" + strings.ToUpper(all) + `)`)
		out = append(out, c)
	}
	return out
}

func coin(random *rand.Rand) string {
	var b strings.Builder
	for range 3 {
		b.WriteString(onsets[random.IntN(len(onsets))])
		b.WriteString(vowels[random.IntN(len(vowels))])
	}
	b.WriteString(codas[random.IntN(len(codas))])
	name := b.String()
	return strings.ToUpper(name[:1]) + name[1:]
}

// oldNames are the stems of states, towns, palaces, surnames, and the words by
// which bodies are told apart, the longest first.
func oldNames(tables []sheet) []string {
	out := []string{"Strait", "Joint", "Beacon"}
	add := func(name string) {
		for _, word := range strings.Fields(name) {
			if !slices.Contains(out, word) && !slices.Contains(common, word) {
				out = append(out, word)
			}
		}
	}
	for _, t := range tables {
		for _, row := range t.rows {
			switch t.name {
			case "states":
				add(stem(row[t.column("name")], row[t.column("demonyms")]))
				for _, column := range []string{"capital", "seats", "cities"} {
					add(strings.ReplaceAll(row[t.column(column)], ";", " "))
				}
			case "persons":
				name := strings.Fields(row[t.column("name")])
				add(name[len(name)-1])
			}
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

// common are the words of names that all casts share.
var common = []string{"Saint", "Port", "Castle", "Minster", "Palace"}

// stem is what a state's name and its first demonym begin with, up to a consonant.
func stem(name, demonyms string) string {
	first, _, _ := strings.Cut(demonyms, ";")
	n := 0
	for n < len(name) && n < len(first) && name[n] == first[n] {
		n++
	}
	return strings.TrimRight(name[:n], "aeiou")
}

// rename puts the new names into a text.
func (c *cast) rename(text string) string {
	return c.old.ReplaceAllStringFunc(text, func(old string) string { return c.names[old] })
}

// id makes an id of the invented world one of the cast: codes of states and words.
func (c *cast) id(old string) string { return fmt.Sprintf("%s-%d", old, c.number) }
