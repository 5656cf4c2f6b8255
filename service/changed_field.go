package service

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// sourcesField is how many independent sources tell of an entry; wordFields are fields
// that are words of reports.
const sourcesField = "sources"

var wordFields = []string{"about", "outcome", "proposal", "condition", "words"}

// fieldChanges gives the fields in which an entry differs from what it was.
func fieldChanges(before, now *record.Entry) []FieldChange {
	out := []FieldChange{}
	was, is := fieldsOf(before), fieldsOf(now)
	for _, f := range is {
		old := valueOf(was, f.Field)
		if f.Now != old {
			out = append(out, FieldChange{f.Field, old, f.Now})
		}
	}
	for _, f := range was {
		if !slices.ContainsFunc(is, func(o FieldChange) bool { return o.Field == f.Field }) && f.Now != "" {
			out = append(out, FieldChange{f.Field, f.Now, ""})
		}
	}
	return out
}

func valueOf(fields []FieldChange, name string) string {
	for _, f := range fields {
		if f.Field == name {
			return f.Now
		}
	}
	return ""
}

// fieldsOf are the fields of an entry in which a reader would see a change, with what is
// said now.
func fieldsOf(e *record.Entry) []FieldChange {
	var out []FieldChange
	add := func(name, value string) { out = append(out, FieldChange{Field: name, Now: value}) }
	switch {
	case e.Meeting != nil:
		m := e.Meeting
		add("status", string(m.Status))
		add("kind", m.Kind)
		add("date", string(m.Date))
		add("place", placeName(m.Place))
		add("about", string(m.About))
		add("outcome", string(m.Outcome))
		add("claimed by", nameOf(e, m.ClaimedBy))
		for i := range m.Attendance {
			add("presence of "+e.Called(m.Attendance[i].Actor), string(m.Attendance[i].Presence))
		}
	case e.Event != nil:
		v := e.Event
		add("modality", string(v.Modality))
		add("type", strings.TrimSpace(v.Plover.Type+" "+string(v.Plover.Mode)))
		add("date", string(v.Date))
		add("place", placeName(v.Place))
		add("actors", strings.Join(namesOf(e, v.Actors), ", "))
		add("recipients", strings.Join(namesOf(e, v.Recipients), ", "))
		add("claimed by", nameOf(e, v.ClaimedBy))
	case e.Position != nil:
		p := e.Position
		add("direction", string(p.Direction))
		add("stance", string(p.Stance))
		add("proposal", p.Proposal)
		if p.Condition != nil {
			add("condition", p.Condition.Text)
		}
		if p.Issue != nil {
			add("issue", p.Issue.Label)
		}
		add("date", string(p.Date))
		add("claimed by", nameOf(e, p.ClaimedBy))
	case e.Statement != nil:
		s := e.Statement
		add("speakers", strings.Join(namesOf(e, s.Speakers), ", "))
		add("act", string(s.Act))
		add("for", nameOf(e, s.For))
		add("date", string(s.Date))
		add("words", spokenIn(s))
	}
	for i := range e.Disputes {
		field, actor, of := strings.Cut(e.Disputes[i].Field, ":")
		if of {
			field += " of " + e.Called(actor)
		}
		add("dispute about "+field, "open")
	}
	add(sourcesField, strconv.Itoa(e.Sources))
	return out
}

// nameOf is the name of an actor, empty for none.
func nameOf(e *record.Entry, id rapporteur.Text) string {
	if id == "" {
		return ""
	}
	return e.Called(string(id))
}

func placeName(p *rapporteur.Place) string {
	if p == nil {
		return ""
	}
	return p.Name
}
