package pages

import (
	"net/http"
	"net/url"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// listing is a kind of entry that is listed on a page of its own.
type listing struct {
	about       service.Subject
	title, path string
	fields      []string
	columns     []column
	cells       func(*record.Entry, url.Values) []cell
	none        string
	// tabs are other ways to see the same, if there are any.
	tabs func(path string, q url.Values) []tab
}

// listPage is what the page of a list shows.
type listPage struct {
	Form  *form
	Tabs  []tab
	Table table
	Pager pager
	// Wrong says what cannot be asked.
	Wrong string
}

// list is the screen of a listing. A condition that cannot be asked leaves the form as
// it was filled in.
func (s *site) list(l listing) screen {
	return func(r *http.Request) (*view, error) {
		q := r.URL.Query()
		if untidy(q) {
			return &view{To: tidied(r.URL)}, nil
		}
		form, err := s.formOf(r.Context(), l.about, l.path, q, l.fields...)
		if err != nil {
			return nil, err
		}
		body := &listPage{Form: form, Table: table{Caption: l.title, Columns: l.columns, None: l.none}}
		if l.tabs != nil {
			body.Tabs = l.tabs(l.path, q)
		}
		v := &view{Title: l.title, Place: l.path, Template: "list", Body: body, Data: addressOf(l.path, asked(q))}
		asks, page := question(l.about, q)
		a, err := service.Ask(r.Context(), s.Record, asks)
		if rapporteur.CodeOf(err) == rapporteur.Invalid {
			v.Status, body.Wrong = http.StatusUnprocessableEntity, explained(err)
			return v, nil
		}
		if err != nil {
			return nil, err
		}
		for i := range a.Entries {
			body.Table.Rows = append(body.Table.Rows, row{a.Entries[i].ID, l.cells(&a.Entries[i], q)})
		}
		body.Pager = pagerOf(l.path, q, page, len(a.Entries), a.Total)
		return v, nil
	}
}
