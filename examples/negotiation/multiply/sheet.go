package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sheet is a table of actors.
type sheet struct {
	name    string
	columns []string
	rows    [][]string
}

func (s *sheet) column(name string) int { return slices.Index(s.columns, name) }

// readSheets reads tables without their comments.
func readSheets(dir string) ([]sheet, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
	if err != nil {
		return nil, err
	}
	var out []sheet
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		s := sheet{name: strings.TrimSuffix(filepath.Base(path), ".tsv")}
		for line := range strings.Lines(string(data)) {
			cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
			switch {
			case strings.HasPrefix(line, "#"):
			case s.columns == nil:
				s.columns = cells
			default:
				s.rows = append(s.rows, cells)
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// writeSheets writes the tables with the actors of all casts. A term that begins
// or ends within the six weeks comes again in each round.
func writeSheets(dir string, tables []sheet, casts []*cast, rounds int) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, t := range tables {
		var b strings.Builder
		if t.name == "terms" {
			fmt.Fprintf(&b, "#until %s\n", shifted(last, rounds*step))
		}
		fmt.Fprintln(&b, strings.Join(t.columns, "\t"))
		for _, c := range casts {
			for _, row := range t.rows {
				for _, r := range t.inRounds(row, c, rounds) {
					fmt.Fprintln(&b, strings.Join(c.row(&t, r), "\t"))
				}
			}
		}
		if err := os.WriteFile(filepath.Join(dir, t.name+".tsv"), []byte(b.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// row gives a row with the ids and names of a cast.
func (c *cast) row(t *sheet, row []string) []string {
	out := slices.Clone(row)
	for i, name := range t.columns {
		switch name {
		case "id":
			if t.name != "offices" {
				out[i] = c.id(row[i])
			}
		case "state", "person", "actor", "for":
			if row[i] != "" {
				out[i] = c.id(row[i])
			}
		case "aliases":
			if out[i] = c.rename(row[i]); out[i] == row[i] {
				out[i] = "" // all casts would share it
			}
		case "from", "to", "gender", "kind", "sector", "status", "holders", "office":
		default:
			out[i] = c.rename(row[i])
		}
	}
	return out
}

// inRounds gives a row once, or in each round with the days of the round.
func (s *sheet) inRounds(row []string, c *cast, rounds int) [][]string {
	from, to := s.column("from"), s.column("to")
	if from < 0 || row[from] < first && row[to] == "" {
		return [][]string{row}
	}
	if row[to] != "" && row[to] < first {
		return nil
	}
	var out [][]string
	for n := range rounds {
		again := slices.Clone(row)
		again[from] = shifted(max(row[from], first), c.days(n))
		again[to] = last
		if row[to] != "" {
			again[to] = row[to]
		}
		again[to] = shifted(again[to], c.days(n))
		out = append(out, again)
	}
	return out
}
