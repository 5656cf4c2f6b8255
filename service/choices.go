package service

import (
	"cmp"
	"context"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// Choices are what may stand in the fields of an entry instead: what its reports disagree
// on, and what the entries beside it name, the nearest in the text first. Who corrects
// chooses among them by one key.
type Choices struct {
	Actors []Chosen
	Dates  []rapporteur.Date
	// Places are as a correction writes them: a name, or "Geneva, CHE".
	Places []string
}

// Chosen is an actor with its name.
type Chosen struct{ ID, Name string }

// ChoicesFor looks at what the first report of an entry says besides it.
func ChoicesFor(ctx context.Context, r *record.Record, e *record.Entry) (*Choices, error) {
	out := &Choices{}
	out.take(e)
	out.disputed(e)
	if len(e.Members) == 0 {
		return out, nil
	}
	first := &e.Members[0]
	_, beside, err := ReportOf(ctx, r, first.Report, "", false)
	if err != nil {
		return nil, err
	}
	from := firstOf(first.Evidence())
	away := func(one *record.Entry) int {
		for i := range one.Members {
			if one.Members[i].Report == first.Report {
				far := firstOf(one.Members[i].Evidence()) - from
				return max(far, -far)
			}
		}
		return from
	}
	slices.SortStableFunc(beside, func(a, b record.Entry) int { return cmp.Compare(away(&a), away(&b)) })
	for i := range beside {
		out.take(&beside[i])
	}
	out.day(first.Published)
	return out, nil
}

// take adds what an entry names.
func (c *Choices) take(e *record.Entry) {
	for _, id := range ActorsOf(&e.Content) {
		if !slices.ContainsFunc(c.Actors, func(one Chosen) bool { return one.ID == id }) {
			c.Actors = append(c.Actors, Chosen{id, e.Called(id)})
		}
	}
	switch {
	case e.Meeting != nil:
		c.day(e.Meeting.Date)
		c.place(PlaceWritten(e.Meeting.Place))
	case e.Event != nil:
		c.day(e.Event.Date)
		c.place(PlaceWritten(e.Event.Place))
	case e.Statement != nil:
		c.day(e.Statement.Date)
		c.place(string(e.Statement.Place))
	case e.Position != nil:
		c.day(e.Position.Date)
	}
}

// disputed adds what reports disagree on.
func (c *Choices) disputed(e *record.Entry) {
	for _, d := range e.Disputes {
		for _, v := range d.Versions {
			switch d.Field {
			case "date":
				c.day(rapporteur.Date(v.Value))
			case "place":
				c.place(v.Value)
			}
		}
	}
}

func (c *Choices) day(d rapporteur.Date) {
	if d != "" && !slices.Contains(c.Dates, d) {
		c.Dates = append(c.Dates, d)
	}
}

func (c *Choices) place(name string) {
	if name != "" && !slices.Contains(c.Places, name) {
		c.Places = append(c.Places, name)
	}
}

// ActorsOf are the actors of a content, each once.
func ActorsOf(c *record.Content) []string {
	var out []string
	add := func(ids ...string) {
		for _, id := range ids {
			if id != "" && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	switch {
	case c.Meeting != nil:
		for i := range c.Meeting.Attendance {
			add(c.Meeting.Attendance[i].Actor)
		}
	case c.Statement != nil:
		add(c.Statement.Speakers...)
		add(c.Statement.Addressees...)
	case c.Event != nil:
		add(c.Event.Actors...)
		add(c.Event.Recipients...)
	case c.Position != nil:
		add(c.Position.Actor)
	}
	return out
}

// PlaceWritten is a place as a correction writes it.
func PlaceWritten(p *rapporteur.Place) string {
	switch {
	case p == nil:
		return ""
	case p.Country == "":
		return p.Name
	case p.Name == "":
		return string(p.Country)
	}
	return p.Name + ", " + string(p.Country)
}
