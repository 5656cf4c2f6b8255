package pdf_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/source/document/pdf"

	"github.com/google/go-cmp/cmp"
)

// written writes a document one block a line.
func written(t *testing.T, data []byte) string {
	t.Helper()
	d, err := pdf.Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, b := range d.Blocks {
		fmt.Fprintf(&out, "%s|%s\n", b.Kind, b.Words)
	}
	return out.String()
}

const none = "<<>>"

func TestRead(t *testing.T) {
	left := column(50, 600, "The two delegations met on the", "lake for an hour and spoke of the", "roads that lead to the bridge and", "of who is to keep them in the win-", "ter, and of the ferry, which both", "sides want.", "", "A second talk is to follow.")
	right := column(320, 600, "Nobody spoke to the press when", "the talks were over, and nobody", "could say when the bridge would", "be open to lorries again, or to", "those who live on the other side.")
	for _, tt := range []struct {
		name  string
		pages [][]set
		want  string
	}{
		{"two columns below a headline", [][]set{join(one(50, 700, 20, true, "Talks open on the lake"), one(50, 660, 10, false, "What the two sides said, and what they did not say, when they met for the first time in a year on the shore."), left, right)},
			"title|Talks open on the lake\n|What the two sides said, and what they did not say, when they met for the first time in a year on the shore.\n" +
				"|The two delegations met on the lake for an hour and spoke of the roads that lead to the bridge and of who is to keep them in the winter, and of the ferry, which both sides want.\n|A second talk is to follow.\n" +
				"|Nobody spoke to the press when the talks were over, and nobody could say when the bridge would be open to lorries again, or to those who live on the other side.\n"},
		{"columns in the order of the file are read the same", [][]set{join(right, left)},
			"|The two delegations met on the lake for an hour and spoke of the roads that lead to the bridge and of who is to keep them in the winter, and of the ferry, which both sides want.\n|A second talk is to follow.\n" +
				"|Nobody spoke to the press when the talks were over, and nobody could say when the bridge would be open to lorries again, or to those who live on the other side.\n"},
		{"a table is read line by line", [][]set{join(column(50, 600, "Oslo", "Bern", "Riga", "Accra", "Lima"), column(320, 600, "in May", "in June", "in July", "never", "soon"))},
			"|Oslo in May Bern in June Riga in July Accra never Lima soon\n"},
		{"heads, feet and notes", [][]set{
			join(one(50, 770, 8, false, "Ministry of Lakes"), column(50, 600, "The road is to be opened in the spring, as both have asked for, and the ferry is to", "go on until the bridge can bear the lorries that wait on the northern shore and"), one(50, 80, 7, false, "1 See the note of 1999."), one(300, 30, 8, false, "Page 1 of 2")),
			join(one(50, 770, 8, false, "Ministry of Lakes"), column(50, 700, "those that have been turned away."), one(300, 30, 8, false, "Page 2 of 2"))},
			"|The road is to be opened in the spring, as both have asked for, and the ferry is to go on until the bridge can bear the lorries that wait on the northern shore and those that have been turned away.\n"},
		{"headings and indents", [][]set{join(one(50, 640, 10, true, "The road"), column(50, 600, "The road is to be opened in the spring, as both have asked for, and the ferry too."), column(62, 588, "It may be late."), one(50, 540, 13, false, "The ferry"), column(50, 520, "It goes on."))},
			"heading|The road\n|The road is to be opened in the spring, as both have asked for, and the ferry too.\n|It may be late.\nheading|The ferry\n|It goes on.\n"},
		{"raised numbers and lists", [][]set{join(one(50, 600, 10, false, "They agreed"), one(105, 604, 6, false, "12"), one(113, 600, 10, false, "on this:"), column(50, 588, "1. a road,", "2. a bridge."))},
			"|They agreed on this:\n|1. a road,\n|2. a bridge.\n"},
		{"exponents, and the mark of a note", [][]set{join(one(50, 600, 10, false, "Of 10"), one(75, 604, 6, false, "4"), one(80, 600, 10, false, "people on 12 km"), one(150.5, 604, 6, false, "2"), one(156, 600, 10, false, "of ice none spoke"), one(234, 604, 6, false, "2"), one(240, 600, 10, false, "of the way they had come that day."),
			one(50, 200, 7, false, "2 Nor did they later."))},
			"|Of 10⁴ people on 12 km² of ice none spoke of the way they had come that day.\n"},
		{"two boxes side by side, one of them longer", [][]set{join(column(50, 700, "The envoys came by the", "ferry of the morning and", "left by that of the night."), column(300, 700, "Nobody had told the press", "where the talks would be."), column(50, 640, "They will come again."))},
			"|The envoys came by the ferry of the morning and left by that of the night.\n|Nobody had told the press where the talks would be.\n|They will come again.\n"},
		{"rows of a table whose cells are long", [][]set{join(column(50, 700, "The road along the shore", "The bridge over the river"), column(300, 700, "open from May to October", "closed in the winter"))},
			"|The road along the shore open from May to October The bridge over the river closed in the winter\n"},
		{"labels and who signs in a letter", [][]set{join(one(50, 760, 10, true, "To: all keepers of bridges"), one(50, 748, 10, true, "Subject: the tolls of May"), column(50, 700, runText, runText+" and back."), one(50, 660, 10, true, "The ferry"), column(50, 640, runText, "and back."), column(50, 600, "Yours sincerely,"), one(50, 570, 10, true, "Ana Roe"), one(50, 558, 10, true, "Keeper of the bridge"))},
			"|To: all keepers of bridges Subject: the tolls of May\n|" + runText + " " + runText + " and back.\nheading|The ferry\n|" + runText + " and back.\n|Yours sincerely,\n|Ana Roe Keeper of the bridge\n"},
		{"a number that is set in parts", [][]set{join(one(50, 600, 10, false, "Tolls of 1,"), one(96.5, 600, 10, false, "234"), one(116.5, 600, 10, false, ".5"), one(130, 600, 10, false, "crowns."))},
			"|Tolls of 1,234.5 crowns.\n"},
		{"hyphens that stay", [][]set{column(50, 600, "A well-meant word in Bosnia-", "Herzegovina on the non-", "nuclear states was not well-", "meant there, said the minis-", "ter.")},
			"|A well-meant word in Bosnia-Herzegovina on the non-nuclear states was not well-meant there, said the minister.\n"},
		{"a table of contents, and type that is bold by being printed twice", [][]set{join(one(50, 700, 20, false, "Contents"), one(50, 640, 10, false, "The road ............ 3"), one(50, 600, 10, false, "They met twice."), one(50.4, 600, 10, false, "They met twice."))},
			"boilerplate|Contents\nboilerplate|The road ............ 3\n|They met twice.\n"},
		{"a column whose lines do not end at one point, and one that reaches into the gap", [][]set{join(left, right, one(50, 504, 10, false, "They all stay for the night in one house,"), one(320, 528, 10, false, "where they are to wait until then."))},
			"|The two delegations met on the lake for an hour and spoke of the roads that lead to the bridge and of who is to keep them in the winter, and of the ferry, which both sides want.\n|A second talk is to follow.\n|They all stay for the night in one house,\n" +
				"|Nobody spoke to the press when the talks were over, and nobody could say when the bridge would be open to lorries again, or to those who live on the other side.\n|where they are to wait until then.\n"},
		{"running heads that differ, and feet", [][]set{run("Of roads", "When spring came, "), run("Of bridges and of ferries", "when summer came, "), run("Of tolls", "when winter came, ")},
			"|When spring came, " + runText + " when summer came, " + runText + " when winter came, " + runText + "\n"},
		{"a title that comes again as a heading, the year below it, and marks that end two pages", [][]set{
			join(one(50, 700, 20, false, "The Keepers of the Bridge"), one(50, 400, 10, false, "A speech in the town hall {"), one(50, 320, 10, false, "1987")),
			join(one(50, 700, 20, false, "The Keepers of the Bridge"), column(50, 600, "Nobody keeps it."), one(50, 300, 10, false, "}")),
			join(column(50, 600, "So it falls."), one(50, 310, 10, false, "}"))},
			"title|The Keepers of the Bridge\n|A speech in the town hall {\n|1987\nheading|The Keepers of the Bridge\n|Nobody keeps it.\n|}\n|So it falls.\n|}\n"},
		{"lines far apart are no running heads", [][]set{apartLines("one", "two", "three"), apartLines("four", "five", "six"), apartLines("seven", "eight", "nine")},
			"|" + strings.Join([]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}, " "+strings.Repeat("by the shore ", 6)) + " " + strings.TrimSpace(strings.Repeat("by the shore ", 6)) + "\n"},
		{"a list in small type is no note, unless a raised number leads to it", [][]set{
			join(column(50, 700, runText+" and", runText+" and", runText+" and", runText+"."), smallList(8, "roads")),
			join(column(50, 720, runText+" and", runText+" and", runText+" and"), one(50, 684, 10, false, "back,"), one(80, 688, 6, false, "1"), smallList(8, "tolls"))},
			"|" + strings.Repeat(runText+" and ", 3) + runText + ".\n" + strings.Repeat("|1 See a page on roads.\n", 8) + "|" + strings.Repeat(runText+" and ", 3) + "back,\n"},
		{"sources and answers in small type at the foot of a page", [][]set{
			join(column(50, 700, runText+" and", runText+" and", runText+" and"), one(50, 664, 10, false, "back,"), one(80, 668, 6, false, "4"), one(50, 640, 8, false, "12 boats of the lake, seen from the shore, Lima,"), one(50, 630, 8, false, "1976."), one(50, 620, 8, false, "[2] A. Roe. On tolls."))},
			"|" + strings.Repeat(runText+" and ", 3) + "back,\n|12 boats of the lake, seen from the shore, Lima, 1976.\n|[2] A. Roe. On tolls.\n"},
		{"a year that ends a source", [][]set{join(column(50, 700, runText+" and", runText+" and", runText+" and", "home."), one(50, 60, 8, false, "B. Poe. The bridge of the lake."), one(50, 50, 8, false, "1976."))},
			"|" + strings.Repeat(runText+" and ", 3) + "home.\n|B. Poe. The bridge of the lake.\n|1976.\n"},
		{"a note whose number is in square brackets", [][]set{join(column(50, 700, runText+" and", runText+" and", runText+" and"), one(50, 664, 10, false, "home,"), one(80, 668, 6, false, "[2]"), one(50, 640, 8, false, "[2] See a page on tolls."))},
			"|" + strings.Repeat(runText+" and ", 3) + "home,\n"},
		{"a source with its address at the foot of a page", [][]set{join(column(50, 700, runText+" and", runText+" and", runText+" and", "home."), one(50, 60, 8, false, "[7] C. Fox. Ferries. http://lake.example/ferries"))},
			"|" + strings.Repeat(runText+" and ", 3) + "home.\n|[7] C. Fox. Ferries. http://lake.example/ferries\n"},
		{"a title in two lines of which one is not all bold", [][]set{join(one(50, 700, 20, true, "The bridge of the lake and its"), one(50, 676, 20, true, "tolls"), one(102, 676, 20, false, "again and"), column(50, 600, runText+"."))},
			"title|The bridge of the lake and its tolls again and\n|" + runText + ".\n"},
		{"labels are no title, and a title that comes again at the head of pages is", [][]set{
			join(one(50, 780, 18, false, "Ferries"), one(50, 740, 14, false, "Other name: Boats"), one(50, 720, 14, false, "Kind:"), column(50, 700, "They met in May, and "+runText+".")),
			join(one(50, 780, 18, false, "Ferries"), column(50, 740, "They met in June, and "+runText+".")),
			join(one(50, 780, 18, false, "Ferries"), column(50, 740, "They met in July, and "+runText+"."))},
			"title|Ferries\nheading|Other name: Boats Kind:\n|They met in May, and " + runText + ".\n|They met in June, and " + runText + ".\n|They met in July, and " + runText + ".\n"},
		{"where in a journal a paper stands, and lines of a scan that seem larger", [][]set{join(one(50, 700, 14, false, "J. Lakes (I955) I28, 54I-546"), one(50, 670, 11.8, false, "OF FERRIES AND BRIDGES"), one(50, 640, 12.8, false, "By A. ROE AND B. POE"), one(50, 600, 13.2, false, "We have told of the ferries of the lake and of those who keep"), column(50, 584, "them, and "+runText+"."))},
			"boilerplate|J. Lakes (I955) I28, 54I-546\nheading|OF FERRIES AND BRIDGES\nheading|By A. ROE AND B. POE\nheading|We have told of the ferries of the lake and of those who keep\n|them, and " + runText + ".\n"},
		{"what a browser prints", [][]set{join(one(50, 780, 8, false, "Talks open https://lake.example/talks"), column(50, 600, "They met in the capital and talked of the lake for", "hours, and nobody said what had come of it at night."), one(50, 20, 8, false, "1 of 1 2/3/2027, 10:14 AM"))},
			"|They met in the capital and talked of the lake for hours, and nobody said what had come of it at night.\n"},
		{"a running head, also where a line stands close to it", [][]set{
			join(one(50, 780, 10, false, "12 Of ferries"), column(50, 730, "In May "+runText, runText+" and", "they met.")),
			join(one(50, 780, 10, false, "13 Of ferries"), column(50, 730, "In June "+runText, runText+" again", "and went.")),
			join(one(50, 780, 10, false, "14 Of ferries"), column(50, 730, "In July "+runText, runText+" once", "or twice.")),
			join(one(50, 780, 10, false, "15 Of ferries"), column(50, 768, "In March "+runText, runText+" more", "or less."))},
			"|In May " + runText + " " + runText + " and they met.\n|In June " + runText + " " + runText + " again and went.\n" +
				"|In July " + runText + " " + runText + " once or twice.\n|In March " + runText + " " + runText + " more or less.\n"},
		{"headings that come again at the top of a page", [][]set{
			join(one(50, 780, 10, true, "Example 1"), column(50, 768, "They met in the capital and talked for hours.", "Nothing was said of the lake in the evening.")),
			join(one(50, 780, 10, true, "Example 2"), column(50, 768, "They met in the town and talked for a day.", "Nothing was said of the ferry at any time.")),
			join(one(50, 780, 10, true, "Example 3"), column(50, 768, "They met in the hills and talked for a week.", "Nothing was said of the bridge, as they say."))},
			"heading|Example 1\n|They met in the capital and talked for hours. Nothing was said of the lake in the evening.\n" +
				"heading|Example 2\n|They met in the town and talked for a day. Nothing was said of the ferry at any time.\n" +
				"heading|Example 3\n|They met in the hills and talked for a week. Nothing was said of the bridge, as they say.\n"},
		{"lines apart at the top of pages, where the text of another page begins", [][]set{topLine("The toll", "in May"), topLine("The road", "in June"), topLine("The ferry", "in July"), column(50, 700, "Nobody came to the town in August", "and nobody spoke of it.")},
			"|The toll\n|It is what they spoke of in May, when they met at the hall in May.\n|The road\n|It is what they spoke of in June, when they met at the hall in June.\n|The ferry\n|It is what they spoke of in July, when they met at the hall in July.\n|Nobody came to the town in August and nobody spoke of it.\n"},
		{"bold type that is no heading", [][]set{join(one(50, 660, 10, true, "Tolls on the old bridge"), one(50, 648, 10, false, "are to rise in May, and again in the year after that, as both sides have said on"), one(50, 636, 10, false, "the shore of the lake."),
			one(50, 600, 10, true, "Abstract. "+strings.Repeat("We ask who is to keep the roads in the winter when no ferry sails. ", 2)), one(50, 588, 10, true, strings.Repeat("We ask who is to keep the roads in the winter when no ferry sails. ", 2)), column(50, 550, runText, runText))},
			"|Tolls on the old bridge are to rise in May, and again in the year after that, as both sides have said on the shore of the lake.\n|Abstract. " + strings.TrimSpace(strings.Repeat("We ask who is to keep the roads in the winter when no ferry sails. ", 4)) + "\n|" + runText + " " + runText + "\n"},
		{"a page that is a picture", [][]set{column(50, 600, "The road is to be opened in the spring."), nil, column(50, 600, "The ferry is to go on until then.")},
			"|The road is to be opened in the spring.\nboilerplate|[page 2 is a picture]\n|The ferry is to go on until then.\n"},
		{"and one at the end", [][]set{column(50, 600, "The road is to be opened in the spring, as both of them have asked."), nil},
			"|The road is to be opened in the spring, as both of them have asked.\nboilerplate|[page 2 is a picture]\n"},
	} {
		if diff := cmp.Diff(tt.want, written(t, printed(none, tt.pages...))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

const runText = "the road goes on along the shore and over the bridge to where the ferry used to land"

// apartLines is a page in lines that stand far apart.
func apartLines(words ...string) (out []set) {
	for i, w := range words {
		out = append(out, set{x: 50, y: 700 - 30*float64(i), size: 10, words: w + " " + strings.TrimSpace(strings.Repeat("by the shore ", 6))})
	}
	return out
}

// smallList is a list in small type at the end of a page.
func smallList(n int, of string) (out []set) {
	for i := range n {
		out = append(out, set{x: 50, y: 300 - 12*float64(i), size: 7, words: "1 See a page on " + of + "."})
	}
	return out
}

// topLine is a page with a line apart above its text.
func topLine(line, of string) []set {
	return join(one(50, 700, 10, false, line), column(50, 670, "It is what they spoke of "+of+",", "when they met at the hall "+of+"."))
}

// run is a page with a running head and a foot of its own.
func run(head, season string) []set {
	return join(one(50, 690, 10, false, head), column(50, 660, season+runText), one(300, 200, 10, false, "("+head+", 2027)"))
}

func TestProperties(t *testing.T) {
	page := column(50, 600, "They met.")
	for info, want := range map[string]string{
		"<</Title(Talks)/CreationDate(D:20270301090000+01'00')/ModDate(D:20270302)>>": "Talks 2027-03-02",
		"<</CreationDate(D:20270301090000)/ModDate(D:20280302)>>":                     " ",
		"<</CreationDate(soon)>>": " ",
	} {
		d, err := pdf.Read(t.Context(), printed(info, page))
		if err != nil || d.Title+" "+string(d.Made) != want {
			t.Errorf("%s: got %q %q %v", info, d.Title, d.Made, err)
		}
	}
}

// TestCommon gives what the pages of a file have in common, and how many blocks the first
// has.
func TestCommon(t *testing.T) {
	sheet := func(number, words string) []set {
		return join(one(50, 700, 10, false, words), one(50, 50, 8, false, "Of ferries, "+number+", 5 May 2027"), one(50, 20, 8, false, "https://lake.example/talks 1/2"))
	}
	d, err := pdf.Read(t.Context(), printed(none, join(sheet("1", "They met in the town."), one(50, 640, 10, false, "Nobody came.")), sheet("2", "They met again.")))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Of ferries, 1, 5 May 2027", "Of ferries, 2, 5 May 2027"}, d.Running); diff != "" || d.Cover != 2 {
		t.Errorf("%d blocks on the first page, %s", d.Cover, diff)
	}
}

func TestErrors(t *testing.T) {
	locked, err := os.ReadFile("testdata/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	many := make([][]set, 401)
	for name, tt := range map[string]struct {
		data []byte
		says string
	}{
		"encrypted": {locked, "encrypted PDF"},
		"scanned":   {printed(none, nil, nil), "pictures (scanned pages)"},
		"broken":    {[]byte("%PDF-1.7\n1 0 obj\n"), "broken"},
		"a book":    {printed(none, many...), "more than 400 pages"},
	} {
		if !pdf.Is(tt.data) {
			t.Errorf("%s: not known as a PDF file", name)
		}
		_, err := pdf.Read(t.Context(), tt.data)
		if rapporteur.CodeOf(err) != rapporteur.Unsupported || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	over, stop := context.WithCancel(t.Context())
	stop()
	if _, err := pdf.Read(over, printed(none, nil)); err == nil {
		t.Error("a file was read for nobody")
	}
}

// FuzzRead holds every file to two promises: the engine breaks nothing outside itself,
// and blocks hold words.
func FuzzRead(f *testing.F) {
	f.Add(printed(none, column(50, 600, "They met.")))
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := pdf.Read(t.Context(), data)
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
