package follow

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// settles is how long a file must not have changed to be taken: it may still be written.
const settles = 2 * time.Second

// folders looks for files that are new or have changed in the folders that are due.
func (r *notes) folders(ctx context.Context) error {
	for id := range r.sources {
		s := r.sources[id]
		if s.Kind != Folder || s.Gone || s.Due.After(r.Now()) {
			continue
		}
		r.checked[id] = true
		files, err := filesIn(s.Address, r.Now())
		if err != nil {
			if err := r.failing(ctx, s, err, 0); err != nil {
				return err
			}
			continue
		}
		if err := r.folder(ctx, s, files); err != nil {
			return err
		}
	}
	return nil
}

// file is a file with its state: what it was when it was read is known again by it.
type file struct{ path, stamp string }

// filesIn gives the files in a folder in the order of names, but for those whose names
// begin with a dot, and those that may still be written.
func filesIn(root string, now time.Time) (out []file, err error) {
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil && path == root:
			return err
		case err != nil:
			return nil // one folder in it that cannot be read holds up no other
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || !d.Type().IsRegular():
			return nil
		}
		info, err := d.Info()
		if err == nil && now.Sub(info.ModTime()) >= settles {
			out = append(out, file{path, fmt.Sprint(info.Size(), " ", info.ModTime().UnixNano())})
		}
		return nil // one that has just gone is none
	})
	return out, err
}

// folder takes what is new in a folder, a file at a time.
func (r *notes) folder(ctx context.Context, s *Source, files []file) error {
	fresh := 0
	for some := range slices.Chunk(files, 500) {
		known := map[string]Item{}
		err := r.Store.View(ctx, func(v View) error {
			var keys []string
			for _, f := range some {
				keys = append(keys, keyOf(f.path))
			}
			all, err := v.Items(keys...)
			for _, it := range all {
				known[it.Key] = it
			}
			return err
		})
		if err != nil {
			return err
		}
		for _, f := range some {
			it, have := known[keyOf(f.path)]
			if have && it.ETag == f.stamp {
				continue
			}
			if r.full[s.ID] != nil {
				break
			}
			fresh++
			if err := r.file(ctx, s, f, it); err != nil {
				return err
			}
		}
	}
	now := r.Now()
	r.summary.Sources++
	if fresh == 0 {
		r.summary.Unchanged++
	}
	s.Checked, s.Answered, s.Failures, s.Problem = now, now, 0, ""
	s.Due = now.Add(max(s.Every, soonest))
	r.Tell(Event{Source: s, New: fresh, Outcome: "answered"})
	if r.full[s.ID] != nil {
		s.Due, s.Problem = r.tomorrow(), r.full[s.ID].Error()
	}
	return r.Store.Update(ctx, func(u Update) error { return renew(u, s) })
}

// keyOf is what a file is known by.
func keyOf(path string) string { return "file " + path }

// file takes a file that is new or has changed.
func (r *notes) file(ctx context.Context, s *Source, f file, it Item) error {
	now := r.Now()
	if it.Key == "" {
		it = Item{Key: keyOf(f.path), Source: s.ID, Title: filepath.Base(f.path), Seen: now}
		r.summary.New++
	} else {
		it.Revisions++
	}
	taken, err := r.TakeFile(ctx, f.path, s.Desks())
	if err != nil {
		return err
	}
	it.State, it.Listed, it.ETag, it.Problem = Done, now, f.stamp, ""
	for _, t := range taken {
		r.tell(s, &it, t)
		if t.Err != nil {
			it.Problem = t.Err.Error()
			if overQuota(t.Err) {
				it.ETag, r.full[s.ID] = "", t.Err // it is taken again, from where that ended
			}
		} else if it.Report == "" {
			it.Report = t.Report
		}
	}
	switch {
	case r.full[s.ID] != nil:
		it.State = Waiting
	case it.Problem != "" && !slices.ContainsFunc(taken, func(t Taken) bool { return t.Err == nil }):
		it.State = Failed
	}
	return r.Store.Update(ctx, func(u Update) error { return u.PutItem(it) })
}
