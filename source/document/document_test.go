package document_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/source/document"

	"github.com/google/go-cmp/cmp"
)

// pack makes a ZIP file of parts: name, content, name, content.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	types  = `<?xml version="1.0"?><Types/>`
	rels   = `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/text.xml"/></Relationships>`
	sheets = `<w:styles><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mine"><w:name w:val="House"/><w:basedOn w:val="berschrift1"/></w:style>` +
		`<w:style w:styleId="Punkte"><w:name w:val="List Bullet 2"/></w:style><w:style w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style><w:style w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>`
	core = `<cp:coreProperties><dc:title>Talks</dc:title><dcterms:created>2027-03-01T09:00:00Z</dcterms:created><dcterms:modified>2027-03-02T10:00:00Z</dcterms:modified></cp:coreProperties>`
)

func docx(t testing.TB, body string) []byte {
	return pack(t, "[Content_Types].xml", types, "_rels/.rels", rels, "word/text.xml", "<w:document><w:body>"+body+"</w:body></w:document>",
		"word/styles.xml", sheets, "docProps/core.xml", core)
}

func odt(t testing.TB, body string) []byte {
	return pack(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<office:document-content>"+body+"</office:document-content>",
		"styles.xml", `<office:styles><style:style style:name="Heading_20_2" style:display-name="Heading 2"/></office:styles>`,
		"meta.xml", `<office:meta><meta:creation-date>2027-03-01T09:00:00</meta:creation-date><dc:date>2027-05-02T10:00:00.5</dc:date><dc:title>Old</dc:title></office:meta>`)
}

// lines writes a document one block a line.
func lines(t *testing.T, data []byte) string {
	t.Helper()
	d, err := document.Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return written(d)
}

func written(d *document.Document) string {
	var out strings.Builder
	for _, b := range d.Blocks {
		fmt.Fprintf(&out, "%s|%s\n", b.Kind, b.Words)
	}
	return out.String()
}

