package pages

import (
	"net/http"
	"net/url"

	"rapporteur/record"
	"rapporteur/service"
)

// listing is a kind of entry that is listed on a page of its own.
type listing struct {
	about service.Subject
	// place is where it stands in the navigation, if that is not its own path.
	title, path, place string
	fields             []string
	columns            []column
	cells              func(*record.Entry, url.Values) []cell
	none               string
	// ways are other ways to see the same, if there are any.
	ways [][2]string
	// noun names one entry and several.
	noun [2]string
}

// listPage is what the page of a list shows.
type listPage struct {
	conditioned
	Table table
	Pager pager
	Noun  [2]string
}

// list is the screen of a listing.
func (s *site) list(l listing) screen {
	return func(r *http.Request) (*view, error) {
		c, to, err := s.conditions(r, l.about, l.path, l.fields, l.ways...)
		if to != nil || err != nil {
			return to, err
		}
		q := r.URL.Query()
		body := &listPage{conditioned: c, Table: table{Caption: l.title, Columns: l.columns, None: l.none}, Noun: l.noun}
		v := &view{Title: l.title, Place: l.place, Template: "list", Body: body, Data: addressOf("/"+string(l.about), asked(q))}
		if v.Place == "" {
			v.Place = l.path
		}
		asks, page := question(l.about, q)
		a, err := service.Ask(r.Context(), s.Record, asks)
		if body.refused(v, err) {
			return v, nil
		}
		if err != nil {
			return nil, err
		}
		for i := range a.Entries {
			body.Table.Rows = append(body.Table.Rows, row{a.Entries[i].ID, l.cells(&a.Entries[i], q)})
		}
		body.Pager = pagerOf(l.path, q, page, len(a.Entries), a.Total, a.Over)
		return v, nil
	}
}
