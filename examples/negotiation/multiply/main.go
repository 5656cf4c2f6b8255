// Multiply makes many reports from the invented negotiation, to measure how the
// record grows: lines of JSON on standard output, and tables of the actors in
// them, in the form that --actors reads, in a folder.
//
//	go run ./examples/negotiation/multiply -reports 100000 -actors crowd > crowd.jsonl
//	rapporteur add --actors crowd crowd.jsonl
//
// The reports come in rounds of a cast: each cast has states, towns and surnames
// of its own, each round other days, so that neither merge with one another. A
// report keeps the first paragraph of the one it is made from and takes others
// from anywhere, so that the texts of two rounds are no copies; copies within a
// round stay copies. The same seed makes the same bytes. It promises news that
// can be read in bulk, not news that makes sense.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	m := &maker{}
	dir := flag.String("dir", "examples/negotiation", "folder of the negotiation")
	actors := flag.String("actors", "", "folder for the tables of actors; it is made")
	flag.IntVar(&m.count, "reports", 1000, "number of reports")
	flag.IntVar(&m.casts, "casts", 200, "number of casts; more rounds of few casts have fewer actors")
	flag.Uint64Var(&m.seed, "seed", 1, "seed")
	flag.Parse()
	if err := m.run(*dir, *actors, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "multiply:", err)
		os.Exit(1)
	}
}

// maker makes reports.
type maker struct {
	count, casts int
	seed         uint64
	tables       []sheet
	models       []model
}

func (m *maker) run(dir, actors string, to io.Writer) error {
	var err error
	if m.tables, err = readSheets(filepath.Join(dir, "actors")); err != nil {
		return err
	}
	if m.models, err = readModels(filepath.Join(dir, "reports.jsonl")); err != nil {
		return err
	}
	worlds := (m.count + len(m.models) - 1) / len(m.models)
	m.casts = max(1, min(m.casts, worlds))
	casts := newCasts(m.tables, m.casts, m.seed)
	rounds := (worlds + m.casts - 1) / m.casts
	if actors != "" {
		if err := writeSheets(actors, m.tables, casts, rounds); err != nil {
			return err
		}
	}
	out := bufio.NewWriter(to)
	lines := json.NewEncoder(out)
	for i := range m.count {
		world := i / len(m.models)
		r := m.report(casts[world%m.casts], world/m.casts, i%len(m.models))
		if err := lines.Encode(r); err != nil {
			return err
		}
	}
	return out.Flush()
}
