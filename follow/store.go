package follow

import (
	"cmp"
	"context"
	"time"
)

// Store keeps what is followed and what was seen of it.
type Store interface {
	// View shows the store as it is at one moment.
	View(ctx context.Context, do func(View) error) error
	// Update changes the store: all of what do does or nothing.
	Update(ctx context.Context, do func(Update) error) error
}

// View is what can be asked of a store.
type View interface {
	// Sources gives all, by their numbers.
	Sources() ([]Source, error)
	// Source gives one by its number, nil where there is none.
	Source(id int64) (*Source, error)
	// Items gives those of some keys, by their keys.
	Items(keys ...string) ([]Item, error)
	// ByGUID gives items of a source by their guids, by their keys.
	ByGUID(source int64, guids ...string) ([]Item, error)
	// Dues gives the hosts of which items are, or will be, due, and when the first one is.
	Dues() (map[string]time.Time, error)
	// Due gives items of a host that are due, those that were due first first.
	Due(host string, at time.Time, limit int) ([]Item, error)
	// Counts counts the items of each source.
	Counts() (map[int64]Count, error)
	// Failed gives items that were given up or fail, those seen last first.
	Failed(limit int) ([]Item, error)
	// Hosts gives all, by name.
	Hosts() ([]Host, error)
	// Pages gives the pages that were kept of a report or an address, the first first.
	Pages(of string) ([]Page, error)
}

// Update is what can be changed in a store.
type Update interface {
	View
	// PutSource changes the source of that number, or adds one where the number is 0, and
	// gives its number; numbers are never given twice.
	PutSource(s Source) (int64, error)
	// DropSource drops a source with its items. Pages that were kept stay.
	DropSource(id int64) error
	// PutItem adds an item, or changes the one of that key.
	PutItem(i Item) error
	// DropItems drops the items that no list has had since a time and that nothing is due of.
	DropItems(listedBefore time.Time) error
	// Forget has nothing more be due of the items of reports, and drops their pages.
	Forget(reports ...string) error
	// PutHost adds a host, or changes the one of that name.
	PutHost(h Host) error
	// PutPage keeps a page.
	PutPage(p Page) error
}

// Source is what somebody follows.
type Source struct {
	ID   int64 `json:"id"`
	Kind Kind  `json:"kind,omitempty"` // empty until it was asked the first time
	// Address is where it is now, Given where it was when it was added, if it has moved.
	Address string `json:"address"`
	Given   string `json:"given,omitempty"`
	Title   string `json:"title,omitempty"`
	Site    string `json:"site,omitempty"`
	// Outlet is who publishes its reports, where a person said so.
	Outlet string `json:"outlet,omitempty"`
	// Every is how often it is asked, if it does not want to be asked less often.
	Every time.Duration `json:"every"`
	// Wants is how often its list says that it may be asked.
	Wants time.Duration `json:"wants,omitempty"`
	// Keep says that pages are kept as they were.
	Keep  bool      `json:"keep,omitempty"`
	Added time.Time `json:"added"`
	// By are the desks that follow it; where there are none, it is on the list that is
	// everybody's. Every is then the least that one of them wants, Keep what any does.
	By []Interest `json:"by,omitempty"`
	// Checked is when it was last asked, Answered when it last answered well, Due when it
	// is to be asked again.
	Checked  time.Time `json:"checked,omitzero"`
	Answered time.Time `json:"answered,omitzero"`
	Due      time.Time `json:"due,omitzero"`
	ETag     string    `json:"etag,omitempty"`
	Modified string    `json:"modified,omitempty"`
	// Failures counts how often in a row it failed, Problem is why.
	Failures int    `json:"failures,omitempty"`
	Problem  string `json:"problem,omitempty"`
	// Gone says that it is not asked any more: it said that it is gone for good.
	Gone bool `json:"gone,omitempty"`
}

// State is how far an item has come.
type State string

// The states of items.
const (
	Waiting State = "waiting"
	Done    State = "done"
	Failed  State = "failed"
	// Old is what was there before the list was followed and is no news.
	Old State = "old"
)

// Item is one report of a source.
type Item struct {
	// Key is what it is known by, over all sources (feed.Key).
	Key     string `json:"key"`
	Source  int64  `json:"source"`
	Host    string `json:"host,omitempty"`
	GUID    string `json:"guid,omitempty"`
	Address string `json:"address,omitempty"`
	Title   string `json:"title,omitempty"`
	// Published is when the list says that it was published.
	Published time.Time `json:"published,omitzero"`
	// Content is what the list has of it, where it has no page.
	Content string `json:"content,omitempty"`
	State   State  `json:"state"`
	// Seen is when it was first listed, Listed when last (to a day), Due when its page is
	// to be asked for, zero if not any more.
	Seen     time.Time `json:"seen"`
	Listed   time.Time `json:"listed"`
	Due      time.Time `json:"due,omitzero"`
	Tries    int       `json:"tries,omitempty"`
	ETag     string    `json:"etag,omitempty"`
	Modified string    `json:"modified,omitempty"`
	// Text is the id of the text that was last read, Report that of the report on the
	// record, Revisions how often it was revised.
	Text      string `json:"text,omitempty"`
	Report    string `json:"report,omitempty"`
	Revisions int    `json:"revisions,omitempty"`
	Problem   string `json:"problem,omitempty"`
}

// Link is where an item lies, or what it is known by where it has no address.
func (it *Item) Link() string { return cmp.Or(it.Address, it.Key) }

// Count counts items of a source.
type Count struct {
	Items   int `json:"items"`
	Waiting int `json:"waiting"`
	Failed  int `json:"failed"`
}

// Host is a server, by scheme, name and port.
type Host struct {
	Name string `json:"name"`
	// Free is when it may be asked again.
	Free time.Time `json:"free,omitzero"`
	// Robots is its robots.txt as of Fetched; Unreachable says that it could not be had.
	Robots      string    `json:"robots,omitempty"`
	Fetched     time.Time `json:"fetched,omitzero"`
	Unreachable bool      `json:"unreachable,omitempty"`
	// Failures counts how often in a row nobody answered.
	Failures int `json:"failures,omitempty"`
}

// Page is a page as it was when it was read, for evidence.
type Page struct {
	Report  string    `json:"report"`
	Address string    `json:"address"`
	Fetched time.Time `json:"fetched"`
	// Type is the media type that the server gave.
	Type string `json:"type,omitempty"`
	Body []byte `json:"-"`
}
