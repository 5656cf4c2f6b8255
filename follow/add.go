package follow

import (
	"context"
	"slices"

	"rapporteur/source/feed"
)

// AddAll has the desk follow sources without looking at them, each once, and gives those
// that it did not follow before. What others follow already is asked no more often for it
// than any of them wants. More than the desk may follow are refused, all of them.
func (f *Follower) AddAll(ctx context.Context, sources []Source) (added []Source, err error) {
	err = f.Store.Update(ctx, func(u Update) error {
		have, err := u.Sources()
		if err != nil {
			return err
		}
		added = nil
		for _, s := range sources {
			at := slices.IndexFunc(have, func(o Source) bool { return o.lies(s.Address) })
			if at < 0 {
				at, have = len(have), append(have, f.Desk.begun(s))
			} else if _, there := have[at].At(f.Desk.Name); there {
				continue
			} else {
				have[at].joined(f.Desk.interest(&s))
			}
			if have[at].ID, err = u.PutSource(have[at]); err != nil {
				return err
			}
			own, _ := have[at].At(f.Desk.Name)
			added = append(added, own)
		}
		if most := f.Desk.Most; most > 0 && len(added) > 0 && f.Desk.holds(have) > most {
			return f.Desk.full()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

// begun is a source that nobody has followed before.
func (d Desk) begun(s Source) Source {
	if d.Name != "" {
		s.By = []Interest{d.interest(&s)}
		s.Title = "" // what a desk calls it is the desk's; it says itself what it is called
	}
	return s
}

// joined is join; one that was gone is asked again, as somebody has found it.
func (s *Source) joined(i Interest) {
	if s.join(i); s.Gone {
		s.Gone, s.Due = false, i.Added
	}
}

// elsewhere gives what others follow at an address already, so that its host need not be
// asked what lies there; nil for nothing, and for what the desk follows itself.
func (f *Follower) elsewhere(ctx context.Context, w Wish) (out *Source, err error) {
	err = f.Store.View(ctx, func(v View) error {
		all, err := v.Sources()
		for _, s := range all {
			_, own := s.At(f.Desk.Name)
			if !own && !s.Gone && s.Kind != "" && (w.As == "" || w.As == s.Kind) && s.lies(w.Address) {
				out = &Source{Kind: s.Kind, Address: s.Address, Site: s.Site}
			}
		}
		return err
	})
	return out, err
}

// lies reports whether a source is, or was, at an address.
func (s *Source) lies(address string) bool {
	return sameAddress(s.Address, address) || s.Given != "" && sameAddress(s.Given, address)
}

func sameAddress(a, b string) bool { return a == b || feed.Key(a) == feed.Key(b) }
