package main

import (
	"io"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// progress tells a person or a program how far adding reports has come.
type progress interface {
	tell(service.Arrival) error
	// clear makes room for a line of something else.
	clear()
	end() error
}

// newProgress is one line that is written over on a terminal, and elsewhere a
// line of JSON for every report.
//
// The size is that of all files in bytes, passed gives how many things in archives were
// no reports so far.
func newProgress(c *terminal.Console, size int64, passed func() int) progress {
	t := tally{passed: passed}
	if c.Capable() {
		return &ticker{out: c.Stdout, start: c.Now(), now: c.Now, size: size, tally: t}
	}
	return &lineProgress{out: c.Stdout, tally: t}
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
	// Skipped are what archives hold that is no report, as pictures and redirections.
	Skipped int `json:"skipped,omitempty"`
	passed  func() int
}

func (t *tally) count(one service.Arrival) {
	t.Reports++
	t.Skipped = t.passed()
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

func (p *lineProgress) clear() {}

func (p *lineProgress) end() error {
	p.Skipped = p.passed()
	return export.Line(p.out, struct {
		Total tally `json:"total"`
	}{p.tally})
}
