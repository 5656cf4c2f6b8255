package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"sort"
	"text/tabwriter"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/eval"
	"rapporteur/reading"
	"rapporteur/source"
)

// evalPloverCmd scores the types of events.
type evalPloverCmd struct {
	Files  []string `arg:"" name:"file" help:"A table of Zero-Shot-PLOVER (the type of a marked pair) or a file of PLOVER gold standard records (the type with its actors)."`
	Errors bool     `help:"List what was not found, with what was given instead."`
	frameReaders
}

// Run prints a table for each file.
func (cmd *evalPloverCmd) Run(ctx context.Context, c *terminal.Console) error {
	reader, err := reading.Load()
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Internal, Op: "load the reader", Err: err}
	}
	for _, path := range cmd.Files {
		data, err := os.ReadFile(path)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval " + path, Err: err}
		}
		s := ploverScore{ctx: ctx, reader: cmd.of(reader), types: map[string]*[2]int{}, out: bufio.NewWriter(c.Stdout), list: cmd.Errors}
		if err := s.file(data); err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval " + path, Err: err}
		}
		if err := s.print(); err != nil {
			return err
		}
	}
	return nil
}

// ploverScore counts the gold entries of each type and those that were found.
type ploverScore struct {
	ctx    context.Context
	reader *reading.Reader
	types  map[string]*[2]int
	out    *bufio.Writer
	list   bool
}

// file scores a file in either form.
func (s *ploverScore) file(data []byte) error {
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("[")) {
		return s.records(bytes.NewReader(data))
	}
	return s.pairs(bytes.NewReader(data))
}

func (s *ploverScore) records(in io.Reader) error {
	records, err := eval.ReadCodedSentences(in)
	if err != nil {
		return err
	}
	for i := range records {
		g := &records[i]
		r, err := s.read(g.ID, g.Text)
		if err != nil {
			return err
		}
		s.count(g.Type, g.Holds(r))
		if s.list && !g.Holds(r) {
			fmt.Fprintf(s.out, "%s %s %v -> %v: %s\n", g.ID, g.Type, g.Source, g.Target, g.Text)
			for _, e := range r.Events {
				fmt.Fprintf(s.out, "\t%s %v -> %v %s\n", e.Plover.Type, e.Actors, e.Recipients, e.Modality)
			}
		}
	}
	return nil
}

func (s *ploverScore) read(name, text string) (*rapporteur.Reading, error) {
	report, err := source.Parse(name, []byte(text), source.Options{})
	if err != nil {
		return nil, err
	}
	return s.reader.Read(s.ctx, report)
}

func (s *ploverScore) pairs(in io.Reader) error {
	pairs, skipped, err := eval.ReadMarkedPairs(in)
	if err != nil {
		return err
	}
	for i := range pairs {
		p := &pairs[i]
		e := s.reader.Between(eval.Plain(p.Text), p.Source, p.Target)
		if e == nil {
			e = &rapporteur.Event{}
		}
		label := eval.PairType(e)
		s.count(p.Type, label == p.Type)
		if s.list && label != p.Type {
			fmt.Fprintf(s.out, "%s %s, given %s (%s %s): %s\n", p.ID, p.Type, label, e.Plover.Type, e.Modality, p.Text)
		}
	}
	if skipped > 0 {
		fmt.Fprintf(s.out, "%d rows without a source left out\n", skipped)
	}
	return nil
}

func (s *ploverScore) count(typ string, right bool) {
	c := s.types[typ]
	if c == nil {
		c = new([2]int)
		s.types[typ] = c
	}
	c[0]++
	if right {
		c[1]++
	}
}

func (s *ploverScore) print() error {
	var names []string
	for name := range s.types {
		names = append(names, name)
	}
	sort.Strings(names)
	out := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "type\tgold\tfound\t%\t")
	var all [2]int
	for _, name := range names {
		c := s.types[name]
		all[0], all[1] = all[0]+c[0], all[1]+c[1]
		fmt.Fprintf(out, "%s\t%d\t%d\t%.1f\t\n", name, c[0], c[1], percent(c[1], c[0]))
	}
	fmt.Fprintf(out, "all\t%d\t%d\t%.1f\t\n", all[0], all[1], percent(all[1], all[0]))
	if err := out.Flush(); err != nil {
		return err
	}
	return s.out.Flush()
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }
