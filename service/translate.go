package service

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/source"
)

// Translator has paragraphs in other languages than English translated by a program, which
// is run once for each report. It is given a line of JSON for each paragraph on standard
// input, {"language": "de", "text": "…"}, and answers a line for each on standard output,
// in their order: {"text": "…"}, empty for one that it leaves out.
type Translator struct {
	// Command is the program with its arguments, between blanks.
	Command string
	// Time is the longest that a report may take, 0 for two minutes.
	Time time.Duration
}

// translateTime is the longest that a report may take.
const translateTime = 2 * time.Minute

// answerLargest is the size in bytes of the largest line of an answer, saidMost that of
// what is kept of the program's errors.
const (
	answerLargest = 1 << 20
	saidMost      = 2 << 10
)

// translating is a paragraph on its way to the program, translated one on its way back.
type translating struct {
	Language string `json:"language"`
	Text     string `json:"text"`
}
type translated struct {
	Text *string `json:"text"`
}

// Reading makes a reader read what was translated as well.
func (t *Translator) Reading(read Read) Read {
	if t == nil || t.Command == "" {
		return read
	}
	return func(ctx context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
		if err := t.Translate(ctx, report); err != nil {
			return nil, err
		}
		return read(ctx, report)
	}
}

// Knowing makes a reader read what was translated as well.
func (t *Translator) Knowing(read Knowing) Knowing {
	if t == nil || t.Command == "" {
		return read
	}
	return func(ctx context.Context, report *rapporteur.Report, tell rapporteur.Learned) (*rapporteur.Reading, error) {
		if err := t.Translate(ctx, report); err != nil {
			return nil, err
		}
		return read(ctx, report, tell)
	}
}

// Translate gives the paragraphs of a report that are in other languages their
// translations. Those that have one keep it.
func (t *Translator) Translate(ctx context.Context, report *rapporteur.Report) error {
	var input bytes.Buffer
	var wanted []int
	index := rapporteur.NewIndex(report.Text)
	lines := json.NewEncoder(&input)
	lines.SetEscapeHTML(false)
	for i, p := range report.Paragraphs {
		if p.Kind == rapporteur.Boilerplate || p.Translation != "" || report.Reads(p) {
			continue
		}
		wanted = append(wanted, i)
		if err := lines.Encode(translating{report.LanguageOf(p), report.Text[index.Offset(p.Start):index.Offset(p.End)]}); err != nil {
			return err
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	answers, err := t.run(ctx, input.Bytes(), len(wanted))
	if err != nil {
		return err
	}
	for n, i := range wanted {
		report.Paragraphs[i].Translation = answers[n]
	}
	return nil
}

// run gives so many paragraphs to the program and takes as many back.
func (t *Translator) run(ctx context.Context, input []byte, paragraphs int) ([]string, error) {
	longest := t.Time
	if longest <= 0 {
		longest = translateTime
	}
	bounded, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	words := strings.Fields(t.Command)
	if len(words) == 0 {
		return nil, invalid("--translate", "give a program that translates")
	}
	cmd := exec.CommandContext(bounded, words[0], words[1:]...)
	cmd.Stdin = bytes.NewReader(input)
	cmd.WaitDelay = time.Second // then what it started itself is left to itself
	said := &tail{}
	cmd.Stderr = said
	out := &bounds{most: paragraphs*answerLargest + 1}
	cmd.Stdout = out
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, t.failed(rapporteur.Interrupted, "interrupted", ctx.Err())
	case bounded.Err() != nil:
		return nil, t.failed(rapporteur.Unreadable, fmt.Sprintf("not done in %v; give it more with --translate-time", longest), nil)
	case out.over:
		return nil, t.failed(rapporteur.Unreadable, fmt.Sprintf("it answers more than %d bytes a paragraph", answerLargest), nil)
	case errors.Is(err, exec.ErrNotFound):
		return nil, t.failed(rapporteur.Unreadable, "no such program", nil)
	case err != nil:
		return nil, t.failed(rapporteur.Unreadable, strings.TrimSpace("it failed; the last that it said: "+said.String()), err)
	}
	return t.answers(out.taken, paragraphs)
}

// answers reads the lines that the program gave.
func (t *Translator) answers(data []byte, paragraphs int) ([]string, error) {
	var out []string
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for lines.Scan() {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var one translated
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil || one.Text == nil {
			return nil, t.failed(rapporteur.Unreadable, fmt.Sprintf(`line %d of its answer is not {"text": "…"}`, len(out)+1), err)
		}
		out = append(out, source.Words(*one.Text))
	}
	if len(out) != paragraphs {
		return nil, t.failed(rapporteur.Unreadable, fmt.Sprintf("it answers %d lines for %d paragraphs", len(out), paragraphs), nil)
	}
	return out, nil
}

func (t *Translator) failed(code rapporteur.Code, message string, err error) error {
	return &rapporteur.Error{Code: code, Op: "translate with " + t.Command, Message: message, Err: err}
}

// bounds takes so many bytes and fails then, which ends who writes them.
type bounds struct {
	taken []byte
	most  int
	over  bool
}

func (b *bounds) Write(p []byte) (int, error) {
	if len(b.taken)+len(p) > b.most {
		b.over = true
		return 0, errors.New("too much")
	}
	b.taken = append(b.taken, p...)
	return len(p), nil
}

// tail keeps the last of what is written.
type tail struct{ kept []byte }

func (t *tail) Write(p []byte) (int, error) {
	t.kept = append(t.kept, p...)
	t.kept = t.kept[max(0, len(t.kept)-saidMost):]
	return len(p), nil
}

// String is the last line.
func (t *tail) String() string {
	text := strings.TrimSpace(strings.ToValidUTF8(string(t.kept), "�"))
	return text[strings.LastIndexByte(text, '\n')+1:]
}
