package sqlite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// disk changes the names of files. Tests make it fail, or die, before any step.
type disk struct {
	// before is called with each step and its path, where it is not nil; an error
	// keeps the step from being taken.
	before func(step, path string) error
}

func (d disk) step(name, path string, do func() error) error {
	if d.before != nil {
		if err := d.before(name, path); err != nil {
			return err
		}
	}
	return do()
}

// rename gives a file a name, in place of what had it, and has that written to the
// disk.
func (d disk) rename(from, to string) error {
	err := d.step("rename", to, func() error { return os.Rename(from, to) })
	if err != nil {
		return err
	}
	return d.syncFolder(to)
}

// link gives a file a second name, which must be free.
func (d disk) link(from, to string) error {
	err := d.step("link", to, func() error { return os.Link(from, to) })
	if err != nil {
		return err
	}
	return d.syncFolder(to)
}

// remove deletes a file if it is there.
func (d disk) remove(path string) error {
	return d.step("remove", path, func() error {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// sync has the content of a file written to the disk.
func (d disk) sync(path string) error {
	return d.step("sync", path, func() error {
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}

// syncFolder has the names in the folder of a path written to the disk, where the
// system can do that.
func (d disk) syncFolder(path string) error {
	return d.step("sync folder", path, func() error {
		f, err := os.Open(filepath.Dir(path))
		if err != nil {
			return err
		}
		_ = f.Sync() // some systems cannot, and then do it in their own time
		return f.Close()
	})
}

// removeRecord deletes a database with the files that SQLite keeps beside it.
func (d disk) removeRecord(path string) error {
	var errs []error
	for _, end := range []string{"-wal", "-shm", "-journal", ""} {
		errs = append(errs, d.remove(path+end))
	}
	return errors.Join(errs...)
}

// removeStale deletes what earlier runs that died have left, by the beginning of
// the name.
func (d disk) removeStale(prefix string) error {
	left, err := filepath.Glob(escapeGlob(prefix) + "*")
	for _, path := range left {
		err = errors.Join(err, d.remove(path))
	}
	return err
}

// escapeGlob makes a path match itself alone.
func escapeGlob(path string) string {
	out := make([]rune, 0, len(path))
	for _, r := range path {
		if r == '*' || r == '?' || r == '[' || r == '\\' {
			out = append(out, '[', r, ']')
			continue
		}
		out = append(out, r)
	}
	return string(out)
}
