package main

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
)

// correctionsCmd lists what persons corrected.
type correctionsCmd struct {
	IDs       []string          `arg:"" optional:"" name:"id" help:"Ids of entries; all if none is given." complete:"entries"`
	Report    []string          `help:"Only what is about these reports." placeholder:"ID" complete:"reports"`
	Kind      []record.Kind     `help:"Only of this kind of entries, or of reports themselves: ${enum}." enum:"meeting,statement,event,position,notice,report" placeholder:"KIND"`
	Action    []record.Action   `help:"Only this: ${enum}." enum:"set,add,drop,missed,reject,split,merge,distinct,accept,note" placeholder:"ACTION"`
	Standing  []record.Standing `help:"Only what has become this: ${enum}. What is to be looked at again was said of words that no longer stand, since their report was revised or is read otherwise." enum:"counts,look-again,undone,gone" placeholder:"STANDING"`
	By        []string          `help:"Only what this person said." placeholder:"NAME"`
	Since     string            `help:"Only what was corrected on this day or later, YYYY-MM-DD." placeholder:"DATE"`
	Until     string            `help:"Only what was corrected on this day or before, YYYY-MM-DD." placeholder:"DATE"`
	Annotated string            `help:"Write each report that was corrected into this folder as an annotated record, with which a reader can be taught (training/README.md): its text, and all its entries as the record has them by now." placeholder:"FOLDER" type:"path"`
	Format    string            `help:"Output format: ${enum}." enum:"text,json,jsonl,csv,markdown" default:"text" short:"f"`
	actorsFlag
	issuesFlag
	budgetFlag
	dbFlag
}

// Run lists the corrections, the last one first.
func (cmd *correctionsCmd) Run(ctx context.Context, c *terminal.Console) error {
	f := record.CorrectionFilter{Entries: cmd.IDs, Reports: cmd.Report, Kinds: cmd.Kind, Actions: cmd.Action, Standings: cmd.Standing, By: cmd.By}
	if err := f.Day(rapporteur.Date(cmd.Since), rapporteur.Date(cmd.Until), time.Local); err != nil {
		return err
	}
	return cmd.asking(ctx, func(r *record.Record) error {
		if cmd.Annotated != "" {
			return cmd.annotate(ctx, c, r)
		}
		all, err := r.Corrections(ctx, f)
		if err != nil {
			return err
		}
		return export.Corrections(all).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format))
	})
}
