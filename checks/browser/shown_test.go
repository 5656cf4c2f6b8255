package browser

import (
	"net/http"
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
		{"add", "/add"}, {"dossiers", "/dossiers"}, {"alerts", "/alerts"}, {"missing", nowhere},
	}
}

// shown are the pages of both records, each with its tab.
func shown(t *testing.T, do func(*tab, screen)) {
	t.Helper()
	for record, all := range map[string]func(*tab) []screen{negotiation: screens, towns: func(*tab) []screen { return []screen{{"map", "/map"}} }} {
		b := openOver(t, record)
		for _, s := range all(b) {
			do(b, s)
		}
	}
}

// TestAsData holds that every page leads to the same as data.
func TestAsData(t *testing.T) {
	shown(t, func(b *tab, s screen) {
		b.visit(s.address)
		if s.address == nowhere {
			return
		}
		const link = `document.querySelector("footer.end a[type='application/json']")`
		if name := b.value(link + `.textContent`); name != "This page as data" {
			b.Errorf("%s has no link to its data", s.address)
			return
		}
		address := b.value(link + `.href`)
		a, err := http.Get(address)
		if err != nil {
			b.Fatal(err)
		}
		defer func() { _ = a.Body.Close() }()
		if a.StatusCode != http.StatusOK {
			b.Errorf("%s of %s: %s", address, s.address, a.Status)
		}
	})
}
