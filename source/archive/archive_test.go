package archive_test

import (
	"archive/zip"
	"bytes"
	gocmp "cmp"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"rapporteur/source"
	"rapporteur/source/archive"
	"rapporteur/source/fetch"
	"rapporteur/source/warc/warctest"
)

// html is a page about a lake of some name.
func html(name string) string {
	return "<html><head><title>News of " + name + "</title></head><body><article><h1>News of " + name + "</h1><p>The water of the lake " + name +
		" rose on Monday, the ministry said, and the towns on its shore were told to be ready for more of it.</p></article></body></html>"
}

// text is a report of a title.
func text(title string) string {
	return title + "\n\nThe water of the lake rose on Monday, the ministry said, and it will rise again.\n"
}

// put writes a file into a folder of its own.
func put(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// told gives a line for each report of a file: its name, without the folder, and its
// title, day and outlet, or what is wrong.
func told(t *testing.T, r *archive.Reader, path string, from archive.Position) []string {
	t.Helper()
	var out []string
	for item := range r.File(path, from) {
		name := strings.TrimPrefix(item.Name, filepath.Dir(path)+string(filepath.Separator))
		report, err := item.Open(t.Context())
		if err != nil {
			out = append(out, name+": "+strings.TrimPrefix(err.Error(), "read "+item.Name+": "))
			continue
		}
		out = append(out, strings.TrimRight(strings.Join([]string{name + " =", string(report.Title), string(report.Published), string(report.Outlet)}, " "), " "))
	}
	return out
}

func reader() *archive.Reader { return &archive.Reader{Opener: &source.Opener{}} }

// crawl is a web archive with all that crawls hold.
func crawl() [][]byte {
	page := func(name string) []byte { return warctest.Page("https://news.example/"+name, html(name)) }
	answer := func(status, kind string) []byte {
		return warctest.Record{Target: "https://news.example/other", Block: warctest.Answer(status, []string{"Content-Type: " + kind}, []byte(html("Other")))}.Bytes()
	}
	return [][]byte{
		warctest.Record{Type: "warcinfo", Block: []byte("software: test\r\n")}.Bytes(),
		warctest.Record{Type: "request", Target: "https://news.example/Mjosa", Block: []byte("GET / HTTP/1.1\r\n\r\n")}.Bytes(),
		page("Mjosa"),
		answer("301 Moved", "text/html"), answer("200 OK", "image/png"),
		warctest.Record{Target: "https://news.example/robots.txt", Block: warctest.Answer("200 OK", []string{"Content-Type: text/plain"}, []byte("User-agent: *"))}.Bytes(),
		warctest.Record{Type: "revisit", Target: "https://news.example/Mjosa", Block: warctest.Answer("200 OK", nil, nil)}.Bytes(),
		warctest.Record{Target: "https://news.example/wrong", Fields: []string{"WARC-Block-Digest: " + warctest.Digest(nil)}, Block: warctest.Answer("200 OK", nil, []byte(html("Wrong")))}.Bytes(),
		warctest.Record{Target: "https://news.example/cut", Block: warctest.Answer("200 OK", []string{"Content-Encoding: gzip"}, warctest.Zip([]byte(html("Cut")))[:90])}.Bytes(),
		warctest.Record{Target: "https://news.example/latin", Block: warctest.Answer("200 OK", []string{"Content-Type: text/html; charset=iso-8859-1"}, bytes.ReplaceAll([]byte(html("Vanern")), []byte("Vanern"), []byte("V\xe4nern")))}.Bytes(),
		warctest.Record{Type: "conversion", Target: "https://news.example/text", Fields: []string{"Content-Type: text/plain"}, Block: []byte(text("News in Words"))}.Bytes(),
	}
}

const crawlPassed = 6

func TestWebArchive(t *testing.T) {
	want := func(file string) []string {
		return []string{
			file + " (https://news.example/Mjosa) = News of Mjosa",
			file + " (https://news.example/wrong): left out, as the record is damaged: its block is not what it was: the digest is not " + warctest.Digest(nil),
			file + " (https://news.example/cut): left out: https://news.example/cut: packed as gzip: unexpected EOF",
			file + " (https://news.example/latin) = News of Vänern",
			file + " (https://news.example/text) = News in Words",
		}
	}
	var wacz bytes.Buffer
	z := zip.NewWriter(&wacz)
	for name, data := range map[string][]byte{"datapackage.json": []byte("{}"), "pages/pages.jsonl": []byte(`{"format": "json-pages-1.0"}`), "archive/data.warc.gz": warctest.Zip(crawl()...)} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"a.warc": warctest.Join(crawl()...), "a.warc.gz": warctest.Zip(crawl()...), "unnamed": warctest.Zip(crawl()...), "a.wacz": wacz.Bytes()} {
		passed := 0
		r := reader()
		r.Passed = func() { passed++ }
		path := put(t, name, data)
		got := told(t, r, path, archive.Position{})
		inside := map[bool]string{true: name + "/archive/data.warc.gz", false: name}[strings.HasSuffix(name, "wacz")]
		for i := range got { // where in the file depends on what it is packed with
			before, after, _ := strings.Cut(got[i], " ")
			got[i] = before[:strings.LastIndex(before, ":")] + " " + after
		}
		if diff := cmp.Diff(want(inside), got); diff != "" || passed != crawlPassed {
			t.Errorf("%s, %d passed: %s", name, passed, diff)
		}
	}
}