func w(words string) string { return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>" }

func styled(style, words string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + words + "</w:t></w:r></w:p>"
}

func TestWord(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"runs are joined", `<w:p><w:r><w:t xml:space="preserve">The two </w:t></w:r><w:r><w:t>sides met.</w:t></w:r></w:p>`, "|The two sides met.\n"},
		{"styles", styled("Title", "Talks open") + styled("berschrift1", "Water") + styled("Mine", "Bridges") + styled("Deep", "Fish") + styled("Round", "They met.") + styled("Caption", "The bridge"),
			"title|Talks open\nheading|Water\nheading|Bridges\nheading|Fish\n|They met.\ncaption|The bridge\n"},
		{"what was struck out", `<w:p><w:r><w:t>They </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>often </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>there </w:t></w:r></w:moveFrom><w:r><w:t>met.</w:t></w:r></w:p>`, "|They often met.\n"},
		{"hidden words", `<w:p><w:r><w:t>Shown</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> again.</w:t></w:r></w:p>`, "|Shown again.\n"},
		{"fields, notes, breaks", `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>A</w:t><w:tab/><w:t>b</w:t><w:footnoteReference w:id="1"/><w:br/><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r></w:p>`, "|A b\n|well‑known\n"},
		{"a table, row by row", "<w:tbl><w:tr><w:tc>" + w("Oslo") + "</w:tc><w:tc>" + w("Bern") + "</w:tc></w:tr></w:tbl>", "body|Oslo | Bern\n"},
		{"a table that is cut off", w("They met.") + "<w:tbl><w:tr><w:tc>" + w("Oslo") + "</w:tc><w:tc><w:p><w:r><w:t>Bern", "|They met.\nbody|Oslo | Bern\n"},
		{"a text box, once", "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + w("In the box.") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + w("In the box.") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>Around it.</w:t></w:r></w:p>", "|In the box.\n|Around it.\n"},
		{"a table of contents", `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + w("Water 3") + "</w:sdtContent></w:sdt>" + w("They met."), "boilerplate|Water 3\n|They met.\n"},
		{"its lines by their style", styled("TOC1", "Water 3"), "boilerplate|Water 3\n"},
		{"cut off", "<w:p><w:r><w:t>They met", "|They met\n"},
		{"items of lists", `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Ana Roe</w:t></w:r></w:p>` + styled("Punkte", "Bo Berg") + `<w:p><w:pPr><w:pStyle w:val="Punkte"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>Cy Poe</w:t></w:r></w:p>` + styled("Mine", "1 Water"),
			"body|Ana Roe\nbody|Bo Berg\n|Cy Poe\nheading|1 Water\n"},
		{"blank paragraphs", w(" ") + w("They met."), "|They met.\n"},
	} {
		if diff := cmp.Diff(tt.want, lines(t, docx(t, tt.body))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestOpen(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"paragraphs and headings", `<text:h text:outline-level="1">Water</text:h><text:p>The two<text:s/>sides <text:span>met</text:span>.<text:line-break/>Twice.</text:p><text:p text:style-name="Title">Talks</text:p>`, "heading|Water\n|The two sides met.\n|Twice.\ntitle|Talks\n"},
		{"styles of the text", `<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Heading_20_2"/></office:automatic-styles><text:p text:style-name="P1">Fish</text:p>`, "heading|Fish\n"},
		{"notes and comments", `<text:p>They met<text:note><text:note-body><text:p>In 1999.</text:p></text:note-body></text:note>.<office:annotation><text:p>Sure?</text:p></office:annotation></text:p>`, "|They met.\n"},
		{"what was deleted", `<text:tracked-changes><text:deletion><text:p>Never.</text:p></text:deletion></text:tracked-changes><text:p>Often.</text:p>`, "|Often.\n"},
		{"an index", `<text:table-of-content><text:p>Water 3</text:p></text:table-of-content><text:p>They met.</text:p>`, "boilerplate|Water 3\n|They met.\n"},
		{"items of lists", `<text:list><text:list-item><text:p>Ana Roe</text:p><text:list><text:list-item><text:p>Bo Berg</text:p></text:list-item></text:list></text:list-item><text:list-item><text:h>Water</text:h></text:list-item></text:list><text:p>Cy Poe</text:p>`, "body|Ana Roe\nbody|Bo Berg\nheading|Water\n|Cy Poe\n"},
		{"a picture's title", `<text:p><draw:frame><svg:title>A bridge</svg:title></draw:frame>They met.</text:p>`, "|They met.\n"},
		{"cut off", "<text:p>They met", "|They met\n"},
	} {
		if diff := cmp.Diff(tt.want, lines(t, odt(t, tt.body))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestRich(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"paragraphs", `Talks open.\par They \b met\b0 .\par`, "|Talks open.\n|They met.\n"},
		{"bytes and numbers", `M\'fcller \u8211? caf\u233 ?s \ldblquote no\rdblquote  \u-10179?\u-8704?`, "|Müller – cafés “no” 😀\n"},
		{"the code page", `\ansicpg1251 \'cc\'e8\'f0`, "|Мир\n"},
		{"what is not text", `{\fonttbl{\f0 Times;}}{\*\generator X;}{\header Page 3}{\footnote In 1999.}{\pict 0a0b}Shown{\v hidden}.`, "|Shown.\n"},
		{"a link", `{\field{\*\fldinst HYPERLINK "x"}{\fldrslt Oslo}} waits.`, "|Oslo waits.\n"},
		{"headings", `\pard\outlinelevel0 Water\par\pard They met.\par`, "heading|Water\n|They met.\n"},
		{"braces, blanks, hyphens", `\{a\}\~b\_c\\d`, "|{a} b‑c\\d\n"},
		{"bytes that are none", `A\bin3 }}}b.`, "|Ab.\n"},
		{"cut off", `They met\b`, "|They met\n"},
	} {
		if diff := cmp.Diff(tt.want, lines(t, []byte(`{\rtf1\ansi `+tt.body+`}`))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestProperties(t *testing.T) {
	for name, tt := range map[string]struct {
		data  []byte
		title string
		made  rapporteur.Date
	}{
		"made and changed within a week": {docx(t, w("They met.")), "Talks", "2027-03-02"},
		"made of an older one":           {odt(t, "<text:p>They met.</text:p>"), "Old", ""},
	} {
		d, err := document.Read(t.Context(), tt.data)
		if err != nil || d.Title != tt.title || d.Made != tt.made {
			t.Errorf("%s: got %q %q %v", name, d.Title, d.Made, err)
		}
	}
}

func TestFormats(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 512)
	for name, tt := range map[string]struct {
		data string
		want document.Format
		says string
	}{
		"a text":               {"They met.", document.None, "not a document"},
		"an old document":      {ole, document.Foreign, "old office program"},
		"one with a password":  {ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", document.Locked, "without a password"},
		"an archive":           {string(pack(t, "a.txt", "They met.")), document.Packed, "unpack it"},
		"a broken archive":     {"PK\x03\x04 and no more", document.Packed, "unpack it"},
		"an encrypted ODT":     {string(pack(t, "mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", "<manifest><encryption-data/></manifest>", "content.xml", "x")), document.Open, "without a password"},
		"an ODT without words": {string(pack(t, "mimetype", "application/vnd.oasis.opendocument.text")), document.Open, "broken"},
		"nested without end":   {`{\rtf1` + strings.Repeat("{", 3000), document.Rich, "broken"},
	} {
		if got := document.FormatOf([]byte(tt.data)); got != tt.want {
			t.Errorf("%s: got %s", name, got)
		}
		_, err := document.Read(t.Context(), []byte(tt.data))
		if rapporteur.CodeOf(err) != rapporteur.Unsupported || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// TestBomb unpacks no more than a part may have, and stops when nobody waits.
func TestBomb(t *testing.T) {
	bomb := docx(t, w(strings.Repeat("They met. ", document.PartLargest/10)))
	if len(bomb) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(bomb))
	}
	if _, err := document.Read(t.Context(), bomb); err == nil || !strings.Contains(err.Error(), "unpacks to more") {
		t.Error(err)
	}
	over, stop := context.WithCancel(t.Context())
	stop()
	if _, err := document.Read(over, docx(t, strings.Repeat(w("They met."), 9000))); err == nil {
		t.Error("a document was read for nobody")
	}
}

// FuzzRead holds every file to two promises: it makes no reader panic, and the blocks
// that come out hold words.
func FuzzRead(f *testing.F) {
	for _, seed := range [][]byte{docx(f, w("They met.")), odt(f, "<text:p>They met.</text:p>"), []byte(`{\rtf1\ansi\u8211?\'fc{\*\x}}`), []byte("PK\x03\x04")} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := document.Read(t.Context(), data)
		if (d == nil) == (err == nil) {
			t.Fatalf("a document %v with error %v", d, err)
		}
		if err != nil {
			return
		}
		for _, b := range d.Blocks {
			if strings.TrimSpace(b.Words) == "" {
				t.Error("a block without words")
			}
		}
	})
}

// FuzzWordText is FuzzRead for the text inside, which a mutated ZIP file hardly reaches.
func FuzzWordText(f *testing.F) {
	f.Add("<w:p><w:r><w:t>They</w:t></w:r></w:p>")
	f.Add("</w:p><w:sdt><w:p><w:del>")
	f.Fuzz(func(t *testing.T, body string) {
		for _, data := range [][]byte{docx(t, body), odt(t, body)} {
			if d, err := document.Read(t.Context(), data); (d == nil) == (err == nil) {
				t.Fatalf("a document %v with error %v", d, err)
			}
		}
	})
}

// TestTemplatesDay: the day on which a program's template was made is that of no document.
func TestTemplatesDay(t *testing.T) {
	made := strings.NewReplacer("2027-03-01T09:00:00Z", "2013-12-23T23:15:00Z", "2027-03-02T10:00:00Z", "2013-12-23T23:15:00Z").Replace(core)
	for day, of := range map[string]string{"": made, "2027-03-02": core} {
		d, err := document.Read(t.Context(), pack(t, "[Content_Types].xml", types, "_rels/.rels", rels, "word/text.xml", "<w:document><w:body>"+w("They met.")+"</w:body></w:document>",
			"word/styles.xml", sheets, "docProps/core.xml", of))
		if err != nil || string(d.Made) != day {
			t.Errorf("made on %q, not %q: %v", d.Made, day, err)
		}
	}
}
