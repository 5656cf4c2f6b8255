package browser

import (
	"strings"
	"testing"
)

// screen is a page, by a name for its picture.
type screen struct{ name, address string }

// nowhere is the address of no page.
const nowhere = "/nowhere"

// screens are one of every page of the record.
func screens(b *tab) []screen {
	b.Helper()
	first := func(address, css, attribute string) string {
		b.visit(address)
		return b.value(`document.querySelector(` + quoted(css) + `)?.getAttribute(` + quoted(attribute) + `)`)
	}
	meeting := first("/meetings?q=Sandvick", "[data-entry]", "data-entry")
	statement := first("/statements", "[data-entry]", "data-entry")
	return []screen{
		{"today", "/?since=2027-03-20"}, {"meetings", "/meetings"}, {"timeline", "/meetings/timeline"}, {"attendance", "/meetings/attendance"},
		{"meeting", "/meetings/" + meeting}, {"positions", "/positions"}, {"line", first("/positions", "main td a", "href")},
		{"positions-list", "/positions/list"}, {"shifts", "/positions/shifts"}, {"statements", "/statements"}, {"events", "/events"},
		{"evidence-meeting", "/e/" + meeting}, {"evidence-statement", "/e/" + statement},
		{"reports", "/reports"}, {"report", first("/reports", "main td a", "href")}, {"actor", first("/statements", "a.actor", "href")},
		{"network", "/network"}, {"review", "/review"}, {"corrections", "/corrections"}, {"brief", "/brief?since=2027-03-20&until=2027-04-12"},
		{"add", "/add"}, {"dossiers", "/dossiers"}, {"missing", nowhere},
	}
}

func TestScreens(t *testing.T) {
	b := open(t)
	for _, s := range screens(b) {
		if !strings.HasPrefix(s.address, "/") {
			t.Errorf("%s: %q", s.name, s.address)
		}
	}
}
