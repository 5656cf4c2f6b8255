package pages

import (
	"net/url"
	"strings"
)

// actorAt is the page of an actor.
func actorAt(id string) string { return "/actors/" + url.PathEscape(id) }

// reportAt is the page of a report.
func reportAt(id string) string { return "/reports/" + url.PathEscape(id) }

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
