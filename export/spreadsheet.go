package export

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sheet writes rows that spreadsheets load.
func sheet(w io.Writer, rows ...[]string) error {
	out := csv.NewWriter(w)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i := range row {
			cells[i] = inert(row[i])
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Inert makes words fit for a cell of CSV: clean, and no formula.
func Inert(cell string) string { return inert(cell) }

// inert keeps a spreadsheet from taking words of a report for a formula (OWASP, CSV
// Injection): an apostrophe before the first sign says that the cell is text. Blanks
// and invisible characters before a formula are skipped, as spreadsheets skip them,
// and a semicolon begins a cell where the comma is a decimal sign.
func inert(cell string) string {
	parts := strings.Split(Clean(cell), ";")
	for i, part := range parts {
		first := strings.TrimLeftFunc(part, unseen)
		if r, _ := utf8.DecodeRuneInString(first); !strings.ContainsRune(formula, r) || first == "" {
			continue
		}
		if i == 0 {
			parts[i] = "'" + part
			continue
		}
		parts[i] = part[:len(part)-len(first)] + "'" + first
	}
	return strings.Join(parts, ";")
}

// formula are the signs that begin one, in both widths.
const formula = "=+-@＝＋－＠"

// unseen tells what a spreadsheet may leave out before a formula.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Mn) || r == utf8.RuneError || strings.ContainsRune(`"'`+"\u3164\u115f\u1160\u2800", r)
}
