package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/store/sqlite"
)

// removeCmd takes reports off the record.
type removeCmd struct {
	Reports []string `arg:"" optional:"" name:"report" help:"Ids of reports."`
	Outlet  []string `help:"All that an outlet published." placeholder:"NAME"`
	By      string   `help:"Who asks for it." env:"RAPPORTEUR_USER,USER"`
	dbFlag
}

// Run removes the reports and prints their ids.
func (cmd *removeCmd) Run(ctx context.Context, c *console) error {
	if len(cmd.Reports)+len(cmd.Outlet) == 0 {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "remove", Message: "name reports, or an outlet with --outlet"}
	}
	return cmd.with(ctx, func(r *record.Record) error {
		gone, err := r.Remove(ctx, record.Removal{Reports: cmd.Reports, Outlets: cmd.Outlet, By: cmd.By})
		for _, id := range gone {
			fmt.Fprintln(c.stdout, "removed", id)
		}
		return err
	})
}

// rereadCmd reads the reports of the record again, after an upgrade or with other
// tables.
type rereadCmd struct {
	Reports []string `arg:"" optional:"" name:"report" help:"Ids of reports; all if none is given."`
	actorsFlag
	issuesFlag
	dbFlag
	Workers int `help:"Reports read at once; 0 is one for each core." default:"0"`
}

// Run reads in parallel and writes in batches, in the order of arrival.
func (cmd *rereadCmd) Run(ctx context.Context, c *console) error {
	reader, err := newReader(cmd.Actors, cmd.Issues...)
	if err != nil {
		return err
	}
	return cmd.with(ctx, func(r *record.Record) error {
		done := 0
		for after := int64(0); ; {
			reports, last, err := r.Texts(ctx, after, batch)
			if err != nil {
				return err
			}
			if len(reports) == 0 {
				return export.Indented(c.stdout, struct {
					Reread int `json:"reread"`
				}{done})
			}
			after = last
			if len(cmd.Reports) > 0 {
				reports = slices.DeleteFunc(reports, func(one *rapporteur.Report) bool { return !slices.Contains(cmd.Reports, one.ID) })
			}
			readings := slices.Collect(inOrder(slices.Values(reports), workers(cmd.Workers), reader.Read))
			if err := r.Reread(ctx, readings...); err != nil {
				return err
			}
			done += len(readings)
		}
	})
}

// backupCmd copies the record to a new file.
type backupCmd struct {
	File string `arg:"" help:"The new file." type:"path"`
	dbFlag
}

// Run writes the copy; others may use the record at the same time.
func (cmd *backupCmd) Run(ctx context.Context) error {
	_, db, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(db.Backup(ctx, cmd.File), db.Close())
}

// restoreCmd puts a backup in the place of the record.
type restoreCmd struct {
	File  string `arg:"" help:"The backup." type:"existingfile"`
	Force bool   `help:"Replace the record that is there."`
	dbFlag
}

// Run restores; a record that is there stays unless --force is given.
func (cmd *restoreCmd) Run(ctx context.Context) error {
	if _, err := os.Stat(cmd.DB); !errors.Is(err, fs.ErrNotExist) && !cmd.Force {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "restore to " + cmd.DB, Message: "there is a record already; back it up and give --force, or another --db"}
	}
	return sqlite.Restore(ctx, cmd.File, cmd.DB)
}

// verifyCmd checks the record.
type verifyCmd struct {
	dbFlag
}

// Run prints what does not hold; then the exit status is not 0.
func (cmd *verifyCmd) Run(ctx context.Context, c *console) error {
	r, db, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	wrong, err := db.Check(ctx)
	for _, w := range wrong {
		fmt.Fprintln(c.stdout, "database:", w)
	}
	found := len(wrong)
	if err == nil {
		err = r.Verify(ctx, func(p record.Problem) bool {
			found++
			fmt.Fprintf(c.stdout, "%s: %s\n", p.Of, p.What)
			return ctx.Err() == nil
		})
	}
	if err = errors.Join(err, db.Close()); err == nil && found > 0 {
		err = &rapporteur.Error{Code: rapporteur.Internal, Op: "verify", Message: fmt.Sprintf("%d problems; restore a backup, or remove the reports and add them again", found)}
	}
	return err
}
