package export

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// Shifts lists how parties moved, with both quotes.
func Shifts(shifts []record.Shift) *Listing {
	l := &Listing{
		Columns: []string{"party", "issue", "from_date", "from_stance", "from_proposal", "to_date", "to_stance", "to_proposal", "from_quote", "to_quote", "from_id", "to_id"},
		None:    "Nobody has moved.",
	}
	for i := range shifts {
		s := &shifts[i]
		l.Values = append(l.Values, s)
		l.Rows = append(l.Rows, []string{s.Party, s.Issue.ID, string(s.From.Date), string(s.From.Stance), s.From.Proposal,
			string(s.To.Date), string(s.To.Stance), s.To.Proposal, s.From.Quote.Text, s.To.Quote.Text, s.From.Entry, s.To.Entry})
		l.Items = append(l.Items, Item{Entry: s.To.Entry, Head: ShiftPhrase(s), Lines: []string{
			turn("before", &s.From), turn("now", &s.To)}})
	}
	return l
}

// ShiftPhrase says a shift in one sentence without a full stop: what the party wanted
// and what it wants now. Without the proposals it names the issue.
func ShiftPhrase(s *record.Shift) string {
	if s.From.Proposal == "" || s.To.Proposal == "" {
		return fmt.Sprintf("%s on %s: from %s to %s", s.Name, firstOf(s.Issue.Label, "a proposal"), s.From.Stance, s.To.Stance)
	}
	b := fmt.Sprintf("%s %s “%s”%s, now %s", s.Name, stood[s.From.Stance], oneLine(s.From.Proposal), condition(&s.From), stands[s.To.Stance])
	if oneLine(s.To.Proposal) != oneLine(s.From.Proposal) {
		b += " “" + oneLine(s.To.Proposal) + "”"
	} else {
		b += " it"
	}
	b += condition(&s.To)
	if s.Issue.ID != "" {
		b += " (" + s.Issue.Label + ")"
	}
	return b
}

// stood and stands are what a party did about a proposal before, and does now.
var (
	stood = map[rapporteur.Stance]string{rapporteur.Supports: "supported", rapporteur.Opposes: "opposed",
		rapporteur.ConditionalStance: "would support", rapporteur.Undecided: "was undecided on"}
	stands = map[rapporteur.Stance]string{rapporteur.Supports: "supports", rapporteur.Opposes: "opposes",
		rapporteur.ConditionalStance: "would support", rapporteur.Undecided: "is undecided on"}
)

// condition is what a turn depends on, behind a blank.
func condition(t *record.Turn) string {
	if t.Condition == nil || t.Condition.Text == "" {
		return ""
	}
	return " " + oneLine(inEnglish(*t.Condition))
}

func turn(when string, t *record.Turn) string {
	line := strings.TrimSpace(t.Entry+" "+when) + ", " + Day(t.Date)
	if who := firstOf(strings.Join(t.Outlets[:min(2, len(t.Outlets))], ", "), titled(t.Title), t.Quote.Report); who != "" {
		line += ", " + who
	}
	if t.Quote.Text != "" {
		line += ": “" + oneLine(t.Quote.Text) + "”" + translated(t.Quote)
	}
	return line
}

// Parties lists actors of the record.
func Parties(parties []record.Party) *Listing {
	l := &Listing{Columns: []string{"id", "name", "kind", "state", "known", "entries"}, None: "No actor on the record matches."}
	for i := range parties {
		p := &parties[i]
		l.Values = append(l.Values, p)
		l.Rows = append(l.Rows, []string{p.ID, p.Name, string(p.Kind), string(p.State), strconv.FormatBool(p.Known), strconv.Itoa(p.Entries)})
		l.Items = append(l.Items, Item{Entry: p.ID, Head: facts(p.Name, string(p.Kind), string(p.State), tally(p.Entries, "entry", "entries"))})
	}
	return l
}

// Reports lists reports of the record.
func Reports(reports []record.Report) *Listing {
	l := &Listing{Columns: []string{"id", "published", "outlet", "title", "url", "wire", "superseded_by", "entries"}, None: "No report on the record matches."}
	for i := range reports {
		r := &reports[i]
		n := 0
		for _, k := range record.Kinds() {
			n += r.Entries[k]
		}
		l.Values = append(l.Values, r)
		l.Rows = append(l.Rows, []string{r.ID, string(r.Published), string(r.Outlet), string(r.Title), string(r.URL), r.Wire, r.SupersededBy, strconv.Itoa(n)})
		item := Item{Entry: r.ID, Head: facts(Day(r.Published), string(r.Outlet), string(r.Title), tally(n, "entry", "entries"))}
		if r.SupersededBy != "" {
			item.Lines = append(item.Lines, "a later version is "+r.SupersededBy)
		}
		if len(r.Copies) > 0 {
			item.Lines = append(item.Lines, "the same text in "+counted(len(r.Copies), "other report"))
		}
		l.Items = append(l.Items, item)
	}
	return l
}

// Lines lists what parties want, issue by issue, in the order of time.
func Lines(lines []record.Line) *Listing {
	l := &Listing{Columns: []string{"party", "issue", "date", "stance", "proposal", "condition", "sources", "quote", "id", "direction", "claimed_by"}, None: "No position on the record matches."}
	for i := range lines {
		line := &lines[i]
		l.Values = append(l.Values, line)
		item := Item{Head: line.Name + " on " + line.Issue.Label}
		for k := range line.Positions {
			e := &line.Positions[k]
			p := e.Position
			var condition string
			if p.Condition != nil {
				condition = p.Condition.Text
			}
			l.Rows = append(l.Rows, []string{line.Party, line.Issue.ID, string(p.Date), string(p.Stance), p.Proposal, condition, strconv.Itoa(e.Sources), quoteOf(e), e.ID, string(p.Direction), string(p.ClaimedBy)})
			item.Lines = append(item.Lines, e.ID+" "+wanted(e)+" "+Sources(e, 3), quoteOf(e))
		}
		l.Items = append(l.Items, item)
	}
	return l
}

// Answer lists what the record answers to a question about a subject.
func Answer(about service.Subject, a *service.Answer) *Listing {
	switch about {
	case service.Actors:
		return Parties(a.Actors)
	case service.Reports:
		return Reports(a.Reports)
	case service.Shifts:
		return Shifts(a.Shifts)
	}
	return Entries(a.Entries)
}
