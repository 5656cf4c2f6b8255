package pages

import (
	"net/url"
	"slices"
	"strconv"

	"rapporteur/service"
)

// perPage is the number of entries on a page.
const perPage = 50

// conditions are the names of conditions of which an address may have several; they are
// those of the interface for programs.
var conditions = []string{"actor", "state", "issue", "outlet", "place", "status", "stance", "type"}

// single are those of which it has one.
var single = []string{"q", "since", "until", "disputed", "oldest", "dossier", "as_of"}

// question is what an address asks about a subject, and the number of its page.
func question(about service.Subject, q url.Values) (service.Question, int) {
	page, err := strconv.Atoi(q.Get("page"))
	if err != nil || page < 1 || page > 1e6 {
		page = 1
	}
	return service.Question{About: about, Actors: said(q, "actor"), States: said(q, "state"), Issues: said(q, "issue"), Outlets: said(q, "outlet"),
		Places: said(q, "place"), Statuses: said(q, "status"), Stances: said(q, "stance"), Types: said(q, "type"), Since: q.Get("since"),
		Until: q.Get("until"), Dossier: q.Get("dossier"), AsOf: q.Get("as_of"), Text: q.Get("q"), Disputed: yes(q, "disputed"), Oldest: yes(q, "oldest"),
		Limit: perPage, Offset: perPage * (page - 1)}, page
}

// said are the values of a condition that are not empty.
func said(q url.Values, name string) []string {
	var out []string
	for _, v := range q[name] {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}

func yes(q url.Values, name string) bool { return q.Get(name) == "true" }

// asked keeps of an address what it asks, without its page and what is empty.
func asked(q url.Values) url.Values {
	out := url.Values{}
	for _, name := range slices.Concat(conditions, single) {
		if values := said(q, name); len(values) > 0 {
			out[name] = values
		}
	}
	return out
}

// untidy reports whether an address has conditions that say nothing, as a form leaves
// them that was sent without a value in each field.
func untidy(q url.Values) bool {
	for _, values := range q {
		if slices.Contains(values, "") {
			return true
		}
	}
	return false
}

// tidied is an address without what is empty.
func tidied(u *url.URL) string {
	out := url.Values{}
	for name := range u.Query() {
		if values := said(u.Query(), name); len(values) > 0 {
			out[name] = values
		}
	}
	return addressOf(local(&url.URL{Path: u.Path}), out)
}

// without is an address without one value of a condition.
func without(path string, q url.Values, name, value string) string {
	out := asked(q)
	out[name] = slices.DeleteFunc(slices.Clone(out[name]), func(v string) bool { return v == value })
	if len(out[name]) == 0 {
		out.Del(name)
	}
	return addressOf(path, out)
}
