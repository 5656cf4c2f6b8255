package service

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"rapporteur/record"
	"rapporteur/source/archive"
)

// Archive is a file of many reports on its way to the record.
type Archive struct {
	Name string
	// id is the same for the same bytes, wherever they lie.
	id    string
	ended atomic.Bool
}

// end says that all of it was given.
func (a *Archive) end() {
	if a != nil {
		a.ended.Store(true)
	}
}

// identify takes an archive for the same by its size and its beginning.
func (a *Archive) identify() error {
	f, err := os.Open(a.Name)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // nothing was written
	sum := sha256.New()
	if _, err := io.CopyN(sum, f, 64<<10); err != nil && err != io.EOF {
		return err
	}
	a.id = fmt.Sprintf("%s-%d", hex.EncodeToString(sum.Sum(nil)[:12]), sizeOf(a.Name))
	return nil
}

// Bookmarks are how far archives have been put on a record, in a file beside it. Without
// the file they are gone through from the beginning, and nothing else is lost.
type Bookmarks struct {
	path string
	mu   sync.Mutex
	all  map[string]bookmark
	// open are the archives of this run.
	open []*Archive
}

// bookmark is how far one archive has been put on the record.
type bookmark struct {
	Name string `json:"name"`
	At   string `json:"at"`
	// Report is the last one that came from it: a record that does not have it is
	// another one.
	Report string `json:"report"`
}

// BookmarksOf reads the bookmarks of a file. One that cannot be read has none.
func BookmarksOf(path string) *Bookmarks {
	out := &Bookmarks{path: path, all: map[string]bookmark{}}
	if data, err := os.ReadFile(path); err == nil {
		_ = json.Unmarshal(data, &out.all) // whoever edited it begins anew
	}
	return out
}

// Resume says from where an archive is to be gone on with.
func (b *Bookmarks) Resume(ctx context.Context, r *record.Record, a *Archive) archive.Position {
	if a.identify() != nil {
		return archive.Position{} // who opens it says what is wrong with it
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.open = append(b.open, a)
	mark, found := b.all[a.id]
	if !found {
		return archive.Position{}
	}
	at, err := archive.ParsePosition(mark.At)
	if err != nil {
		return archive.Position{}
	}
	if _, err := r.Report(ctx, mark.Report); err != nil {
		return archive.Position{}
	}
	return at
}

// Forget makes an archive be gone through from its beginning.
func (b *Bookmarks) Forget(a *Archive) {
	if a.identify() != nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.open = append(b.open, a)
	delete(b.all, a.id)
}

// put notes how far archives came, by what was written down last of each.
func (b *Bookmarks) put(written []Arrival) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	changed := false
	for _, one := range written {
		if one.archive == nil || one.archive.id == "" {
			continue
		}
		mark := b.all[one.archive.id]
		mark.Name, mark.At = one.archive.Name, one.next.String()
		if one.Err == nil && one.Report != nil {
			mark.Report = one.Report.ID
		}
		b.all[one.archive.id], changed = mark, true
	}
	if !changed {
		return nil
	}
	return b.save()
}

// close forgets the archives that came to their end.
func (b *Bookmarks) close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	changed := false
	for _, a := range b.open {
		if _, marked := b.all[a.id]; marked && a.ended.Load() {
			delete(b.all, a.id)
			changed = true
		}
	}
	if !changed {
		return nil
	}
	return b.save()
}

// save writes the file anew beside itself, so that at every moment one is there.
func (b *Bookmarks) save() error {
	if len(b.all) == 0 {
		if err := os.Remove(b.path); err != nil && !os.IsNotExist(err) {
			return err
		}
		return nil
	}
	data, err := json.Marshal(b.all)
	if err != nil {
		return err
	}
	next := b.path + ".new"
	if err := os.MkdirAll(filepath.Dir(b.path), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(next, data, 0o600); err != nil {
		return err
	}
	return os.Rename(next, b.path)
}
