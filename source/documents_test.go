package source_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
)

// docx makes a document of a word processor, a paragraph a line; a line may begin with
// a style.
func docx(t *testing.T, lines ...string) string {
	t.Helper()
	var body bytes.Buffer
	for _, line := range lines {
		style, words, ok := strings.Cut(line, "|")
		if !ok {
			style, words = "", line
		}
		fmt.Fprintf(&body, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, style, words)
	}
	return string(zipped(t, map[string]string{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document>" + body.String() + "</w:document>",
		"docProps/core.xml": "<c><dc:title>Microsoft Word - draft</dc:title><dcterms:created>2027-03-01T09:00:00Z</dcterms:created></c>"}))
}

// zipped packs files.
func zipped(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, words := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(words))
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

const letterHead = "From: Lake Press <press@lake.example>\nDate: Tue, 2 Mar 2027 10:00:00 +0000\nSubject: Talks open\nMIME-Version: 1.0\n"

// listed is an item of a list, without a stop.
const listed = "to keep the ferries of both ports open on all days of the week"

func TestDocuments(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"a document with a title", docx(t, "Title|Talks open", "Heading1|The road", said), "Talks open;;2027-03-01\ntitle\tTalks open\nheading\tThe road\nbody\t" + said + "\n"},
		{"two titles", docx(t, "Title|Talks open", "Title|The road", said), "Talks open;;2027-03-01\ntitle\tTalks open\nheading\tThe road\nbody\t" + said + "\n"},
		{"a heading stands where the title should", docx(t, "Heading1|Talks open in Geneva", said), "Talks open in Geneva;;2027-03-01\ntitle\tTalks open in Geneva\nbody\t" + said + "\n"},
		{"a heading that is none", docx(t, "Heading1|Introduction", said), ";;2027-03-01\nheading\tIntroduction\nbody\t" + said + "\n"},
		{"paragraphs without a stop", docx(t, "Title|Talks open", listed+" (and ferries"+strings.Repeat(" and roads", 10)+")", said, listed, "Figure 2: "+listed, "Talks in Oslo And Bern Were Held Without Anybody There"),
			"Talks open;;2027-03-01\ntitle\tTalks open\nbody\t" + listed + " (and ferries" + strings.Repeat(" and roads", 10) + ")\nbody\t" + said + "\nbody\t" + listed + "\ncaption\tFigure 2: " + listed + "\nbody\tTalks in Oslo And Bern Were Held Without Anybody There\n"},
		{"no style says what is the title", docx(t, "Talks open in Geneva", "16 April 2026", said), "Talks open in Geneva;;2026-04-16\ntitle\tTalks open in Geneva\nboilerplate\t16 April 2026\nbody\t" + said + "\n"},
		{"who wrote it, and a list of names", docx(t, "Title|Talks open", "Ana Roe", said), "Talks open;;2027-03-01\ntitle\tTalks open\nboilerplate\tAna Roe\nbody\t" + said + "\n"},
		{"names below a title that are a list", docx(t, "Title|Talks open", "Ana Roe", "Bo Berg", "Cy Poe", "Di Fox", said), "Talks open;;2027-03-01\ntitle\tTalks open\nheading\tAna Roe\nheading\tBo Berg\nheading\tCy Poe\nheading\tDi Fox\nbody\t" + said + "\n"},
		{"a month on the cover, of a file of another month", docx(t, "Title|Talks open", "Lake Press, October 2026", said), "Talks open;;2026-10\ntitle\tTalks open\nheading\tLake Press, October 2026\nbody\t" + said + "\n"},
		{"a month on the cover, of a file of that month", docx(t, "Title|Talks open", "Lake Press, Mar. 2027", said), "Talks open;;2027-03-01\ntitle\tTalks open\nheading\tLake Press, Mar. 2027\nbody\t" + said + "\n"},
		{"when a paper came in", docx(t, "Title|Talks open", "(Received 3 December 2026)", said), "Talks open;;\ntitle\tTalks open\nboilerplate\t(Received 3 December 2026)\nbody\t" + said + "\n"},
		{"rows of a table that come again, and a day in one", `{\rtf1 ` + strings.Repeat(`\trowd\pard\intbl Talks in Oslo\cell 12 rounds\cell\row `, 2) + `\trowd\pard\intbl Date\cell 16 April 2026\cell\row\pard ` + said + `}`,
			";;2026-04-16\n" + strings.Repeat("body\tTalks in Oslo | 12 rounds\n", 2) + "body\tDate | 16 April 2026\nbody\t" + said + "\n"},
		{"RTF", `{\rtf1\ansi Talks open in Geneva\par ` + said + `}`, "Talks open in Geneva;;\ntitle\tTalks open in Geneva\nbody\t" + said + "\n"},
		{"a letter", letterHead + "\nThe two sides met for an hour on Monday and will\nmeet again, the hosts said.\n\n-- \nAna Roe\n", "Talks open;Lake Press;2027-03-02\ntitle\tTalks open\nbody\t" + said + "\nboilerplate\t--\nboilerplate\tAna Roe\n"},
		{"whom a letter greets", letterHead + "\nDear Ana\n\n" + said + "\n", "Talks open;Lake Press;2027-03-02\ntitle\tTalks open\nheading\tDear Ana\nbody\t" + said + "\n"},
		{"a letter of one line, and who signs it", letterHead + "\nHere is the text of both sides\n\nAna Roe\n", "Talks open;Lake Press;2027-03-02\ntitle\tTalks open\nbody\tHere is the text of both sides\nbody\tAna Roe\n"},
		{"a text that begins with what it quotes", "> Will they meet\n\n" + said + "\n\n" + said + " Twice.\n", ";;\nheading\t> Will they meet\nbody\t" + said + "\nbody\t" + said + " Twice.\n"},
		{"a letter as a web page", letterHead + "Content-Type: text/html\n\n<p style='display: none'>Preview</p><p>" + said + "</p><blockquote type=cite><p>Did they meet?</p></blockquote><div class=gmail_signature>Ana Roe</div>", "Talks open;Lake Press;2027-03-02\ntitle\tTalks open\nbody\t" + said + "\nbody\tDid they meet?\nboilerplate\tAna Roe\n"},
		{"one that says more than it quotes", letterHead + "Content-Type: text/html\n\n<p>" + strings.Repeat(said+" ", 4) + "</p><div id=divRplyFwdMsg><p>Did they meet?</p></div>", "Talks open;Lake Press;2027-03-02\ntitle\tTalks open\nbody\t" + strings.TrimSpace(strings.Repeat(said+" ", 4)) + "\nboilerplate\tDid they meet?\n"},
	} {
		r := parse(t, tt.data)
		if diff := cmp.Diff(tt.want, fmt.Sprintf("%s;%s;%s\n%s", r.Title, r.Outlet, r.Published, kinds(r))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestBundle(t *testing.T) {
	attached := "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n%s\n--b\nContent-Type: application/rtf\nContent-Disposition: attachment; filename=\"note.rtf\"\n\n{\\rtf1 Roads open\\par " + said + "}\n" +
		"--b\nContent-Type: application/octet-stream\n\n\x00\x01\n--b\nContent-Type: message/rfc822\n\n" + letterHead + "\nInside, they met.\n--b--\n"
	box := "From a@lake.example Tue Mar  2 10:00:00 2027\n" + letterHead + "\nThey met.\n\nFrom a@lake.example Tue Mar  2 11:00:00 2027\n" + letterHead + "\nTwice.\n"
	for _, tt := range []struct {
		name, data string
		want       []string
	}{
		{"a.eml", letterHead + fmt.Sprintf(attached, said), []string{"a.eml Talks open 2027-03-02", "a.eml: note.rtf Roads open 2027-03-02", "a.eml: attached message/rfc822 Talks open 2027-03-02"}},
		{"b.eml", letterHead + fmt.Sprintf(attached, ""), []string{"b.eml: note.rtf Roads open 2027-03-02", "b.eml: attached message/rfc822 Talks open 2027-03-02"}},
		{"d.eml", letterHead + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + said + "\n--b\nContent-Type: application/zip\nContent-Disposition: attachment; filename=\"all.zip\"\nContent-Transfer-Encoding: base64\n\n" +
			base64.StdEncoding.EncodeToString(zipped(t, map[string]string{"in/note.rtf": `{\rtf1 Roads open\par ` + said + `}`, "in/run.sh": "echo they met", "x.bin": "\x00\x01", "y.zip": "PK\x03\x04"})) +
			"\n--b\nContent-Type: application/zip; name=broken.zip\n\nPK\x03\x04\n--b\nContent-Type: text/x-python; name=a.py\n\nprint(1)\n--b--\n",
			[]string{"d.eml Talks open 2027-03-02", "d.eml: all.zip: note.rtf Roads open 2027-03-02"}},
		{"e.mbox", "From a@lake.example Tue Mar  2 10:00:00 2027\nX-Desk: 7\n\nRoads open again\n\n" + said + "\n", []string{"e.mbox:1 Roads open again 2027-03-02"}},
		{"c.mbox", box, []string{"c.mbox:1 Talks open 2027-03-02", "c.mbox:2 Talks open 2027-03-02"}},
	} {
		if !source.Bundled([]byte(tt.data)) {
			t.Errorf("%s is not taken for a bundle", tt.name)
		}
		var got []string
		for part, err := range source.Bundle(tt.name, strings.NewReader(tt.data)) {
			var r *rapporteur.Report
			if err == nil {
				r, err = part.Open(t.Context(), source.Options{})
			}
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, fmt.Sprintf("%s %s %s", part.Name, r.Title, r.Published))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	if source.Bundled([]byte(said)) {
		t.Error("a text is taken for a bundle")
	}
}
