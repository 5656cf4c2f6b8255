package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/language"
	"rapporteur/language/conllu"
)

// parseCmd prints what the language engine makes of a text.
type parseCmd struct {
	Path         string `arg:"" name:"file" optional:"" default:"-" help:"Plain text; - is standard input."`
	Format       string `help:"Output format: ${enum}." enum:"conllu,json" default:"conllu" short:"f"`
	Pretokenized bool   `help:"The input is CoNLL-U; keep its sentences and words and fill tags, lemmas, trees and names."`
	Published    string `help:"Date of the text, YYYY-MM-DD, that its dates count from." placeholder:"DATE"`
}

// Run reads the text, analyses it and prints it.
func (cmd *parseCmd) Run(_ context.Context, c *terminal.Console) error {
	data, err := readInput(c, cmd.Path)
	if err != nil {
		return err
	}
	engine, err := loadEngine()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(c.Stdout)
	if cmd.Pretokenized {
		err = cmd.fill(engine, data, out)
	} else {
		err = cmd.parse(engine, data, out)
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

func (cmd *parseCmd) parse(engine *language.Engine, data string, out io.Writer) error {
	d := engine.Analyze(plainReport(data, rapporteur.Date(cmd.Published)))
	return cmd.print(d, d.CoNLLU(), out)
}

// fill keeps the sentences and words that the input gives.
func (cmd *parseCmd) fill(engine *language.Engine, data string, out io.Writer) error {
	corpus, err := conllu.ReadAll(strings.NewReader(data))
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Unsupported, Op: "parse " + cmd.Path,
			Message: "not CoNLL-U; leave --pretokenized out for plain text", Err: err}
	}
	d := language.FromCoNLLU(corpus)
	engine.Annotate(d)
	d.Fill(corpus)
	return cmd.print(d, corpus, out)
}

func (cmd *parseCmd) print(d *language.Document, corpus []conllu.Sentence, out io.Writer) error {
	if cmd.Format == "json" {
		encoder := json.NewEncoder(out)
		encoder.SetIndent("", " ")
		encoder.SetEscapeHTML(false)
		return encoder.Encode(parsedText(d))
	}
	w := conllu.NewWriter(out)
	for i := range corpus {
		if err := w.Write(&corpus[i]); err != nil {
			return err
		}
	}
	return nil
}

// plainReport is a text as it stands: every paragraph between blank lines is
// body, nothing is taken for a title or boilerplate.
func plainReport(text string, published rapporteur.Date) *rapporteur.Report {
	r := &rapporteur.Report{Text: text, Published: published}
	point, start, end, open := 0, 0, 0, false
	paragraph := func() {
		if open {
			r.Paragraphs = append(r.Paragraphs, rapporteur.Paragraph{Start: start, End: end, Kind: rapporteur.Body})
		}
		open = false
	}
	for line := range strings.Lines(text) {
		length := utf8.RuneCountInString(line)
		if strings.TrimSpace(line) == "" {
			paragraph()
		} else {
			if !open {
				start, open = point, true
			}
			end = point + length
		}
		point += length
	}
	paragraph()
	return r
}

// readInput gives the text of a file or of standard input.
func readInput(c *terminal.Console, path string) (string, error) {
	var data []byte
	var err error
	if path == "-" {
		data, err = io.ReadAll(c.Stdin)
	} else {
		data, err = os.ReadFile(path)
	}
	op := "read " + path
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", &rapporteur.Error{Code: rapporteur.Unreadable, Op: op, Message: "no such file"}
	case err != nil:
		return "", &rapporteur.Error{Code: rapporteur.Unreadable, Op: op, Err: err}
	case !utf8.Valid(data):
		return "", &rapporteur.Error{Code: rapporteur.Unsupported, Op: op, Message: "not UTF-8; convert it first"}
	case strings.TrimSpace(string(data)) == "":
		return "", &rapporteur.Error{Code: rapporteur.Empty, Op: op, Message: "no text in it"}
	}
	return string(data), nil
}

func loadEngine() (*language.Engine, error) {
	engine, err := language.Load()
	if err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Internal, Op: "load the language engine", Err: err}
	}
	return engine, nil
}
