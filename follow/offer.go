package follow

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/source/feed"
	"rapporteur/source/fetch"
	"rapporteur/source/robots"
)

// Wish is what somebody wants to follow.
type Wish struct {
	// Address is that of a feed, a sitemap, a page, a site, or a folder.
	Address string
	// As is the kind that it is to be followed as; empty is whatever it is.
	As            Kind
	Title, Outlet string
	Every         time.Duration
	Keep          bool
	// All follows all feeds that a page offers, where there are several.
	All bool
}

// Found is what a wish came to.
type Found struct {
	Added []Source
	// Others are feeds that the page offers as well.
	Others []feed.Offer
}

// Add looks at what lies at an address and follows it: a feed or a sitemap, the feed that
// a page offers, or the page itself where it lists reports. A host is asked with pauses.
func (f *Follower) Add(ctx context.Context, w Wish) (*Found, error) {
	if info, err := os.Stat(w.Address); err == nil && info.IsDir() && w.As == "" || w.As == Folder {
		return f.addFolder(ctx, w)
	}
	address, err := w.address()
	if err != nil {
		return nil, err
	}
	w.Address = address
	out, err := f.discover(ctx, w)
	if err != nil {
		return nil, named("follow add "+w.Address, err)
	}
	for i := range out.Added {
		s := &out.Added[i]
		s.Outlet, s.Every, s.Keep, s.Added, s.Due = w.Outlet, w.Every, w.Keep, f.Now(), f.Now()
		if w.Title != "" && len(out.Added) == 1 {
			s.Title = w.Title
		}
	}
	added, err := f.AddAll(ctx, out.Added)
	if err == nil && len(added) == 0 {
		err = &rapporteur.Error{Code: rapporteur.Invalid, Op: "follow add " + w.Address, Message: "it is followed already, as " + out.Added[0].Address}
	}
	out.Added = added
	return out, err
}

// address is what was given as an address of the web; https where no scheme is given.
func (w *Wish) address() (string, error) {
	address := strings.TrimSpace(w.Address)
	if !strings.Contains(address, "://") {
		address = "https://" + strings.TrimPrefix(address, "//")
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || strings.ContainsAny(u.Hostname(), " /") {
		return "", &rapporteur.Error{Code: rapporteur.Invalid, Op: "follow add " + w.Address, Message: "neither an address of the web, such as https://example.org/news, nor a folder"}
	}
	u.Fragment = ""
	return u.String(), nil
}

func (f *Follower) addFolder(ctx context.Context, w Wish) (*Found, error) {
	op := "follow add " + w.Address
	path, err := filepath.Abs(w.Address)
	if err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Err: err}
	}
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "no folder; give one that is there"}
	}
	title := w.Title
	if title == "" {
		title = filepath.Base(path)
	}
	added, err := f.AddAll(ctx, []Source{{Kind: Folder, Address: path, Title: title, Outlet: w.Outlet, Every: w.Every, Added: f.Now(), Due: f.Now()}})
	if err == nil && len(added) == 0 {
		err = &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "the folder is followed already"}
	}
	return &Found{Added: added}, err
}

// looked is what lies at an address.
type looked struct {
	address string
	list    *feed.List
	page    *feed.Page
}

// look fetches what lies at an address, through redirects; the address is where it was
// said to have moved for good.
func (f *Follower) look(ctx context.Context, address string) (*looked, error) {
	at := address
	for forGood, hops := true, 0; hops <= hopsMost; hops++ {
		if hops > 0 {
			if err := f.wait(ctx, time.Second); err != nil {
				return nil, err
			}
		}
		a, err := f.Fetcher.Ask(ctx, fetch.Request{Address: at, Accept: lists})
		if err != nil {
			return nil, err
		}
		if to, moved := a.Moved(); moved {
			forGood = forGood && a.ForGood()
			if at = to; forGood {
				address = to
			}
			continue
		}
		if a.Status != http.StatusOK {
			return nil, status(a)
		}
		out := &looked{address: address}
		contentType := a.Header.Get("Content-Type")
		if out.list, err = feed.Parse(a.Body, contentType, at); errors.Is(err, feed.ErrPage) {
			out.page, err = feed.ReadPage(a.Body, contentType, at)
		}
		return out, err
	}
	return nil, fetch.ErrRedirects
}

