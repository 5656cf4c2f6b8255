package service

import (
	"slices"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/record"
)

// Found is something on the record that a rule of alerts may tell.
type Found struct {
	alert.Sign
	// Entry is what it is about, as it stands; Shift is set where a party has moved.
	Entry record.Entry
	Shift *record.Shift
	// Whom is the name of who is left out, Field what sources disagree on.
	Whom, Field string
	// Fields are what was told otherwise before.
	Fields []FieldChange
}

// SignsOf gives what has happened to the record since a time, up to that of the look, and
// concerns a rule: what WhatChanged tells of its part of the record. Of entries that were
// there before only what stands otherwise now is asked for.
func SignsOf(l *record.Look, rule *alert.Rule, from time.Time) ([]Found, error) {
	f := record.Filter{Kinds: kindsOf(rule), Actors: rule.Actors, States: rule.States, Issues: rule.Issues, Places: rule.Places,
		Text: rule.Text, Dossier: rule.Dossier}
	d, err := l.Since(f, from)
	if err != nil {
		return nil, err
	}
	var out []Found
	for i := range d.New {
		out = append(out, signs(rule, &d.New[i])...)
	}
	for i := range d.Altered {
		a := &d.Altered[i]
		if a.After == nil {
			continue
		}
		was, fields := signs(rule, a.Before), fieldChanges(a.Before, a.After)
		for _, f := range append(signs(rule, a.After), postponed(rule, a.Before, a.After)...) {
			f.Asked = f.Asked && !slices.ContainsFunc(was, func(o Found) bool { return o.Asked && o.Aspect == f.Aspect && o.Value == f.Value })
			f.Fields = slices.DeleteFunc(slices.Clone(fields), func(c FieldChange) bool { return c.Field == sourcesField })
			out = append(out, f)
		}
	}
	return append(out, moves(rule, d)...), nil
}

// kindsOf are the kinds of entries that a rule is about.
func kindsOf(rule *alert.Rule) []record.Kind {
	if rule.Asks(alert.Appears) || rule.Asks(alert.Disagree) {
		return []record.Kind{record.Meeting, record.Event, record.Statement, record.Position}
	}
	var out []record.Kind
	if rule.Asks(alert.Moves) {
		out = append(out, record.Position)
	}
	if slices.ContainsFunc(rule.When, func(w alert.When) bool { return w != alert.Moves }) {
		out = append(out, record.Meeting)
	}
	return out
}

// signs are how an entry stands.
func signs(rule *alert.Rule, e *record.Entry) []Found {
	out := []Found{{Sign: alert.Sign{When: alert.Appears, Aspect: "appears", Value: "yes"}}}
	if e.Meeting != nil {
		out = append(out, Found{Sign: statusSign(e.Meeting.Status)})
		out = append(out, absences(rule, e)...)
	}
	for i := range e.Disputes {
		field := e.Disputes[i].Field
		out = append(out, Found{Sign: alert.Sign{When: alert.Disagree, Aspect: "dispute " + field, Value: "open"}, Field: field})
	}
	for i := range out {
		f := &out[i]
		f.Entry, f.Things = *e, thingsOf(e)
		f.Asked = rule.Asks(f.When) && confidenceOf(e) >= rule.Confidence && (f.When != alert.LeftOut || f.Asked)
	}
	return out
}

// statusSign is how it stands with a meeting.
func statusSign(s rapporteur.Status) alert.Sign {
	sign := alert.Sign{Aspect: "status", Value: string(s)}
	switch s {
	case rapporteur.PlannedMeeting:
		sign.When = alert.Planned
	case rapporteur.UnderWayMeeting, rapporteur.Held:
		sign.When, sign.Value = alert.Held, string(rapporteur.Held)
	case rapporteur.Postponed:
		sign.When = alert.PutOff
	case rapporteur.Cancelled, rapporteur.RefusedMeeting:
		sign.When, sign.Value = alert.Cancelled, string(rapporteur.Cancelled)
	}
	return sign
}

// absences are those who are left out of a meeting; asked for is each whom the rule names,
// or anybody where it names nobody.
func absences(rule *alert.Rule, e *record.Entry) []Found {
	var out []Found
	for i := range e.Meeting.Attendance {
		a := &e.Meeting.Attendance[i]
		if a.Presence != rapporteur.Excluded {
			continue
		}
		named := len(rule.Actors)+len(rule.States) == 0 || slices.Contains(rule.Actors, a.Actor) || slices.Contains(rule.Actors, string(a.For)) ||
			slices.Contains(rule.States, string(a.For)) || slices.Contains(rule.States, string(e.Cast[a.Actor].State))
		out = append(out, Found{Sign: alert.Sign{When: alert.LeftOut, Aspect: "left out " + a.Actor, Value: "yes", Asked: named}, Whom: e.Called(a.Actor)})
	}
	return out
}

// postponed is a meeting whose day is a later one now, though it is planned as before.
func postponed(rule *alert.Rule, before, now *record.Entry) []Found {
	if now.Meeting == nil || before.Meeting == nil || now.Meeting.Status == rapporteur.Postponed {
		return nil
	}
	was, ok := lastDay(before.Meeting.Date)
	is, known := firstDay(now.Meeting.Date)
	coming := now.Meeting.Status == rapporteur.PlannedMeeting || now.Meeting.Status == rapporteur.Proposed
	if !ok || !known || was >= is || !coming {
		return nil
	}
	return []Found{{Entry: *now, Sign: alert.Sign{When: alert.PutOff, Aspect: "date", Value: string(now.Meeting.Date), Things: thingsOf(now),
		Asked: rule.Asks(alert.PutOff) && now.Meeting.Confidence >= rule.Confidence}}}
}

// moves are the shifts among what came, of those whom the rule names.
func moves(rule *alert.Rule, d *record.Difference) []Found {
	if !rule.Asks(alert.Moves) {
		return nil
	}
	var out []Found
	for i := range d.Shifts {
		s := &d.Shifts[i]
		at := slices.IndexFunc(d.New, func(e record.Entry) bool { return e.ID == s.To.Entry })
		if at < 0 || s.To.Confidence < rule.Confidence || !movesOf(rule, s, &d.New[at]) {
			continue
		}
		value := string(s.To.Stance)
		if s.To.Direction != "" {
			value = string(s.To.Direction)
		}
		out = append(out, Found{Entry: d.New[at], Shift: s, Sign: alert.Sign{When: alert.Moves, Asked: true, Aspect: "moved", Value: value,
			Things: append(thingsOf(&d.New[at]), "move of "+s.Party+" from "+s.From.Entry)}})
	}
	return out
}

func movesOf(rule *alert.Rule, s *record.Shift, e *record.Entry) bool {
	if len(rule.Actors)+len(rule.States) == 0 {
		return true
	}
	return slices.Contains(rule.Actors, s.Party) || slices.Contains(rule.Actors, s.To.Actor) ||
		slices.Contains(rule.States, s.Party) || slices.Contains(rule.States, string(e.Cast[s.To.Actor].State))
}
