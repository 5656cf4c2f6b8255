package main

import (
	"context"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// correctCmd writes down what a person says of an entry.
type correctCmd struct {
	ID       string   `arg:"" help:"The id of the entry, or of the report for --add-entry and to --set outlet, date (YYYY-MM-DD) or title of a report." complete:"entries"`
	Actor    string   `help:"Another actor: OLD=NEW, two ids." placeholder:"OLD=NEW" xor:"what"`
	Set      []string `help:"Another value: date, place (\"Geneva, CHE\"), status, type, host, about, outcome, role:ID and presence:ID of a meeting; date, place, modality, type, actor and recipient of an event; date, place, act, mode, medium, speaker, addressee and wording of a statement; date, stance, issue, proposal, condition and actor of a position; none takes away what may be unknown. A wording and a condition are words of the report. Several of --set, --add and --drop are all applied, or none." placeholder:"FIELD=VALUE" sep:"none"`
	Add      []string `help:"One more: participant of a meeting, actor or recipient of an event, speaker or addressee of a statement." placeholder:"LIST=ID" sep:"none"`
	Drop     []string `help:"One less of such a list." placeholder:"LIST=ID" sep:"none"`
	AddEntry string   `help:"An entry that was missed in the report: a statement, meeting, event or position. --words has its words, --set and --add say the rest: speaker of a statement; participant and status of a meeting; actor and type of an event; actor and stance of a position." enum:"statement,meeting,event,position," default:"" placeholder:"KIND"`
	Words    string   `help:"The words of the report that an added entry stands on, exactly." placeholder:"TEXT"`
	Nth      int      `help:"Which of them, where they stand in the report more than once." placeholder:"N"`
	Reject   bool     `help:"There is no such thing: take it off the record." xor:"what"`
	Split    []string `help:"What these reports say is something else." placeholder:"REPORT" xor:"what" complete:"reports"`
	Merge    []string `help:"These entries are the same thing." placeholder:"ID" xor:"what" complete:"entries"`
	Accept   bool     `help:"It is right as it stands: a judgement, which is not asked for again." xor:"what"`
	Distinct []string `help:"These entries are not the same thing, and stay apart." placeholder:"ID" xor:"what" complete:"entries"`
	Undo     string   `help:"Take a correction back, by its number." placeholder:"NUMBER" xor:"what"`
	Note     string   `help:"Why; alone, a remark that changes nothing."`
	By       string   `help:"Who says so." env:"RAPPORTEUR_USER,USER" required:""`
	Format   string   `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	actorsFlag
	issuesFlag
	budgetFlag
	dbFlag
}

// Help is shown below the usage.
func (correctCmd) Help() string {
	return "A report that gets another date is read again in the same step, with --actors and --issues as when it was added, so that the days its entries count from it move along."
}

// Run appends the corrections and prints them.
func (cmd *correctCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.changing(ctx, func(r *record.Record) error {
		done, err := service.Correct(ctx, r, service.Correction{Entry: cmd.ID, Actor: cmd.Actor, Set: cmd.Set, Add: cmd.Add, Drop: cmd.Drop, AddEntry: cmd.AddEntry, Words: cmd.Words, Nth: cmd.Nth, Reject: cmd.Reject, Split: cmd.Split,
			Merge: cmd.Merge, Accept: cmd.Accept, Distinct: cmd.Distinct, Undo: cmd.Undo, Note: cmd.Note, By: cmd.By, Tables: service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}, Budget: cmd.budget()})
		if err != nil {
			return err
		}
		for _, one := range done.Corrections {
			if err := cmd.print(c, one); err != nil {
				return err
			}
		}
		if done.Reread {
			c.Tell("the report was read again, as the days of its entries count from its date")
		}
		return nil
	})
}

// print writes one correction, a line.
func (cmd *correctCmd) print(c *terminal.Console, done record.Correction) error {
	if cmd.Format == "text" {
		return c.Say("correction %s, of %s by %s", done, done.Entry, done.By)
	}
	return export.Line(c.Stdout, done)
}
