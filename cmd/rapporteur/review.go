package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// reviewCmd walks through what is doubtful.
type reviewCmd struct {
	Limit  int    `help:"At most so many questions; 0 for all." default:"50"`
	By     string `help:"Who judges." env:"RAPPORTEUR_USER,USER"`
	Format string `help:"walk asks one question after the other; as ${enum} the questions are listed." enum:"walk,text,json,jsonl,csv,markdown" default:"walk" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	actorsFlag
	issuesFlag
	dbFlag
}

// Help is shown below the usage.
func (reviewCmd) Help() string {
	return `The most uncertain and most consequential comes first: entries that rest on one report and are half sure, what reports disagree on, meetings that may be one or two, actors that may be the same. On a terminal one key answers; else each line of the input is an answer: a accept, m mend (m date=2025-02-18), r reject, j join with another (j ID), s split or keep apart, n next, u undo, ? help, q leave. A verdict is kept with the corrections of the record, and what was judged is not asked again.`
}

// Run lists the questions, or asks them.
func (cmd *reviewCmd) Run(ctx context.Context, c *terminal.Console) error {
	q := cmd.question(service.Everything)
	q.Limit, q.Silent = cmd.Limit, cmd.NoText
	if cmd.Format != "walk" {
		return cmd.asking(ctx, func(r *record.Record) error {
			all, err := service.Review(ctx, r, q)
			if err != nil {
				return err
			}
			if err := export.Doubts(all).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format)); err != nil {
				return err
			}
			cut(c, len(all.Doubts), 0, all.Total, false)
			return nil
		})
	}
	if cmd.By == "" {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "review", Message: "say who judges: --by NAME, or set RAPPORTEUR_USER"}
	}
	return cmd.changing(ctx, func(r *record.Record) error {
		all, err := service.Review(ctx, r, q)
		if err != nil {
			return err
		}
		w := &walk{console: c, keys: c.Keys(), record: r, doubts: all.Doubts, by: cmd.By, tables: service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}}
		if err := w.all(ctx); err != nil {
			return err
		}
		return c.Say("%d judged, %d of %d looked at; %d in all", w.judged(), w.seen, len(all.Doubts), all.Total)
	})
}

// walk goes through doubts with a person.
type walk struct {
	console *terminal.Console
	keys    *terminal.Keys
	record  *record.Record
	doubts  []service.Doubt
	by      string
	tables  service.Tables
	// at is the doubt that is asked, seen how many were.
	at, seen int
	done     []step
	// gone are entries that were rejected or became part of others.
	gone []string
}

// step is a verdict that can be taken back.
type step struct {
	at     int
	gone   int
	judged *service.Judged
}

func (w *walk) judged() int { return len(w.done) }

// all asks until there is nothing more or the person leaves.
func (w *walk) all(ctx context.Context) error {
	for ctx.Err() == nil {
		for w.at < len(w.doubts) && w.past(&w.doubts[w.at]) {
			w.at++
		}
		if w.at == len(w.doubts) {
			return nil
		}
		w.seen = max(w.seen, w.at+1)
		shown := export.Doubt{Doubt: &w.doubts[w.at], At: w.at + 1, Of: len(w.doubts)}
		if err := shown.Write(w.console.Stdout, w.console.Style()); err != nil {
			return err
		}
		if leave, err := w.answer(ctx); leave || err != nil {
			return err
		}
	}
	return ctx.Err()
}

// past reports whether a verdict has settled a doubt along with another.
func (w *walk) past(d *service.Doubt) bool {
	return slices.ContainsFunc(d.IDs(), func(id string) bool { return slices.Contains(w.gone, id) })
}

// answer takes keys until one leads on.
func (w *walk) answer(ctx context.Context) (leave bool, err error) {
	for {
		key, rest, err := w.keys.Key()
		switch {
		case errors.Is(err, io.EOF) || key == 'q' && err == nil:
			return true, nil
		case err != nil:
			return false, err
		case key == 'n' || key == ' ':
			w.at++
			return false, nil
		case key == 'u':
			if err = w.back(ctx); err == nil {
				return false, nil
			}
		case key == '?':
			err = w.console.Say("%s", reviewCmd{}.Help())
		default:
			verdict, known := verdictOf[key]
			if !known {
				err = w.console.Say("press one of the letters in brackets, ? for help")
				break
			}
			if err = w.judge(ctx, verdict, rest); err == nil {
				w.at++
				return false, nil
			}
		}
		if err != nil { // it is said, and asked again
			w.console.Tell("%v", err)
		}
	}
}

// verdictOf says what keys mean.
var verdictOf = map[rune]service.Verdict{'a': service.Accepted, 'm': service.Mended, 'r': service.Rejected, 'j': service.Merged, 's': service.SplitOff}

// judge writes a verdict down.
func (w *walk) judge(ctx context.Context, v service.Verdict, rest string) error {
	d := &w.doubts[w.at]
	j := service.Judgement{Verdict: v, By: w.by, Tables: w.tables}
	var err error
	if rest == "" {
		if rest, err = w.more(d, v); err != nil {
			return err
		}
	}
	if v == service.Mended && rest != "" {
		j.Set = []string{rest}
	} else {
		j.With = strings.Fields(rest)
	}
	done, err := service.Judge(ctx, w.record, d, j)
	if err != nil {
		return err
	}
	w.done = append(w.done, step{w.at, len(w.gone), done})
	w.gone = append(w.gone, goneBy(d, &j)...)
	for _, c := range done.Corrections {
		if err := w.console.Say("correction %s", c); err != nil {
			return err
		}
	}
	return nil
}

// more asks for what a verdict needs besides.
func (w *walk) more(d *service.Doubt, v service.Verdict) (string, error) {
	switch {
	case v == service.Mended && slices.Contains(d.Verdicts, v):
		return w.keys.Line("FIELD=VALUE (" + strings.Join(record.Fields(d.Entries[0].Kind), ", ") + "):")
	case v == service.Merged && d.Kind == service.OfEntry:
		return w.keys.Line("the id of the entry that it is one with:")
	}
	return "", nil
}

// goneBy are the entries about which nothing more is asked: what was rejected, and two
// that became one.
func goneBy(d *service.Doubt, j *service.Judgement) []string {
	switch {
	case d.Kind == service.OfMeetings && j.Verdict == service.Merged:
		return d.IDs()
	case d.Kind == service.OfEntry && j.Verdict != service.Accepted:
		return append(d.IDs(), j.With...)
	}
	return nil
}

// back takes the last verdict back and asks again.
func (w *walk) back(ctx context.Context) error {
	if len(w.done) == 0 {
		return w.console.Say("there is nothing to take back")
	}
	last := w.done[len(w.done)-1]
	if err := service.Unjudge(ctx, w.record, last.judged, w.by); err != nil {
		return err
	}
	w.done, w.at, w.gone = w.done[:len(w.done)-1], last.at, w.gone[:last.gone]
	return w.console.Say("taken back")
}
