package pages

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// mending is the form by which an entry is put right. All of it works without scripts;
// with them each field and each verdict has a key.
type mending struct {
	Entry, Back string
	Fields      []mendField
	// Lists are lists of actors to which one can be added.
	Lists []string
	// Reports are those that a split can take off, of an entry of several.
	Reports []splitShown
	// Actors are whom a field may name.
	Actors []option
}

// mendField is what may be set of an entry.
type mendField struct {
	// Name is that of the record, such as "stance" or "actor:KEN".
	Name, Label, Key, Value string
	// Options are the values that it may have, none where any may come.
	Options []option
	// Who says that the value is an actor.
	Who bool
}

type splitShown struct{ ID, Name string }

// mendKeys are the keys of fields; a key that several have goes from one to the next.
var mendKeys = map[string]string{"actor": "w", "role": "r", "presence": "b", "stance": "v", "direction": "f", "date": "d", "place": "p",
	"type": "t", "act": "t", "status": "h", "modality": "h", "host": "i", "about": "q", "outcome": "z", "issue": "i", "proposal": "q",
	"condition": "z", "wording": "q", "medium": "i", "mode": "z"}

// mendLabels name fields to people.
var mendLabels = map[string]string{"wording": "Words", "medium": "Through", "mode": "Quoted", "modality": "Whether", "act": "Does", "status": "Stands"}

// mendingOf is the form of an entry, with the names of the actors whom it may be about.
func (s *site) mendingOf(e *record.Entry, back string, actors []record.Party) *mending {
	m := &mending{Entry: e.ID, Back: back, Lists: record.Lists(e.Kind)}
	for _, id := range actorsOf(e) {
		m.Fields = append(m.Fields, mendField{Name: "actor:" + id, Label: e.Called(id) + " is", Key: mendKeys["actor"], Value: id, Who: true})
		if e.Kind == record.Meeting {
			m.seat(e, id)
		}
	}
	for _, name := range record.Fields(e.Kind) {
		if record.IsActor(name) && name != "host" {
			continue // they are replaced one by one, or added
		}
		m.Fields = append(m.Fields, mendField{Name: name, Label: labelled(name), Key: mendKeys[name], Value: valueNow(e, name), Options: chosenOf(e.Kind, name, valueNow(e, name)), Who: name == "host"})
	}
	if len(e.Members) > 1 {
		for i := range e.Members {
			mb := &e.Members[i]
			m.Reports = append(m.Reports, splitShown{mb.Report, strings.TrimSpace(cmp.Or(string(mb.Outlet), "outlet not known") + " " + string(mb.Published))})
		}
	}
	m.Actors = actorOptions(e, actors)
	return m
}

// seat adds what is said of somebody at a meeting.
func (m *mending) seat(e *record.Entry, id string) {
	for i := range e.Meeting.Attendance {
		a := &e.Meeting.Attendance[i]
		if a.Actor != id {
			continue
		}
		for _, f := range [][2]string{{"role", string(a.Role)}, {"presence", string(a.Presence)}} {
			m.Fields = append(m.Fields, mendField{Name: f[0] + ":" + id, Label: labelled(f[0]) + " of " + e.Called(id), Key: mendKeys[f[0]], Value: f[1], Options: chosenOf(record.Meeting, f[0], f[1])})
		}
		return
	}
}

func labelled(field string) string {
	if l := mendLabels[field]; l != "" {
		return l
	}
	return strings.ToUpper(field[:1]) + field[1:]
}

// chosenOf are the values of a field to choose from, none where any may come.
func chosenOf(kind record.Kind, field, now string) []option {
	all := service.FieldValues(kind, field)
	if len(all) == 0 {
		return nil
	}
	out := optionsOf(slices.Clone(all), now)
	if now == "" {
		out = append([]option{{"", "not said", true}}, out...)
	}
	return out
}

// actorsOf are the actors of an entry, each once.
func actorsOf(e *record.Entry) []string {
	var out []string
	add := func(ids ...string) {
		for _, id := range ids {
			if id != "" && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	switch {
	case e.Meeting != nil:
		for i := range e.Meeting.Attendance {
			add(e.Meeting.Attendance[i].Actor)
		}
	case e.Statement != nil:
		add(e.Statement.Speakers...)
		add(e.Statement.Addressees...)
	case e.Event != nil:
		add(e.Event.Actors...)
		add(e.Event.Recipients...)
	case e.Position != nil:
		add(e.Position.Actor)
	}
	return out
}

// actorOptions are whom a field may name: who stands in the entry first.
func actorOptions(e *record.Entry, parties []record.Party) []option {
	var out []option
	for _, id := range actorsOf(e) {
		out = append(out, option{Value: id, Label: e.Called(id)})
	}
	for i := range parties {
		if p := &parties[i]; !slices.ContainsFunc(out, func(o option) bool { return o.Value == p.ID }) {
			out = append(out, option{Value: p.ID, Label: p.Name})
		}
	}
	return out
}

// valueNow is what the record says of a field.
func valueNow(e *record.Entry, field string) string {
	switch {
	case e.Meeting != nil:
		m := e.Meeting
		return map[string]string{"date": string(m.Date), "place": placeNow(m.Place), "status": string(m.Status), "type": m.Kind, "host": hostOf(m),
			"about": string(m.About), "outcome": string(m.Outcome)}[field]
	case e.Statement != nil:
		st := e.Statement
		return map[string]string{"date": string(st.Date), "place": string(st.Place), "act": string(st.Act), "mode": string(st.Mode), "medium": string(st.Medium), "wording": firstWords(st.Content)}[field]
	case e.Event != nil:
		v := e.Event
		return map[string]string{"date": string(v.Date), "place": placeNow(v.Place), "modality": string(v.Modality), "type": v.Plover.Type}[field]
	case e.Position != nil:
		p := e.Position
		out := map[string]string{"date": string(p.Date), "stance": string(p.Stance), "direction": string(p.Direction), "proposal": p.Proposal}
		if p.Issue != nil {
			out["issue"] = p.Issue.ID
		}
		if p.Condition != nil {
			out["condition"] = p.Condition.Text
		}
		return out[field]
	}
	return ""
}

// placeNow is a place as a correction writes it.
func placeNow(p *rapporteur.Place) string {
	if p == nil || p.Country == "" {
		return placed(p)
	}
	return p.Name + ", " + string(p.Country)
}

func hostOf(m *rapporteur.Meeting) string {
	for i := range m.Attendance {
		if m.Attendance[i].Role == rapporteur.Host {
			return m.Attendance[i].Actor
		}
	}
	return ""
}