// TestPositions goes on behind each report of each kind of file, and nothing is missing
// or twice; positions are written down and read.
func TestPositions(t *testing.T) {
	var zipped bytes.Buffer
	z := zip.NewWriter(&zipped)
	for _, m := range []struct{ name, data string }{{"a.txt", text("One Lake")}, {"b.csv", "text,title\nIt rose.,Two\nIt fell.,Three\n"}, {"c.warc", string(warctest.Join(crawl()...))}, {"d.txt", text("Last Lake")}} {
		w, err := z.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, m.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	rows := "title;body\n" + strings.Repeat("A title;\"Words\nof two lines, and \"\"more\"\"\"\n\n", 4)
	lines := "\ufeff" + strings.Repeat(`{"title": "One", "text": "It rose."}`+"\n\n", 4)
	for name, data := range map[string][]byte{
		"a.warc": warctest.Join(crawl()...), "a.warc.gz": warctest.Zip(crawl()...), "a.zip": zipped.Bytes(), "a.csv": []byte(rows), "a.csv.gz": warctest.Zip([]byte(rows)),
		"a.jsonl": []byte(lines), "b.csv": utf16LE(rows),
	} {
		path := put(t, name, data)
		all := told(t, reader(), path, archive.Position{})
		if len(all) < 4 {
			t.Errorf("%s: %q", name, all)
		}
		n := 0
		for item := range reader().File(path, archive.Position{}) {
			n++
			at, err := archive.ParsePosition(item.Next.String())
			if err != nil || at != item.Next {
				t.Fatalf("%v: %v", item.Next, err)
			}
			if got := told(t, reader(), path, at); !cmp.Equal(all[n:], got) && len(all[n:])+len(got) > 0 {
				t.Errorf("%s from %v: %s", name, at, cmp.Diff(all[n:], got))
			}
			if item.Read <= 0 || item.Read > int64(len(data)) {
				t.Errorf("%s: %d of %d bytes read", name, item.Read, len(data))
			}
		}
	}
	for _, bad := range []string{"", "1.2", "-1.0.0", "a.b.c"} {
		if _, err := archive.ParsePosition(bad); err == nil {
			t.Errorf("%q is a position", bad)
		}
	}
}

func utf16LE(words string) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(words)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func TestTables(t *testing.T) {
	for _, test := range []struct {
		name, data string
		columns    archive.Columns
		want       []string
	}{
		{"comma.csv", "\ufeffTitle,Publish_Date,Media_Name,Text\nOne,2031-04-05 10:00:00,The Paper,\"It rose, they said.\"\n", archive.Columns{}, []string{"comma.csv:2 = One 2031-04-05 The Paper"}},
		{"semicolon.csv", "headline;date;content\nTwo;\"April 5, 2031\";It rose; they\n", archive.Columns{}, []string{"semicolon.csv:2 = Two 2031-04-05"}},
		{"tab.tsv", "title\tbody\nThree\tIt \"rose\", they said.\n", archive.Columns{}, []string{"tab.tsv:2 = Three"}},
		{"bar.csv", "id|title|story\n1|Four|It rose.\n", archive.Columns{}, []string{"bar.csv:2 = Four"}},
		{"windows.csv", "title,text\nF\xfcnf,It rose.\n", archive.Columns{}, []string{"windows.csv:2 = Fünf"}},
		{"named.csv", "Kopf,Inhalt,Tag,Blatt\nSix,It rose.,5 April 2031,Paper\n", archive.Columns{Text: "inhalt", Title: "Kopf", Published: "Tag", Outlet: "Blatt"}, []string{"named.csv:2 = Six 2031-04-05 Paper"}},
		{"quotes.csv", "title,text\nSeven,\"It \"\"rose\"\",\nthey said.\"\nEight,\"not closed\nNine,It rose.\n", archive.Columns{}, []string{"quotes.csv:2 = Seven", "quotes.csv:3: a quotation mark that does not close, in 2 lines"}},
		{"day.csv", "title,text,date\nTen,It rose.,05/04/2031\n", archive.Columns{}, []string{"day.csv:2 = Ten"}},
		{"empty.csv", "title,text\nEleven,\n", archive.Columns{}, []string{"empty.csv:2: no words in it; give a file that holds the report's text"}},
		{"none.csv", "title,text\n", archive.Columns{}, []string{"none.csv: no report in it; give one as a row"}},
		{"nothing.csv", "", archive.Columns{}, []string{"nothing.csv: no report in it; give one as a row"}},
		{"unknown.csv", "a,b\n1,2\n", archive.Columns{}, []string{"unknown.csv: no column of texts or addresses that is known; name one with --text-column or --url-column. There are a, b"}},
		{"wrong.csv", "a,text\n1,2\n", archive.Columns{Title: "c"}, []string{"wrong.csv: --title-column c: no such column; there are a, text"}},
		{"lines.jsonl", `{"maintext": "It rose.", "date_publish": "2031-04-05 01:02:03", "source_domain": "paper.example", "title": "Twelve", "authors": []}` + "\n[]\n", archive.Columns{}, []string{"lines.jsonl:1 = Twelve 2031-04-05 paper.example", `lines.jsonl:2: not a JSON object with "text" or "html", "url", "published", "outlet", "title": json: cannot unmarshal array into Go value of type map[string]json.RawMessage`}},
		{"field.jsonl", `{"words": "It rose.", "text": "Not this.", "title": "Thirteen", "published": "soon"}` + "\n", archive.Columns{Text: "words"}, []string{`field.jsonl:1: the date of publication "soon" is no day; write it as YYYY-MM-DD`}},
		{"broken.csv.gz", "\x1f\x8b\x08 broken", archive.Columns{}, []string{"broken.csv.gz: unexpected EOF"}},
	} {
		r := reader()
		r.Columns = test.columns
		if diff := cmp.Diff(test.want, told(t, r, put(t, test.name, []byte(test.data)), archive.Position{})); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
	r := reader()
	r.Longest = 60
	long := "title,text\nA," + strings.Repeat("long ", 20) + "\nB,It rose.\n"
	want := []string{"long.csv:2: a row of 103 bytes, and 60 is the most for one report", "long.csv:3 = B"}
	if diff := cmp.Diff(want, told(t, r, put(t, "long.csv", []byte(long)), archive.Position{})); diff != "" {
		t.Error(diff)
	}
}

// site serves pages of lakes on this machine, and counts what is asked for.
func site(t *testing.T) (*fetch.Fetcher, string, map[string]int) {
	t.Helper()
	asked := map[string]int{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked[r.URL.Path]++
		if r.URL.Path == "/gone" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, html(strings.TrimPrefix(r.URL.Path, "/")))
	}))
	t.Cleanup(server.Close)
	return fetch.New(fetch.Options{Networks: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}}), server.URL, asked
}

