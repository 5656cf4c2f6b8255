package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// printer writes a structure whose every string is given.
type printer struct {
	name  string
	write func(b *bytes.Buffer, format string, style export.Style) error
}

// full gives a value of a type in which every string is text and every list has
// two members.
func full[T any](text string) T {
	var v T
	fill(reflect.ValueOf(&v).Elem(), text, 0)
	return v
}

func fill(v reflect.Value, text string, depth int) {
	if depth > 12 {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), text, depth+1)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i), text, depth+1)
			}
		}
		if s, ok := v.Addr().Interface().(*rapporteur.Span); ok {
			s.Start, s.End = 0, len([]rune(s.Text))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), text, depth+1)
		fill(v.Index(1), text, depth+1)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, text, depth+1)
		fill(value, text, depth+1)
		v.SetMapIndex(key, value)
	}
}

// only gives an entry that has one kind of content.
func only(text string, kind record.Kind) record.Entry {
	e := full[record.Entry](text)
	c := e.Content
	e.Kind, e.Content = kind, record.Content{}
	switch kind {
	case record.Meeting:
		e.Meeting = c.Meeting
	case record.Event:
		e.Event = c.Event
	case record.Statement:
		e.Statement = c.Statement
		e.Statement.Act = "warn"
	case record.Position:
		e.Position = c.Position
	case record.Notice:
		e.Notice = c.Notice
	}
	return e
}

// printers are all that print something for people or programs.
func printers(text string) []printer {
	var entries []record.Entry
	for _, k := range record.Kinds() {
		entries = append(entries, only(text, k))
	}
	brief := &export.Brief{Brief: briefOf(text), Quotes: true}
	reading := full[rapporteur.Reading](text)
	out := []printer{
		{"reading", func(b *bytes.Buffer, format string, style export.Style) error {
			if format == "json" {
				return export.JSON(b, &reading)
			}
			return export.Text(b, &reading, style)
		}},
		{"missed", func(b *bytes.Buffer, _ string, _ export.Style) error {
			return export.Missed(b, &reading, full[[]rapporteur.Span](text))
		}},
		{"brief", func(b *bytes.Buffer, format string, style export.Style) error { return brief.Write(b, format, style) }},
	}
	for name, l := range map[string]*export.Listing{
		"entries": export.Entries(entries), "shifts": export.Shifts(full[[]record.Shift](text)),
		"parties": export.Parties(full[[]record.Party](text)), "reports": export.Reports(full[[]record.Report](text)),
		"lines": export.Lines([]record.Line{{Party: text, Name: text, Issue: rapporteur.Issue{ID: text, Label: text}, Positions: entries[:0:0]}}),
	} {
		out = append(out, printer{name, func(b *bytes.Buffer, format string, style export.Style) error { return l.Write(b, format, style) }})
	}
	for name, m := range map[string]*export.Grid{"matrix": export.Positions(full[*service.PositionMatrix](text)), "attendance": export.Attendance(full[*service.AttendanceTable](text))} {
		out = append(out, printer{name, func(b *bytes.Buffer, format string, _ export.Style) error { return m.Write(b, format) }})
	}
	timeline := full[*service.Timeline](text)
	for i := range timeline.Marks {
		timeline.Marks[i].Of = []record.Kind{record.Meeting, record.Event}[i%2]
	}
	out = append(out, printer{"timeline", func(b *bytes.Buffer, format string, style export.Style) error {
		return (&export.Timeline{Timeline: timeline, Width: 80}).Write(b, format, style)
	}})
	changed := full[*service.Changed](text)
	changed.New = entries
	for _, list := range [][]service.EntryChange{changed.Moved, changed.Withdrawn, changed.Merged, changed.Confirmed} {
		for i := range list {
			list[i].Entry = entries[i]
		}
	}
	out = append(out, printer{"changed", func(b *bytes.Buffer, format string, style export.Style) error {
		return (&export.Changed{Changed: changed, Quotes: true}).Write(b, format, style)
	}})
	return out
}

// briefOf is a brief in which every section has a line of every kind, all of a text.
func briefOf(text string) *service.Brief {
	b := &service.Brief{About: text, Since: rapporteur.Date(text)}
	for _, id := range []service.SectionID{service.Met, service.Moved, service.Wants, service.Demanded, service.Done, service.InDispute, service.Thin, service.Odd} {
		line := full[service.BriefLine](text)
		deed, plain := line, line
		deed.Status, plain.Status, plain.Act, plain.Shift = "", "", "", nil
		b.Sections = append(b.Sections, service.Section{ID: id, Name: "Heading", Lines: []service.BriefLine{line, deed, plain}, More: 1})
	}
	return b
}

var hostile = []string{
	"\x1b[31mred\x1b]0;title\x07", "\x9b31m", "a\u202eb\u2066c\u2069", "\u200fright \u061cto left", "line\r\nnext\u2028other\x85end\x7f\x00",
	"=HYPERLINK(\"http://a.example\")", " =1+1", "\u00a0\u200b+1", "\ufeff@SUM(A1)", "\t-2", "x;=cmd|' /C calc'!A0", "＝1+1", "\"=1\"",
	"<img src=x onerror=alert(1)>", "[link](javascript:alert(1))", "![p](//a.example/p.png)", "# heading", "1. one", "- item", "> quote", "```\ncode", "a | b", "---",
	"https://a.example/ www.a.example a@b.example", "&lt;b&gt; &#60;i>", "~~gone~~ **bold** __b__ `c` $x$", "\\", "<script>x</script>", "\U000e0041tag", "\xff\xfe", "====", "    four", "|---|",
}

