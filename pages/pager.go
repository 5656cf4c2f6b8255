package pages

import (
	"net/url"
	"strconv"
)

// pager leads through a list that is longer than a page.
type pager struct {
	From, To, Total int
	// Over says that there are more than Total.
	Over bool
	// Before and After are addresses, empty at either end.
	Before, After string
	Page, Pages   int
}

// pagerOf is the pager of a page of a list of so many, or more than that.
func pagerOf(path string, q url.Values, page, shown, total int, over bool) pager {
	p := pager{From: perPage*(page-1) + 1, Total: total, Over: over, Page: page, Pages: max(1, (total+perPage-1)/perPage)}
	p.To = p.From + shown - 1
	to := func(n int) string {
		out := asked(q)
		if n > 1 {
			out.Set("page", strconv.Itoa(n))
		}
		return addressOf(path, out)
	}
	if page > 1 {
		p.Before = to(min(page-1, p.Pages))
	}
	if page < p.Pages {
		p.After = to(page + 1)
	}
	return p
}