// TestLists fetches what lists of addresses name, each address once.
func TestLists(t *testing.T) {
	fetcher, at, asked := site(t)
	gdelt := func(columns, url int, addresses ...string) string {
		var out strings.Builder
		for i, a := range addresses {
			row := make([]string, columns)
			row[0], row[url] = fmt.Sprintf("20310405230000-%d", i), a
			row[columns-1] = gocmp.Or(row[columns-1], "themes;of,many;kinds,and \"marks")
			out.WriteString(strings.Join(row, "\t") + "\n")
		}
		return out.String()
	}
	var zipped bytes.Buffer
	z := zip.NewWriter(&zipped)
	w, err := z.Create("20310405.export.CSV")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, gdelt(61, 60, at+"/Zip")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, data string
		want       []string
		passed     int
	}{
		{"a.mentions.CSV", gdelt(16, 5, at+"/Mjosa", at+"/Mjosa", "BBC Monitoring", at+"/gone", at+"/Inari"),
			[]string{"a.mentions.CSV:1 (AT/Mjosa) = News of Mjosa", "a.mentions.CSV:4 (AT/gone): fetch AT/gone: the server answered 404 Not Found; open the address in a browser and save the page", "a.mentions.CSV:5 (AT/Inari) = News of Inari"}, 2},
		{"b.export.CSV", gdelt(58, 57, at+"/Old"), []string{"b.export.CSV:1 (AT/Old) = News of Old"}, 0},
		{"c.gkg.csv", gdelt(27, 4, at+"/Graph"), []string{"c.gkg.csv:1 (AT/Graph) = News of Graph"}, 0},
		{"d.export.CSV.zip", zipped.String(), []string{"d.export.CSV.zip/20310405.export.CSV:1 (AT/Zip) = News of Zip"}, 0},
		{"cloud.csv", "id,indexed_date,language,media_name,media_url,publish_date,title,url\n1,2031-04-06,en,The Paper,paper.example,2031-04-05,A title,AT/Cloud\n",
			[]string{"cloud.csv:2 (AT/Cloud) = News of Cloud 2031-04-05 The Paper"}, 0},
		{"list.jsonl", `{"url": "AT/Line", "outlet": "The Paper", "published": "2031-04-05"}` + "\n" + `{"url": "AT/Line", "text": ""}` + "\n",
			[]string{"list.jsonl:1 = News of Line 2031-04-05 The Paper", "list.jsonl:2: no words in it; give a file that holds the report's text"}, 0},
	} {
		passed := 0
		r := &archive.Reader{Opener: &source.Opener{Fetcher: fetcher}, Passed: func() { passed++ }}
		got := told(t, r, put(t, test.name, []byte(strings.ReplaceAll(test.data, "AT", at))), archive.Position{})
		for i := range got {
			got[i] = strings.ReplaceAll(got[i], at, "AT")
		}
		if diff := cmp.Diff(test.want, got); diff != "" || passed != test.passed {
			t.Errorf("%s, %d passed: %s", test.name, passed, diff)
		}
	}
	if asked["/Mjosa"] != 1 || asked["/Line"] != 1 {
		t.Errorf("asked %v", asked)
	}
}

