package source

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/table"
)

//go:embed signs.tsv
var signTable []byte

// sign is one row of signs.tsv: words that give away what a paragraph is for.
type sign struct {
	kind rapporteur.ParagraphKind
	// limit is the length in bytes of the longest paragraph it speaks of.
	limit int
	words pattern
	// capitals are the words as they must stand in the text, "" where capitals
	// do not matter.
	capitals string
}

// where says how much of a paragraph a sign stands for.
type where string

const (
	// whole: the pattern is all of the paragraph.
	whole where = "whole"
	// start, end, has: the paragraph begins with, ends with, holds the pattern,
	// and is of that kind as a whole.
	atStart where = "start"
	atEnd   where = "end"
	has     where = "has"
	// prefix, suffix: only these words, at the beginning or the end, are of
	// that kind.
	prefix where = "prefix"
	suffix where = "suffix"
	// phrase: the sentence that holds the pattern.
	phrase where = "phrase"
)

// signs are the rows of the table, by where they look, in its order.
type signs map[where][]sign

// known is the table, read when it is first needed.
var known = sync.OnceValue(func() signs {
	s, err := readSigns(signTable)
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	return s
})

func readSigns(data []byte) (signs, error) {
	t, err := table.Parse("signs.tsv", data, "kind", "where", "limit", "pattern")
	if err != nil {
		return nil, err
	}
	out := signs{}
	for _, row := range t.Rows {
		w, s, err := readSign(row)
		if err != nil {
			return nil, row.Errorf("%v", err)
		}
		out[w] = append(out[w], s)
	}
	return out, nil
}

func readSign(row table.Row) (where, sign, error) {
	w := where(row.Get("where"))
	switch w {
	case whole, atStart, atEnd, has, prefix, suffix, phrase:
	default:
		return "", sign{}, fmt.Errorf("%q is no place to look; the header of the table names them", w)
	}
	limit, err := strconv.Atoi(row.Get("limit"))
	if err != nil || limit <= 0 {
		return "", sign{}, fmt.Errorf("limit %q is no length in bytes", row.Get("limit"))
	}
	kind := rapporteur.ParagraphKind(row.Get("kind"))
	switch kind {
	case rapporteur.Body, rapporteur.Heading, rapporteur.Caption, rapporteur.Boilerplate:
	default:
		return "", sign{}, fmt.Errorf("%q is no kind of paragraph that a sign can give", kind)
	}
	s := sign{kind: kind, limit: limit, words: newPattern(row.Get("pattern"))}
	if raw := row.Get("pattern"); raw != strings.ToLower(raw) {
		s.capitals = raw
	}
	return w, s, nil
}

// speaks reports whether a sign has a say about a paragraph at all.
func (g sign) speaks(original string, f folded) bool {
	return len(f.text) <= g.limit && strings.Contains(original, g.capitals)
}

// kindOf gives the kind that a sign for whole paragraphs gives away, "" where
// none does.
func (s signs) kindOf(words string, f folded) rapporteur.ParagraphKind {
	for _, w := range []where{whole, atStart, atEnd, has} {
		for _, g := range s[w] {
			if !f.grams.mayHold(g.words[0]) {
				continue
			}
			if g.speaks(words, f) && g.words.holds(w, f.text) && !(w == has && g.quoted(f)) {
				return g.kind
			}
		}
	}
	return ""
}

// quoted reports whether the words of a sign for boilerplate are somebody's:
// they stand inside quotation marks.
func (g sign) quoted(f folded) bool {
	start, _ := g.words.find(f.text, 0)
	return g.kind == rapporteur.Boilerplate && start >= 0 && strings.Count(f.text[:start], `"`)%2 == 1
}
