package pages

import (
	"net/http"
	"net/url"
	"strings"
)

// themes are the colours that a reader may choose; none is what the reader's system has.
var themes = map[string]bool{"light": true, "dark": true}

const themeCookie = "theme"

// themeOf is the theme that a reader has chosen.
func themeOf(r *http.Request) string {
	if c, err := r.Cookie(themeCookie); err == nil && themes[c.Value] {
		return c.Value
	}
	return ""
}

// setTheme keeps the theme that a reader chooses and goes back to where it was chosen.
func setTheme(w http.ResponseWriter, r *http.Request) {
	c := keepsake(themeCookie, r.PostFormValue("theme"))
	if !themes[c.Value] {
		c.Value, c.MaxAge = "", -1
	}
	http.SetCookie(w, c)
	http.Redirect(w, r, home(r.PostFormValue("back")), http.StatusSeeOther)
}

// keepsake is a cookie that a browser keeps for a year.
func keepsake(name, value string) *http.Cookie {
	return &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode}
}

// home is an address on this server, the first page for any other.
func home(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host != "" || u.Scheme != "" || u.Opaque != "" || !strings.HasPrefix(address, "/") || strings.HasPrefix(u.Path, "//") || strings.Contains(address, `\`) {
		return "/"
	}
	return local(u)
}

// deskCookie names the desk in whose name somebody asks; the gate reads it.
const deskCookie = "namespace"

// setDesk keeps the desk that somebody chooses and goes back to where it was chosen.
func setDesk(w http.ResponseWriter, r *http.Request) {
	c := keepsake(deskCookie, r.PostFormValue("desk"))
	if c.Value == "" {
		c.MaxAge = -1
	}
	http.SetCookie(w, c)
	http.Redirect(w, r, home(r.PostFormValue("back")), http.StatusSeeOther)
}
