package service

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// reporting leaves to each entry the members that support it.
func (g *gathered) reporting() {
	for i := range g.entries {
		g.entries[i].Members = g.entries[i].Reporting()
	}
	for i := range g.lines {
		for k := range g.lines[i].Positions {
			p := &g.lines[i].Positions[k]
			p.Members = p.Reporting()
		}
	}
}

// arrange sorts what was gathered into sections.
func (b *Brief) arrange(g *gathered, q *BriefQuestion) {
	o := objectsOf(g.entries, g.lines, !q.Long)
	d := &desk{brief: b, news: newsOf(b, o), objects: o, long: q.Long, lines: map[SectionID][]BriefLine{}, told: map[string]int{}}
	if d.wanted = q.Most; d.wanted == 0 {
		d.wanted = 8
	}
	opinions := map[string]bool{}
	for i := range g.entries {
		e := &g.entries[i]
		d.today = max(d.today, e.Last)
		for _, m := range e.Members {
			if m.Genre == rapporteur.Opinion {
				opinions[m.Report] = true
			}
		}
	}
	b.Opinions = len(opinions)
	g.reporting()
	d.meetings(g.entries)
	d.moved(g.shifts)
	d.wants(g.lines)
	d.deeds(g.entries)
	d.disputes(g.entries)
	d.odd(g.entries)
	d.thin()
	b.Sections = []Section{}
	for _, s := range sections {
		all := d.lines[s.id]
		most := s.most
		if q.Most > 0 {
			most = q.Most
		}
		if q.Long {
			most = len(all)
		}
		if len(all) > 0 && s.most > 0 || len(all) > 0 && q.Long {
			one := Section{ID: s.id, Name: s.name, Lines: all[:min(most, len(all))], More: max(0, len(all)-most)}
			if s.id == Moved {
				one.More, one.Over = one.More+g.moves.N-len(g.shifts), g.moves.Over
			}
			b.Sections = append(b.Sections, one)
		}
	}
}

// moved says who moved, as the record's shifts have it.
func (d *desk) moved(shifts []record.Shift) {
	for i := range shifts {
		s := &shifts[i]
		if !d.long && !(sureTurn(&s.From) && sureTurn(&s.To)) {
			continue
		}
		d.add(Moved, BriefLine{Entries: []string{s.To.Entry, s.From.Entry}, When: s.To.Date, Who: []string{s.Name}, What: s.To.Proposal, Issue: s.Issue.Label,
			Stance: s.To.Stance, Direction: s.To.Direction, Sources: s.To.Sources, Outlets: s.To.Outlets, Shift: s,
			Quotes: []Quote{turnQuote(&s.From), turnQuote(&s.To)}})
	}
}

func turnQuote(t *record.Turn) Quote {
	outlet := string(t.Title)
	if len(t.Outlets) > 0 {
		outlet = strings.Join(t.Outlets, ", ")
	}
	return Quote{t.Quote.Report, t.Quote.Start, t.Quote.End, t.Quote.Text, t.Date, outlet, t.Quote.Translation}
}

// wants says what each party wants, party by party, those with most to say first.
func (d *desk) wants(lines []record.Line) {
	said, known := map[string]int{}, map[string]int{} // parties that the tables know go first
	var all []BriefLine
	for i := range lines {
		l := &lines[i]
		for _, e := range d.words(l) {
			line := lineOf(e)
			p := e.Position
			line.Who, line.When, line.What, line.Stance, line.Direction, line.Issue = []string{l.Name}, on(e), p.Proposal, p.Stance, p.Direction, l.Issue.Label
			if !d.long {
				d.plainWish(&line, e)
			}
			if p.Condition != nil {
				line.Condition = p.Condition.Text
			}
			if p.ClaimedBy != "" {
				line.ClaimedBy = e.Called(string(p.ClaimedBy))
			}
			said[l.Name]++
			if !strings.HasPrefix(l.Party, "~") {
				known[l.Name] = 1
			}
			all = append(all, line)
		}
	}
	slices.SortStableFunc(all, func(a, b BriefLine) int {
		return cmp.Or(cmp.Compare(known[b.Who[0]], known[a.Who[0]]), cmp.Compare(said[b.Who[0]], said[a.Who[0]]), cmp.Compare(a.Who[0], b.Who[0]), cmp.Compare(b.Sources, a.Sources), cmp.Compare(b.When, a.When))
	})
	for _, l := range d.inTurn(all) {
		d.add(Wants, l)
	}
}

