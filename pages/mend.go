package pages

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/export"
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
	// Picks are values to take by a digit while the field has the keyboard.
	Picks []pick
}

// pick is a value of a field that one key takes; Value is "actor:KEN=UGA".
type pick struct {
	Key         int
	Value, Name string
}

// mostPicks is how many digits there are.
const mostPicks = 9

type splitShown struct{ ID, Name string }

// mendKeys are the keys of fields; a key that several have goes from one to the next.
var mendKeys = map[string]string{"actor": "w", "role": "r", "presence": "b", "stance": "v", "direction": "f", "date": "d", "place": "p",
	"type": "t", "act": "t", "status": "h", "modality": "h", "host": "i", "about": "q", "outcome": "z", "issue": "i", "proposal": "q",
	"condition": "z", "wording": "q", "medium": "i", "mode": "z"}

// mendLabels name fields to people.
var mendLabels = map[string]string{"wording": "Words", "medium": "Through", "mode": "Quoted", "modality": "Whether", "act": "Does", "status": "Stands"}

// mendingFor is the form of an entry, with the names of the actors whom it may be about
// and what may stand in its fields instead.
func (s *site) mendingFor(r *http.Request, e *record.Entry, back string) (*mending, error) {
	parties, err := s.Record.Parties(r.Context(), record.Filter{Limit: mostActors})
	if err != nil {
		return nil, err
	}
	choices, err := service.ChoicesFor(r.Context(), s.Record, e)
	if err != nil {
		return nil, err
	}
	m := mendingOf(e, back, parties)
	for i := range m.Fields {
		m.Fields[i].picks(choices)
	}
	return m, nil
}

// picks offers what the reports say for a field besides what stands in it.
func (f *mendField) picks(c *service.Choices) {
	add := func(value, name string) {
		if value != f.Value && len(f.Picks) < mostPicks {
			f.Picks = append(f.Picks, pick{len(f.Picks) + 1, f.Name + "=" + value, name})
		}
	}
	switch {
	case f.Who:
		for _, a := range c.Actors {
			add(a.ID, a.Name)
		}
	case f.Name == "date":
		for _, d := range c.Dates {
			add(string(d), export.Day(d))
		}
	case f.Name == "place":
		for _, place := range c.Places {
			add(place, place)
		}
	}
}

// mendingOf is the form of an entry.
func mendingOf(e *record.Entry, back string, actors []record.Party) *mending {
	m := &mending{Entry: e.ID, Back: back, Lists: record.Lists(e.Kind)}
	for _, id := range service.ActorsOf(&e.Content) {
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

// actorOptions are whom a field may name: who stands in the entry first.
func actorOptions(e *record.Entry, parties []record.Party) []option {
	var out []option
	for _, id := range service.ActorsOf(&e.Content) {
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
		return map[string]string{"date": string(m.Date), "place": service.PlaceWritten(m.Place), "status": string(m.Status), "type": m.Kind, "host": hostOf(m),
			"about": string(m.About), "outcome": string(m.Outcome)}[field]
	case e.Statement != nil:
		st := e.Statement
		return map[string]string{"date": string(st.Date), "place": string(st.Place), "act": string(st.Act), "mode": string(st.Mode), "medium": string(st.Medium), "wording": firstWords(st.Content)}[field]
	case e.Event != nil:
		v := e.Event
		return map[string]string{"date": string(v.Date), "place": service.PlaceWritten(v.Place), "modality": string(v.Modality), "type": v.Plover.Type}[field]
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

func hostOf(m *rapporteur.Meeting) string {
	for i := range m.Attendance {
		if m.Attendance[i].Role == rapporteur.Host {
			return m.Attendance[i].Actor
		}
	}
	return ""
}
