package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/eval"
	"rapporteur/frames"
	"rapporteur/frames/attribution"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// evalAttributionsCmd scores who is said to have said what.
type evalAttributionsCmd struct {
	Dirs      []string `arg:"" name:"dir" help:"Folders with text/*.txt and attributions/*.ann, one or more per text, as in PolNeAR."`
	NotSpeech string   `name:"not-speech" placeholder:"FILE" help:"Lemmas of cues that are no saying, one a line; by default not_speech.txt beside the folder."`
}

// Run prints a table for each folder.
func (cmd *evalAttributionsCmd) Run(_ context.Context, c *terminal.Console) error {
	engine, err := loadEngine()
	if err != nil {
		return err
	}
	finder, err := attribution.Load()
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Internal, Op: "load the verbs of saying", Err: err}
	}
	out := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "attributions, %\tgold\tfound\texact precision\trecall\tF1\toverlap precision\trecall\tF1\t")
	for _, dir := range cmd.Dirs {
		corpus, err := openAttributed(dir, cmd.NotSpeech)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval " + dir, Err: err}
		}
		corpus.engine, corpus.finder = engine, finder
		if err := corpus.score(); err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval " + dir, Err: err}
		}
		corpus.print(out)
	}
	return out.Flush()
}

// attributedCorpus is a folder that is scored.
type attributedCorpus struct {
	dir       string
	annotated []string
	notSpeech map[string]bool
	engine    *language.Engine
	finder    *attribution.Reader
	// all and speech are the scores by mode: of all attributions, and of those
	// with a source and a cue that says something.
	all, speech map[string]eval.AttributionScores
}

func openAttributed(dir, notSpeech string) (*attributedCorpus, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, errors.New("no attributions/*.ann files in it")
	}
	if notSpeech == "" {
		notSpeech = filepath.Join(filepath.Dir(filepath.Clean(dir)), "not_speech.txt")
	}
	lemmas, err := lines(notSpeech)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w; name the list of lemmas with --not-speech", err)
	}
	if err != nil {
		return nil, err
	}
	return &attributedCorpus{dir: dir, annotated: paths, notSpeech: lemmas,
		all: map[string]eval.AttributionScores{}, speech: map[string]eval.AttributionScores{}}, nil
}

// lines reads a list, one entry a line; # begins a comment.
func lines(path string) (map[string]bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	all := map[string]bool{}
	in := bufio.NewScanner(f)
	for in.Scan() {
		if line := strings.TrimSpace(in.Text()); line != "" && line[0] != '#' {
			all[strings.ToLower(line)] = true
		}
	}
	return all, in.Err()
}

// score compares each annotator's file with what is found in its text: "x.txt"
// belongs to "x_ef2d.ann", whatever the annotator's mark.
func (a *attributedCorpus) score() error {
	for _, path := range a.annotated {
		gold, err := eval.ReadBrat(path)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(filepath.Base(path), ".ann")
		if i := strings.LastIndexByte(name, '_'); i >= 0 {
			name = name[:i]
		}
		text, err := os.ReadFile(filepath.Join(a.dir, "text", name+".txt"))
		if err != nil {
			return err
		}
		a.compare(lineReport(string(text)), gold)
	}
	return nil
}

// lineReport is a text of the corpus: each line is a paragraph, the first one
// the title.
func lineReport(text string) *rapporteur.Report {
	r := &rapporteur.Report{Text: text}
	kind, at := rapporteur.Title, 0
	for line := range strings.Lines(text) {
		end := at + utf8.RuneCountInString(line)
		if strings.TrimSpace(line) != "" {
			r.Paragraphs = append(r.Paragraphs, rapporteur.Paragraph{Start: at, End: end, Kind: kind})
			kind = rapporteur.Body
		}
		at = end
	}
	return r
}

func (a *attributedCorpus) compare(report *rapporteur.Report, gold []eval.Attributed) {
	doc := a.engine.Analyze(report)
	found, quotations := a.finder.Statements(doc), syntax.Quotations(doc)
	quoted := make([]eval.Piece, len(quotations))
	for i, q := range quotations {
		quoted[i] = piece(doc, q.Range)
	}
	system := make([]eval.Attributed, len(found))
	for i := range found {
		system[i] = attributedSpans(doc, &found[i])
	}
	addModes(a.all, eval.Attributions(doc.Text, quoted, gold, system))
	addModes(a.speech, eval.Attributions(doc.Text, quoted, a.saying(doc, gold), a.saying(doc, system)))
}

func addModes(sum, more map[string]eval.AttributionScores) {
	for _, mode := range eval.Modes {
		sum[mode] = sum[mode].Add(more[mode])
	}
}

func attributedSpans(doc *language.Document, f *frames.Frame) eval.Attributed {
	var s eval.Attributed
	pieces := func(parts []language.Range) (e eval.Extent) {
		for _, r := range parts {
			e = append(e, piece(doc, r))
		}
		return e
	}
	s.Source, s.Content = pieces(frames.Ranges(doc, f, frames.Source)), pieces(frames.Ranges(doc, f, frames.Content))
	if f.Words.Len() > 0 {
		s.Cue = eval.Extent{piece(doc, f.Words.Range(doc))}
	}
	return s
}

func piece(doc *language.Document, r language.Range) eval.Piece {
	span := doc.Span(r)
	return eval.Piece{Start: span.Start, End: span.End}
}

// saying keeps the attributions that have a source and whose cue holds no word
// of the list.
func (a *attributedCorpus) saying(doc *language.Document, all []eval.Attributed) []eval.Attributed {
	other := map[int]bool{} // starts of listed words
	for _, t := range doc.Tokens {
		if a.notSpeech[t.Lemma] || a.notSpeech[strings.ToLower(t.Form)] {
			other[doc.Span(t.Range).Start] = true
		}
	}
	var kept []eval.Attributed
	for _, x := range all {
		if len(x.Source) > 0 && !starts(x.Cue, other) {
			kept = append(kept, x)
		}
	}
	return kept
}

func starts(e eval.Extent, at map[int]bool) bool {
	for _, p := range e {
		for i := p.Start; i < p.End; i++ {
			if at[i] {
				return true
			}
		}
	}
	return false
}

func (a *attributedCorpus) print(out *tabwriter.Writer) {
	for _, part := range []struct {
		name   string
		scores map[string]eval.AttributionScores
	}{{"all attributions", a.all}, {"speech with a source", a.speech}} {
		fmt.Fprintf(out, "%s, %s\t\t\t\t\t\t\t\t\t\n", filepath.Base(a.dir), part.name)
		for _, mode := range eval.Modes {
			s := part.scores[mode]
			printSpans(out, mode+" source", s.Source)
			printSpans(out, "cue", s.Cue)
			printSpans(out, "content", s.Content)
		}
	}
}

func printSpans(out *tabwriter.Writer, name string, s eval.SpanScores) {
	fmt.Fprintf(out, "%s\t%d\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t\n", name, s.Exact.Gold, s.Exact.System,
		100*s.Exact.Precision(), 100*s.Exact.Recall(), 100*s.Exact.F1(),
		100*s.Overlap.Precision(), 100*s.Overlap.Recall(), 100*s.Overlap.F1())
}
