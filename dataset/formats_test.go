package dataset_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"rapporteur/checks/gdelt"
	"rapporteur/dataset"
	"rapporteur/export"
	"rapporteur/service"
)

// content is everything in an export, archives unpacked.
func content(t *testing.T, files shelf) string {
	t.Helper()
	var out strings.Builder
	for name, data := range files {
		fmt.Fprintln(&out, name)
		if !strings.HasSuffix(name, ".xlsx") {
			out.Write(data.Bytes())
			continue
		}
		archive, err := zip.NewReader(bytes.NewReader(data.Bytes()), int64(data.Len()))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&out, r); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out.String()
}

// TestEveryFormat says what made it, holds the words, and without words none.
func TestEveryFormat(t *testing.T) {
	r := kept(t)
	for _, f := range dataset.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			with := content(t, exported(t, r, f.Name, nil))
			if f.Name != "dna" && (!strings.Contains(with, "rapporteur 1.2.3") || !strings.Contains(with, "frames-0123456789ab") || !strings.Contains(with, "0.5")) {
				t.Error("it does not say what made it")
			}
			coded := f.Name == "gdelt" || f.Name == "polecat" // which have no words
			if !coded && !strings.Contains(with, "zebra") {
				t.Error("the words of the reports are missing")
			}
			without := content(t, exported(t, r, f.Name, func(_ *dataset.Options, q *service.Question) { q.Silent = true }))
			if strings.Contains(without, "zebra") || strings.Contains(without, "Ebra") {
				t.Error("words of the reports stand in an export without text")
			}
			if again := content(t, exported(t, r, f.Name, nil)); len(again) != len(with) {
				t.Error("the same record gives another export")
			}
		})
	}
}

func TestNamesAreTheFormats(t *testing.T) {
	if want := "csv,xlsx,parquet,gdelt,polecat,geojson,ical,atom,dna,annotations,jsonl"; dataset.Names() != want {
		t.Errorf("formats %s; the command has %s", dataset.Names(), want)
	}
	if _, ok := dataset.FormatOf("pdf"); ok {
		t.Error("pdf is a format")
	}
}

func TestGDELTRows(t *testing.T) {
	files := exported(t, kept(t), "gdelt", nil)
	rows := strings.Split(strings.TrimSpace(files["rapporteur.export.CSV"].String()), "\n")
	if len(rows) != 2 { // the meeting that was held, and the event that nobody only claims
		t.Errorf("%d rows: %q", len(rows), rows)
	}
	for _, row := range rows {
		if found := gdelt.Check(row); len(found) > 0 {
			t.Errorf("%s: %v", row, found)
		}
	}
	cells := strings.Split(rows[1], "\t")
	for at, want := range map[int]string{1: "20270228", 5: "KEN", 6: "KENYA", 15: "UGA", 26: "111", 29: "3", 30: "-2.0", 33: "2", 51: "4", 52: "Mombasa, Kenya", 53: "KE", 60: "https://news.example/aaaa"} {
		if cells[at] != want {
			t.Errorf("column %d is %q, want %q", at+1, cells[at], want)
		}
	}
	if cells = strings.Split(rows[0], "\t"); cells[5] != "KENGOV" || cells[12] != "GOV" || cells[26] != "046" {
		t.Errorf("the minister's row is %q", cells[:31])
	}
	var about struct {
		LeftOut map[string]int `json:"left_out"`
		Columns []any
	}
	if err := json.Unmarshal(files["about.json"].Bytes(), &about); err != nil || about.LeftOut["rests on the word of one actor"] != 1 || len(about.Columns) != gdelt.Columns {
		t.Errorf("about: %+v, %v", about, err)
	}
}

// TestRealGDELT checks the rows of a record of real reports.
func TestRealGDELT(t *testing.T) {
	path := os.Getenv("RAPPORTEUR_GDELT_ROWS")
	if path == "" {
		t.Skip("name a file that rapporteur export gdelt has written in RAPPORTEUR_GDELT_ROWS")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if found := gdelt.Check(row); len(found) > 0 {
			t.Errorf("row %d: %v: %s", i+1, found, row)
		}
	}
}

func TestPOLECATRows(t *testing.T) {
	files := exported(t, kept(t), "polecat", nil)
	rows := strings.Split(strings.TrimSpace(files["rapporteur.polecat.tsv"].String()), "\n")
	if len(rows) != 3 {
		t.Fatalf("%d rows", len(rows))
	}
	head := strings.Split(rows[0], "\t")
	if len(head) != 40 || head[0] != "Event ID" || head[39] != "Version" {
		t.Errorf("%d columns: %q", len(head), head)
	}
	at := map[string]string{}
	for i, v := range strings.Split(rows[2], "\t") {
		at[head[i]] = v
	}
	for column, want := range map[string]string{"Event Date": "2027-02-28", "Event Type": "ACCUSE", "Event Mode": "disapprove", "Quad Code": "VERBAL CONFLICT", "Actor Name": "Kenya",
		"Actor Country": "KEN", "Recipient Country": "UGA", "City": "Mombasa", "Country": "KEN", "Feature Type": "PPL", "Source": "Coast Wire"} {
		if at[column] != want {
			t.Errorf("%s is %q, want %q", column, at[column], want)
		}
	}
}

