package reading_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/reading"
	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
)

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
// What is learned is judged by rates: of the lines of each file a share must come out
// word for word, testdata/floors.tsv says which; of events.reading, which holds every row
// of the rules of events, what the rules alone find, and what is left when deeds are
// weighed. Where nothing must come out, nothing
// may, but for the cases that testdata/gaps.tsv names; one that is mended is taken out
// of it. Run it with -v to read what differs.
func TestReadings(t *testing.T) {
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	rules := reader.Preferring(reading.RulesAlone, frames.Event)
	floors, gaps := columns(t, "testdata/floors.tsv"), columns(t, "testdata/gaps.tsv")
	files, err := filepath.Glob("testdata/*.reading")
	if err != nil || len(files) == 0 {
		t.Fatal("no .reading files", err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, right, wanted, ruled := filepath.Base(path), 0, 0, 0
		for _, c := range parseCases(string(data)) {
			got := c.read(t, reader)
			diff := cmp.Diff(c.want, got)
			if diff != "" {
				t.Logf("%s/%s (-want +got)\n%s", file, c.name, diff)
			}
			if !slices.Equal(c.want, []string{"nothing"}) {
				right, wanted = right+shared(c.want, got), wanted+len(c.want)
				if file == ruledFile {
					ruled += shared(c.want, c.read(t, rules))
				}
				continue
			}
			switch _, known := gaps[file+"/"+c.name]; {
			case diff != "" && !known:
				t.Errorf("%s/%s is nothing to put on the record:\n%s", file, c.name, diff)
			case diff == "" && known:
				t.Errorf("%s/%s is mended: take it out of gaps.tsv", file, c.name)
			}
		}
		holdFloor(t, floors, file, right, wanted)
		if file == ruledFile {
			holdFloor(t, floors, file+" by rules", ruled, wanted)
		}
	}
}

// ruledFile has the cases of the rules of events.
const ruledFile = "events.reading"

func holdFloor(t *testing.T, floors map[string]string, name string, right, wanted int) {
	t.Helper()
	t.Logf("%s: %d of %d lines", name, right, wanted)
	if floor, err := strconv.ParseFloat(floors[name], 64); err != nil || float64(right) < floor*float64(wanted) {
		t.Errorf("%s: %d of %d lines come out, floor %q %v", name, right, wanted, floors[name], err)
	}
}

// columns reads a table of two columns; lines that begin with a # tell of it.
func columns(t *testing.T, path string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for line := range strings.SplitSeq(string(data), "\n") {
		if key, value, _ := strings.Cut(line, "\t"); key != "" && key[0] != '#' {
			out[key] = value
		}
	}
	return out
}

// shared is the number of lines that are in both.
func shared(want, got []string) int {
	n := 0
	for _, w := range want {
		if slices.Contains(got, w) {
			n++
		}
	}
	return n
}

// readingCase is one case of a .reading file.
type readingCase struct {
	name, date, show, text string
	want                   []string
}

func parseCases(data string) []readingCase {
	var cases []readingCase
	for _, b := range strings.Split("\n"+data, "\n== ")[1:] {
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
	return cases
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
