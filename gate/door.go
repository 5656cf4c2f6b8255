package gate

import (
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rapporteur/access"
)

// The addresses of the door.
const (
	LogInPath  = "/login"
	LogOutPath = "/logout"
)

// Door lets in who is known: people with a session, programs with a key. Whom it lets
// in is told to the faces by access.From; nobody is let change the record whose role
// does not allow it.
type Door struct {
	Desk *access.Desk
	// Page writes the page of the log-in: a form that posts name, password and next to
	// LogInPath. err is why the log-in before failed, nil at first. The status and the
	// address of the page are set already. Without Page a plain one is written.
	Page func(w http.ResponseWriter, r *http.Request, err error)
	// Open are the paths that anybody may ask for, besides that of the log-in, Harmless
	// those that change nothing whatever their method; one that ends in / is with all
	// below it.
	Open, Harmless []string
	Log            *slog.Logger
}

// Handle gives a mux the addresses of the door.
func (d *Door) Handle(mux *http.ServeMux) {
	mux.HandleFunc("GET "+LogInPath, d.form)
	mux.HandleFunc("POST "+LogInPath, d.logIn)
	mux.HandleFunc("POST "+LogOutPath, d.logOut)
}

// admit lets in who is known, and others to what is open.
func (d *Door) admit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who, err := d.who(r)
		if err == nil {
			who, err = d.at(r, who)
		}
		open := r.URL.Path == LogInPath || within(r.URL.Path, d.Open)
		switch {
		case err == nil:
			who.Address = Address(r)
			clientOf(r).who = who.Name
			r = r.WithContext(access.With(r.Context(), who))
			if !harmless(r.Method) && !open && r.URL.Path != LogOutPath && !within(r.URL.Path, d.Harmless) {
				if err := access.Allow(r.Context(), access.Change); err != nil {
					refuse(w, r, http.StatusForbidden, err.Error())
					return
				}
			}
			next.ServeHTTP(w, r)
		case errors.Is(err, access.ErrForbidden) && !open && r.URL.Path != LogOutPath:
			refuse(w, r, http.StatusForbidden, err.Error())
		case errors.Is(err, access.ErrForbidden): // without a role they may still log out
			clientOf(r).who = who.Name
			next.ServeHTTP(w, r.WithContext(access.With(r.Context(), who)))
		case !errors.Is(err, access.ErrUnknown):
			d.Log.Error("nobody can be looked up", "err", err)
			refuse(w, r, http.StatusServiceUnavailable, "the server cannot look up who you are; its log says why")
		case open:
			next.ServeHTTP(w, r)
		default:
			d.turnAway(w, r)
		}
	})
}

// turnAway shows people to the log-in, and tells programs that they need a key.
func (d *Door) turnAway(w http.ResponseWriter, r *http.Request) {
	if forPeople(r) && harmless(r.Method) {
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, LogInPath+"?"+url.Values{"next": {r.URL.RequestURI()}}.Encode(), http.StatusSeeOther)
		return
	}
	w.Header().Set("WWW-Authenticate", `Bearer realm="rapporteur"`)
	refuse(w, r, http.StatusUnauthorized, "log in, or send a key: Authorization: Bearer rapp_…")
}

// who asks, by the key or the session that comes with the request.
func (d *Door) who(r *http.Request) (access.Who, error) {
	if scheme, key, ok := strings.Cut(r.Header.Get("Authorization"), " "); ok && strings.EqualFold(scheme, "Bearer") {
		return d.Desk.ByKey(r.Context(), strings.TrimSpace(key))
	}
	cookie, err := r.Cookie(cookieName(r))
	if err != nil {
		return access.Who{}, access.ErrUnknown
	}
	return d.Desk.BySession(r.Context(), cookie.Value)
}

// cookieName is that of the cookie of a session. A browser takes one that begins with
// __Host- by https alone, and from no other host.
func cookieName(r *http.Request) string {
	if clientOf(r).secure {
		return "__Host-rapporteur"
	}
	return "rapporteur"
}

// cookie is that of a session; Lax, so that an address in a mail leads to its page.
func cookie(r *http.Request, token string, ends time.Time) *http.Cookie {
	c := &http.Cookie{Name: cookieName(r), Value: token, Path: "/", Expires: ends, HttpOnly: true, Secure: clientOf(r).secure, SameSite: http.SameSiteLaxMode}
	if token == "" {
		c.MaxAge = -1
	}
	return c
}

// harmless says whether a method changes nothing (RFC 9110, 9.2.1).
func harmless(method string) bool {
	return method == http.MethodGet || method == http.MethodHead || method == http.MethodOptions
}

func within(path string, all []string) bool {
	for _, one := range all {
		if path == one || strings.HasSuffix(one, "/") && strings.HasPrefix(path, one) {
			return true
		}
	}
	return false
}
