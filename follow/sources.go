package follow

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur"
)

// Followed is a source with how many items it has had.
type Followed struct {
	Source
	Count
}

// List gives all that a desk follows, with what came of it.
func List(ctx context.Context, store Store, desk string) (out []Followed, err error) {
	err = store.View(ctx, func(v View) error {
		all, err := v.Sources()
		if err != nil {
			return err
		}
		counts, err := v.Counts()
		out = make([]Followed, 0, len(all))
		for i := range all {
			if s, there := all[i].At(desk); there {
				out = append(out, Followed{s, counts[s.ID]})
			}
		}
		return err
	})
	return out, err
}

// sourcesOf gives the sources that a desk follows, as it has them.
func sourcesOf(v View, desk string) ([]Source, error) {
	all, err := v.Sources()
	var out []Source
	for i := range all {
		if s, there := all[i].At(desk); there {
			out = append(out, s)
		}
	}
	return out, err
}

// Choose gives the sources of a desk that some words mean: a number, an address, or a
// title in full. All are meant where there are no words.
func Choose(ctx context.Context, store Store, desk string, words []string) (out []Source, err error) {
	err = store.View(ctx, func(v View) error {
		all, err := sourcesOf(v, desk)
		if err != nil || len(words) == 0 {
			out = all
			return err
		}
		for _, word := range words {
			found := false
			for _, s := range all {
				if !s.called(word) {
					continue
				}
				found = true
				if !slices.ContainsFunc(out, func(have Source) bool { return have.ID == s.ID }) {
					out = append(out, s)
				}
			}
			if !found {
				return &rapporteur.Error{Code: rapporteur.Invalid, Op: "follow", Message: fmt.Sprintf("nothing that is followed is called %q; rapporteur follow list has the numbers", word)}
			}
		}
		return nil
	})
	return out, err
}

// called reports whether a word means a source.
func (s *Source) called(word string) bool {
	if n, err := strconv.ParseInt(word, 10, 64); err == nil {
		return n == s.ID
	}
	return s.lies(word) || strings.EqualFold(s.Title, word)
}

// Drop has a desk follow sources no longer. Those that nobody else follows are forgotten.
func Drop(ctx context.Context, store Store, desk string, sources []Source) error {
	return store.Update(ctx, func(u Update) error {
		for _, s := range sources {
			now, err := u.Source(s.ID)
			if err != nil {
				return err
			}
			switch {
			case now == nil:
			case now.leave(desk):
				err = u.DropSource(s.ID)
			default:
				_, err = u.PutSource(*now)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Failures gives the items of what a desk follows that were given up or fail, those seen
// last first, so many at most, 0 for all.
func Failures(ctx context.Context, store Store, desk string, limit int) (out []Item, err error) {
	err = store.View(ctx, func(v View) error {
		own, err := sourcesOf(v, desk)
		if err != nil {
			return err
		}
		failed, err := v.Failed(0)
		for _, it := range failed {
			if slices.ContainsFunc(own, func(s Source) bool { return s.ID == it.Source }) && (limit == 0 || len(out) < limit) {
				out = append(out, it)
			}
		}
		return err
	})
	return out, err
}

// Hasten has sources asked at once, also those that fail or said that they are gone. A
// host that asked to be left alone is left alone all the same.
func Hasten(ctx context.Context, store Store, sources []Source, now time.Time) error {
	return store.Update(ctx, func(u Update) error {
		known, err := u.Hosts()
		if err != nil {
			return err
		}
		silent := map[string]Host{}
		for _, h := range known {
			if h.Failures > 0 {
				silent[h.Name] = h
			}
		}
		for _, one := range sources {
			s, err := u.Source(one.ID)
			if err != nil {
				return err
			}
			if s == nil {
				continue
			}
			s.Due, s.Gone = now, false
			if _, err := u.PutSource(*s); err != nil {
				return err
			}
			if h, ok := silent[hostOf(s.Address)]; ok {
				h.Free, h.Unreachable, h.Failures = now, false, 0
				if err := u.PutHost(h); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
