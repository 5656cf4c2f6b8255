package pages

import (
	"net/http"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// evidencePage is what the page of an entry shows.
type evidencePage struct {
	Entry *record.Entry
	What  string
}

// evidence is the screen of an entry: what it says and the words that it stands on.
func (s *site) evidence(r *http.Request) (*view, error) {
	x, err := service.WhyOf(r.Context(), s.Record, r.PathValue("id"), r.URL.Query().Get("as_of"), false)
	if err != nil {
		return nil, absent(err, r.URL.Query().Get("as_of"))
	}
	if x.Entry.SupersededBy != "" {
		return &view{To: addressOf("/e/"+x.Entry.SupersededBy, stickyOf(r.URL.Query()).values())}, nil
	}
	what := export.Phrase(x.Entry)
	return &view{Title: what, Template: "evidence", Data: addressOf("/entries/"+x.Entry.ID, stickyOf(r.URL.Query()).values()),
		Body: evidencePage{x.Entry, what}}, nil
}
