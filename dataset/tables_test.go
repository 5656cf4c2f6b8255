package dataset_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/dataset"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

// TestTables agree in CSV, XLSX and Parquet, row for row and cell for cell.
func TestTables(t *testing.T) {
	r := kept(t)
	files, leaves := exported(t, r, "csv", func(o *dataset.Options, _ *service.Question) { o.Exact = true }), exported(t, r, "parquet", nil)
	book, err := excelize.OpenReader(bytes.NewReader(exported(t, r, "xlsx", nil)["rapporteur.xlsx"].Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	tables, err := dataset.Tables()
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]int{"events": 2, "meetings": 2, "participants": 5, "statements": 1, "positions": 1, "sources": 12, "actors": 5, "reports": 2}
	for _, table := range tables {
		want, err := csv.NewReader(files[table.Name+".csv"]).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(want) != rows[table.Name]+1 {
			t.Errorf("%s: %d rows", table.Name, len(want)-1)
		}
		for _, row := range want[1:] {
			for i, c := range table.Columns {
				if err := fits(row[i], c); err != nil {
					t.Errorf("%s: %v", table.Name, err)
				}
			}
		}
		sheet, err := book.GetRows(table.Name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i := range sheet {
			for len(sheet[i]) < len(table.Columns) { // empty cells at the end are left out
				sheet[i] = append(sheet[i], "")
			}
		}
		if diff := cmp.Diff(want, readable(sheet, table)); diff != "" {
			t.Errorf("%s as a sheet: %s", table.Name, diff)
		}
		if diff := cmp.Diff(want, fromParquet(t, leaves[table.Name+".parquet"].Bytes(), table)); diff != "" {
			t.Errorf("%s as Parquet: %s", table.Name, diff)
		}
	}
}

// fits reports a cell that is not of its column's type.
func fits(cell string, c dataset.Column) (err error) {
	if cell == "" {
		return nil
	}
	switch c.Type {
	case dataset.Integer:
		_, err = strconv.ParseInt(cell, 10, 64)
	case dataset.Number:
		_, err = strconv.ParseFloat(cell, 64)
	case dataset.Boolean:
		_, err = strconv.ParseBool(cell)
	case dataset.Date:
		_, err = time.Parse(time.DateOnly, cell)
	}
	return err
}

// readable writes the raw values of a sheet as CSV has them.
func readable(rows [][]string, table dataset.Table) [][]string {
	for _, row := range rows[1:] {
		for i, c := range table.Columns {
			switch {
			case row[i] == "":
			case c.Type == dataset.Boolean:
				row[i] = map[string]string{"0": "false", "1": "true", "FALSE": "false", "TRUE": "true"}[row[i]]
			case c.Type == dataset.Date:
				days, _ := strconv.Atoi(row[i])
				row[i] = time.Date(1899, 12, 30+days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
			}
		}
	}
	return rows
}

// fromParquet gives the rows of a file as CSV has them.
func fromParquet(t *testing.T, data []byte, table dataset.Table) [][]string {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if model, ok := f.Lookup("rapporteur.model"); !ok || model != "frames-0123456789ab" {
		t.Errorf("%s does not name the model", table.Name)
	}
	var head []string
	for _, field := range f.Schema().Fields() {
		head = append(head, field.Name())
	}
	out := [][]string{head}
	reader := parquet.NewReader(f)
	for range f.NumRows() {
		some := make([]parquet.Row, 1)
		if n, err := reader.ReadRows(some); n != 1 {
			t.Fatal(err)
		}
		var row []string
		for i, v := range some[0] {
			row = append(row, cellOf(v, table.Columns[i]))
		}
		out = append(out, row)
	}
	return out
}

func cellOf(v parquet.Value, c dataset.Column) string {
	switch {
	case v.IsNull():
		return ""
	case c.Type == dataset.Date:
		return time.Unix(int64(v.Int32())*24*60*60, 0).UTC().Format(time.DateOnly)
	case c.Type == dataset.Integer:
		return strconv.FormatInt(v.Int64(), 10)
	case c.Type == dataset.Number:
		return strconv.FormatFloat(v.Double(), 'f', -1, 64)
	case c.Type == dataset.Boolean:
		return strconv.FormatBool(v.Boolean())
	}
	return string(v.ByteArray())
}

// TestDictionary explains every column, and keys tell rows apart.
func TestDictionary(t *testing.T) {
	tables, err := dataset.Tables()
	if err != nil {
		t.Fatal(err)
	}
	files := exported(t, kept(t), "csv", nil)
	explained, err := csv.NewReader(bytes.NewReader(files["dictionary.csv"].Bytes())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, table := range tables {
		n += len(table.Columns)
		at := map[string]int{}
		for i, c := range table.Columns {
			if _, twice := at[c.Name]; twice || c.Meaning == "" {
				t.Errorf("%s.%s: meaning %q, twice: %v", table.Name, c.Name, c.Meaning, twice)
			}
			at[c.Name] = i
		}
		rows, err := csv.NewReader(bytes.NewReader(files[table.Name+".csv"].Bytes())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, row := range rows[1:] {
			key := ""
			for _, k := range table.Key {
				i, ok := at[k]
				if !ok {
					t.Fatalf("%s has no column %s", table.Name, k)
				}
				key += row[i] + "\x00"
			}
			if seen[key] {
				t.Errorf("%s: two rows of %q", table.Name, key)
			}
			seen[key] = true
		}
	}
	if len(explained) != n+1 {
		t.Errorf("%d columns are explained of %d", len(explained)-1, n)
	}
}

func TestOneTable(t *testing.T) {
	r := kept(t)
	files := exported(t, r, "csv", func(o *dataset.Options, q *service.Question) {
		o.Tables, q.About, q.Statuses = []string{"meetings"}, dataset.AboutTables([]string{"meetings"}), []string{"held"}
	})
	rows, err := csv.NewReader(files["meetings.csv"]).ReadAll()
	if err != nil || len(rows) != 2 || files["events.csv"] != nil {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	f, _ := dataset.FormatOf("csv")
	if _, err := f.Open(dataset.Options{To: dataset.Stream{W: &bytes.Buffer{}}}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("eight tables in one stream: %v", err)
	}
}

func TestAboutTables(t *testing.T) {
	for names, want := range map[[2]string]service.Subject{{"events", "events"}: service.Events, {"meetings", "participants"}: service.Meetings, {"events", "actors"}: service.Everything, {"events", "meetings"}: service.Everything} {
		if got := dataset.AboutTables(names[:]); got != want {
			t.Errorf("%v are about %s, want %s", names, got, want)
		}
	}
	if got := dataset.AboutTables(nil); got != service.Everything {
		t.Errorf("nothing is about %s", got)
	}
}

func TestFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder")
	write := func(f *dataset.Folder) error {
		w, err := f.Main("a.csv")
		if err != nil {
			return err
		}
		_, _ = fmt.Fprint(w, "a")
		return w.Close()
	}
	first := &dataset.Folder{Path: path}
	if err := write(first); err != nil {
		t.Fatal(err)
	}
	if err := write(&dataset.Folder{Path: path}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("written over: %v", err)
	}
	if err := write(&dataset.Folder{Path: path, Overwrite: true}); err != nil {
		t.Error(err)
	}
	first.Abandon()
	if _, err := os.Stat(filepath.Join(path, "a.csv")); err == nil {
		t.Error("half an export is left")
	}
	if err := write(&dataset.Folder{Path: filepath.Join(os.DevNull, "x")}); rapporteur.CodeOf(err) != rapporteur.Unreadable {
		t.Errorf("a folder in a device: %v", err)
	}
}
