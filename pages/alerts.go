package pages

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/export"
	"rapporteur/service"
)

// alertsPage is what the page of alerts shows.
type alertsPage struct {
	Rules []ruleShown
	// Found are the last alerts, of all rules.
	Found []alertShown
	// May says that the reader may mute rules.
	May bool
}

// ruleShown is a rule and how it stands with it.
type ruleShown struct {
	Name, What string
	Standing   []fact
	Muted      bool
	// Feed is the address of what it found, as a feed.
	Feed    string
	Letters []letterShown
}

// letterShown is a letter in words.
type letterShown struct{ At, To, State, Why string }

// alertShown is something that a rule found.
type alertShown struct{ At, Rule, Title, Address string }

// alertsShown is the number of alerts that the page shows.
const alertsShown = 50

// alerts is the screen of the rules, what they found and what was sent.
func (s *recordPages) alerts(r *http.Request) (*view, error) {
	body := &alertsPage{May: s.may(r)}
	v := &view{Title: "Alerts", Place: "/alerts", Template: "alerts", Body: body, Data: "/alerts"}
	if s.Alerts == nil {
		return v, nil
	}
	all, err := service.Alerts(r.Context(), s.Alerts, "")
	if err != nil {
		return nil, err
	}
	for i := range all {
		body.Rules = append(body.Rules, s.ruleOf(&all[i]))
	}
	err = s.Alerts.View(r.Context(), func(v alert.View) error {
		found, err := v.Notices(alert.NoticeQuery{Limit: alertsShown})
		for i := range found {
			n := &found[i]
			body.Found = append(body.Found, alertShown{clock(n.At), n.Rule, n.Title, "/e/" + url.PathEscape(n.Entry)})
		}
		return err
	})
	return v, err
}

// ruleOf puts a rule into words.
func (s *recordPages) ruleOf(a *service.Alerted) ruleShown {
	out := ruleShown{Name: a.Name, What: export.AlertLine(&a.Rule), Muted: a.Silent(s.Now()), Feed: s.API + "/alerts.atom?" + url.Values{"rule": {a.Name}}.Encode()}
	f := facts{}
	if out.Muted {
		f.say("Muted", orElse(clock(a.Muted.Until), "until it is ended"))
	}
	f.say("Found", plural(a.Found, "alert", "alerts"))
	if a.Last != nil {
		f.say("The last", clock(a.Last.At)+": "+a.Last.Title)
	}
	for _, n := range []struct {
		name  string
		count int
	}{{"Waiting", a.Waiting}, {"To be sent", a.Unsent}, {"Not sent", a.Failed}} {
		if n.count > 0 {
			f.say(n.name, strconv.Itoa(n.count))
		}
	}
	out.Standing = f.list
	for i := range a.Letters {
		l := &a.Letters[i]
		out.Letters = append(out.Letters, letterShown{clock(l.Made), l.To.String(), string(l.State), l.Failure})
	}
	return out
}

// clock is a moment as pages show it, nothing for none.
func clock(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format("2 Jan 2006, 15:04 UTC")
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// muteAlert is the screen that has a rule notice nothing, or notice again.
func (s *recordPages) muteAlert(r *http.Request) (*view, error) {
	name := r.PostFormValue("name")
	if s.Alerts == nil {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "alert " + name, Message: "there are no rules here"}
	}
	_, err := service.ChangeAlert(r.Context(), s.Alerts, name, s.Now(), func(rule *alert.Rule) {
		rule.By, rule.Muted = s.Who(r.Context()), nil
		if r.PostFormValue("mute") == "true" {
			rule.Muted = &alert.Mute{}
		}
	})
	if err == nil {
		s.Note(r.Context(), access.AlertKept, name)
	}
	return &view{To: "/alerts"}, err
}
