package document

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"strconv"
	"strings"

	"rapporteur"
)

// readOpen reads an ODT file (OpenDocument 1.3, part 3).
func readOpen(ctx context.Context, z *zip.Reader) (*Document, error) {
	if encrypted(ctx, part(z, "META-INF/manifest.xml")) {
		return nil, errLocked
	}
	o := &open{flow: flow{doc: &Document{}}, styles: styles{}}
	if f := part(z, "styles.xml"); f != nil {
		if err := elements(ctx, f, o.style); err != nil {
			return nil, err
		}
	}
	if err := elements(ctx, part(z, "content.xml"), o.token); err != nil {
		return nil, err
	}
	for len(o.paragraphs) > 0 { // cut off
		o.paragraph()
	}
	o.endAll()
	p := readProperties(ctx, part(z, "meta.xml"))
	o.doc.Title, o.doc.Made = p.title, MadeOn(p.made, p.changed)
	return o.doc, nil
}

// encrypted reports whether the manifest tells how a part is to be decrypted.
func encrypted(ctx context.Context, manifest *zip.File) bool {
	found := false
	if manifest != nil {
		_ = elements(ctx, manifest, func(token xml.Token) error { // a broken one tells nothing
			e, ok := token.(xml.StartElement)
			found = found || ok && e.Name.Local == "encryption-data"
			return nil
		})
	}
	return found
}

// repeatedMost is how many cells one may stand for.
const repeatedMost = 64

// open walks over the text of an ODT file.
type open struct {
	flow
	styles     styles
	paragraphs []*paragraph
	// skip is how deep we are in what is left out, contents how deep in an index, lists in
	// lists.
	skip, contents, lists int
}

// apart are elements whose words are not the text: notes, comments, what was deleted,
// sequences, the data of forms, rubies.
var apart = map[string]bool{"note": true, "annotation": true, "tracked-changes": true, "forms": true, "ruby-text": true,
	"sequence-decls": true, "user-field-decls": true, "variable-decls": true, "page-number": true, "page-count": true}

// beside reports whether an element is not the text; titles of drawings are none of it.
func beside(name xml.Name) bool {
	return apart[name.Local] || name.Space == "svg"
}

// indexes are the elements of tables of contents and the like.
var indexes = map[string]bool{"table-of-content": true, "alphabetical-index": true, "illustration-index": true, "table-index": true, "bibliography": true}

func (o *open) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if o.skip > 0 || beside(t.Name) {
			o.skip++
			return nil
		}
		if err := o.style(t); err != nil {
			return err
		}
		o.start(t)
	case xml.EndElement:
		if o.skip > 0 {
			o.skip--
			return nil
		}
		o.close(t.Name.Local)
	case xml.CharData:
		// Blanks run together here, and those that count are elements.
		if o.skip == 0 {
			o.write(string(t))
		}
	}
	return nil
}

// style learns what a style is based on; it is called once for styles.xml, and for
// the automatic styles of the text.
func (o *open) style(token xml.Token) error {
	if e, ok := token.(xml.StartElement); ok && e.Name.Local == "style" {
		name := attribute(e, "display-name")
		if name == "" {
			name = attribute(e, "name")
		}
		s := style{name: name, basedOn: attribute(e, "parent-style-name")}
		if level, err := strconv.Atoi(attribute(e, "default-outline-level")); err == nil && level > 0 {
			s.kind = rapporteur.Heading
		}
		o.styles[attribute(e, "name")] = s
	}
	return nil
}

func (o *open) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p", "h":
		p := &paragraph{kind: o.styles.kindOf(attribute(e, "style-name"))}
		if e.Name.Local == "h" && p.kind != rapporteur.Title {
			p.kind = rapporteur.Heading
		}
		if e.Name.Local == "p" && o.lists > 0 && p.kind == "" {
			p.kind = rapporteur.Body // an item is neither a heading nor who wrote the text
		}
		o.paragraphs = append(o.paragraphs, p)
	case "list":
		o.lists++
	case "table":
		o.begin()
	case "table-row":
		o.row()
	case "table-cell", "covered-table-cell":
		n, _ := strconv.Atoi(attribute(e, "number-columns-repeated"))
		for range min(max(n, 1), repeatedMost) {
			o.cell()
		}
	case "s", "tab":
		o.write(" ")
	case "line-break":
		o.write("\n")
	default:
		if indexes[e.Name.Local] {
			o.contents++
		}
	}
}

func (o *open) close(name string) {
	switch {
	case name == "p" || name == "h":
		o.paragraph()
	case name == "table":
		o.end()
	case name == "list":
		o.lists = max(0, o.lists-1)
	case indexes[name]:
		o.contents = max(0, o.contents-1)
	}
}

func (o *open) write(words string) {
	if n := len(o.paragraphs); n > 0 {
		if words != "\n" { // that of the file is a blank
			words = strings.ReplaceAll(words, "\n", " ")
		}
		o.paragraphs[n-1].words.WriteString(words)
	}
}

// paragraph closes the one in hand.
func (o *open) paragraph() {
	n := len(o.paragraphs) - 1
	if n < 0 {
		return
	}
	p := o.paragraphs[n]
	o.paragraphs = o.paragraphs[:n]
	if o.contents > 0 {
		p.kind = rapporteur.Boilerplate
	}
	for line := range strings.SplitSeq(p.words.String(), "\n") {
		o.add(line, p.kind)
	}
}
