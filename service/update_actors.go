package service

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// TableChange is what an update does with one row of a source.
type TableChange = knowledge.Change

// UpdateActors brings a folder of a user's tables up to what a file says of the holders
// of offices, and tells what that changes. With dry it only tells. Nothing is written
// that could not be read again, and the user's own rows stay.
func UpdateActors(file, folder string, dry bool) ([]TableChange, error) {
	var have *knowledge.Addition
	tables := Tables{}
	switch entries, err := os.ReadDir(folder); {
	case err == nil && len(entries) > 0:
		tables.Actors = []string{folder}
		if have, err = knowledge.Open(folder); err != nil {
			return nil, err
		}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "actors update --into " + folder, Message: "cannot be read; give a folder of tables, or one that is to be made", Err: err}
	}
	base, err := tables.Knowledge()
	if err != nil {
		return nil, err
	}
	rows, err := knowledge.HolderRows(base, file)
	if err != nil {
		return nil, err
	}
	update, err := knowledge.NewUpdate(base, have)
	if err != nil {
		return nil, err
	}
	update.Take(rows)
	files, err := update.Files(have)
	if err != nil || dry {
		return update.Changes, err
	}
	return update.Changes, writeTables(folder, files)
}

// writeTables writes tables beside those that are there and puts them in their place.
func writeTables(folder string, files map[string]string) error {
	failed := func(err error) error {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "actors update --into " + folder, Message: "cannot be written to", Err: err}
	}
	if len(files) == 0 {
		return nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return failed(err)
	}
	for name, text := range files {
		part := filepath.Join(folder, name+".part")
		if err := os.WriteFile(part, []byte(text), 0o644); err != nil {
			return failed(err)
		}
		if err := os.Rename(part, filepath.Join(folder, name)); err != nil {
			return failed(err)
		}
	}
	return nil
}
