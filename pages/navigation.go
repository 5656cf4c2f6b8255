package pages

import (
	"net/url"
	"strings"
)

// place is a page that the navigation leads to.
type place struct {
	Path, Name string
	// Key goes there, pressed after g.
	Key string
}

// places are in the order of the navigation.
var places = []place{
	{"/", "Today", "t"},
	{"/meetings", "Meetings", "m"},
	{"/positions", "Positions", "p"},
	{"/statements", "Statements", "s"},
	{"/events", "Events", "e"},
	{"/reports", "Reports", "r"},
	{"/network", "Network", "n"},
	{"/map", "Map", "w"},
	{"/review", "Review", "v"},
	{"/brief", "Brief", "b"},
	{"/add", "Add", "a"},
	{"/dossiers", "Dossiers", "d"},
	{"/alerts", "Alerts", "l"},
	{"/sources", "Sources", "o"},
}

// placeLink is a place as it is shown on a page.
type placeLink struct {
	place
	Address string
	Here    bool
}

// sticky are the conditions that are kept from page to page: the part of the record
// that a reader works on, and the day as of which.
type sticky struct{ Dossier, AsOf string }

func stickyOf(q url.Values) sticky { return sticky{q.Get("dossier"), q.Get("as_of")} }

// values are the conditions as they stand in an address.
func (s sticky) values() url.Values {
	out := url.Values{}
	if s.Dossier != "" {
		out.Set("dossier", s.Dossier)
	}
	if s.AsOf != "" {
		out.Set("as_of", s.AsOf)
	}
	return out
}

// on is an address with the conditions that are kept.
func (s sticky) on(address string) string {
	kept := s.values().Encode()
	switch {
	case kept == "":
		return address
	case strings.Contains(address, "?"):
		return address + "&" + kept
	}
	return address + "?" + kept
}

// linksTo leads to every place under the conditions that are kept.
func linksTo(here string, kept sticky) []placeLink {
	var out []placeLink
	for _, p := range places {
		out = append(out, placeLink{p, addressOf(p.Path, kept.values()), p.Path == here})
	}
	return out
}

// addressOf is a path with what is asked.
func addressOf(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}
