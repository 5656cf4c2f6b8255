package gate

import (
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"rapporteur/access"
)

// largestForm is the most bytes of a log-in.
const largestForm = 16 << 10

// form shows the log-in, or the way on to who is in.
func (d *Door) form(w http.ResponseWriter, r *http.Request) {
	if _, in := access.From(r.Context()); in {
		http.Redirect(w, r, Next(r), http.StatusSeeOther)
		return
	}
	d.show(w, r, nil)
}

// logIn begins a session. The token is a new one each time, so that none that was
// planted in a browser becomes a session.
func (d *Door) logIn(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, largestForm)
	if err := r.ParseForm(); err != nil {
		refuse(w, r, http.StatusBadRequest, "post name and password as a form")
		return
	}
	name, address := strings.TrimSpace(r.PostForm.Get("name")), Address(r)
	token, session, err := d.Desk.LogIn(r.Context(), name, r.PostForm.Get("password"), address)
	if err != nil {
		d.Log.Warn("a log-in failed", "address", address, "err", err)
		d.show(w, r, err)
		return
	}
	if who, in := access.From(r.Context()); in && !who.Key {
		if err := d.Desk.LogOut(r.Context()); err != nil {
			d.Log.Error("a session before did not end", "err", err)
		}
	}
	http.SetCookie(w, cookie(r, token, session.Ends))
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, Next(r), http.StatusSeeOther)
}

// logOut ends the session and leads to the log-in.
func (d *Door) logOut(w http.ResponseWriter, r *http.Request) {
	if err := d.Desk.LogOut(r.Context()); err != nil {
		d.Log.Error("a session did not end", "err", err)
		refuse(w, r, http.StatusServiceUnavailable, "the session could not be ended; try again")
		return
	}
	http.SetCookie(w, cookie(r, "", time.Unix(0, 0)))
	w.Header().Set("Clear-Site-Data", `"cache", "storage"`)
	http.Redirect(w, r, LogInPath, http.StatusSeeOther)
}

// show writes the page of the log-in with the status of what failed.
func (d *Door) show(w http.ResponseWriter, r *http.Request, err error) {
	status, limit := http.StatusOK, (*access.LimitError)(nil)
	switch {
	case err == nil:
	case errors.As(err, &limit):
		status = http.StatusTooManyRequests
		w.Header().Set("Retry-After", strconv.Itoa(limit.Seconds()))
	case errors.Is(err, access.ErrPassword):
		status, err = http.StatusUnauthorized, access.ErrPassword
	default:
		status, err = http.StatusServiceUnavailable, errLogIn
	}
	w.Header().Set("Cache-Control", "no-store")
	if page := d.Page; page != nil {
		page(&stamped{ResponseWriter: w, status: status}, r, err)
		return
	}
	plainPage(&stamped{ResponseWriter: w, status: status}, r, err)
}

// errLogIn is what is told of a failure that is the server's own.
var errLogIn = errors.New("the server cannot look up who you are; its log says why")

// stamped is an answer whose status is set.
type stamped struct {
	http.ResponseWriter
	status int
	done   bool
}

func (s *stamped) WriteHeader(int) {
	if !s.done {
		s.done = true
		s.ResponseWriter.WriteHeader(s.status)
	}
}

func (s *stamped) Write(b []byte) (int, error) {
	s.WriteHeader(s.status)
	return s.ResponseWriter.Write(b)
}

// Next is where a log-in leads: the address that was asked for, if it is one of this
// server.
func Next(r *http.Request) string {
	next := r.FormValue("next")
	u, err := url.Parse(next)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" || !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return u.String()
}

var plain = template.Must(template.New("log-in").Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Log in · rapporteur</title></head>
<body><main><h1>Log in</h1>
{{with .Err}}<p role="alert">{{.}}</p>{{end}}
<form method="post" action="{{.Path}}"><input type="hidden" name="next" value="{{.Next}}">
<p><label>Name <input name="name" autocomplete="username" required autofocus></label></p>
<p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
<p><button>Log in</button></p></form></main></body></html>
`))

// plainPage is the page of the log-in where no face has one.
func plainPage(w http.ResponseWriter, r *http.Request, err error) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = plain.Execute(w, struct { // who asked may be gone
		Err        error
		Path, Next string
	}{err, LogInPath, Next(r)})
}
