package dataset

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"rapporteur"
)

// sheetRows is the number of rows that a sheet holds (Excel's limit).
const sheetRows = 1 << 20

// xlsxBook writes each table to a sheet of a workbook (ECMA-376). Sheets are written to
// files of their own on the way, because a workbook is a ZIP archive, whose parts come
// one behind the other, and rows of all tables come at once: so a workbook needs no
// memory. Words are inline strings, which no spreadsheet takes for formulas.
type xlsxBook struct {
	to     io.WriteCloser
	sheets []*xlsxSheet
	made   time.Time
}

// xlsxSheet is a sheet on its way.
type xlsxSheet struct {
	name  string
	types []Type
	rows  int
	file  *os.File
	out   *bufio.Writer
}

// newXLSX opens an export of tables as a workbook.
func newXLSX(o Options) (Writer, error) {
	return newTabular(o.Tables, func(tables []Table) (book, error) {
		w, err := o.To.Main("rapporteur.xlsx")
		if err != nil {
			return nil, err
		}
		b := &xlsxBook{to: w, made: o.made()}
		for _, t := range tables {
			if err := b.sheet(t); err != nil {
				return nil, err
			}
		}
		explained := dictionary(tables)
		if err := b.texts("dictionary", explained[0], explained[1:]); err != nil {
			return nil, err
		}
		var made [][]string
		for _, pair := range about(o.Provenance) {
			made = append(made, pair[:])
		}
		return b, b.texts("about", []string{"what", "value"}, made)
	})
}

// sheet begins the sheet of a table with its head.
func (b *xlsxBook) sheet(t Table) error {
	f, err := os.CreateTemp("", "rapporteur-*.xml")
	if err != nil {
		return failure(os.TempDir(), err)
	}
	_ = os.Remove(f.Name()) // it lives as long as it is open; where that cannot be, close removes it
	s := &xlsxSheet{name: t.Name, file: f, out: bufio.NewWriterSize(f, 64<<10)}
	b.sheets = append(b.sheets, s)
	fmt.Fprintf(s.out, xml.Header+`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`)
	var head Row
	for _, c := range t.Columns {
		s.types = append(s.types, String)
		head = append(head, c.Name)
	}
	if err := s.add(head, styleHead); err != nil {
		return err
	}
	for i, c := range t.Columns {
		s.types[i] = c.Type
	}
	return nil
}

// texts adds a sheet of texts.
func (b *xlsxBook) texts(name string, head []string, rows [][]string) error {
	t := Table{Name: name}
	for _, h := range head {
		t.Columns = append(t.Columns, Column{Name: h, Type: String})
	}
	if err := b.sheet(t); err != nil {
		return err
	}
	for _, row := range rows {
		var cells Row
		for _, c := range row {
			cells = append(cells, text(c))
		}
		if err := b.add(len(b.sheets)-1, cells); err != nil {
			return err
		}
	}
	return nil
}

func (b *xlsxBook) add(table int, row Row) error { return b.sheets[table].add(row, styleNone) }

// The styles of cells, by their places in xlsxStyles.
const (
	styleNone = iota
	styleDay
	styleHead
)

// add writes a row.
func (s *xlsxSheet) add(row Row, style int) error {
	if s.rows++; s.rows > sheetRows {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "export xlsx",
			Message: fmt.Sprintf("the table %s has more rows than a sheet holds, %d; ask for less, leave it out with --table, or export csv or parquet", s.name, sheetRows-1)}
	}
	n := strconv.Itoa(s.rows)
	fmt.Fprint(s.out, `<row r="`, n, `">`)
	for i, v := range row {
		if v != nil {
			s.cell(columnName(i)+n, v, s.types[i], style)
		}
	}
	_, err := s.out.WriteString("</row>")
	return err
}

func (s *xlsxSheet) cell(at string, v any, t Type, style int) {
	head := `<c r="` + at + `"`
	if style != styleNone {
		head += ` s="` + strconv.Itoa(style) + `"`
	}
	switch v := v.(type) {
	case string:
		if serial, ok := serialDay(v); t == Date && ok {
			fmt.Fprint(s.out, head, ` s="`, styleDay, `"><v>`, serial, `</v></c>`)
			return
		}
		fmt.Fprint(s.out, head, ` t="inlineStr"><is><t xml:space="preserve">`)
		_ = xml.EscapeText(s.out, []byte(v)) // a bufio.Writer keeps its error for Flush
		fmt.Fprint(s.out, `</t></is></c>`)
	case bool:
		number := "0"
		if v {
			number = "1"
		}
		fmt.Fprint(s.out, head, ` t="b"><v>`, number, `</v></c>`)
	default:
		fmt.Fprint(s.out, head, `><v>`, literal(v), `</v></c>`)
	}
}

// serialDay gives a day as a workbook counts it; days before March 1900, which Excel
// counts wrongly, are no numbers.
func serialDay(day string) (int, bool) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil || t.Before(time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)) {
		return 0, false
	}
	return int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24), true
}

// columnName gives the letters of a column: A, Z, AA.
func columnName(i int) string {
	if i >= 26 {
		return columnName(i/26-1) + string(rune('A'+i%26))
	}
	return string(rune('A' + i))
}

func (b *xlsxBook) close() error {
	out := zip.NewWriter(b.to)
	for _, part := range xlsxParts(b.sheets, b.made) {
		if err := b.part(out, part.name, []byte(part.text)); err != nil {
			return err
		}
	}
	for i, s := range b.sheets {
		if err := s.pack(out, fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), b.made); err != nil {
			return err
		}
	}
	if err := out.Close(); err != nil {
		return err
	}
	return b.to.Close()
}

func (b *xlsxBook) part(out *zip.Writer, name string, data []byte) error {
	w, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: b.made})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// pack puts a sheet into the archive.
func (s *xlsxSheet) pack(out *zip.Writer, name string, made time.Time) error {
	defer func() {
		_ = s.file.Close()
		_ = os.Remove(s.file.Name())
	}()
	fmt.Fprintf(s.out, `</sheetData><autoFilter ref="A1:%s%d"/></worksheet>`, columnName(max(len(s.types), 1)-1), s.rows)
	if err := s.out.Flush(); err != nil {
		return failure(s.file.Name(), err)
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return failure(s.file.Name(), err)
	}
	w, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made})
	if err != nil {
		return err
	}
	_, err = io.Copy(w, s.file)
	return err
}
