package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// progress tells a person or a program how far adding reports has come.
type progress interface {
	tell(service.Arrival) error
	end() error
}

// newProgress is one line that is written over on a terminal, and elsewhere a
// line of JSON for every report.
func newProgress(c *terminal.Console) progress {
	if c.Capable() {
		return &ticker{out: c.Stdout, start: c.Now(), now: c.Now}
	}
	return &lineProgress{out: c.Stdout}
}

// tally counts what became of reports.
type tally struct {
	Reports int `json:"reports"`
	Added   int `json:"added"`
	Known   int `json:"known"`
	Again   int `json:"again"`
	Revised int `json:"revised"`
	Copied  int `json:"copied"`
	Failed  int `json:"failed"`
}

func (t *tally) count(one service.Arrival) {
	t.Reports++
	if one.Err != nil {
		t.Failed++
		return
	}
	*map[record.Outcome]*int{record.Added: &t.Added, record.Known: &t.Known, record.Again: &t.Again,
		record.Revised: &t.Revised, record.Copied: &t.Copied}[one.Outcome]++
}

// lineProgress writes JSON lines: one for each report, one for all of them.
type lineProgress struct {
	out io.Writer
	tally
}

func (p *lineProgress) tell(one service.Arrival) error {
	p.count(one)
	if one.Err != nil {
		return export.Line(p.out, struct {
			Input  string          `json:"input"`
			Report string          `json:"report,omitempty"`
			Error  string          `json:"error"`
			Code   rapporteur.Code `json:"code"`
		}{one.Input, idOf(one.Report), one.Err.Error(), rapporteur.CodeOf(one.Err)})
	}
	return export.Line(p.out, struct {
		Input   string         `json:"input"`
		Report  string         `json:"report"`
		Outcome record.Outcome `json:"outcome"`
	}{one.Input, one.Report.ID, one.Outcome})
}

// idOf is the id of a report that could be opened.
func idOf(r *rapporteur.Report) string {
	if r == nil {
		return ""
	}
	return r.ID
}

func (p *lineProgress) end() error {
	return export.Line(p.out, struct {
		Total tally `json:"total"`
	}{p.tally})
}

// ticker rewrites one line of a terminal.
type ticker struct {
	out         io.Writer
	start, last time.Time
	now         func() time.Time
	tally
}

// often is how long a line stands before it is written over.
const often = 100 * time.Millisecond

func (p *ticker) tell(one service.Arrival) error {
	p.count(one)
	if now := p.now(); now.Sub(p.last) >= often {
		p.last = now
		return p.draw("\r")
	}
	return nil
}

func (p *ticker) end() error { return p.draw("\n") }

// draw shows the counts and a mark that moves with every hundred reports; how many
// are to come nobody knows before the last one.
func (p *ticker) draw(after string) error {
	const width = 20
	at := p.Reports / 100 % width
	bar := strings.Repeat("·", at) + "■" + strings.Repeat("·", width-1-at)
	rate := float64(p.Reports) / max(p.now().Sub(p.start).Seconds(), 0.001)
	_, err := fmt.Fprintf(p.out, "\r\x1b[K%s %d reports, %.0f a second: %d new, %d known, %d copies, %d revisions, %d failed%s",
		bar, p.Reports, rate, p.Added, p.Known+p.Again, p.Copied, p.Revised, p.Failed, after)
	return err
}