// TestHostileWords and FuzzHostileWords hold what every printer promises about words
// from outside, whatever field they come in.
func TestHostileWords(t *testing.T) {
	for _, text := range hostile {
		holdsEverywhere(t, text)
	}
}

func FuzzHostileWords(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { holdsEverywhere(t, text) })
}

func holdsEverywhere(t *testing.T, text string) {
	t.Helper()
	for _, p := range printers(text) {
		for format, style := range map[string]export.Style{"text": export.Plain(), "colour": export.Colour(), "markdown": export.Markdown(), "csv": export.Plain(), "json": export.Plain(), "jsonl": export.Plain()} {
			var b bytes.Buffer
			if format == "colour" {
				if err := p.write(&b, "text", style); err != nil {
					t.Fatal(err)
				}
			} else if err := p.write(&b, format, style); err != nil {
				t.Fatal(err)
			}
			obeyed(t, p.name+" as "+format, text, b.String())
			switch {
			case format == "csv" && !slices.Contains([]string{"reading", "missed", "brief", "timeline", "changed"}, p.name):
				inertCells(t, p.name, text, b.String())
			case format == "markdown" && p.name != "missed":
				harmlessMarkup(t, p, text, b.Bytes())
			}
		}
	}
}

// ours are the sequences of export.Colour.
var ours = strings.NewReplacer("\x1b[1;36m", "", "\x1b[1;33m", "", "\x1b[2m", "", "\x1b[36m", "", "\x1b[0m", "")

// obeyed fails for characters that a terminal obeys.
func obeyed(t *testing.T, what, text, out string) {
	t.Helper()
	if strings.HasSuffix(what, "colour") {
		out = ours.Replace(out)
	}
	for _, r := range out {
		if r != '\n' && (r != '\t' || !strings.HasPrefix(what, "missed")) && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r >= 0xe0000 && r <= 0xe007f {
			t.Fatalf("%s of %q lets %U through: %q", what, text, r, out)
		}
	}
}

// formulaCell is a cell that a spreadsheet may compute.
var formulaCell = regexp.MustCompile(`(^|;)[\s\p{Cf}\x{00a0}"]*[=+@＝＋－＠-]`)

func inertCells(t *testing.T, name, text, out string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatalf("%s of %q is no CSV: %v", name, text, err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if formulaCell.MatchString(cell) {
				t.Fatalf("%s of %q has the formula %q", name, text, cell)
			}
		}
	}
}

// tags are what our own Markdown becomes; nothing from outside may add to it.
var (
	tags    = regexp.MustCompile(`</?(h1|h2|ul|li|p|strong|br|table|thead|tbody|tr|th|td)( /)?>`)
	blocks  = regexp.MustCompile(`<(h1|h2|ul|li|table|tr|th|td)>`)
	foreign = regexp.MustCompile(`<[^>]*>`)
	ofPage  = regexp.MustCompile(`<a href="https?://[^"]*">|</a>`)
)

func harmlessMarkup(t *testing.T, p printer, text string, out []byte) {
	t.Helper()
	page := rendered(t, out)
	if p.name == "reading" { // has the address of its report as a link
		page = ofPage.ReplaceAllString(page, "")
	}
	if left := foreign.FindString(tags.ReplaceAllString(page, "")); left != "" {
		t.Fatalf("%s of %q becomes %q in\n%s", p.name, text, left, out)
	}
	if p.name == "brief" || p.name == "timeline" || strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return // what a brief shows depends on what the words are
	}
	var plain bytes.Buffer
	if err := named(printers("Word"), p.name).write(&plain, "markdown", export.Markdown()); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(blocks.FindAllString(rendered(t, plain.Bytes()), -1), blocks.FindAllString(page, -1)); d != "" {
		t.Fatalf("%s of %q has other blocks (-want +got):\n%s\n%s", p.name, text, d, out)
	}
}

func named(all []printer, name string) printer {
	return all[slices.IndexFunc(all, func(p printer) bool { return p.name == name })]
}

func rendered(t *testing.T, out []byte) string {
	t.Helper()
	var b bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert(out, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestJSONIsExact reads back what was written.
func TestJSONIsExact(t *testing.T) {
	for _, text := range hostile {
		want := full[rapporteur.Reading](strings.ToValidUTF8(text, "\ufffd"))
		var b bytes.Buffer
		if err := export.JSON(&b, &want); err != nil {
			t.Fatal(err)
		}
		var got rapporteur.Reading
		if err := json.Unmarshal(b.Bytes(), &got); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if d := cmp.Diff(want.Report, got.Report); d != "" {
			t.Errorf("%q comes back as another (-want +got):\n%s", text, d)
		}
	}
}
