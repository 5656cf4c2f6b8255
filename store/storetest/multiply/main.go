// Command multiply makes many reports of few, to see how a record fares that grows
// large: it repeats the reports of an invented negotiation in other worlds, in
// which every name is another one, and in other weeks, so that they do not all
// become one.
//
//	go run ./store/storetest/multiply -n 100000 -actors DIR examples/negotiation > many.jsonl
//	rapporteur add --actors DIR --db many.db many.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// worlds begin the names of their people and places, and the letters stand in the
// codes of their states.
const worlds = "Ba Co Du Fe Gi Ha Jo Ku La Me Ni Po Ra Se Ti Vo We Xa Yu Zo Cha Gri Sto Tra"

func main() {
	n := flag.Int("n", 10_000, "number of reports")
	actors := flag.String("actors", "", "folder for the tables of actors")
	flag.Parse()
	if flag.NArg() != 1 || *actors == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := multiply(flag.Arg(0), *actors, *n); err != nil {
		fmt.Fprintln(os.Stderr, "multiply:", err)
		os.Exit(1)
	}
}

// multiply writes the tables of all worlds to a folder and the reports to standard
// output: each week in all worlds, then the next week.
func multiply(from, to string, n int) error {
	reports, err := readReports(filepath.Join(from, "reports.jsonl"))
	if err != nil {
		return err
	}
	tables, err := readTables(filepath.Join(from, "actors"))
	if err != nil {
		return err
	}
	var all []world
	for i, start := range strings.Fields(worlds) {
		all = append(all, newWorld(tables, start, i))
	}
	if err := writeTables(to, tables, all); err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(out)
	for i := range n {
		which := i % len(reports)
		w := all[i/len(reports)%len(all)]
		week := i / len(reports) / len(all)
		if err := enc.Encode(w.tell(reports[which], week)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// report is a line of the reports.
type report struct {
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Title     string `json:"title"`
	Text      string `json:"text"`
}

func readReports(path string) ([]report, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	var out []report
	for d := json.NewDecoder(f); d.More(); {
		var r report
		if err := d.Decode(&r); err != nil {
			return nil, fmt.Errorf("%s: report %d: %w", path, len(out)+1, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// readTables gives the lines of the tables by file name.
func readTables(dir string) (map[string][]string, error) {
	out := map[string][]string{}
	for _, name := range tableNames() {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		out[name] = strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	}
	return out, nil
}

func tableNames() []string {
	return []string{"bodies.tsv", "offices.tsv", "persons.tsv", "states.tsv", "terms.tsv"}
}

// world renames what the tables name.
type world struct {
	start string
	codes *strings.Replacer
	ids   *strings.Replacer
	names *regexp.Regexp
}

// newWorld finds the words that are names: of states, their people and towns, and
// the last of every person's.
func newWorld(tables map[string][]string, start string, i int) world {
	var words, codes, ids []string
	for _, row := range rows(tables["states.tsv"]) {
		codes = append(codes, row[0], fmt.Sprintf("X%c%c", 'A'+i, row[0][0]))
		for _, cell := range []int{1, 4, 5, 7} {
			words = append(words, strings.FieldsFunc(row[cell], func(r rune) bool { return r == ';' || r == ' ' })...)
		}
	}
	for _, row := range rows(tables["persons.tsv"]) {
		name := strings.Fields(row[1])
		words = append(words, name[len(name)-1])
	}
	words = append(words, "Strait", "Monitoring") // of the bodies
	for _, table := range []string{"persons.tsv", "bodies.tsv"} {
		for _, row := range rows(tables[table]) {
			ids = append(ids, row[0], row[0]+"-"+strings.ToLower(start))
		}
	}
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	return world{start, strings.NewReplacer(codes...), strings.NewReplacer(ids...),
		regexp.MustCompile(`(?i)\b(` + strings.Join(words, "|") + `)\b`)}
}

// rows are the cells of a table's lines below its heads.
func rows(lines []string) [][]string {
	var out [][]string
	heads := true
	for _, line := range lines {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if !heads {
			out = append(out, strings.Split(line, "\t"))
		}
		heads = false
	}
	return out
}

// rename puts the world's beginning before every name.
func (w world) rename(text string) string {
	return w.names.ReplaceAllStringFunc(text, func(name string) string {
		if strings.ToUpper(name) == name {
			return strings.ToUpper(w.start) + name
		}
		return w.start + strings.ToLower(name)
	})
}

var monthDay = regexp.MustCompile(`\b(January|February|March|April|May) (\d{1,2})\b`)

// tell gives a report of this world, so many weeks later.
func (w world) tell(r report, weeks int) report {
	shift := func(t time.Time) time.Time { return t.AddDate(0, 0, 7*weeks) }
	if day, err := time.Parse(time.DateOnly, r.Published); err == nil {
		r.Published = shift(day).Format(time.DateOnly)
	}
	dates := func(text string) string {
		return monthDay.ReplaceAllStringFunc(text, func(s string) string {
			day, err := time.Parse("January 2 2006", s+" 2027")
			if err != nil {
				return s
			}
			return shift(day).Format("January 2")
		})
	}
	r.Outlet = w.start + " " + r.Outlet
	r.Title, r.Text = dates(w.rename(r.Title)), dates(w.rename(r.Text))
	r.Text += fmt.Sprintf("\n\nEdition %d of %s.", weeks+1, w.start) // the same words would be the same report
	r.URL = fmt.Sprintf("%s/%s/%d", r.URL, strings.ToLower(w.start), weeks)
	return r
}

// writeTables writes the tables with the rows of all worlds.
func writeTables(dir string, tables map[string][]string, all []world) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, name := range tableNames() {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(table(tables[name], all)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func table(lines []string, all []world) string {
	var out strings.Builder
	heads := true
	for _, line := range lines {
		if strings.HasPrefix(line, "#until") {
			line = "#until 2099-12-31"
		}
		if heads || strings.HasPrefix(line, "#") {
			out.WriteString(line + "\n")
			heads = heads && strings.HasPrefix(line, "#")
			continue
		}
		for _, w := range all {
			out.WriteString(w.row(line) + "\n")
		}
	}
	return out.String()
}

// row gives a line of a table as it is in a world. A cell with an id has no names.
func (w world) row(line string) string {
	cells := strings.Split(line, "\t")
	for i, cell := range cells {
		if other := w.ids.Replace(w.codes.Replace(cell)); other != cell {
			cells[i] = other
		} else {
			cells[i] = w.rename(cell)
		}
	}
	return strings.Join(cells, "\t")
}
