package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
)

// docx writes a page as a document of WordprocessingML (ECMA-376, part 1): the four
// parts that a word processor asks for, and no more. Titles and headings are styles, so
// that its outline and its table of contents work.
func (p *paper) docx(w io.Writer, quotes bool) error {
	z := zip.NewWriter(w)
	for _, part := range []struct {
		name string
		data []byte
	}{{"[Content_Types].xml", []byte(docxTypes)}, {"_rels/.rels", []byte(docxRels)}, {"word/_rels/document.xml.rels", []byte(docxDocumentRels)},
		{"word/styles.xml", []byte(docxStyles)}, {"word/document.xml", p.document(quotes)}} {
		to, err := z.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := to.Write(part.data); err != nil {
			return err
		}
	}
	return z.Close()
}

func (p *paper) document(quotes bool) []byte {
	d := &docxBody{}
	d.WriteString(xml.Header + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	d.paragraph("Title", run{text: p.title})
	d.paragraph("Subtitle", run{text: p.below})
	for _, s := range p.sections {
		d.paragraph("Heading1", run{text: s.name})
		for _, i := range s.items {
			d.item(&i, quotes)
		}
		if s.more != "" {
			d.paragraph("Quote", run{text: s.more})
		}
	}
	if len(p.sections) == 0 {
		d.paragraph("Normal", run{text: "Nothing new on the record."})
	}
	d.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1020" w:right="1020" w:bottom="1020" w:left="1020" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return d.Bytes()
}

type docxBody struct{ bytes.Buffer }

// run is words in one style of letters.
type run struct {
	text        string
	bold, faint bool
}

func (d *docxBody) item(i *pageItem, quotes bool) {
	var runs []run
	if i.lead != "" {
		runs = append(runs, run{text: i.lead, bold: true})
		if i.rest != "" {
			runs = append(runs, run{text: ": "})
		}
	}
	runs = append(runs, run{text: i.rest})
	if i.ids != "" {
		runs = append(runs, run{text: " [" + i.ids + "]", faint: true})
	}
	d.paragraph("ListParagraph", runs...)
	for _, f := range i.facts {
		d.paragraph("Fact", run{text: f})
	}
	if quotes || i.shown {
		for _, q := range i.quotes {
			d.paragraph("Quote", run{text: q})
		}
	}
}

func (d *docxBody) paragraph(style string, runs ...run) {
	d.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	for _, r := range runs {
		if r.text == "" {
			continue
		}
		d.WriteString(`<w:r><w:rPr>`)
		if r.bold {
			d.WriteString(`<w:b/>`)
		}
		if r.faint {
			d.WriteString(`<w:color w:val="777777"/><w:sz w:val="16"/>`)
		}
		d.WriteString(`</w:rPr><w:t xml:space="preserve">`)
		_ = xml.EscapeText(d, []byte(Clean(r.text))) // a buffer takes everything
		d.WriteString(`</w:t></w:r>`)
	}
	d.WriteString(`</w:p>`)
}

const (
	docxTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`
	docxRels  = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

	docxDocumentRels = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`

	docxStyles = xml.Header + `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="555555"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="160"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Fact"><w:name w:val="Fact"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="340"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="340"/></w:pPr><w:rPr><w:i/><w:color w:val="555555"/></w:rPr></w:style></w:styles>`
)
