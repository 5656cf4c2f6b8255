package pages

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/service"
)

// reviewPage is what the page of the queue shows: one doubt, with the words beside it.
type reviewPage struct {
	At, Total int
	// Before and After are the addresses of the doubts beside it.
	Before, After string
	Done          *doneShown
	Doubt         *doubtShown
}

// doubtShown is what a person is asked.
type doubtShown struct {
	Asked           string
	Because, Claims []string
	Entries         []doubtfulShown
	Told            []tellingShown
	// Mend is the form of an entry, Verdict that of two which may be one; nil for who may
	// not judge.
	Mend    *mending
	Verdict *verdictForm
}

type doubtfulShown struct {
	ID, Kind, What string
	Facts          []fact
}

type tellingShown struct {
	Entry, Head, Report string
	Passages            []service.Passage
}

// verdictForm says whether two are one.
type verdictForm struct {
	Action, Back string
	Kept         []pair
	One, Two     string
}

// questions are what is asked of a doubt.
var questions = map[service.DoubtKind]string{service.OfEntry: "Is it so?", service.OfMeetings: "Are these one meeting?", service.OfActors: "Are these one?"}

// review is the screen of the queue of what is doubtful, one at a time.
func (s *desk) review(r *http.Request) (*view, error) {
	q := r.URL.Query()
	at, err := strconv.Atoi(q.Get("at"))
	if err != nil || at < 0 || at > 1e6 {
		at = 0
	}
	asks, _ := question(service.Everything, q)
	asks.Offset, asks.Limit = at, 1
	all, err := service.Review(r.Context(), s.Record, asks)
	if err != nil {
		return nil, err
	}
	back := reviewAt(q, at)
	body := &reviewPage{At: at + 1, Total: all.Total}
	if body.Done, err = s.justDone(r, back); err != nil {
		return nil, err
	}
	if at > 0 {
		body.Before = reviewAt(q, min(at, all.Total)-1)
	}
	if at+1 < all.Total {
		body.After = reviewAt(q, at+1)
	}
	if len(all.Doubts) > 0 {
		if body.Doubt, err = s.doubtOf(r, &all.Doubts[0], back); err != nil {
			return nil, err
		}
	}
	return &view{Title: "Review", Place: "/review", Template: "review", Body: body, Data: addressOf("/review", asked(q))}, nil
}

// reviewAt is the address of a place in the queue.
func reviewAt(q url.Values, at int) string {
	out := asked(q)
	if at > 0 {
		out.Set("at", strconv.Itoa(at))
	}
	return addressOf("/review", out)
}

// doubtOf shows a doubt, with the form of its verdicts for who may give one.
func (s *desk) doubtOf(r *http.Request, d *service.Doubt, back string) (*doubtShown, error) {
	out := &doubtShown{Asked: questions[d.Kind], Because: d.Because, Claims: d.Matters}
	for i := range d.Entries {
		e := &d.Entries[i]
		out.Entries = append(out.Entries, doubtfulShown{e.ID, string(e.Kind), export.Phrase(e), factsOf(e)})
	}
	for i := range d.Told {
		t := &d.Told[i]
		out.Told = append(out.Told, tellingShown{t.Entry, commas(nonEmpty(string(t.Outlet), export.Day(t.Published), string(t.Title))), reportAt(t.Report), t.Passages})
	}
	if !s.may(r) {
		return out, nil
	}
	switch d.Kind {
	case service.OfEntry:
		var err error
		if out.Mend, err = s.mendingFor(r, &d.Entries[0], back); err != nil {
			return nil, err
		}
	case service.OfMeetings:
		out.Verdict = &verdictForm{Action: "/e/" + d.Entries[0].ID + "/correct", Back: back, Kept: []pair{{"merge", d.Entries[1].ID}}, One: "merge", Two: "distinct"}
	case service.OfActors:
		from, to := &d.Actors[0], &d.Actors[1]
		out.Asked = "Is " + from.Name + " (" + from.ID + ") the same as " + to.Name + " (" + to.ID + ")?"
		out.Verdict = &verdictForm{Action: "/review/actors", Back: back, Kept: []pair{{"from", from.ID}, {"into", to.ID}}, One: string(service.Merged), Two: string(service.SplitOff)}
	}
	return out, nil
}

func nonEmpty(words ...string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// judgeActors says of two actors that are asked for whether they are one.
func (s *desk) judgeActors(r *http.Request) (*view, error) {
	all, err := service.Review(r.Context(), s.Record, service.Question{Silent: true})
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(all.Doubts, func(d service.Doubt) bool {
		return d.Kind == service.OfActors && d.Actors[0].ID == r.PostFormValue("from") && d.Actors[1].ID == r.PostFormValue("into")
	})
	if at < 0 {
		return nil, &rapporteur.Error{Code: rapporteur.NotFound, Message: "nobody asks about these two any more"}
	}
	done, err := service.Judge(r.Context(), s.Record, &all.Doubts[at], service.Judgement{Verdict: service.Verdict(r.PostFormValue("do")), By: s.by(r), Tables: s.Tables})
	if err != nil {
		return nil, err
	}
	return &view{To: withDone(backOf(r), s.noted(r, done.Corrections))}, nil
}
