package pages

import (
	"net/url"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// events are who did what to whom.
var events = listing{
	about: service.Events, title: "Events", path: "/events", noun: [2]string{"event", "events"},
	fields:  []string{"q", "actor", "type", "status", "since", "until", "state", "outlet", "place", "disputed", "oldest"},
	columns: []column{{"Day", "day"}, {"Who", ""}, {"What", "main"}, {"To whom", ""}, {"Sources", "day"}},
	none:    "No such event is on the record.",
	cells: func(e *record.Entry, _ url.Values) []cell {
		v := e.Event
		what := cell{{Text: worded(v.Plover.Type), Look: "tag", Title: "PLOVER " + v.Plover.Type}}
		if v.Modality != rapporteur.Happened {
			what = append(what, part{Text: worded(string(v.Modality)), Look: "doubt"})
		}
		what = append(what, part{Text: firstWords(v.Evidence), Entry: e.ID})
		if v.ClaimedBy != "" {
			what = append(what, part{Text: "according to " + e.Called(string(v.ClaimedBy)), Look: "doubt"})
		}
		if v.Place != nil {
			what = append(what, part{Text: v.Place.Name, Look: "quiet"})
		}
		return []cell{when(v.Date, e), people(e, v.Actors, "", "not said"), what, people(e, v.Recipients, "", ""), sources(e)}
	},
}
