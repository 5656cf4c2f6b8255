package pages

import (
	"bytes"
	"html/template"
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
	// Main is the main part, which stands in the frame.
	Main    template.HTML
	Places  []placeLink
	Theme   string
	Version string
	Who     string
	// Desk is the one in whose name is asked, Desks those that may be chosen.
	Desk  string
	Desks []string
	// Shared says that the shared record may be asked.
	Shared bool
	// Asked are the conditions that hold on every page.
	Asked sticky
	// API is where the interface for programs lies, Path and Back the path of this page
	// and its whole address.
	API, Path, Back string
}

// page shows what a screen gives, or why it gave nothing.
func (s *site) page(do screen) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.show(w, r, s.made(r, do)) })
}

// show writes a page: its main part alone, for who asks for that, or in its frame. It is
// written whole or not at all, so that a template that fails leaves no half of a page.
func (s *site) show(w http.ResponseWriter, r *http.Request, m *mainOf) {
	v := &m.view
	for _, c := range v.Cookies {
		http.SetCookie(w, c)
	}
	if v.To != "" {
		http.Redirect(w, r, v.To, http.StatusSeeOther)
		return
	}
	body := []byte(m.html)
	if r.Header.Get("Rapporteur-Part") != "main" {
		f := &frame{view: v, Theme: themeOf(r), Version: s.Version, Who: s.Who(r.Context()), API: s.API, Path: r.URL.Path, Back: local(r.URL), Main: m.html}
		f.Asked = stickyOf(r.URL.Query())
		f.Places = linksTo(v.Place, f.Asked)
		f.Desk, f.Desks, f.Shared = desksOf(r.Context(), s.Record, s.Log)
		var out bytes.Buffer
		if err := s.templates.execute(&out, v.Template, "frame", f); err != nil {
			panic(err) // the gate logs it and says that the server could not answer
		}
		body = out.Bytes()
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "private, no-cache")
	h.Add("Vary", "Cookie, Rapporteur-Part")
	if v.Status != 0 {
		w.WriteHeader(v.Status)
	}
	_, _ = w.Write(body) // who asked may be gone
}

// local is the address of a page on this server.
func local(u *url.URL) string {
	out := "/" + strings.TrimLeft(u.Path, "/\\")
	if u.RawQuery != "" {
		out += "?" + u.RawQuery
	}
	return out
}
