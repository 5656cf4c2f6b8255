package pages

import (
	"bytes"
	"net/http"
)

// LogIn gives what writes the page of the log-in: a form that posts name, password and
// next, the address that was asked for. err is why the log-in before failed, nil at
// first. Its status is whoever's who calls it; it names nothing of the record.
func LogIn() func(w http.ResponseWriter, r *http.Request, err error) {
	assets := loadAssets()
	templates := loadTemplates(assets)
	return func(w http.ResponseWriter, r *http.Request, err error) {
		shown := logIn{Theme: themeOf(r), Next: home(r.FormValue("next")), Action: "/login"}
		if err != nil {
			shown.Wrong, shown.Name = err.Error(), r.PostFormValue("name")
		}
		var out bytes.Buffer
		if err := templates["login"].ExecuteTemplate(&out, "bare", &shown); err != nil {
			panic(err) // the gate logs it and says that the server could not answer
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(out.Bytes()) // who asked may be gone
	}
}

// logIn is what the page of the log-in shows.
type logIn struct {
	Theme, Action, Next string
	// Wrong is why the log-in before failed, Name who tried.
	Wrong, Name string
}
