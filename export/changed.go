package export

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// Changed is what happened to the record between two times, on its way to paper.
type Changed struct {
	*service.Changed
	// Quotes shows the words of the reports below what is new.
	Quotes bool
}

// Write writes it as text, markdown or json.
func (c *Changed) Write(w io.Writer, format string, style Style) error {
	if format == "json" {
		return Indented(w, c.Changed)
	}
	return c.page().text(w, style, c.Quotes)
}

// moment is a time for people, to the minute.
func moment(t time.Time) string { return t.Local().Format("2 Jan 2006 15:04") }

// page puts what happened into words.
func (c *Changed) page() *paper {
	p := &paper{title: "What changed on the record after " + moment(c.From), foot: "rapporteur history ID shows what happened to an entry, why ID the words that it stands on."}
	if c.To != nil {
		p.title += " up to " + moment(*c.To)
	}
	if c.About != "" {
		p.title += ": " + c.About
	}
	p.below = fmt.Sprintf("%s came; told by what the record knew at either time, not by what the press had", countedOver(c.Reports, c.ReportsOver, "report"))
	p.nothing = "Nothing changed."
	for _, k := range []record.Kind{record.Meeting, record.Position, record.Event, record.Statement, record.Notice} {
		p.put(c.came(k))
	}
	moved := pageSection{name: "Moved"}
	for i := range c.Shifts {
		s := &c.Shifts[i]
		moved.items = append(moved.items, pageItem{rest: ShiftPhrase(s), ids: s.To.Entry + " " + s.From.Entry, shown: true, quotes: []string{turn("before", &s.From), turn("now", &s.To)}})
	}
	moved.add(c.Moved, c.More["moved"])
	withdrawn := pageSection{name: "Withdrawn"}
	withdrawn.add(c.Withdrawn, c.More["withdrawn"])
	merged := pageSection{name: "Found to be the same"}
	merged.add(c.Merged, c.More["merged"])
	corrected := pageSection{name: "Corrected"}
	for i := range c.Corrected {
		o := &c.Corrected[i]
		corrected.items = append(corrected.items, pageItem{rest: facts(o.String(), moment(o.At), "by "+o.By), ids: o.Entry})
	}
	confirmed := pageSection{name: "Told by further sources"}
	confirmed.add(c.Confirmed, c.More["confirmed"])
	for _, s := range []pageSection{moved, withdrawn, merged, corrected, confirmed} {
		p.put(s)
	}
	return p
}

func (p *paper) put(s pageSection) {
	if len(s.items) > 0 {
		p.sections = append(p.sections, s)
	}
}

// came lists the entries of a kind that are new.
func (c *Changed) came(k record.Kind) pageSection {
	s := pageSection{name: "New " + string(k) + "s"}
	for i := range c.New {
		e := &c.New[i]
		if e.Kind != k {
			continue
		}
		item := pageItem{rest: Phrase(e) + " " + Sources(e, 3), ids: e.ID}
		if words := quoteOf(e); words != "" {
			item.quotes = []string{words}
		}
		s.items = append(s.items, item)
	}
	if more := c.Came[k] - len(s.items); more > 0 && len(s.items) > 0 {
		s.more = andMore(more, slices.Contains(c.Over, k))
	}
	return s
}

// add lists entries with what is said otherwise, field by field.
func (s *pageSection) add(all []service.EntryChange, more int) {
	for i := range all {
		m := &all[i]
		item := pageItem{rest: Phrase(&m.Entry), ids: m.Entry.ID}
		switch {
		case m.Into != "":
			item.rest += ", now part of " + m.Into
		case m.Gone != "":
			item.rest += ", " + goneWords[m.Gone]
		}
		for _, f := range m.Fields {
			item.facts = append(item.facts, fieldWords(&f))
		}
		s.items = append(s.items, item)
	}
	if more > 0 {
		s.more = andMore(more, false)
	}
}

var goneWords = map[string]string{record.GoneRejected: "which a person rejected", record.GoneRemoved: "whose reports were removed", record.GoneReread: "which no reading has any more"}

// fieldWords says a field before and now.
func fieldWords(f *service.FieldChange) string {
	say := func(v string) string {
		if f.Field == "date" {
			v = Day(rapporteur.Date(v))
		}
		return cut(v, longCell)
	}
	switch before, now := say(f.Before), say(f.Now); {
	case strings.HasPrefix(f.Field, "dispute"):
		if f.Now == "" {
			return f.Field + " is settled"
		}
		return f.Field
	case f.Field == "sources":
		return fmt.Sprintf("told by %s, before by %s", f.Now, f.Before)
	case f.Before == "":
		return f.Field + ": " + now
	case f.Now == "":
		return f.Field + ": no longer " + before
	default:
		return f.Field + ": " + before + ", now " + now
	}
}
