package export

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"rapporteur/follow"
)

// Follows lists what is followed, and how it goes.
func Follows(all []follow.Followed, now time.Time) *Listing {
	l := &Listing{Columns: []string{"number", "kind", "title", "address", "outlet", "items", "waiting", "failed", "answered", "due", "failures", "problem"},
		None: "Nothing is followed; `rapporteur follow add` begins to."}
	for i := range all {
		f := &all[i]
		l.Values = append(l.Values, f)
		l.Rows = append(l.Rows, []string{strconv.FormatInt(f.ID, 10), string(f.Kind), f.Title, f.Address, f.Outlet, strconv.Itoa(f.Items), strconv.Itoa(f.Waiting), strconv.Itoa(f.Failed),
			stamp(f.Answered), stamp(f.Due), strconv.Itoa(f.Failures), f.Problem})
		l.Items = append(l.Items, Item{Entry: strconv.FormatInt(f.ID, 10), Head: facts(FollowName(&f.Source), string(f.Kind), f.Address, itemsOf(f), followStanding(&f.Source, now))})
	}
	return l
}

// FollowName is what a source is called: its title, else its address.
func FollowName(s *follow.Source) string {
	if s.Title != "" {
		return s.Title
	}
	return s.Address
}

func itemsOf(f *follow.Followed) string {
	out := fmt.Sprintf("%d items", f.Items)
	if f.Waiting > 0 {
		out += fmt.Sprintf(", %d to fetch", f.Waiting)
	}
	if f.Failed > 0 {
		out += fmt.Sprintf(", %d given up", f.Failed)
	}
	return out
}

// followStanding says how a source does.
func followStanding(s *follow.Source, now time.Time) string {
	next := "next " + stamp(s.Due)
	if !s.Due.After(now) {
		next = "due now"
	}
	switch {
	case s.Gone:
		return "not asked any more: " + s.Problem
	case s.Problem != "":
		return fmt.Sprintf("fails (%d): %s; %s", s.Failures, s.Problem, next)
	case s.Answered.IsZero():
		return "not asked yet"
	}
	return "answered " + stamp(s.Answered) + "; " + next
}

// FollowItemName is what an item is called: its title and where it lies.
func FollowItemName(it *follow.Item) string { return strings.TrimSpace(it.Title + " " + it.Link()) }

// FollowFailures lists items that were given up, or fail.
func FollowFailures(items []follow.Item) *Listing {
	l := &Listing{Columns: []string{"seen", "state", "address", "title", "tries", "problem"}, None: "No item has failed."}
	for i := range items {
		it := &items[i]
		address := it.Link()
		l.Values = append(l.Values, it)
		l.Rows = append(l.Rows, []string{stamp(it.Seen), string(it.State), address, it.Title, strconv.Itoa(it.Tries), it.Problem})
		l.Items = append(l.Items, Item{Head: facts(stamp(it.Seen), it.Title, address, string(it.State), it.Problem)})
	}
	return l
}
