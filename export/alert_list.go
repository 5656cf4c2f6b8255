package export

import (
	"strconv"
	"strings"
	"time"

	"rapporteur/alert"
	"rapporteur/service"
)

// AlertLine is a rule in a line.
func AlertLine(r *alert.Rule) string {
	what := "when something of its own happens"
	if r.Digest != nil {
		what = "a digest at " + r.Digest.String()
	} else if len(r.When) > 0 {
		what = "when " + listed(r.When)
	}
	parts := []string{r.Name, what}
	for _, f := range []struct {
		name   string
		values []string
	}{{"dossier", filled(r.Dossier)}, {"actors", r.Actors}, {"states", r.States}, {"issues", r.Issues}, {"places", r.Places}, {"words", filled(r.Text)}} {
		if len(f.values) > 0 {
			parts = append(parts, f.name+" "+strings.Join(f.values, ", "))
		}
	}
	if r.Confidence > 0 {
		parts = append(parts, "at least "+strconv.FormatFloat(r.Confidence, 'g', 3, 64)+" sure")
	}
	for _, t := range r.To {
		parts = append(parts, t.String())
	}
	if len(r.To) == 0 {
		parts = append(parts, "in its feed alone")
	}
	return Clean(strings.Join(parts, "  "))
}

func listed(all []alert.When) string {
	var out []string
	for _, w := range all {
		out = append(out, string(w))
	}
	return strings.Join(out, ", ")
}

func filled(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// Alerts lists rules and how it stands with them at a time.
func Alerts(all []service.Alerted, now time.Time) *Listing {
	l := &Listing{Columns: []string{"name", "when", "receivers", "muted", "found", "last", "unsent", "failed", "failure"},
		None: "There is no rule; `rapporteur alert add` makes one."}
	for i := range all {
		a := &all[i]
		l.Values = append(l.Values, a)
		when, muted, last := listed(a.When), "", ""
		if a.Digest != nil {
			when = "digest " + a.Digest.String()
		}
		if a.Silent(now) {
			muted = "yes"
		}
		if a.Last != nil {
			last = stamp(a.Last.At)
		}
		var to []string
		for _, t := range a.To {
			to = append(to, t.String())
		}
		l.Rows = append(l.Rows, []string{a.Name, when, strings.Join(to, "; "), muted, strconv.Itoa(a.Found), last, strconv.Itoa(a.Unsent), strconv.Itoa(a.Failed), failureOf(a)})
		l.Items = append(l.Items, Item{Head: AlertLine(&a.Rule), Lines: []string{standingOf(a, now)}})
	}
	return l
}

// standingOf says how it stands with a rule.
func standingOf(a *service.Alerted, now time.Time) string {
	var parts []string
	switch {
	case a.Silent(now) && !a.Muted.Until.IsZero():
		parts = append(parts, "muted until "+stamp(a.Muted.Until))
	case a.Silent(now):
		parts = append(parts, "muted")
	}
	if a.Digest == nil {
		parts = append(parts, tally(a.Found, "alert", "alerts"))
	}
	if a.Last != nil {
		parts = append(parts, "the last "+stamp(a.Last.At)+": "+a.Last.Title)
	}
	if a.Waiting > 0 {
		parts = append(parts, tally(a.Waiting, "waits", "wait")+" for its hours or its rate")
	}
	if a.Unsent > 0 {
		parts = append(parts, tally(a.Unsent, "letter", "letters")+" to be sent")
	}
	if a.Failed > 0 {
		parts = append(parts, tally(a.Failed, "letter", "letters")+" not sent")
	}
	if why := failureOf(a); why != "" {
		parts = append(parts, why)
	}
	return Clean(strings.Join(parts, "; "))
}

// failureOf is why the last letter that failed did, if it was not sent since.
func failureOf(a *service.Alerted) string {
	for i := range a.Letters {
		if l := &a.Letters[i]; l.Failure != "" {
			return l.Failure
		}
	}
	return ""
}

// AlertShown shows a rule and its last letters.
func AlertShown(a *service.Alerted, now time.Time) *Listing {
	l := Alerts([]service.Alerted{*a}, now)
	for i := range a.Letters {
		one := &a.Letters[i]
		head := facts(stamp(one.Made), string(one.State), one.To.String(), tally(len(one.Notices), "alert", "alerts"), one.ID)
		if one.Digest != nil {
			head = facts(stamp(one.Made), string(one.State), one.To.String(), "digest", one.ID)
		}
		why := one.Failure
		if one.State == alert.Waiting && one.Tries > 0 {
			why = facts(why, tally(one.Tries, "try", "tries"), "again "+stamp(one.Due))
		}
		l.Items = append(l.Items, Item{Head: Clean(head), Lines: []string{Clean(why)}})
	}
	return l
}

// WouldSend lists letters that a rule would have sent since a time.
func WouldSend(name string, since time.Time, letters []Would, found int) *Listing {
	head := name + " would have sent " + strconv.Itoa(len(letters))
	if found != len(letters) {
		head += ", of " + tally(found, "alert", "alerts")
	}
	l := &Listing{Columns: []string{"at", "subject"}, Items: []Item{{Head: Clean(head + " since " + stamp(since))}}}
	for _, w := range letters {
		l.Values = append(l.Values, w)
		l.Rows = append(l.Rows, []string{stamp(w.At), w.Subject})
		item := Item{Head: Clean(facts(stamp(w.At), w.Subject))}
		for i := range w.Notices {
			n := &w.Notices[i]
			item.Lines = append(item.Lines, Clean(facts(n.Entry, n.Title, n.Day)))
		}
		l.Items = append(l.Items, item)
	}
	return l
}

// Would is a letter that would have been sent.
type Would struct {
	At      time.Time      `json:"at"`
	Subject string         `json:"subject"`
	Notices []alert.Notice `json:"notices,omitempty"`
	// Digest is what a digest would have said.
	Digest *alert.Composed `json:"digest,omitempty"`
}
