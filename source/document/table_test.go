package document_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A table of tests: cells are parted by "|", paragraphs in a cell by "/".
var tables = []struct {
	name string
	rows []string
	want string
}{
	{"rows", []string{"Port|2030|2031", "Oslo|12|15", "Oslo|12|15"}, "body|Port | 2030 | 2031\nbody|Oslo | 12 | 15\nbody|Oslo | 12 | 15\n"},
	{"cells without words", []string{"|2030|2031", "Oslo||15", "Bern|12|", "||"}, "body|| 2030 | 2031\nbody|Oslo |  | 15\nbody|Bern | 12\n"},
	{"paragraphs in a cell", []string{"Oslo/Norway|12/ferries"}, "body|Oslo Norway | 12 ferries\n"},
	{"a cell alone in a row", []string{"Ports|", "Oslo|12"}, "body|Ports\nbody|Oslo | 12\n"},
	{"a frame around a text", []string{"They met.", "Twice."}, "|They met.\n|Twice.\n"},
	{"a table that lays out a page", []string{said(1) + "/" + said(2) + "|Contact/Ana Roe"}, "|" + said(1) + "\n|" + said(2) + "\n|Contact\n|Ana Roe\n"},
	{"a remark in a row", []string{"Oslo|" + said(1)}, "body|Oslo | " + said(1) + "\n"},
}

func said(n int) string {
	return strings.Repeat("again ", n) + "the two sides met in the old harbour for an hour and will meet once more."
}

// tableOf writes a table with what stands around its cells and paragraphs.
func tableOf(rows []string, row, cell, paragraph func(string) string) string {
	var out strings.Builder
	for _, r := range rows {
		var cells strings.Builder
		for c := range strings.SplitSeq(r, "|") {
			var all strings.Builder
			for p := range strings.SplitSeq(c, "/") {
				all.WriteString(paragraph(p))
			}
			cells.WriteString(cell(all.String()))
		}
		out.WriteString(row(cells.String()))
	}
	return out.String()
}

func around(before, after string) func(string) string {
	return func(s string) string { return before + s + after }
}

// TestTables reads the rows of tables as paragraphs, in each kind of file.
func TestTables(t *testing.T) {
	for _, tt := range tables {
		for kind, data := range map[string][]byte{
			"DOCX": docx(t, "<w:tbl>"+tableOf(tt.rows, around("<w:tr>", "</w:tr>"), around("<w:tc>", "</w:tc>"), w)+"</w:tbl>"+w("After.")),
			"ODT": odt(t, "<table:table>"+tableOf(tt.rows, around("<table:table-row>", "</table:table-row>"), around("<table:table-cell>", "</table:table-cell>"), around("<text:p>", "</text:p>"))+
				"</table:table><text:p>After.</text:p>"),
			"RTF": []byte(`{\rtf1 ` + strings.ReplaceAll(tableOf(tt.rows, around(`\trowd `, `\row `), around(`\pard\intbl `, `\cell `), around("", `\par `)), `\par \cell`, `\cell`) + `\pard After.\par}`),
		} {
			if diff := cmp.Diff(tt.want+"|After.\n", lines(t, data)); diff != "" {
				t.Errorf("%s, %s: %s", tt.name, kind, diff)
			}
		}
	}
}

// TestTableOfTables keeps the rows of a table in a cell apart, and headings and titles.
func TestTableOfTables(t *testing.T) {
	cell := func(s string) string { return "<w:tc>" + s + "</w:tc>" }
	inner := "<w:tbl><w:tr>" + cell(w("Oslo")) + cell(w("12")) + "</w:tr><w:tr>" + cell(w("Bern")) + cell(w("15")) + "</w:tr></w:tbl>"
	for name, tt := range map[string]struct{ body, want string }{
		"a table in a cell":         {"<w:tbl><w:tr>" + cell(w("Ports")) + cell(inner) + "</w:tr></w:tbl>", "|Ports\nbody|Oslo | 12\nbody|Bern | 15\n"},
		"a heading alone in a row":  {"<w:tbl><w:tr>" + cell(styled("Mine", "Ports")) + cell(w("")) + "</w:tr><w:tr>" + cell(w("Oslo")) + cell(w("12")) + "</w:tr></w:tbl>", "heading|Ports\nbody|Oslo | 12\n"},
		"a title":                   {"<w:tbl><w:tr>" + cell(styled("Title", "Talks open")) + cell(w("2031")) + "</w:tr></w:tbl>", "title|Talks open\n|2031\n"},
		"what stands beside a text": {"<w:tbl><w:tr>" + cell(styled("header", "Lake Press")) + cell(styled("header", "page 1")) + "</w:tr></w:tbl>", "boilerplate|Lake Press | page 1\n"},
	} {
		if diff := cmp.Diff(tt.want, lines(t, docx(t, tt.body))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	repeated := `<table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>15</text:p></table:table-cell></table:table-row></table:table>`
	if diff := cmp.Diff("body|Port |  |  | 15\n", lines(t, odt(t, repeated))); diff != "" {
		t.Error(diff)
	}
}
