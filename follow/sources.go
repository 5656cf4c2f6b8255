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

// List gives all that is followed, with what came of it.
func List(ctx context.Context, store Store) (out []Followed, err error) {
	err = store.View(ctx, func(v View) error {
		all, err := v.Sources()
		if err != nil {
			return err
		}
		counts, err := v.Counts()
		out = make([]Followed, 0, len(all))
		for _, s := range all {
			out = append(out, Followed{s, counts[s.ID]})
		}
		return err
	})
	return out, err
}

// Choose gives the sources that some words mean: a number, an address, or a title in
// full. All are meant where there are no words.
func Choose(ctx context.Context, store Store, words []string) (out []Source, err error) {
	err = store.View(ctx, func(v View) error {
		all, err := v.Sources()
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
	return sameAddress(s.Address, word) || s.Given != "" && sameAddress(s.Given, word) || strings.EqualFold(s.Title, word)
}

// Drop follows sources no longer.
func Drop(ctx context.Context, store Store, sources []Source) error {
	return store.Update(ctx, func(u Update) error {
		for _, s := range sources {
			if err := u.DropSource(s.ID); err != nil {
				return err
			}
		}
		return nil
	})
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
		for _, s := range sources {
			s.Due, s.Gone = now, false
			if _, err := u.PutSource(s); err != nil {
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
