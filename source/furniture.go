package source

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/table"
)

//go:embed furniture.tsv
var furnitureTable []byte

// furnitureNames are the names of furniture.tsv, each between blanks.
type furnitureNames struct{ any, part []string }

var knownFurniture = sync.OnceValue(func() furnitureNames {
	f, err := readFurniture(furnitureTable)
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	return f
})

func readFurniture(data []byte) (furnitureNames, error) {
	var f furnitureNames
	t, err := table.Parse("furniture.tsv", data, "limit", "name")
	if err != nil {
		return f, err
	}
	for _, row := range t.Rows {
		name := " " + row.Get("name") + " "
		switch row.Get("limit") {
		case "any":
			f.any = append(f.any, name)
		case "part":
			f.part = append(f.part, name)
		default:
			return f, row.Errorf("%q is no limit; the header of the table names them", row.Get("limit"))
		}
	}
	return f, nil
}

// furnitureShare is the part of a page's prose, one in so many, that a piece of
// furniture may hold: a panel is shorter than the report it stands in.
const furnitureShare = 3

// proseShortest is how much prose, in bytes, is left of a page at least: where
// less would be, what looked like furniture is the report.
const proseShortest = 200

// removeFurniture takes out of a page what is hidden, and the elements whose
// names say that they are furniture.
func removeFurniture(doc *html.Node) {
	var out []*html.Node
	all := proseIn(doc)
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && removable(n) {
			f := furnitureOf(n)
			if f == notFurniture {
				continue
			}
			held := proseIn(n)
			if held == 0 || f == furnitureAny && all-held >= proseShortest || f == furniturePart && held*furnitureShare <= all {
				out = append(out, n)
			}
		}
	}
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// removable reports whether an element can be furniture: not inside a line, and
// without the article inside.
func removable(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Head, atom.Body, atom.Main, atom.Article, atom.H1, atom.Script, atom.P, atom.Time, atom.Figcaption, atom.Figure:
		return false
	}
	return !inline[n.DataAtom] || n.DataAtom == atom.Span
}

type furniture int

const (
	notFurniture furniture = iota
	furniturePart
	furnitureAny
)

// furnitureOf judges an element by its attributes.
func furnitureOf(n *html.Node) furniture {
	var names strings.Builder
	hidden := false
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "role", "data-testid", "data-component":
			names.WriteString(nameWords(subject.ReplaceAllString(a.Val, "")))
		case "hidden":
			hidden = true
		case "style":
			hidden = hidden || unseen.MatchString(a.Val)
		}
	}
	if names.Len() == 0 && !hidden {
		return notFurniture
	}
	f, found := knownFurniture(), notFurniture
	if hidden || holdsName(names.String(), f.part) {
		found = furniturePart
	}
	if holdsName(names.String(), f.any) {
		found = furnitureAny
	}
	if found != notFurniture && holdsArticle(n) {
		return notFurniture
	}
	return found
}

// subject is a class that says what a report is about, not what it is.
var subject = regexp.MustCompile(`(?:^|\s)(?:category|tag|topic|post|tax)-\S+`)

var unseen = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)

// holdsName reports whether one of the names stands in the words.
func holdsName(words string, names []string) bool {
	for _, name := range names {
		if strings.Contains(words, name) {
			return true
		}
	}
	return false
}

// nameWords parts the names of an element into words between blanks.
func nameWords(names string) string {
	var out strings.Builder
	out.WriteByte(' ')
	lower := false
	for _, r := range names {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			out.WriteByte(' ')
			lower = false
			continue
		case unicode.IsUpper(r) && lower:
			out.WriteByte(' ')
		}
		out.WriteRune(unicode.ToLower(r))
		lower = unicode.IsLower(r)
	}
	return " " + strings.Join(strings.Fields(out.String()), " ") + " "
}

// holdsArticle reports whether the heading or the body of an article stands
// below an element.
func holdsArticle(n *html.Node) bool {
	for d := range n.Descendants() {
		switch {
		case d.DataAtom == atom.H1, d.DataAtom == atom.Main, d.DataAtom == atom.Article:
			return true
		case strings.EqualFold(attribute(d, "itemprop"), "articleBody"):
			return true
		}
	}
	return strings.EqualFold(attribute(n, "itemprop"), "articleBody")
}

// proseIn counts the bytes of running text in paragraphs below a node.
func proseIn(n *html.Node) int {
	total := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.P {
			total += len(text(d))
		}
	}
	return total
}
