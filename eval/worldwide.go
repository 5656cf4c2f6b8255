package eval

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// NamedReport is one report of the English Worldwide Newswire corpus (Shan et
// al. 2023, arXiv 2404.13465): a token and its label in BIO on each line, an
// empty line after each sentence.
type NamedReport struct {
	// Sentences are the tokens of each sentence.
	Sentences [][]string
	// Names are the scored names; Start and End count tokens from the
	// beginning of the report.
	Names []NameSpan
}

// ReadNamedReport reads a file of the corpus.
func ReadNamedReport(path string) (*NamedReport, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	b := reportBuilder{report: &NamedReport{}}
	scanner := bufio.NewScanner(f)
	for line := 1; scanner.Scan(); line++ {
		if scanner.Text() == "" {
			b.endSentence()
			continue
		}
		columns := strings.Split(scanner.Text(), "\t")
		if len(columns) < 2 {
			return nil, fmt.Errorf("%s: line %d: want a token and a label separated by a tab", path, line)
		}
		b.add(columns[0], columns[1])
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	b.endSentence()
	return b.report, nil
}

// reportBuilder keeps the name that is open while lines are read.
type reportBuilder struct {
	report   *NamedReport
	sentence []string
	tokens   int
	open     NameSpan
	label    string
}

func (b *reportBuilder) add(token, label string) {
	kind, class, _ := strings.Cut(label, "-")
	if kind != "I" || class != b.label {
		b.endName()
	}
	if kind != "O" && b.label == "" {
		b.label, b.open.Start = class, b.tokens
	}
	b.sentence = append(b.sentence, token)
	b.tokens++
}

func (b *reportBuilder) endName() {
	if class, ok := NameClass(b.label); ok {
		b.report.Names = append(b.report.Names, NameSpan{b.open.Start, b.tokens, class})
	}
	b.label = ""
}

func (b *reportBuilder) endSentence() {
	b.endName()
	if len(b.sentence) > 0 {
		b.report.Sentences = append(b.report.Sentences, b.sentence)
		b.sentence = nil
	}
}

// Text gives the report as running text, a sentence a line with a blank line
// between, and its names in bytes of that text. The corpus does not keep white
// space, so that it is set as print sets it.
func (r *NamedReport) Text() (string, []NameSpan) {
	var t typesetter
	for _, s := range r.Sentences {
		t.sentence(s)
	}
	names := make([]NameSpan, len(r.Names))
	for i, n := range r.Names {
		names[i] = NameSpan{t.tokens[n.Start].start, t.tokens[n.End-1].end, n.Class}
	}
	return t.text.String(), names
}
