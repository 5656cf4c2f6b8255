package feed

import (
	"html"
	"net/url"
	"slices"
	"strings"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/rss"
)

// listed is an item before it is settled by what it is known.
type listed struct {
	Item
	// own are its words in the list, as HTML; permalink is the address that its guid is.
	own, permalink string
	// fragment is what its link has behind "#".
	fragment string
	// linked says that it has a link, if one that leads to no page.
	linked bool
}

// ownWords are what a list has of an item.
func ownWords(it *gofeed.Item) string {
	if it.Content != "" {
		return it.Content
	}
	return it.Description
}

// permalink is the address that the guid of an item is said to be, "" where it is none
// (RSS 2.0: it is one unless it says otherwise).
func permalink(f *gofeed.Feed, i int, base *url.URL) string {
	of, ok := f.OriginalFeed().(*rss.Feed)
	if !ok || i >= len(of.Items) || of.Items[i].GUID == nil || strings.EqualFold(of.Items[i].GUID.IsPermalink, "false") {
		return ""
	}
	guid := strings.TrimSpace(of.Items[i].GUID.Value)
	if !strings.HasPrefix(guid, "http://") && !strings.HasPrefix(guid, "https://") {
		return ""
	}
	return resolved(base, guid)
}

// settled gives each item of a list once: by its guid where its outlet gives several items
// one link, by its address where it gives several one guid. What has neither is its own
// words, at least its title.
func settled(all []listed) []Item {
	withoutCommonGUIDs(all)
	fragmentGUIDs(all)
	tellApart(all)
	out := make([]Item, 0, len(all))
	for _, it := range all {
		if it.Address == "" {
			if it.Content = it.own; strings.TrimSpace(it.Content) == "" && !it.linked {
				it.Content = html.EscapeString(it.Title)
			}
		}
		if it.Address != "" || it.Content != "" {
			out = append(out, it.Item)
		}
	}
	return distinct(out)
}

// withoutCommonGUIDs takes away what more than one item is known by.
func withoutCommonGUIDs(items []listed) {
	count := map[string]int{}
	for i := range items {
		count[items[i].GUID]++
	}
	for i := range items {
		if count[items[i].GUID] > 1 {
			items[i].GUID, items[i].permalink = "", ""
		}
	}
}

// fragmentGUIDs makes the part of a page to which an item's link leads what it is known by
// where its outlet gives it no guid: "https://echo.example/2031#item7".
func fragmentGUIDs(items []listed) {
	for i := range items {
		if it := &items[i]; it.GUID == "" && it.Address != "" && it.fragment != "" {
			it.GUID = it.Address + "#" + it.fragment
		}
	}
}

// tellApart tells items of one link apart: where it leads to parts of a page by the parts,
// else by their guids and titles.
func tellApart(items []listed) {
	groups := map[string][]int{}
	for i := range items {
		if items[i].Address != "" {
			groups[Key(items[i].Address)] = append(groups[Key(items[i].Address)], i)
		}
	}
	for key, group := range groups {
		rest := partsOfPage(items, key, group)
		rest = slices.DeleteFunc(rest, func(i int) bool { return items[i].GUID == "" })
		sharePage(items, key, rest)
	}
}

// partsOfPage gives items their own words whose links lead to parts of one page, as the page
// is none of theirs alone, and returns the items that are left. What says the same as another
// of them is listed twice.
func partsOfPage(items []listed, key string, group []int) (rest []int) {
	parts, first := map[string]bool{}, map[string]string{}
	for _, i := range group {
		parts[items[i].fragment] = true
	}
	if len(parts) < 2 {
		return group
	}
	for _, i := range group {
		it := &items[i]
		says := strings.Join([]string{it.Title, it.own, it.Published.String()}, "\x00")
		if guid, twice := first[says]; twice {
			it.GUID, it.permalink = guid, ""
		}
		switch {
		case it.fragment == "":
			rest = append(rest, i)
			continue
		case it.permalink != "" && Key(it.permalink) != key:
			it.Address = it.permalink
		case strings.TrimSpace(it.own) == "":
			it.Address, it.own = "", html.EscapeString(it.Title)
		default:
			it.Address = ""
		}
		first[says] = it.GUID
	}
	return rest
}

// sharePage tells items of one link apart that have guids and titles of their own: a guid that
// is a permalink is the address; of the others the last one, which was there first, has the
// page, and the rest their own words.
func sharePage(items []listed, key string, group []int) {
	titles := map[string]bool{}
	for _, i := range group {
		titles[items[i].Title] = true
	}
	if len(titles) < len(group) || len(group) < 2 {
		return // listed twice
	}
	taken := slices.ContainsFunc(group, func(i int) bool { return Key(items[i].permalink) == key })
	for _, i := range slices.Backward(group) {
		switch it := &items[i]; {
		case it.permalink != "" && Key(it.permalink) != key:
			it.Address = it.permalink
		case Key(it.permalink) == key:
		case !taken:
			taken = true
		case strings.TrimSpace(it.own) != "":
			it.Address = ""
		}
	}
}

// distinct keeps the first of the items that have one address.
func distinct(items []Item) []Item {
	seen := map[string]bool{}
	return slices.DeleteFunc(items, func(it Item) bool {
		key := it.Key()
		twice := seen[key]
		seen[key] = true
		return twice
	})
}
