package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
)

// set is words set somewhere on a page.
type set struct {
	x, y, size float64
	bold       bool
	words      string
}

// printed makes a PDF file of pages, as a program that prints would; a page of nothing
// is a picture. The page is 600 by 800 points.
func printed(info string, pages ...[]set) []byte { return sheet{info: info}.print(pages...) }

// sheet is what a file has beside the text of its pages: entries of its catalog and of
// each page, and objects.
type sheet struct {
	info, catalog, page string
	// regular are further entries of the regular font.
	regular string
	objects []string
}

// first is the number of the first of these objects in a file of so many pages.
func first(pages int) int { return 7 + 2*pages }

func (s sheet) print(pages ...[]set) []byte {
	var out bytes.Buffer
	var at []int
	object := func(body string) {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(at), body)
	}
	out.WriteString("%PDF-1.4\n")
	kids := make([]string, len(pages))
	for i := range pages {
		kids[i] = fmt.Sprintf("%d 0 R", 7+2*i)
	}
	object("<</Type/Catalog/Pages 2 0 R" + s.catalog + ">>")
	object(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(pages)))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding" + s.regular + ">>")
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>")
	object("<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\nx\nendstream")
	object(s.info)
	for i, page := range pages {
		var body strings.Builder
		for _, s := range page {
			font := "F1"
			if s.bold {
				font = "F2"
			}
			fmt.Fprintf(&body, "BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, s.size, s.x, s.y, strings.NewReplacer("(", `\(`, ")", `\)`).Replace(s.words))
		}
		if len(page) == 0 {
			body.WriteString("q 600 0 0 800 0 0 cm /I Do Q\n")
		}
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</I 5 0 R>>>>%s>>", 8+2*i, s.page))
		object(stream("", body.String()))
	}
	for _, o := range s.objects {
		object(o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return out.Bytes()
}

// stream is an object that holds data.
func stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// column sets lines below one another in type of ten points.
func column(x, y float64, lines ...string) (out []set) {
	for i, words := range lines {
		if words != "" {
			out = append(out, set{x: x, y: y - 12*float64(i), size: 10, words: words})
		}
	}
	return out
}

func join(all ...[]set) (out []set) {
	for _, some := range all {
		out = append(out, some...)
	}
	return out
}

func one(x, y, size float64, bold bool, words string) []set { return []set{{x, y, size, bold, words}} }