// words are the positions of a line that are told: all of them in a long brief, else the
// party's last word that is sure and says enough by itself, unless a later one that is
// less sure says otherwise.
func (d *desk) words(l *record.Line) []*record.Entry {
	var out []*record.Entry
	if !d.long && !l.IsParty() {
		return nil
	}
	for i := range l.Positions {
		if e := &l.Positions[i]; (d.long || e.Position.ClaimedBy == "") && !e.OpinionOnly() && d.news.reported(e) && e.IsNamed(l.Party) && e.Position.Proposal != "" {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b *record.Entry) int { return newer(b, a) })
	if d.long || len(out) == 0 {
		return out
	}
	for i, e := range out {
		if e.Position.Direction != "" && i > 0 && out[0].Position.Direction == e.Position.Direction.Opposite() {
			return nil
		}
		if surely(e, sureWish) && d.objects.wholeWish(e) != "" {
			return out[i : i+1]
		}
	}
	return nil
}

// doubtful is the confidence below which a meeting is not told on a page.
const doubtful = 0.5

// inTurn lets every party have its say before one has a second, and puts the lines of a
// party together again on the page.
func (d *desk) inTurn(lines []BriefLine) []BriefLine {
	if d.long {
		return lines
	}
	turn := map[string]int{}
	at, order := make([]int, len(lines)), make([]int, len(lines))
	for i := range lines {
		at[i], order[i] = turn[lines[i].Who[0]], i
		turn[lines[i].Who[0]]++
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(at[a], at[b]) })
	slices.Sort(order[:min(d.wanted, len(order))])
	out := make([]BriefLine, len(lines))
	for to, from := range order {
		out[to] = lines[from]
	}
	return out
}

// disputes puts side by side what reports disagree on.
func (d *desk) disputes(entries []record.Entry) {
	for i := range entries {
		e := &entries[i]
		if len(e.Disputes) == 0 || e.OpinionOnly() || !d.long && !plainDispute(e) {
			continue
		}
		line := d.lineFor(e)
		line.Disputed, line.Outcome, line.Left = true, "", nil
		for k := range e.Disputes {
			line.Versions = append(line.Versions, versionsOf(e, &e.Disputes[k])...)
		}
		if len(line.Versions) > 0 {
			d.add(InDispute, line)
		}
	}
}

func versionsOf(e *record.Entry, dispute *record.Dispute) []VersionLine {
	field, actor, of := strings.Cut(dispute.Field, ":")
	if of {
		field += " of " + e.Called(actor)
	}
	var out []VersionLine
	said := map[string]bool{}
	for _, v := range dispute.Versions {
		line := VersionLine{Field: field, Value: v.Value, By: []string{}}
		for i := range e.Members {
			if m := &e.Members[i]; slices.Contains(v.Reports, m.Report) && !slices.Contains(line.By, sourceOf(m)) {
				line.By = append(line.By, sourceOf(m))
			}
		}
		said[strings.Join(line.By, "\x00")] = true
		out = append(out, line)
	}
	if len(said) < 2 {
		return nil // one report that says both is not at odds with another
	}
	return out
}

// odd lists what is odd in the reports.
func (d *desk) odd(entries []record.Entry) {
	for i := range entries {
		if e := &entries[i]; e.Notice != nil {
			line := lineOf(e)
			line.What, line.When = cmp.Or(e.Notice.Message, e.Notice.Kind), e.First
			d.add(Odd, line)
		}
	}
}

// thin names what rests on one party's word, party by party, and what on one report.
func (d *desk) thin() {
	words := map[string]*BriefLine{}
	var order []string
	one := BriefLine{Who: []string{}, What: "one report"}
	for _, s := range sections {
		if s.id == Wants || s.id == Background || s.id == Odd || s.id == Moved {
			continue // what somebody wants rests on his own word
		}
		for _, l := range d.lines[s.id] {
			switch {
			case l.ClaimedBy != "":
				if words[l.ClaimedBy] == nil {
					words[l.ClaimedBy] = &BriefLine{Who: []string{l.ClaimedBy}, What: "one party's word"}
					order = append(order, l.ClaimedBy)
				}
				words[l.ClaimedBy].Entries = append(words[l.ClaimedBy].Entries, l.Entries[0])
			case l.Sources == 1:
				one.Entries = append(one.Entries, l.Entries[0])
			}
		}
	}
	for _, who := range order {
		d.lines[Thin] = append(d.lines[Thin], *words[who])
	}
	if len(one.Entries) > 0 {
		d.lines[Thin] = append([]BriefLine{one}, d.lines[Thin]...)
	}
}

// silence takes the words of the reports out of a brief, and what was read from them.
func (b *Brief) silence() {
	for i := range b.Sections {
		for k := range b.Sections[i].Lines {
			l := &b.Sections[i].Lines[k]
			what := l.What
			if l.silence(); b.Sections[i].ID == Thin {
				l.What = what
			}
		}
	}
}

// silence takes the words of the reports out of a line.
func (l *BriefLine) silence() {
	l.What, l.Verbatim, l.Condition, l.Outcome, l.Hedge = "", false, "", "", ""
	for n := range l.Quotes {
		l.Quotes[n].Text = ""
	}
	if l.Shift != nil {
		s := *l.Shift
		s.Silence()
		l.Shift = &s
	}
}
