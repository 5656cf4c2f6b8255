package follow

import (
	"context"
	"fmt"
	"strings"
	"time"

	"rapporteur/source/feed"
)

// learn writes down which items of a list are new, together with the source, so that
// neither is known without the other, and gives their number.
func (r *round) learn(ctx context.Context, res result, s *Source) (fresh int, err error) {
	hosts := map[string]bool{}
	err = r.Store.Update(ctx, func(u Update) error {
		fresh = 0
		l, err := r.lookUp(u, res, s)
		if err != nil {
			return err
		}
		for i := range res.list.Items {
			for _, it := range l.rows(&res.list.Items[i]) {
				if err := u.PutItem(it); err != nil {
					return err
				}
				if it.State == Waiting && it.Seen.Equal(l.now) {
					fresh++
					hosts[it.Host] = true
				}
			}
		}
		if err := r.putHost(u, res.host); err != nil {
			return err
		}
		return renew(u, s)
	})
	if err != nil {
		return 0, err
	}
	r.summary.New += fresh
	for name := range hosts {
		r.host(name).items = true
	}
	return fresh, nil
}

// listing compares a list with what is known.
type listing struct {
	source *Source
	now    time.Time
	// old says that items are no news which do not say when they were published.
	sitemap, first bool
	// known are items by key, guids those of the source by guid, listed the keys of the list.
	known, guids map[string]*Item
	listed       map[string]bool
}

// lookUp gets what is known of the items of a list.
func (r *notes) lookUp(v View, res result, s *Source) (*listing, error) {
	l := &listing{source: s, now: r.Now(), sitemap: res.list.Kind == feed.Sitemap, first: res.first,
		known: map[string]*Item{}, guids: map[string]*Item{}, listed: map[string]bool{}}
	var keys, guids []string
	for i := range res.list.Items {
		it := &res.list.Items[i]
		keys = append(keys, itemKey(it, s))
		l.listed[itemKey(it, s)] = true
		if it.GUID != "" {
			guids = append(guids, it.GUID)
		}
	}
	all, err := v.Items(keys...)
	if err != nil {
		return nil, err
	}
	for i := range all {
		l.known[all[i].Key] = &all[i]
	}
	if all, err = v.ByGUID(s.ID, guids...); err != nil {
		return nil, err
	}
	for i := range all {
		l.guids[all[i].GUID] = &all[i]
	}
	return l, nil
}

// itemKey is what an item is known by; what has no address of its own, by what its source
// calls it.
func itemKey(it *feed.Item, s *Source) string {
	if it.Address != "" {
		return it.Key()
	}
	return fmt.Sprintf("%s of %d", it.Key(), s.ID)
}

// again notes that an item which is known is listed.
func (l *listing) again(have *Item) []Item {
	if l.now.Sub(have.Listed) < 24*time.Hour {
		return nil
	}
	have.Listed = l.now
	return []Item{*have}
}

// rows are what is to be written of an item: nothing of one that is known, but once a day
// that it is still listed.
func (l *listing) rows(listed *feed.Item) []Item {
	key := itemKey(listed, l.source)
	if have := l.known[key]; have != nil {
		return l.again(have)
	}
	if have := l.guids[listed.GUID]; have != nil && have.Title == listed.Title && (have.Address == "" || listed.Address == "") {
		return l.again(have) // known by its words, or by its page, when its link was not another's as well
	}
	it := Item{Key: key, Source: l.source.ID, Host: hostOf(listed.Address), GUID: listed.GUID, Address: listed.Address, Title: listed.Title,
		Published: listed.Published, Content: cut(listed.Content), State: Waiting, Seen: l.now, Listed: l.now, Due: l.now}
	l.known[key] = &it
	if have := l.guids[listed.GUID]; have != nil && l.moved(have, listed) {
		return moved(*have, it)
	}
	if l.sitemap && (!it.Published.IsZero() && l.now.Sub(it.Published) > newsDays || it.Published.IsZero() && l.first) {
		it.State, it.Due = Old, time.Time{}
	}
	return []Item{it}
}

// moved reports whether an item is one that is known under another address: it has that
// one's guid and title, and that one is not in the list any more. A guid alone does not
// say so: some outlets give one to everything.
func (l *listing) moved(have *Item, listed *feed.Item) bool {
	return have.Title != "" && have.Title == listed.Title && !l.listed[have.Key]
}

// moved gives the rows of an item that has moved: it is under its new key what it was
// under the old one, which is not asked for any more.
func moved(have, it Item) []Item {
	was := have
	was.Due, was.State = time.Time{}, Old
	if have.State == Done {
		was.State = Done
	}
	have.Key, have.Host, have.Address, have.Listed, have.ETag, have.Modified = it.Key, it.Host, it.Address, it.Listed, "", ""
	return []Item{was, have}
}

// contentLargest is how much of an item without a page is kept, in bytes.
const contentLargest = 256 << 10

func cut(s string) string { return strings.ToValidUTF8(s[:min(len(s), contentLargest)], "") }
