package service

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// deeds sorts what was agreed, demanded, refused, threatened and done under its own
// heading, each with its object: what is refused, or to whom something is done. One that
// has none is told in the report's own sentence.
func (d *desk) deeds(entries []record.Entry) {
	events := make([]*record.Entry, 0, len(entries))
	for i := range entries {
		e := &entries[i]
		if e.Event == nil || e.OpinionOnly() {
			continue
		}
		if !d.long {
			if e = plainly(e); e == nil {
				continue
			}
		}
		events = append(events, e)
	}
	slices.SortStableFunc(events, func(a, b *record.Entry) int {
		return cmp.Or(cmp.Compare(b.Sources, a.Sources), cmp.Compare(unknown(a), unknown(b)), cmp.Compare(leadOf(a), leadOf(b)), cmp.Compare(b.Event.Confidence, a.Event.Confidence), cmp.Compare(a.ID, b.ID))
	})
	for _, e := range events {
		section := sectionOf(e.Event)
		if section == Agreed && len(doers(e)) < 2 {
			section = Promised
		}
		if section == "" || !d.long && !telling(e) {
			continue
		}
		line := d.lineFor(e)
		switch {
		case !d.news.has(e):
			d.add(Background, line)
		case section == Next && !d.ahead(e.Event.Date, e.Last):
		default:
			d.add(section, line)
		}
	}
	d.byDate()
}

// doers gives the sides that do a deed.
func doers(e *record.Entry) []string {
	var out []string
	for _, id := range e.Event.Actors {
		side := id
		if a, ok := e.Cast[id]; ok && a.State != "" {
			side = string(a.State)
		}
		if !slices.Contains(out, side) {
			out = append(out, side)
		}
	}
	return out
}

// unknown is 1 for a deed of somebody whom no table knows.
func unknown(e *record.Entry) int {
	if slices.ContainsFunc(e.Event.Actors, func(id string) bool { return !strings.HasPrefix(id, "~") }) {
		return 0
	}
	return 1
}

// leadOf is 0 for what a report tells first, and more for what it tells later.
func leadOf(e *record.Entry) int {
	least := leadLength
	for i := range e.Members {
		for _, s := range e.Members[i].Evidence() {
			least = min(least, s.Start)
		}
	}
	return least / 300
}

// telling leaves out what is done by nobody in particular.
func telling(e *record.Entry) bool {
	return slices.ContainsFunc(e.Event.Actors, e.IsNamed) && !samePeople(e.Event.Actors, e.Event.Recipients)
}

// samePeople reports whether the one who does something is the one to whom it is done.
func samePeople(a, b []string) bool { return len(a) == 1 && len(b) == 1 && a[0] == b[0] }

// lineFor is the line of a meeting or a deed.
func (d *desk) lineFor(e *record.Entry) BriefLine {
	if e.Meeting != nil {
		return meetingLine(&Gathering{Meeting: e})
	}
	line := lineOf(e)
	if e.Event == nil {
		return line
	}
	v := e.Event
	actors := exact(e, v.Actors)
	line.When, line.Who, line.To = v.Date, namesOf(e, actors), without(namesOf(e, beyond(e, exact(e, v.Recipients), actors)), namesOf(e, actors))
	line.Act, line.Mode, line.Modality, line.Hedge = v.Plover.Type, string(v.Plover.Mode), v.Modality, string(v.Hedge)
	if v.Place != nil {
		line.Where = v.Place.Name
	}
	if v.ClaimedBy != "" {
		line.ClaimedBy = e.Called(string(v.ClaimedBy))
	}
	section := sectionOf(v)
	named := map[string]bool{}
	for _, id := range v.Recipients {
		named[e.Called(id)] = e.IsNamed(id)
	}
	if section != Done && section != "" || broad(v) {
		line.To = slices.DeleteFunc(line.To, func(name string) bool { return !named[name] })
	}
	needed := section != Done || len(line.To) == 0 || mutual(v) || broad(v) || !slices.ContainsFunc(v.Recipients, e.IsNamed)
	if found := d.objects.of(e); found.text != "" && needed {
		line.What = found.text
		line.Verbatim = found.fit == 1
	}
	if line.What == "" && needed && len(line.Quotes) > 0 {
		line.What, line.Verbatim = line.Quotes[0].Text, true
	}
	return line
}

// exact gives actors without the states and bodies for which others of them act: of
// Norway and its prime minister the prime minister.
func exact(e *record.Entry, ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		return slices.ContainsFunc(ids, func(o string) bool { return o != id && string(e.Cast[o].State) == id })
	})
}

// beyond gives those to whom something is done who are of another side than all who do
// it; where none is left, all of them unless several sides do it to each other.
func beyond(e *record.Entry, to, actors []string) []string {
	side := func(id string) string { return cmp.Or(string(e.Cast[id].State), id) }
	out := slices.DeleteFunc(slices.Clone(to), func(id string) bool {
		return slices.ContainsFunc(actors, func(a string) bool { return side(a) == side(id) })
	})
	if len(out) == 0 && len(doers(e)) < 2 {
		return to
	}
	return out
}

// mutual reports whether some do a thing to each other.
func mutual(v *rapporteur.Event) bool {
	return len(v.Actors) > 1 && slices.ContainsFunc(v.Recipients, func(id string) bool { return slices.Contains(v.Actors, id) })
}

// broad reports whether the type of an event says too little of what was done for the one
// to whom it was done to be object enough.
func broad(v *rapporteur.Event) bool {
	switch v.Plover.Type {
	case "COERCE", "RETREAT", "MOBILIZE", "AID", "COOPERATE":
		return v.Plover.Mode == ""
	}
	return false
}

// without gives names that are not among others, all of them where none would be left:
// what two do to each other is done to both.
func without(names, others []string) []string {
	out := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(others, n) })
	if len(out) == 0 && len(names) > 1 {
		return names
	}
	return out
}

// byDate puts what is to come in the order in which it will be; what has no day last.
func (d *desk) byDate() {
	slices.SortStableFunc(d.lines[Next], func(a, b BriefLine) int {
		if (a.When == "") != (b.When == "") {
			return cmp.Compare(strings.Compare(string(b.When), ""), strings.Compare(string(a.When), ""))
		}
		return cmp.Compare(a.When, b.When)
	})
}
