package reading_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what the program reads into the .reading files")

// TestReadings runs the .reading files: cases that an analyst can read and add
// to. A case is
//
//	== name of the case
//	date 2025-02-17            (optional)
//	show meetings statements   (optional: only these kinds of entry)
//	The text of the report, paragraphs parted by blank lines.
//	--
//	what must come out, a line an entry, or the word nothing
//
// Run go test ./reading -update to write the right-hand sides anew, and read
// the difference before committing it.
func TestReadings(t *testing.T) {
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.reading")
	if err != nil || len(files) == 0 {
		t.Fatal("no .reading files", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, cases := parseCases(string(data))
		for i := range cases {
			c := &cases[i]
			t.Run(filepath.Base(file)+"/"+c.name, func(t *testing.T) {
				got := c.read(t, reader)
				if *update {
					c.want = got
				} else if diff := cmp.Diff(c.want, got); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, []byte(head+renderCases(cases)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// readingCase is one case of a .reading file.
type readingCase struct {
	name, date, show, text string
	want                   []string
}

func parseCases(data string) (head string, cases []readingCase) {
	blocks := strings.Split("\n"+data, "\n== ")
	for _, b := range blocks[1:] {
		given, want, _ := strings.Cut(b, "\n--\n")
		name, text, _ := strings.Cut(given, "\n")
		c := readingCase{name: name}
		for {
			line, rest, _ := strings.Cut(text, "\n")
			if v, ok := strings.CutPrefix(line, "date "); ok {
				c.date, text = v, rest
			} else if v, ok := strings.CutPrefix(line, "show "); ok {
				c.show, text = v, rest
			} else {
				break
			}
		}
		c.text = strings.TrimSpace(text)
		for line := range strings.SplitSeq(want, "\n") {
			if strings.TrimSpace(line) != "" {
				c.want = append(c.want, line)
			}
		}
		cases = append(cases, c)
	}
	return strings.TrimSpace(blocks[0]) + "\n", cases
}

func renderCases(cases []readingCase) string {
	var b strings.Builder
	for _, c := range cases {
		fmt.Fprintf(&b, "\n== %s\n", c.name)
		if c.date != "" {
			fmt.Fprintf(&b, "date %s\n", c.date)
		}
		if c.show != "" {
			fmt.Fprintf(&b, "show %s\n", c.show)
		}
		fmt.Fprintf(&b, "%s\n--\n%s\n", c.text, strings.Join(c.want, "\n"))
	}
	return b.String()
}

// read gives a line for each entry that the text of a case gives.
func (c *readingCase) read(t *testing.T, reader *reading.Reader) []string {
	t.Helper()
	read, err := reader.Read(t.Context(), c.report(t))
	if err != nil {
		t.Fatal(err)
	}
	lines := summary(read, func(kind string) bool { return c.show == "" || strings.Contains(c.show, kind) })
	if len(lines) == 0 {
		return []string{"nothing"}
	}
	return lines
}

func (c *readingCase) report(t *testing.T) *rapporteur.Report {
	t.Helper()
	report, err := source.Parse(c.name, []byte(c.text), source.Options{Published: rapporteur.Date(c.date)})
	if err != nil {
		t.Fatal(err)
	}
	return report
}
