package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
)

// address is a kind of page; % in its pattern stands for one of some ids.
type address struct {
	of, pattern string
	// often is how often it is asked for, compared with others.
	often int
	ids   []string
}

// path is one page of the kind.
func (a *address) path(random *rand.Rand) string {
	if len(a.ids) == 0 {
		return a.pattern
	}
	return strings.Replace(a.pattern, "%", url.PathEscape(a.ids[random.IntN(len(a.ids))]), 1)
}

// pick chooses a kind of page by how often it is asked for.
func pick(random *rand.Rand, all []*address) *address {
	sum := 0
	for _, a := range all {
		sum += a.often
	}
	n := random.IntN(sum)
	for _, a := range all {
		if n -= a.often; n < 0 {
			return a
		}
	}
	return all[len(all)-1]
}

// ids gives the ids of a list, the newest or the most named first.
func ids(ctx context.Context, base, list string, n int) ([]string, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/api/v1/%s?limit=%d", base, list, n), nil)
	if err != nil {
		return nil, err
	}
	a, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = a.Body.Close() }()
	var page struct{ Items []struct{ ID string } }
	if err := json.NewDecoder(a.Body).Decode(&page); err != nil {
		return nil, fmt.Errorf("%s: %s: %w", list, a.Status, err)
	}
	var out []string
	for _, one := range page.Items {
		out = append(out, one.ID)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: the record has none", list)
	}
	return out, nil
}

// addresses are what readers ask for: the pages, evidence of what they show, what single
// parties said and did, and the same as data.
func addresses(ctx context.Context, base string) ([]*address, error) {
	known := map[string][]string{}
	for list, n := range map[string]int{"meetings": 50, "events": 50, "statements": 50, "positions": 50, "reports": 50, "actors": 25} {
		found, err := ids(ctx, base, list, n)
		if err != nil {
			return nil, err
		}
		known[list] = found
	}
	entries := append(append(append(append([]string{}, known["meetings"]...), known["events"]...), known["statements"]...), known["positions"]...)
	return []*address{
		{of: "today", pattern: "/", often: 10},
		{of: "lists", pattern: "/meetings", often: 6}, {of: "lists", pattern: "/statements", often: 5}, {of: "lists", pattern: "/events", often: 5},
		{of: "lists", pattern: "/positions/list", often: 4}, {of: "lists", pattern: "/reports", often: 4},
		{of: "lists of a party", pattern: "/events?actor=%", often: 5, ids: known["actors"]}, {of: "lists of a party", pattern: "/statements?actor=%", often: 5, ids: known["actors"]},
		{of: "search", pattern: "/statements?q=talks+%", often: 3, ids: known["actors"]},
		{of: "evidence", pattern: "/e/%", often: 20, ids: entries},
		{of: "a meeting", pattern: "/meetings/%", often: 5, ids: known["meetings"]},
		{of: "a report", pattern: "/reports/%", often: 6, ids: known["reports"]},
		{of: "an actor", pattern: "/actors/%", often: 5, ids: known["actors"]},
		{of: "tables", pattern: "/positions", often: 4}, {of: "tables", pattern: "/positions/shifts", often: 2}, {of: "tables", pattern: "/meetings/attendance", often: 3},
		{of: "tables", pattern: "/meetings/timeline", often: 3}, {of: "tables", pattern: "/network", often: 2}, {of: "tables", pattern: "/brief", often: 2}, {of: "tables", pattern: "/review", often: 2},
		{of: "as data", pattern: "/api/v1/meetings", often: 3}, {of: "as data", pattern: "/api/v1/entries/%", often: 3, ids: entries},
		{of: "as data", pattern: "/api/v1/events?actor=%", often: 2, ids: known["actors"]}, {of: "as data", pattern: "/api/v1/matrix", often: 1}, {of: "as data", pattern: "/api/v1/brief", often: 1},
	}, nil
}
