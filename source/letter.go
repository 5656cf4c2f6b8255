package source

import (
	"context"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur"
)

// quotedNames are classes and ids of elements in which programs that send letters put
// what they quote, and what the sender signs with.
var quotedNames = []string{"gmail_quote", "gmail_attr", "gmail_signature", "moz-cite-prefix", "moz-signature", "moz-txt-sig", "yahoo_quoted",
	"protonmail_quote", "protonmail_signature", "divrplyfwdmsg", "appendonsend", "mimestatus", "zmail_extra", "tutanota_quote", "signature"}

// notesLongest is how many words somebody puts above a letter that is passed on.
const notesLongest = 60

// letterPieces gives the paragraphs of a letter that is a web page, what it quotes
// behind the rest and as boilerplate, unless it says next to nothing itself.
func letterPieces(ctx context.Context, data []byte) ([]piece, error) {
	doc, err := tree(ctx, decodeHTML(data))
	if err != nil {
		return nil, errNotText
	}
	removeHidden(doc)
	var apart []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && quotes(n) && (len(apart) == 0 || !within(n, apart[len(apart)-1])) {
			apart = append(apart, n)
		}
	}
	for _, n := range apart {
		n.Parent.RemoveChild(n)
	}
	out, words := pieces(doc), 0
	for _, b := range out {
		words += len(strings.Fields(b.words))
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, n := range apart {
		quoted := pieces(n)
		for i := range quoted {
			if words > notesLongest || attribute(n, "class") == "gmail_signature" {
				quoted[i].kind = rapporteur.Boilerplate
			}
		}
		out = append(out, quoted...)
	}
	return out, nil
}

// quotes reports whether an element holds what a letter quotes or is signed with.
func quotes(n *html.Node) bool {
	if n.DataAtom == atom.Blockquote && attribute(n, "type") == "cite" {
		return true
	}
	names := strings.ToLower(attribute(n, "class") + " " + attribute(n, "id"))
	for name := range strings.FieldsSeq(names) {
		for _, known := range quotedNames {
			if name == known {
				return true
			}
		}
	}
	return false
}

// removeHidden takes out what a letter does not show: the line for the list of letters
// that is written in white, and pictures that count readers.
func removeHidden(doc *html.Node) {
	var out []*html.Node
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
		if strings.Contains(style, "display:none") || strings.Contains(style, "mso-hide:all") || strings.Contains(style, "visibility:hidden") {
			out = append(out, n)
		}
	}
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}
