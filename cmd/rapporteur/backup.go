package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/store"
	"rapporteur/store/sqlite"
)

// backupCmd copies the record to a new file.
type backupCmd struct {
	File string `arg:"" help:"The new file." type:"path"`
	dbFlag
}

// Run writes the copy and says what is in it; others may use the record at the
// same time.
func (cmd *backupCmd) Run(ctx context.Context, c *terminal.Console) error {
	if err := store.OnlyFiles("backup", string(cmd.DB), "PostgreSQL backs its databases up itself (pg_dump, pg_basebackup); `rapporteur move` copies the record to a file"); err != nil {
		return err
	}
	db, err := sqlite.Open(ctx, string(cmd.DB), sqlite.Read)
	if err != nil {
		return err
	}
	info, err := db.Backup(ctx, cmd.File)
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	return c.Say("backed up to %s: %s", cmd.File, info)
}

// restoreCmd puts a backup in the place of the record.
type restoreCmd struct {
	File  string `arg:"" help:"The backup." type:"path"`
	Force bool   `help:"Replace the record that is there."`
	dbFlag
}

// Run restores; a record that is there stays unless --force is given.
func (cmd *restoreCmd) Run(ctx context.Context, c *terminal.Console) error {
	if err := store.OnlyFiles("restore to", string(cmd.DB), "PostgreSQL restores its databases itself (pg_restore); `rapporteur move` copies a file to an empty one"); err != nil {
		return err
	}
	info, err := sqlite.Inspect(ctx, cmd.File)
	if err != nil {
		return err
	}
	if _, err := os.Stat(string(cmd.DB)); !errors.Is(err, fs.ErrNotExist) && !cmd.Force {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "restore to " + string(cmd.DB),
			Message: fmt.Sprintf("there is a record already (the backup has %s); back it up and give --force, or another --db", info)}
	}
	done, err := sqlite.Restore(ctx, cmd.File, string(cmd.DB))
	if err != nil {
		return err
	}
	_ = c.Say("restored %s: %s", cmd.DB, done.Info)
	if done.Kept != "" {
		_ = c.Say("the record that was there could not be opened; it is kept as %s", done.Kept)
	}
	return nil
}
