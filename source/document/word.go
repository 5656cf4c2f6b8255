package document

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"path"
	"strings"

	"rapporteur"
)

// mainPart finds the text of a DOCX file: what the package's relations call the
// office document, wherever it lies.
func mainPart(z *zip.Reader) *zip.File {
	target := ""
	if rels := part(z, "_rels/.rels"); rels != nil {
		_ = elements(context.Background(), rels, func(token xml.Token) error { // without relations it lies where Word puts it
			if e, ok := token.(xml.StartElement); ok && strings.HasSuffix(attribute(e, "Type"), "/officeDocument") {
				target = strings.TrimPrefix(path.Clean("/"+attribute(e, "Target")), "/")
			}
			return nil
		})
	}
	if f := part(z, target); f != nil && strings.HasPrefix(target, "word/") {
		return f
	}
	return part(z, "word/document.xml")
}

// readWord reads a DOCX file (ECMA-376, part 1, WordprocessingML).
func readWord(ctx context.Context, z *zip.Reader) (*Document, error) {
	styles, err := wordStyles(ctx, part(z, "word/styles.xml"))
	if err != nil {
		return nil, err
	}
	w := &word{flow: flow{doc: &Document{}}, styles: styles}
	if err := elements(ctx, mainPart(z), w.token); err != nil {
		return nil, err
	}
	for len(w.open) > 0 { // cut off
		w.paragraph()
	}
	w.endAll()
	p := readProperties(ctx, part(z, "docProps/core.xml"))
	w.doc.Title, w.doc.Made = p.title, MadeOn(p.made, p.changed)
	return w.doc, nil
}

// word walks over the text of a DOCX file.
type word struct {
	flow
	styles styles
	// open are the paragraphs that are not closed: one in a text box stands in another.
	open []*paragraph
	// skip is how deep we are in what is left out, of the elements of any name.
	skip int
	// text says that we are in a w:t, contents that we are in a table of contents.
	text     bool
	blocks   int // how deep in structured blocks
	contents int // the block that is a table of contents, 0 outside
}

// paragraph is one that is being read.
type paragraph struct {
	words  strings.Builder
	kind   rapporteur.ParagraphKind
	hidden bool
	// item says that it is one of a list.
	item bool
}

// omitted are elements whose words no reader of the page sees as its text: struck out,
// moved away, the old one of two forms of a drawing, pictures, formulas, rubies.
var omitted = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "delInstrText": true,
	"oMath": true, "rt": true, "sectPr": true, "tblPr": true, "tblGrid": true, "pPrChange": true, "rPrChange": true}

func (w *word) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if w.skip > 0 || omitted[t.Name.Local] {
			w.skip++
			return nil
		}
		w.start(t)
	case xml.EndElement:
		if w.skip > 0 {
			w.skip--
			return nil
		}
		w.close(t.Name.Local)
	case xml.CharData:
		if w.text && w.skip == 0 {
			w.write(string(t))
		}
	}
	return nil
}

func (w *word) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		w.open = append(w.open, &paragraph{})
	case "tbl":
		w.begin()
	case "tr":
		w.row()
	case "tc":
		w.cell()
	case "t":
		w.text = true
	case "tab", "ptab":
		w.write(" ")
	case "br", "cr":
		w.write("\n")
	case "noBreakHyphen":
		w.write("‑")
	case "r":
		w.hide(false)
	case "vanish", "webHidden":
		w.hide(on(e))
	case "pStyle":
		w.mark(w.styles.kindOf(attribute(e, "val")))
		if p := w.last(); p != nil {
			p.item = p.item || strings.HasPrefix(strings.ToLower(w.styles[attribute(e, "val")].name), "list ")
		}
	case "outlineLvl":
		w.mark(outline(e))
	case "numId":
		if p := w.last(); p != nil {
			p.item = attribute(e, "val") != "0"
		}
	case "sdt":
		w.blocks++
	case "docPartGallery":
		if strings.EqualFold(attribute(e, "val"), "table of contents") && w.contents == 0 {
			w.contents = w.blocks
		}
	}
}

func (w *word) close(name string) {
	switch name {
	case "p":
		w.paragraph()
	case "tbl":
		w.end()
	case "t":
		w.text = false
	case "sdt":
		if w.contents == w.blocks {
			w.contents = 0
		}
		w.blocks = max(0, w.blocks-1)
	}
}

// on reports whether a property that is there is also meant.
func on(e xml.StartElement) bool {
	switch attribute(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// last is the paragraph in hand, nil between paragraphs.
func (w *word) last() *paragraph {
	if len(w.open) == 0 {
		return nil
	}
	return w.open[len(w.open)-1]
}

func (w *word) write(words string) {
	if p := w.last(); p != nil && !p.hidden {
		p.words.WriteString(words)
	}
}

func (w *word) hide(hidden bool) {
	if p := w.last(); p != nil {
		p.hidden = hidden
	}
}

func (w *word) mark(kind rapporteur.ParagraphKind) {
	if p := w.last(); p != nil && kind != "" {
		p.kind = kind
	}
}

// paragraph closes the one in hand. A line that a person broke is a line of its own.
func (w *word) paragraph() {
	p := w.last()
	if p == nil {
		return
	}
	w.open = w.open[:len(w.open)-1]
	switch {
	case w.contents > 0:
		p.kind = rapporteur.Boilerplate
	case p.item && p.kind == "":
		p.kind = rapporteur.Body // neither a heading nor who wrote the text
	}
	for line := range strings.SplitSeq(p.words.String(), "\n") {
		w.add(line, p.kind)
	}
}
