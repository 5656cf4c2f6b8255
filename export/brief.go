package export

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// Arrange sorts entries and shifts into sections of at most so many lines.
func (b *Brief) Arrange(most int) {
	entries := slices.Clone(b.Entries)
	slices.SortStableFunc(entries, func(x, y record.Entry) int {
		return cmp.Or(cmp.Compare(y.Sources, x.Sources), cmp.Compare(weight(&y), weight(&x)), cmp.Compare(when(&y), when(&x)), cmp.Compare(x.ID, y.ID))
	})
	b.shifted(most)
	b.section("Met", most, entries, func(e *record.Entry) bool { return e.Meeting != nil && past(e.Meeting.Status) })
	b.section("To come", most, soonest(entries), ahead(entries))
	b.leftOut(most, entries)
	b.section("Put off or refused", most, entries, func(e *record.Entry) bool { return e.Meeting != nil && off(e.Meeting.Status) })
	b.section("Done", most, entries, func(e *record.Entry) bool {
		return e.Event != nil && !verbal[e.Event.Plover.Type] && settled(e) && telling(e) && !foreseen(e.Event.Modality)
	})
	b.section("Announced or threatened", most, entries, func(e *record.Entry) bool {
		return e.Event != nil && !verbal[e.Event.Plover.Type] && settled(e) && telling(e) && foreseen(e.Event.Modality)
	})
	b.section("Demanded, threatened, refused", most, entries, func(e *record.Entry) bool {
		return e.Event != nil && verbal[e.Event.Plover.Type] && pointed(e) && settled(e) && telling(e)
	})
	b.said(most, entries)
	b.disputes(most, entries)
	b.section("Wrong in the reports", most/2, entries, func(e *record.Entry) bool { return e.Notice != nil })
}

func (b *Brief) section(name string, most int, entries []record.Entry, in func(*record.Entry) bool) {
	var items []Item
	seen := map[string]bool{}
	for i := range entries {
		e := &entries[i]
		if !in(e) {
			continue
		}
		line := Phrase(e)
		if seen[line] {
			continue
		}
		seen[line] = true
		if contested(e) {
			line += " (disputed)"
		}
		items = append(items, Item{Entry: e.ID, Head: line + " " + Sources(e, 2), Lines: []string{quoteOf(e)}})
	}
	b.add(name, items, most)
}

// shifted says who moved, with both quotes.
func (b *Brief) shifted(most int) {
	var items []Item
	for i := range b.Shifts {
		s := &b.Shifts[i]
		items = append(items, Item{Entry: s.To.Entry, Head: ShiftPhrase(s), Lines: []string{turn("before", &s.From), turn("now", &s.To)}})
	}
	b.add("Who moved", items, most)
}

// disputes puts side by side what reports disagree on.
func (b *Brief) disputes(most int, entries []record.Entry) {
	var items []Item
	for i := range entries {
		e := &entries[i]
		if len(e.Disputes) == 0 {
			continue
		}
		item := Item{Entry: e.ID, Head: Phrase(e)}
		for k := range e.Disputes {
			item.Lines = append(item.Lines, versions(e, &e.Disputes[k]))
		}
		items = append(items, item)
	}
	b.add("In dispute", items, most)
}

func past(s rapporteur.Status) bool {
	return s == rapporteur.Held || s == rapporteur.UnderWayMeeting
}

func off(s rapporteur.Status) bool {
	return s == rapporteur.Postponed || s == rapporteur.Cancelled || s == rapporteur.RefusedMeeting
}

// verbal are the types of events that are done by speaking.
var verbal = map[string]bool{"AGREE": true, "SUPPORT": true, "CONCEDE": true, "REQUEST": true, "ACCUSE": true, "REJECT": true, "THREATEN": true, "CONSULT": true}

// pointed leaves courtesies out of a brief: what is agreed, conceded, demanded,
// refused or threatened is in it.
func pointed(e *record.Entry) bool {
	return slices.Contains([]string{"AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN"}, e.Event.Plover.Type) && len(e.Event.Recipients) > 0
}

// settled leaves out what hardly rests on anything.
func settled(e *record.Entry) bool { return e.Event.Confidence >= 0.5 || e.Sources > 1 }

// telling leaves out what is done by or to nobody in particular.
func telling(e *record.Entry) bool {
	return allNamed(e, e.Event.Actors) && (len(e.Event.Recipients) == 0 || allNamed(e, e.Event.Recipients))
}

// weight puts before others what names both sides and what is well supported.
func weight(e *record.Entry) float64 {
	switch {
	case e.Meeting != nil:
		return e.Meeting.Confidence + float64(min(len(e.Meeting.Attendance), 4))/4
	case e.Event != nil:
		w := e.Event.Confidence
		if len(e.Event.Recipients) > 0 {
			w++
		}
		return w
	}
	return 0
}

// when gives the day of an entry, or of its last report where it has none.
func when(e *record.Entry) string {
	if date, _ := standing(&e.Content); date != "" {
		return date
	}
	return string(e.Last)
}

// Write writes the page as text, markdown or json.
func (b *Brief) Write(w io.Writer, format string, style Style) error {
	if format == "json" {
		return Indented(w, struct {
			Since    rapporteur.Date `json:"since"`
			Until    rapporteur.Date `json:"until"`
			About    string          `json:"about"`
			Reports  int             `json:"reports"`
			Sections []Section       `json:"sections"`
		}{b.Since, b.Until, b.About, b.Reports, b.Sections})
	}
	out := bufio.NewWriter(w)
	title := "Brief, " + span(b.Since, b.Until)
	if b.About != "" {
		title += ": " + b.About
	}
	fmt.Fprintln(out, style.title(title))
	fmt.Fprintf(out, "%s\n", style.dim(fmt.Sprintf("from %d reports", b.Reports)))
	for _, s := range b.Sections {
		fmt.Fprintf(out, "\n%s\n", style.section(s.Name))
		for _, item := range s.Items {
			writeItem(out, item, style)
		}
		if s.More > 0 {
			fmt.Fprintln(out, style.dim(fmt.Sprintf("and %d more", s.More)))
		}
	}
	if len(b.Sections) == 0 {
		fmt.Fprintln(out, "\nNothing new on the record.")
	}
	return out.Flush()
}

func span(since, until rapporteur.Date) string {
	if until == "" {
		return "since " + Day(since)
	}
	return Day(since) + " to " + Day(until)
}