// wait waits before the next request.
func (f *Follower) wait(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-f.After(d):
		return nil
	}
}

// discover finds what is to be followed of an address.
func (f *Follower) discover(ctx context.Context, w Wish) (*Found, error) {
	if s, err := f.elsewhere(ctx, w); err != nil || s != nil {
		return &Found{Added: []Source{*cmp.Or(s, &Source{})}}, err
	}
	at, err := f.look(ctx, w.Address)
	switch {
	case err != nil:
		return nil, err
	case at.list != nil:
		if w.As != "" && w.As != at.list.Kind {
			return nil, &rapporteur.Error{Code: rapporteur.Invalid, Message: "it is a " + string(at.list.Kind) + ", no " + string(w.As)}
		}
		return &Found{Added: []Source{sourceOf(at.list, at.address)}}, nil
	case w.As == feed.Section:
		return section(at, 1)
	}
	offers := slices.DeleteFunc(slices.Clone(at.page.Offers), func(o feed.Offer) bool { return o.Comments })
	if w.As == feed.Sitemap {
		offers = nil
	}
	if w.All && len(offers) > 0 {
		out := &Found{}
		for _, o := range offers {
			out.Added = append(out.Added, Source{Address: o.Address, Title: o.Title, Site: at.address})
		}
		return out, nil
	}
	for i, o := range offers[:min(len(offers), 3)] {
		if s, ok := f.offered(ctx, o.Address, w.As); ok {
			return &Found{Added: []Source{s}, Others: slices.Delete(slices.Clone(offers), i, i+1)}, nil
		}
	}
	if s, ok := f.guess(ctx, at, w.As); ok {
		return &Found{Added: []Source{s}}, nil
	}
	if w.As != "" {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Message: "the page offers no " + string(w.As) + "; give the address of one"}
	}
	return section(at, sectionLeast)
}

// offered looks at what a page offers.
func (f *Follower) offered(ctx context.Context, address string, as Kind) (Source, bool) {
	if f.wait(ctx, time.Second) != nil {
		return Source{}, false
	}
	at, err := f.look(ctx, address)
	if err != nil || at.list == nil || as != "" && at.list.Kind != as || len(at.list.Items)+len(at.list.Parts) == 0 {
		return Source{}, false
	}
	return sourceOf(at.list, at.address), true
}

// guess looks where sites usually have their feeds, if it is the page of a site and not of
// one of its sections, and at the sitemaps for news that robots.txt names.
func (f *Follower) guess(ctx context.Context, at *looked, as Kind) (Source, bool) {
	u, err := url.Parse(at.address)
	if err != nil {
		return Source{}, false
	}
	var addresses []string
	if strings.Trim(u.Path, "/") == "" && as != feed.Sitemap {
		addresses = feed.Guesses(at.address)
	}
	if f.wait(ctx, time.Second) != nil {
		return Source{}, false
	}
	if a, err := f.Fetcher.Get(ctx, hostOf(at.address)+"/robots.txt"); err == nil {
		for _, s := range robots.Parse(a.Body, token).Sitemaps {
			if as == feed.Sitemap || strings.Contains(strings.ToLower(s), "news") && strings.Trim(u.Path, "/") == "" {
				addresses = append(addresses, s)
			}
		}
	}
	for _, address := range addresses {
		if s, ok := f.offered(ctx, address, as); ok {
			return s, true
		}
	}
	return Source{}, false
}

// section follows a page itself, if it has so many links that look like reports.
func section(at *looked, least int) (*Found, error) {
	if n := len(at.page.Section.Items); n < least {
		return nil, &rapporteur.Error{Code: rapporteur.Unsupported,
			Message: fmt.Sprintf("no feed, no sitemap of news, and %d links that look like reports; give the address of a feed or of a page that lists reports", n)}
	}
	return &Found{Added: []Source{sourceOf(&at.page.Section, at.address)}}, nil
}

func sourceOf(l *feed.List, address string) Source {
	return Source{Kind: l.Kind, Address: address, Title: l.Title, Site: l.Site}
}

// named gives an error the name of what was done.
func named(op string, err error) error {
	var ours *rapporteur.Error
	if !errors.As(err, &ours) {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: op, Err: err}
	}
	out := *ours
	out.Op = op
	return &out
}
