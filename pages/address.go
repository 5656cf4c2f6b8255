package pages

import (
	"net/url"
	"strings"
)

// actorAt is where an actor is shown.
func actorAt(id string) string { return "/statements?actor=" + url.QueryEscape(id) }

// reportAt is the page of a report, empty while there is none.
func reportAt(string) string { return "" }

// away is an address on the web that a report gave, empty for one that is none: what a
// report says is never followed but by http.
func away(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return address
}

// commas joins words with commas.
func commas(all []string) string { return strings.Join(all, ", ") }
