package pages

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"rapporteur/follow"
	"rapporteur/service"
)

// sourcesPage is what the page of what is followed shows.
type sourcesPage struct {
	Sources []followShown
	// Failed are the reports that did not come, the last first.
	Failed []failedShown
}

// followShown is a source and how it does, in words.
type followShown struct {
	Number, Name, Kind, Address, Items, State, Why string
	// Link says that the address can be opened.
	Link bool
}

// failedShown is a report that did not come.
type failedShown struct{ At, Title, Address, Why string }

// failedMost is the number of reports shown that did not come.
const failedMost = 50

// sources is the screen of what is followed.
func (s *recordPages) sources(r *http.Request) (*view, error) {
	body := &sourcesPage{}
	v := &view{Title: "Sources", Place: "/sources", Template: "sources", Body: body, Data: "/follows"}
	if s.Follows == nil {
		return v, nil
	}
	desk, err := service.DeskFollows(r.Context(), s.Record)
	if err != nil {
		return nil, err
	}
	all, err := follow.List(r.Context(), s.Follows, desk.Name)
	if err != nil {
		return nil, err
	}
	for i := range all {
		body.Sources = append(body.Sources, followShownOf(&all[i]))
	}
	failed, err := follow.Failures(r.Context(), s.Follows, desk.Name, failedMost)
	for i := range failed {
		body.Failed = append(body.Failed, failedShown{minute(failed[i].Seen), failed[i].Title, failed[i].Link(), failed[i].Problem})
	}
	return v, err
}

// followShownOf puts a source into words.
func followShownOf(f *follow.Followed) followShown {
	out := followShown{Number: strconv.FormatInt(f.ID, 10), Name: f.Title, Kind: string(f.Kind), Address: f.Address, Why: f.Problem, Link: f.Kind != follow.Folder}
	if !out.Link {
		out.Address, out.Why = "", strings.ReplaceAll(out.Why, f.Address, f.Title) // a path of the server's is nobody's business
	}
	if out.Name == "" {
		out.Name = out.Address
	}
	out.Items = strconv.Itoa(f.Items)
	switch f.Standing() {
	case "well":
		out.State = "answered " + minute(f.Answered)
	case "failing":
		out.State = "fails, " + strconv.Itoa(f.Failures) + " in a row; next " + minute(f.Due)
	case "gone":
		out.State = "not asked any more"
	default:
		out.State = "not asked yet"
	}
	return out
}

// minute is a time as the page has it.
func minute(t time.Time) string { return t.UTC().Format("2 Jan 2006 15:04 UTC") }