// TestNothingIsFetchedForOthers: who hands over bytes makes this machine ask nobody.
func TestNothingIsFetchedForOthers(t *testing.T) {
	_, at, asked := site(t)
	r := &archive.Reader{}
	for item := range r.Bytes("list.csv", []byte("url\n"+at+"/Mjosa\n")) {
		if _, err := item.Open(t.Context()); err == nil {
			t.Error("a report came of it")
		}
	}
	if _, err := r.Line("a line", []byte(`{"url": "`+at+`/Mjosa"}`)).Open(t.Context()); err == nil || len(asked) > 0 {
		t.Errorf("%v, asked %v", err, asked)
	}
}

func TestZIP(t *testing.T) {
	build := func(members ...zip.FileHeader) []byte {
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		for _, m := range members {
			data := m.Comment // what is in it
			m.Comment = ""
			w, err := z.CreateHeader(&m)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(w, data); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	file := func(name, data string) zip.FileHeader {
		return zip.FileHeader{Name: name, Comment: data, Method: zip.Deflate}
	}
	inner := build(file("x.txt", "x"))
	damaged := build(file("a.txt", text("A Lake")))
	damaged[60] ^= 0xff
	for _, test := range []struct {
		name string
		data []byte
		want []string
	}{
		{"a.zip", build(file("deep/a.txt", text("A Lake")), file("__MACOSX/a.txt", "x"), file(".hidden/b.txt", "x"), file("b.html", html("Mjosa")), file("c.txt.gz", string(warctest.Zip([]byte(text("Packed Lake")))))),
			[]string{"a.zip/deep/a.txt = A Lake", "a.zip/b.html = News of Mjosa", "a.zip/c.txt.gz = Packed Lake"}},
		{"bomb.zip", build(file("zeros.txt", strings.Repeat("0", 20<<20)), file("a.txt", text("A Lake"))),
			[]string{"bomb.zip/zeros.txt: refused: it unpacks to more than 200 times its size, as no text does", "bomb.zip/a.txt = A Lake"}},
		{"large.zip", build(file("large.txt.gz", string(warctest.Zip(bytes.Repeat([]byte("0"), 33<<20))))), []string{"large.zip/large.txt.gz: too large for a report; give the report's text alone"}},
		{"nested.zip", build(zip.FileHeader{Name: "inner.zip", Comment: string(inner)}), []string{"nested.zip/inner.zip: a ZIP in a ZIP; unpack the outer one first"}},
		{"cut.zip", inner[:len(inner)-10], []string{"cut.zip: a damaged ZIP: zip: not a valid zip file"}},
		{"damaged.zip", damaged, []string{"damaged.zip/a.txt: cannot be unpacked: "}},
		{"badgzip.zip", build(file("a.gz", "\x1f\x8b\x08 broken")), []string{"badgzip.zip/a.gz: cannot be unpacked: unexpected EOF"}},
	} {
		got := told(t, reader(), put(t, test.name, test.data), archive.Position{})
		for i := range got {
			if i < len(test.want) && strings.HasSuffix(test.want[i], ": ") && strings.HasPrefix(got[i], test.want[i]) {
				got[i] = test.want[i] // how, the standard library says
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
	overlapping := build(file("a.txt", text("A Lake")), file("b.txt", text("B Lake")))
	size := []byte{0xff, 0xff, 0, 0}
	for _, at := range []int{20} { // of the packed size in each entry of the directory, APPNOTE 4.3.12
		for i := bytes.Index(overlapping, []byte("PK\x01\x02")); i >= 0 && i+at < len(overlapping); {
			copy(overlapping[i+at:], size)
			next := bytes.Index(overlapping[i+4:], []byte("PK\x01\x02"))
			if next < 0 {
				break
			}
			i += 4 + next
		}
	}
	if got := told(t, reader(), put(t, "over.zip", overlapping), archive.Position{}); len(got) != 1 || !strings.Contains(got[0], "over one another") {
		t.Error(got)
	}
}

func TestStream(t *testing.T) {
	for name, data := range map[string][]byte{"a web archive": warctest.Zip(warctest.Page("https://news.example/", html("Mjosa"))), "lines": []byte(` {"title": "News of Mjosa", "text": "It rose."}`),
		"a report": []byte(text("News of Mjosa")), "a packed report": warctest.Zip([]byte(text("News of Mjosa")))} {
		n := 0
		for item := range reader().Stream("standard input", bytes.NewReader(data)) {
			n++
			report, err := item.Open(t.Context())
			if err != nil || report.Title != "News of Mjosa" {
				t.Errorf("%s: %v %+v", name, err, report)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d reports", name, n)
		}
	}
	for item := range reader().Stream("standard input", strings.NewReader("\x1f\x8b\x08 broken")) {
		if _, err := item.Open(t.Context()); err == nil {
			t.Error("a broken stream is a report")
		}
	}
}

// TestFilesThatAreNone and what else is a report by itself.
func TestFilesThatAreNone(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.csv")
	if got := told(t, reader(), missing, archive.Position{}); len(got) != 1 || !strings.Contains(got[0], "no such file") {
		t.Error(got)
	}
	none := put(t, "none.warc", warctest.Record{Type: "warcinfo"}.Bytes())
	if got := told(t, reader(), none, archive.Position{}); len(got) != 1 || got[0] != "none.warc: no page in it" {
		t.Error(got)
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := io.WriteString(w, text("A Lake")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := told(t, reader(), put(t, "a.txt.gz", packed.Bytes()), archive.Position{}); !cmp.Equal(got, []string{"a.txt.gz = A Lake"}) {
		t.Error(got)
	}
	n := 0
	for item := range reader().Bytes("a.txt", []byte(text("A Lake"))) {
		if r, err := item.Open(t.Context()); err != nil || r.Title != "A Lake" {
			t.Errorf("%v %v", r, err)
		}
		n++
	}
	if n != 1 {
		t.Errorf("%d reports", n)
	}
}
