package pages

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"
)

// here signs what is written by nobody in particular, on a machine that demands no log-in.
const here = "this machine"

// deed is a screen that changes the record.
type deed func(*http.Request) (*view, error)

// change does what a form asks for, if who sends it may.
func (s *site) change(do deed) http.Handler {
	return s.page(func(r *http.Request) (*view, error) {
		if err := access.Allow(r.Context(), access.Change); err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Forbidden, Message: err.Error()}
		}
		return do(r)
	})
}

// may reports whether who asks may change the record.
func (s *site) may(r *http.Request) bool { return access.Allow(r.Context(), access.Change) == nil }

// by is who signs what is written.
func (s *site) by(r *http.Request) string { return cmp.Or(s.Who(r.Context()), here) }

// correct writes down what somebody says of an entry.
func (s *desk) correct(r *http.Request) (*view, error) {
	if _, err := s.Record.Entry(r.Context(), r.PathValue("id"), time.Time{}); err != nil {
		return nil, absent(err, "")
	}
	c, err := s.correctionOf(r)
	if err != nil {
		return nil, err
	}
	return s.corrected(r, *c)
}

// correctionOf reads the form of an entry: one verdict, or the fields that were changed.
func (s *desk) correctionOf(r *http.Request) (*service.Correction, error) {
	if err := r.ParseForm(); err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Message: "the form could not be read"}
	}
	c := &service.Correction{Entry: r.PathValue("id"), By: s.by(r), Note: strings.TrimSpace(r.PostForm.Get("note")), Tables: s.Tables}
	switch do := r.PostForm.Get("do"); do {
	case "accept":
		c.Accept = true
	case "reject":
		c.Reject = true
	case "merge":
		c.Merge = idsIn(r.PostForm["merge"])
	case "distinct":
		c.Distinct = idsIn(r.PostForm["merge"])
	case "split":
		c.Split = r.PostForm["split"]
	default:
		return c, s.settings(r, c)
	}
	if c.Accept || c.Reject || len(c.Merge)+len(c.Distinct)+len(c.Split) > 0 {
		return c, nil
	}
	return nil, &rapporteur.Error{Code: rapporteur.Invalid, Message: "say with which entry it is one, or which reports tell of something else"}
}

// settings are the fields of a form that have another value than they had, or that was
// picked for one of them.
func (s *site) settings(r *http.Request, c *service.Correction) error {
	if name, value, picked := strings.Cut(r.PostForm.Get("pick"), "="); picked {
		r.PostForm.Set("f."+name, value)
	}
	for _, name := range slices.Sorted(formFields(r.PostForm)) {
		value, was := strings.TrimSpace(r.PostForm.Get("f."+name)), r.PostForm.Get("was."+name)
		if value == was {
			continue
		}
		if record.IsActor(name) || strings.HasPrefix(name, "actor:") {
			var err error
			if value, err = s.actorCalled(r, value); err != nil {
				return err
			}
		}
		if old, is := strings.CutPrefix(name, "actor:"); is {
			if c.Actor != "" {
				return &rapporteur.Error{Code: rapporteur.Invalid, Message: "change one actor at a time"}
			}
			c.Actor = old + "=" + value
			continue
		}
		c.Set = append(c.Set, name+"="+cmp.Or(value, "none"))
	}
	if who := strings.TrimSpace(r.PostForm.Get("add.who")); who != "" {
		id, err := s.actorCalled(r, who)
		if err != nil {
			return err
		}
		c.Add = append(c.Add, r.PostForm.Get("add.list")+"="+id)
	}
	c.Drop = append(c.Drop, r.PostForm["drop"]...)
	if c.Actor == "" && len(c.Set)+len(c.Add)+len(c.Drop) == 0 && c.Note == "" {
		return &rapporteur.Error{Code: rapporteur.Invalid, Message: "nothing was changed"}
	}
	return nil
}

// formFields are the names of the fields of an entry that a form has.
func formFields(form url.Values) func(func(string) bool) {
	return func(yield func(string) bool) {
		for key := range form {
			if name, is := strings.CutPrefix(key, "f."); is && !yield(name) {
				return
			}
		}
	}
}

// idsIn are the ids in some fields of a form, parted by blanks or commas.
func idsIn(fields []string) []string {
	return strings.FieldsFunc(strings.Join(fields, " "), func(r rune) bool { return r == ' ' || r == ',' || r == '\t' || r == '\n' })
}

// actorCalled is the id of the actor that somebody typed, by id or name.
func (s *site) actorCalled(r *http.Request, typed string) (string, error) {
	if typed == "" || typed == "none" {
		return typed, nil
	}
	dir, err := s.directory.open()
	if err != nil {
		return "", err
	}
	return dir.Called(r.Context(), s.Record, typed)
}

// corrected writes a correction down and goes back to where it was made, which shows
// what was done and how to take it back.
func (s *desk) corrected(r *http.Request, c service.Correction) (*view, error) {
	done, err := service.Correct(r.Context(), s.Record, c)
	if err != nil {
		return nil, err
	}
	back := backOf(r)
	if back == "/e/"+c.Entry && (c.Reject || len(c.Merge) > 0) {
		back = "/corrections" // its page may be gone
	}
	return &view{To: withDone(back, s.noted(r, done.Corrections))}, nil
}

// noted writes corrections into the trail and gives their numbers.
func (s *site) noted(r *http.Request, all []record.Correction) []string {
	var out []string
	for i := range all {
		s.Note(r.Context(), access.Corrected, service.InTrail(&all[i]))
		out = append(out, strconv.FormatInt(all[i].ID, 10))
	}
	return out
}

// backOf is where a form was sent from.
func backOf(r *http.Request) string { return home(cmp.Or(r.PostFormValue("back"), "/corrections")) }

// withDone adds to an address the numbers of corrections that were just made.
func withDone(address string, numbers []string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address // home gives addresses of this server alone
	}
	q := u.Query()
	q.Del("done")
	if len(numbers) > 0 {
		q.Set("done", strings.Join(numbers, " "))
	}
	u.RawQuery = q.Encode()
	return u.String()
}
