package source

import (
	"context"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// nestedMost is how deep elements of a page are nested once it has been
// flattened. The parser refuses what is nested deeper than 512.
const nestedMost = 200

// tree parses a page; one that is nested too deep for the parser is flattened
// first, which no reader of it could see.
func tree(ctx context.Context, page string) (*html.Node, error) {
	doc, err := html.Parse(whileWaited{ctx, strings.NewReader(page)})
	if err == nil || ctx.Err() != nil {
		return doc, err
	}
	return html.Parse(whileWaited{ctx, strings.NewReader(flatten(page))})
}

// whileWaited reads until a context is over, and fails then.
type whileWaited struct {
	ctx  context.Context
	from io.Reader
}

func (r whileWaited) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.from.Read(p)
}

// unnested are elements that hold no others of their kind, or nothing at all:
// they do not count as levels.
var unnested = map[atom.Atom]bool{
	atom.Html: true, atom.Head: true, atom.Body: true, atom.Title: true, atom.Script: true, atom.Style: true,
	atom.P: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Br: true, atom.Img: true, atom.Hr: true, atom.Input: true, atom.Meta: true, atom.Link: true,
	atom.Source: true, atom.Wbr: true, atom.Area: true, atom.Base: true, atom.Col: true, atom.Embed: true,
	atom.Track: true, atom.Param: true, atom.Textarea: true, atom.Noscript: true, atom.Iframe: true,
}

// flatten drops the tags of elements that are nested too deep, and keeps what
// is inside them; a line ends where a dropped element would have ended it.
func flatten(page string) string {
	var out strings.Builder
	depth, dropped := 0, map[string]int{}
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out.String()
		}
		raw := string(z.Raw())
		name, _ := z.TagName()
		tag := atom.Lookup(name)
		drop := false
		switch {
		case tag != 0 && unnested[tag]:
		case kind == html.StartTagToken:
			if drop = depth >= nestedMost; drop {
				dropped[string(name)]++
			} else {
				depth++
			}
		case kind == html.EndTagToken:
			if drop = dropped[string(name)] > 0; drop {
				dropped[string(name)]--
			} else {
				depth = max(0, depth-1)
			}
		}
		switch {
		case !drop:
			out.WriteString(raw)
		case !inline[tag]:
			out.WriteString("<br>")
		}
	}
}
