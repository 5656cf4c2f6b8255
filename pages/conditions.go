package pages

import (
	"net/http"
	"net/url"

	"rapporteur"
	"rapporteur/service"
)

// conditioned is what the body of a page begins with that is asked under conditions.
type conditioned struct {
	Form *form
	Tabs []tab
	// Wrong says what cannot be asked.
	Wrong string
}

// tab is one of several ways to see the same.
type tab struct {
	Name, Address string
	Here          bool
}

// tabsOf are ways to see the same under the same conditions, as pairs of path and name.
func tabsOf(here string, q url.Values, ways ...[2]string) []tab {
	var out []tab
	for _, w := range ways {
		out = append(out, tab{w[1], addressOf(w[0], asked(q)), w[0] == here})
	}
	return out
}

// conditions makes the form of a page as its address has it filled in. An address with
// empty conditions is left for one without; then there is a view that says so.
func (s *site) conditions(r *http.Request, about service.Subject, path string, fields []string, ways ...[2]string) (conditioned, *view, error) {
	q := r.URL.Query()
	if untidy(q) {
		return conditioned{}, &view{To: tidied(r.URL)}, nil
	}
	form, err := s.formOf(r.Context(), about, path, q, fields...)
	return conditioned{Form: form, Tabs: tabsOf(path, q, ways...)}, nil, err
}

// refused reports whether an error is that something cannot be asked, and notes it on
// the page, whose form stays as it was filled in.
func (c *conditioned) refused(v *view, err error) bool {
	if rapporteur.CodeOf(err) != rapporteur.Invalid {
		return false
	}
	v.Status, c.Wrong = http.StatusUnprocessableEntity, explained(err)
	return true
}
