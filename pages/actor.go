package pages

import (
	"cmp"
	"net/http"
	"net/url"
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// actorPage is what the page of an actor shows.
type actorPage struct {
	ID, Name string
	Facts    []fact
	Offices  table
	Sections []actorSection
}

// actorSection is a heading with a table below it, and the way to all of it.
type actorSection struct {
	ID, Name, Address string
	Table             table
}

// actor is the screen of an actor: who it is, what it did and said, and what others say
// of it.
func (s *recordPages) actor(r *http.Request) (*view, error) {
	kept := stickyOf(r.URL.Query())
	dir, err := s.directory.open()
	if err != nil {
		return nil, err
	}
	p, err := dir.Profile(r.Context(), s.Record, r.PathValue("id"), kept.AsOf)
	if err != nil {
		return nil, absent(err, kept.AsOf)
	}
	body := &actorPage{ID: p.Party.ID, Name: p.Party.Name, Facts: actorFacts(p), Offices: officesOf(p)}
	about := kept.values()
	about.Set("actor", p.Party.ID)
	for _, one := range []struct {
		l       listing
		id      string
		name    string
		entries []record.Entry
		more    string
	}{
		{meetings, "meetings", "Meetings", p.Meetings, addressOf("/meetings", about)},
		{statements, "statements", "What it says", p.Statements, addressOf("/statements", about)},
		{events, "events", "What it does, and what is done to it", p.Deeds, addressOf("/events", about)},
		{statements, "named", "How others speak of it", p.Named, ""},
	} {
		if len(one.entries) > 0 {
			body.Sections = append(body.Sections, sectionOfEntries(one.l, one.id, one.name, one.entries, one.more))
		}
	}
	if len(p.Lines) > 0 {
		body.Sections = append(body.Sections, wantedBy(p))
	}
	return &view{Title: body.Name, Template: "actor", Body: body, Data: addressOf(actorAt(p.Party.ID), asOf(kept))}, nil
}

// sectionOfEntries shows entries as their list does, with the way to all of them.
func sectionOfEntries(l listing, id, name string, entries []record.Entry, more string) actorSection {
	out := actorSection{ID: id, Name: name, Address: more, Table: table{Caption: name, Columns: l.columns}}
	for i := range entries {
		out.Table.Rows = append(out.Table.Rows, row{entries[i].ID, l.cells(&entries[i], url.Values{})})
	}
	return out
}

// wantedBy shows the last position of an actor on each issue.
func wantedBy(p *service.Profile) actorSection {
	out := actorSection{ID: "positions", Name: "What it wants", Table: table{Caption: "What it wants, issue by issue", Columns: []column{{"Day", "day"}, {"Issue", ""}, {"Stance", ""}, {"Proposal", "main"}, {"Sources", "day"}}}}
	for i := range p.Lines {
		l := &p.Lines[i]
		if len(l.Positions) == 0 {
			continue
		}
		e := &l.Positions[len(l.Positions)-1]
		stance := cell{{Text: stanceWords[e.Position.Stance]}}
		if len(l.Shifts) > 0 {
			stance = append(stance, part{Text: plural(len(l.Shifts), "shift", "shifts"), Look: "doubt"})
		}
		out.Table.Rows = append(out.Table.Rows, row{e.ID, []cell{when(e.Position.Date, e), words(l.Issue.Label), stance, {{Text: e.Position.Proposal, Entry: e.ID}}, sources(e)}})
	}
	return out
}

// actorFacts are who an actor is.
func actorFacts(p *service.Profile) []fact {
	f := facts{}
	f.say("Kind", string(p.Party.Kind))
	if st := string(p.Party.State); st != "" && st != p.Party.ID {
		f.list = append(f.list, fact{"Of", cell{{Text: st, To: actorAt(st), Look: "actor"}}})
	}
	if p.Known != nil {
		f.say("Sector", worded(p.Known.Sector))
		f.say("Status", worded(p.Known.Status))
		f.say("Also called", strings.Join(othersOf(p.Known.Names, p.Party.Name), ", "))
	}
	if !p.Party.Known {
		f.list = append(f.list, fact{"Known", cell{{Text: "to the reports alone", Look: "doubt"}}})
	}
	f.say("On the record in", plural(p.Party.Entries, "entry", "entries"))
	return f.list
}

// mostNames is the number of other names that are shown.
const mostNames = 12

func othersOf(names []string, name string) []string {
	var out []string
	for _, n := range names {
		if n != name && len(out) < mostNames {
			out = append(out, n)
		}
	}
	return out
}

// officesOf shows the offices that somebody held, and what taught them.
func officesOf(p *service.Profile) table {
	t := table{Caption: "Offices, by date", Columns: []column{{"From", "day"}, {"To", "day"}, {"Office", "main"}, {"For", ""}, {"Known from", ""}}}
	if p.Known == nil {
		return t
	}
	for i := range p.Known.Terms {
		term := &p.Known.Terms[i]
		until := words(dayNamed(term.To))
		if term.To == "" && term.KnownUntil != "" {
			until = cell{{Text: "held on " + dayNamed(term.KnownUntil), Look: "quiet"}}
		}
		office := words(term.Title)
		if term.Acting {
			office = append(office, part{Text: "acting", Look: "tag"})
		}
		t.Rows = append(t.Rows, row{Cells: []cell{words(dayNamed(term.From)), until, office, {{Text: term.For, To: actorAt(term.For), Look: "actor"}}, taughtBy(term)}})
	}
	return t
}

// dayNamed is a day of a table in words.
func dayNamed(day string) string { return export.Day(rapporteur.Date(day)) }

// taughtBy is what a term is known from: a table, or reports.
func taughtBy(t *service.KnownTerm) cell {
	if len(t.Learned) == 0 {
		return cell{{Text: cmp.Or(t.Source, "the tables"), Look: "quiet"}}
	}
	var out cell
	for _, n := range t.Learned[:min(3, len(t.Learned))] {
		out = append(out, part{Text: cmp.Or(string(n.Outlet), "a report") + ", " + export.Day(n.Published), To: reportAt(n.Report), Title: firstWords(n.Evidence)})
	}
	if more := len(t.Learned) - len(out); more > 0 {
		out = append(out, part{Text: "and " + plural(more, "report", "reports") + " more", Look: "quiet"})
	}
	return append(out, part{Text: percent(t.Confidence), Look: "quiet"})
}
