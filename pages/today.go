package pages

import (
	"context"
	"net/http"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// todayPage is what the first page shows.
type todayPage struct {
	// Since says since when things are new, in words; Nothing that nothing came since, so
	// that the last days are shown instead.
	Since   string
	Nothing bool
	Period  string
	Reports int
	// ReportsOver says that there are more than that.
	ReportsOver bool
	// Came counts what came to the record since, kind by kind.
	Came []countShown
	// Main are what happened, Aside what comes next and what is in dispute.
	Main, Aside []export.BriefSection
	Waits       []countShown
	Again       string
}

// countShown is a number of things, and where they are.
type countShown struct {
	Words, Address string
}

// elsewhere are the sections of a brief that do not stand in its order: what comes next
// is asked of the whole record, as a plan stays one however long ago it was made, and
// what is thin is marked where it stands.
var elsewhere = map[service.SectionID]bool{service.Next: true, service.InDispute: true, service.Thin: true}

// today is the screen of what is new since the reader's last visit: who met, who moved,
// who meets next, what is disputed and what waits for review.
func (s *recordPages) today(r *http.Request) (*view, error) {
	q := r.URL.Query()
	v := &view{Title: "Today", Place: "/", Template: "today", Data: addressOf("/brief", asked(q))}
	if n, err := s.Record.CountReports(r.Context(), record.Filter{}); err != nil || n == 0 {
		return v, err
	}
	since, _ := visited(r, s.Now())
	if q.Get("from") != "" {
		var err error
		if since, err = service.From(q.Get("from"), s.Now()); err != nil {
			return nil, err
		}
	}
	body := &todayPage{Again: stickyOf(q).on("/?from=" + s.Now().AddDate(0, 0, -1).Format(time.DateOnly))}
	v.Body = body
	asks, _ := question(service.Everything, q)
	asks.Limit, asks.Offset = 0, 0
	if err := s.next(r.Context(), body, asks); err != nil {
		return nil, err
	}
	if err := s.brief(r.Context(), body, asks, since); err != nil {
		return nil, err
	}
	return v, s.waiting(r.Context(), body, stickyOf(q))
}

// brief fills in what is new since a time; where nothing is, and on a first visit, the
// last days of the record.
func (s *recordPages) brief(ctx context.Context, body *todayPage, asks service.Question, since time.Time) error {
	if !since.IsZero() {
		body.Since = since.Local().Format("2 January, 15:04")
		if err := s.came(ctx, body, asks, since); err != nil {
			return err
		}
		if body.Nothing = len(body.Came) == 0; body.Nothing {
			since = time.Time{}
		}
	}
	b, err := service.BriefOn(ctx, s.Record, service.BriefQuestion{Question: asks, From: since})
	if err != nil {
		return err
	}
	body.Reports, body.ReportsOver = b.Reports, b.ReportsOver
	if b.From == nil {
		body.Period = period(b.Since, b.Until)
	}
	for _, one := range (&export.Brief{Brief: b}).Worded() {
		switch {
		case one.ID == service.InDispute:
			body.Aside = append(body.Aside, one)
		case !elsewhere[one.ID]:
			body.Main = append(body.Main, one)
		}
	}
	return nil
}

// soonest is the number of meetings to come that are shown.
const soonest = 8

// next fills in who meets next: what is planned for a day behind the last report.
func (s *recordPages) next(ctx context.Context, body *todayPage, asks service.Question) error {
	last, err := s.Record.LastDay(ctx, "")
	if err != nil || last == "" {
		return err
	}
	asks.About, asks.Oldest, asks.Limit = service.Meetings, true, soonest
	asks.Since, asks.Statuses = string(last), []string{string(rapporteur.Proposed), string(rapporteur.PlannedMeeting), string(rapporteur.Postponed), string(rapporteur.UnderWayMeeting)}
	a, err := service.Ask(ctx, s.Record, asks)
	if err != nil {
		return err
	}
	out := export.BriefSection{ID: service.Next, Name: "Who meets next", More: a.Total - len(a.Entries), Over: a.Over}
	for i := range a.Entries {
		if e := &a.Entries[i]; e.Meeting.Date != "" {
			out.Items = append(out.Items, export.BriefItem{Lead: export.Day(e.Meeting.Date), Rest: export.Clean(export.Phrase(e)), Entries: []string{e.ID}})
		}
	}
	if len(out.Items) > 0 {
		body.Aside = append(body.Aside, out)
	}
	return nil
}

// period is the time between two days.
func period(since, until rapporteur.Date) string {
	if until == "" || until == since {
		return export.Day(since)
	}
	return export.Day(since + "/" + until)
}

// kindsCame are the kinds of entries that are counted, with where they are listed.
var kindsCame = []struct {
	kind      record.Kind
	one, many string
	path      string
}{{record.Meeting, "meeting", "meetings", "/meetings"}, {record.Position, "position", "positions", "/positions/list"},
	{record.Statement, "statement", "statements", "/statements"}, {record.Event, "event", "events", "/events"}}

// came counts what came to the record since a time.
func (s *recordPages) came(ctx context.Context, body *todayPage, asks service.Question, since time.Time) error {
	for _, k := range kindsCame {
		n, err := s.Record.Count(ctx, record.Filter{Kinds: []record.Kind{k.kind}, Arrived: since, Dossier: asks.Dossier}, record.Counted)
		if err != nil {
			return err
		}
		if n.N > 0 {
			body.Came = append(body.Came, countShown{pluralOver(n.N, n.Over, k.one, k.many), sticky{Dossier: asks.Dossier}.on(k.path)})
		}
	}
	return nil
}

// waiting counts what a person should look at.
func (s *recordPages) waiting(ctx context.Context, body *todayPage, kept sticky) error {
	again, err := s.Record.Corrections(ctx, record.CorrectionFilter{Standings: []record.Standing{record.LookAgain}})
	if err != nil {
		return err
	}
	if len(again) > 0 {
		body.Waits = append(body.Waits, countShown{plural(len(again), "correction whose words have changed", "corrections whose words have changed"), ""})
	}
	for _, k := range kindsCame {
		n, err := s.Record.Count(ctx, record.Filter{Kinds: []record.Kind{k.kind}, Disputed: true, Dossier: kept.Dossier}, record.Counted)
		if err != nil {
			return err
		}
		if n.N > 0 {
			body.Waits = append(body.Waits, countShown{pluralOver(n.N, n.Over, k.one, k.many) + " on which reports disagree", kept.on(k.path + "?disputed=true")})
		}
	}
	return nil
}
