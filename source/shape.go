package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// How long, in words, a heading and a caption are at most, and a heading that stands
// before all else in a document.
const (
	headingLongest = 8
	captionLongest = 60
	leadingLongest = 20
)

// repeatShortest is the length in bytes up to which words may come again: a
// question in an interview, a heading.
const repeatShortest = 15

// look judges one block: link says that a link came just before it, began that the body
// of the report has begun.
type look func(words string, link, began bool) rapporteur.ParagraphKind

// shape gives the blocks that no sign speaks of a kind by their look and place.
func shape(p *page, judge look) {
	link, list, began := false, false, false
	for i := range p.blocks {
		b := &p.blocks[i]
		words := b.in(p.text)
		// A sign or the page, not the look of it, made a heading: "Key points"
		// and the like, with a list below it.
		list = b.kind == rapporteur.Heading || list && !stopped(words)
		if b.kind == "" && list && !linked(words) {
			b.kind = rapporteur.Body
		}
		if b.kind == "" {
			b.kind = judge(words, link, began)
		}
		list = list || b.kind == rapporteur.Body && strings.HasSuffix(words, ":")
		link = b.kind == rapporteur.Boilerplate && (labelled(words) || link)
		began = began || b.kind == rapporteur.Body
	}
}

// repeats marks what has been said before as boilerplate: it is not read twice. Rows of
// tables say something else in each.
func (p *page) repeats(rows map[string]bool) {
	seen := map[string]bool{}
	for i := range p.blocks {
		words := p.blocks[i].in(p.text)
		if seen[words] && len(words) > repeatShortest && !rows[words] {
			p.blocks[i].kind = rapporteur.Boilerplate
		}
		seen[words] = true
	}
}

// shapeOf judges one block of a page or a text: a short line without a stop is a heading,
// a longer one is a caption, or a link after other links.
func shapeOf(words string, link, began bool) rapporteur.ParagraphKind {
	switch n := len(strings.Fields(words)); {
	case rule(words), dated(words), bracketed(words), linked(words), link && !stopped(words) && n <= 20:
		return rapporteur.Boilerplate
	case spoken(words):
		return rapporteur.Body
	case credited(words) && n <= captionLongest:
		return rapporteur.Caption
	case stopped(words):
		return rapporteur.Body
	case n <= headingLongest || !began:
		return rapporteur.Heading
	case headline(words):
		return rapporteur.Boilerplate
	case n <= captionLongest:
		return rapporteur.Caption
	default:
		return rapporteur.Body
	}
}

// documentShape judges one block of a document or a letter. There are no links to other
// reports in it, and its captions are styled or begin as such; what ends without a stop is
// an item of a list, or somebody's haste.
func documentShape(words string, _, began bool) rapporteur.ParagraphKind {
	switch n := len(strings.Fields(words)); {
	case rule(words), dated(words), bracketed(words), linked(words):
		return rapporteur.Boilerplate
	case spoken(words):
		return rapporteur.Body
	case captioned.MatchString(words) && n <= captionLongest:
		return rapporteur.Caption
	case !stopped(words) && (n <= headingLongest || !began && n <= leadingLongest):
		return rapporteur.Heading
	}
	return rapporteur.Body
}

// captioned begins a caption: "Figure 3. The delegations arrive".
var captioned = regexp.MustCompile(`^(?i:fig(?:ure|\.)|table|photo|picture|image|illustration|map|chart|exhibit) ?(?:\d+(?:[.:–—-]| \p{Lu})|:)`)

// rule reports whether there is no letter or digit: "___", "* * *".
func rule(words string) bool { return strings.IndexFunc(words, wordRune) < 0 }

// bracketed reports whether the words are an aside of the editors: a link to
// another report, a note on this one.
func bracketed(words string) bool {
	return len(words) <= 300 && strings.HasPrefix(words, "[") && strings.HasSuffix(words, "]")
}

// dated reports whether a line says when, and nothing else.
func dated(words string) bool {
	if len(words) <= 60 && (!stopped(words) || strings.HasSuffix(words, ".m.")) && strings.ContainsAny(words, "0123456789") && (publishedLine.MatchString(words) || updatedLine.MatchString(words)) {
		return true
	}
	return len(words) <= 40 && len(strings.Fields(words)) <= 4 && len(days(words)) == 1
}

// spoken reports whether the words hold speech: no caption or heading does.
func spoken(words string) bool {
	return strings.ContainsAny(words, "\"“”") && len(strings.Fields(words)) > headingLongest
}

// linked reports whether the words are a label and a headline run together,
// "Related:Talks begin", as links between paragraphs are in many outlets.
func linked(words string) bool {
	label, rest, ok := strings.Cut(words, ":")
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && len(label) <= 40 && len(words) <= 200 && (unicode.IsLetter(r) || unicode.IsPunct(r) && r != '/') &&
		!strings.Contains(label, ".") && !strings.HasSuffix(words, ".") || strings.EqualFold(words, "read more:") ||
		strings.EqualFold(words, "related:")
}

// labelled reports whether a few words and a colon begin it: "More: …".
func labelled(words string) bool {
	i := strings.IndexByte(words, ':')
	return i > 0 && i <= 40
}

// headline reports whether nearly all the longer words begin with a capital:
// the title of another report, for a reader to click on.
func headline(words string) bool {
	all, capital := 0, 0
	for w := range strings.FieldsSeq(words) {
		if utf8.RuneCountInString(w) < 5 {
			continue
		}
		all++
		if strings.IndexFunc(w, unicode.IsUpper) >= 0 {
			capital++
		}
	}
	return all >= 4 && capital == all
}

// credited reports whether a caption's credit closes the words: after the last
// full stop come a few words without one, most of them names.
func credited(words string) bool {
	i := strings.LastIndex(words, ". ")
	if i < 0 || stopped(words) {
		return false
	}
	return len(strings.Fields(words[:i])) > headingLongest && len(strings.Fields(words[i:])) <= headingLongest
}