func TestGeoJSON(t *testing.T) {
	var got struct {
		Type     string
		Features []struct {
			Geometry   struct{ Coordinates []float64 }
			Properties map[string]any
		}
	}
	if err := json.Unmarshal(exported(t, kept(t), "geojson", nil)["rapporteur.geojson"].Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Type != "FeatureCollection" || len(got.Features) != 4 {
		t.Fatalf("%+v", got)
	}
	for _, f := range got.Features {
		if at := f.Geometry.Coordinates; len(at) != 2 || at[0] < -180 || at[0] > 180 || at[1] < -90 || at[1] > 90 {
			t.Errorf("coordinates %v", at)
		}
		if f.Properties["what"] == "" || f.Properties["precision"] != "town" {
			t.Errorf("properties %v", f.Properties)
		}
	}
}

func TestCalendarHoldsWhatIsToCome(t *testing.T) {
	r := kept(t)
	text := exported(t, r, "ical", nil)["rapporteur.ics"].String()
	for _, want := range []string{"BEGIN:VCALENDAR\r\n", "DTSTART;VALUE=DATE:20270501\r\n", "DTEND;VALUE=DATE:20270601\r\n", "LOCATION:Geneva\r\n", "STATUS:CONFIRMED\r\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if n := strings.Count(text, "BEGIN:VEVENT"); n != 1 {
		t.Errorf("%d meetings are to come", n)
	}
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d octets: %s", len(line), line)
		}
	}
	over := exported(t, r, "ical", func(o *dataset.Options, _ *service.Question) { o.Today = "2028-01-01" })
	if strings.Contains(over["rapporteur.ics"].String(), "VEVENT") {
		t.Error("what is over is to come")
	}
}

func TestAtomIsWellFormed(t *testing.T) {
	var got struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(exported(t, kept(t), "atom", nil)["rapporteur.atom"].Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Entries) != 6 || got.ID == "" || got.Entries[0].Title == "" || got.Entries[0].Updated == "" {
		t.Errorf("%+v", got)
	}
}

func TestDNAStatements(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(exported(t, kept(t), "dna", nil)["rapporteur.dna.csv"].String()), "\n")
	if len(lines) != 3 {
		t.Fatalf("%q", lines)
	}
	for _, line := range lines {
		if n := strings.Count(line, ";"); n != 12 {
			t.Errorf("%d semicolons in %s", n, line)
		}
	}
	if !strings.Contains(lines[1], `2027-03-02 00:00:00;"aaaa"`) || !strings.HasSuffix(lines[1], `"Uganda";"Ceasefire";0`) {
		t.Errorf("statement %s", lines[1])
	}
}

func TestAnnotationsPointAtWords(t *testing.T) {
	var got struct {
		Context []any `json:"@context"`
		Type    string
		Items   []struct {
			ID     string
			Target struct {
				Source   string
				Selector []struct {
					Type       string
					Start, End int
					Exact      string
				}
			}
		}
	}
	if err := json.Unmarshal(exported(t, kept(t), "annotations", nil)["rapporteur.annotations.json"].Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	ids, text := map[string]bool{}, []rune(told("aaaa", "", "").Report.Text)
	for _, a := range got.Items {
		ids[a.ID] = true
		where, words := a.Target.Selector[0], a.Target.Selector[1]
		if string(text[where.Start:where.End]) != words.Exact || !strings.HasPrefix(a.Target.Source, "https://news.example/") {
			t.Errorf("%+v", a)
		}
	}
	if got.Type != "AnnotationPage" || len(ids) != 12 || len(got.Items) != 12 {
		t.Errorf("%d annotations, %d ids", len(got.Items), len(ids))
	}
}

func TestInertCells(t *testing.T) {
	r := kept(t)
	safe := exported(t, r, "csv", nil)["statements.csv"].String()
	exact := exported(t, r, "csv", func(o *dataset.Options, _ *service.Question) { o.Exact = true })["statements.csv"].String()
	if !strings.Contains(exact, export.Clean(saidWords)[:4]) || strings.Contains(safe, "\n=") || safe == "" {
		t.Errorf("safe:\n%s\nexact:\n%s", safe, exact)
	}
}
