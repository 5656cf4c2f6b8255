package pages

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
)

// view is what a screen has to show.
type view struct {
	// Title is the page's name, Place the one of the places of the navigation that it
	// belongs to.
	Title, Place string
	// Template is the file of templates that shows it, without its ending; Body is what
	// that is given.
	Template string
	Body     any
	// Data is the address of the same as data below the interface for programs, such as
	// "/meetings?state=KEN"; empty where there is none.
	Data string
	// Status is that of the answer, 200 if it is not set.
	Status int
	// Cookies are set with the answer.
	Cookies []*http.Cookie
	// To is another address that has what was asked for; then nothing is shown.
	To string
}

// screen answers a request for a page.
type screen func(*http.Request) (*view, error)

// frame is what the template of all pages is given.
type frame struct {
	*view
	Places  []placeLink
	Theme   string
	Version string
	Who     string
	// Asked are the conditions that hold on every page.
	Asked sticky
	// API is where the interface for programs lies, Path and Back the path of this page
	// and its whole address.
	API, Path, Back string
}

// page shows what a screen gives, or why it gave nothing.
func (s *site) page(do screen) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := do(r)
		if err != nil {
			v = s.failed(r, err)
		}
		s.show(w, r, v)
	})
}

// show writes a view. It is written whole or not at all, so that a template that fails
// leaves no half of a page.
func (s *site) show(w http.ResponseWriter, r *http.Request, v *view) {
	for _, c := range v.Cookies {
		http.SetCookie(w, c)
	}
	if v.To != "" {
		http.Redirect(w, r, v.To, http.StatusSeeOther)
		return
	}
	f := &frame{view: v, Theme: themeOf(r), Version: s.Version, Who: s.Who(r.Context()), API: s.API, Path: r.URL.Path, Back: local(r.URL)}
	f.Asked = stickyOf(r.URL.Query())
	f.Places = linksTo(v.Place, f.Asked)
	part := "frame"
	if r.Header.Get("Rapporteur-Part") == "main" {
		part = "main"
	}
	var out bytes.Buffer
	if err := s.templates.execute(&out, v.Template, part, f); err != nil {
		panic(err) // the gate logs it and says that the server could not answer
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "private, no-cache")
	h.Add("Vary", "Cookie, Rapporteur-Part")
	if v.Status != 0 {
		w.WriteHeader(v.Status)
	}
	_, _ = w.Write(out.Bytes()) // who asked may be gone
}

// local is the address of a page on this server.
func local(u *url.URL) string {
	out := "/" + strings.TrimLeft(u.Path, "/\\")
	if u.RawQuery != "" {
		out += "?" + u.RawQuery
	}
	return out
}
