package service

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"rapporteur"
)

// LastBriefs is when a reader was last briefed, by record and subject. It stands in the
// reader's own folder of settings, beside no record: a record has many readers.
type LastBriefs struct {
	// At is the time of the last brief, zero where there was none.
	At   time.Time
	file string
	key  string
	all  map[string]time.Time
}

// OpenLastBriefs reads when this reader was last briefed from a record about a subject.
func OpenLastBriefs(record, about string) (LastBriefs, error) {
	const op = "brief --since last"
	dir, err := os.UserConfigDir()
	if err != nil {
		return LastBriefs{}, &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "there is no folder to keep the time of the last brief in; set HOME, or give a day", Err: err}
	}
	if full, err := filepath.Abs(record); err == nil {
		record = full
	}
	l := LastBriefs{file: filepath.Join(dir, "rapporteur", "briefs.json"), key: record + " " + about, all: map[string]time.Time{}}
	data, err := os.ReadFile(l.file)
	if errors.Is(err, fs.ErrNotExist) {
		return l, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &l.all)
	}
	if err != nil {
		return LastBriefs{}, &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "cannot read " + l.file + "; mend or remove it, or give a day", Err: err}
	}
	l.At = l.all[l.key]
	return l, nil
}

// Keep remembers that the reader was briefed at a time; without a file it does nothing.
func (l *LastBriefs) Keep(at time.Time) error {
	if l.file == "" {
		return nil
	}
	l.all[l.key] = at
	data, err := json.MarshalIndent(l.all, "", "  ")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(l.file), 0o700)
	}
	if err == nil {
		err = os.WriteFile(l.file+".new", data, 0o600)
	}
	if err == nil {
		err = os.Rename(l.file+".new", l.file)
	}
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "brief --since last", Message: "the brief is written, but not when it was: the next one will begin where this one did", Err: err}
	}
	return nil
}
