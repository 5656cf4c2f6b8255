package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/eval"
	"rapporteur/language"
	"rapporteur/language/conllu"
)

// evalNamesCmd scores the names that the language engine finds.
type evalNamesCmd struct {
	Dirs []string `arg:"" name:"dir" help:"Folders of reports, a token and its label on each line."`
}

// Run prints a table for each folder.
func (cmd *evalNamesCmd) Run(_ context.Context, c *terminal.Console) error {
	engine, err := loadEngine()
	if err != nil {
		return err
	}
	out := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "names, %\tprecision\trecall\tF1\t"+strings.Join(eval.NameClasses[:], "\t")+"\ttokens/s\t")
	for _, dir := range cmd.Dirs {
		reports, err := namedReports(dir)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s\t\t\t\t\t\t\t\t\t\n", filepath.Base(dir))
		for _, way := range []struct {
			name string
			find func(*language.Engine, *eval.NamedReport, *stopwatch) eval.NameScores
		}{{"gold tokens", namesFromTokens}, {"raw text", namesFromText}} {
			var sum eval.NameScores
			var watch stopwatch
			for _, r := range reports {
				sum = sum.Add(way.find(engine, r, &watch))
			}
			printNames(out, way.name, sum, &watch)
		}
	}
	return out.Flush()
}

func namedReports(dir string) ([]*eval.NamedReport, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
	if err == nil && len(paths) == 0 {
		err = os.ErrNotExist
	}
	if err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval " + dir, Message: "no *.tsv files in it", Err: err}
	}
	var all []*eval.NamedReport
	for _, path := range paths {
		r, err := eval.ReadNamedReport(path)
		if err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval", Err: err}
		}
		all = append(all, r)
	}
	return all, nil
}

func namesFromTokens(engine *language.Engine, r *eval.NamedReport, watch *stopwatch) eval.NameScores {
	corpus := make([]conllu.Sentence, len(r.Sentences))
	for i, tokens := range r.Sentences {
		for _, form := range tokens {
			corpus[i].Words = append(corpus[i].Words, conllu.Word{Form: form})
		}
	}
	d := language.FromCoNLLU(corpus)
	watch.run(func() *language.Document { engine.Annotate(d); return d })
	return eval.Names(r.Names, foundNames(d, func(n language.Name) (int, int) { return n.First, n.Last }))
}

func namesFromText(engine *language.Engine, r *eval.NamedReport, watch *stopwatch) eval.NameScores {
	text, gold := r.Text()
	d := watch.run(func() *language.Document { return engine.Analyze(plainReport(text, "")) })
	return eval.Names(gold, foundNames(d, func(n language.Name) (int, int) {
		at := d.Bytes(n.First, n.Last)
		return at.Start, at.End
	}))
}

// foundNames are the names of a document whose class is scored.
func foundNames(d *language.Document, span func(language.Name) (int, int)) []eval.NameSpan {
	var found []eval.NameSpan
	for _, n := range d.Names {
		if class, ok := eval.NameClass(string(n.Class)); ok {
			start, end := span(n)
			found = append(found, eval.NameSpan{Start: start, End: end, Class: class})
		}
	}
	return found
}

func printNames(out *tabwriter.Writer, name string, s eval.NameScores, watch *stopwatch) {
	fmt.Fprintf(out, "%s\t%.2f\t%.2f\t%.2f\t", name, 100*s.All.Precision(), 100*s.All.Recall(), 100*s.All.F1())
	for _, class := range eval.NameClasses {
		fmt.Fprintf(out, "%.2f\t", 100*s.Class[class].F1())
	}
	fmt.Fprintf(out, "%s\t\n", watch)
}
