package main

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// actorsFlag adds the user's own tables to those that are built in.
type actorsFlag struct {
	Actors []string `name:"actors" help:"Add your own tables of actors: a folder, a table, a PETRARCH dictionary or a Wikidata dump. Repeatable; the last one counts." placeholder:"PATH" sep:"none"`
}

// issuesFlag adds the user's own issues of negotiation to those that are built in.
type issuesFlag struct {
	Issues []string `name:"issues" help:"Add your own issues of negotiation: a table with the columns id, group, label, words, as in ontology/tables/issues.tsv. Repeatable; the first one that has an id counts." placeholder:"FILE" sep:"none"`
}

// actorsCmd lists and searches the tables of actors, and brings one's own up to date.
type actorsCmd struct {
	Update actorsUpdateCmd `cmd:"" help:"Bring a folder of your own tables up to what a file says of the holders of offices."`
	List   actorsListCmd   `cmd:"" default:"withargs" help:"List and search the actors that the tables know, and the holders of offices that a record has learned."`
}

// actorsListCmd lists and searches them.
type actorsListCmd struct {
	Query  string `arg:"" optional:"" help:"Words of a name, or an id."`
	Kind   string `help:"Only this kind: state, person, organisation, group or collective." placeholder:"KIND" enum:",state,person,organisation,group,collective" default:""`
	State  string `help:"Only what belongs to a state; with --office, offices held for this state or body." placeholder:"CODE"`
	Office string `help:"Only who held an office, by its id: head-of-government." placeholder:"ID"`
	On     string `help:"Only offices held on this day, or presumed to be." placeholder:"DATE"`
	Format string `help:"Output format: ${enum}." enum:"text,json,tsv" default:"text" short:"f"`
	actorsFlag
	learnedFlag
}

// Run prints the actors that match, in the order of the tables.
func (cmd *actorsListCmd) Run(ctx context.Context, c *terminal.Console) error {
	base, err := service.Tables{Actors: cmd.Actors}.Knowledge()
	if err != nil {
		return err
	}
	learned, err := cmd.learned(ctx, cmd.On)
	if err != nil {
		return err
	}
	q := service.Who{Learned: learned, Name: cmd.Query, Kind: cmd.Kind, State: cmd.State, Office: cmd.Office, On: cmd.On}
	found, err := q.Find(base)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		c.Tell("no actor matches; the tables know no such name, kind, state or office, or not on that day")
	}
	return export.Known(found).Write(c.Stdout, cmd.Format)
}

// learnedFlag says which record's learned holders of offices are listed too.
type learnedFlag struct {
	DB place `name:"db" help:"The record whose reports tell of holders of offices too; rapporteur.db if it is there." env:"RAPPORTEUR_DB,DATABASE_URL" placeholder:"FILE"`
}

// learned asks the record, if there is one.
func (f learnedFlag) learned(ctx context.Context, day string) ([]record.Holder, error) {
	if f.DB == "" {
		f.DB = "rapporteur.db"
		if _, err := os.Stat(string(f.DB)); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	var out []record.Holder
	err := dbFlag{DB: f.DB}.asking(ctx, func(r *record.Record) (err error) {
		out, err = service.LearnedOn(ctx, r, day)
		return err
	})
	return out, err
}
