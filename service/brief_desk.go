package service

import (
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// desk arranges what was gathered.
type desk struct {
	brief   *Brief
	news    *news
	objects *objects
	// agreed are the new deeds by which several agree, by report, place their places among
	// all.
	agreed map[string][]*record.Entry
	place  map[*record.Entry]int
	long   bool
	// wanted is the number of lines of what parties want on the page.
	wanted int
	lines  map[SectionID][]BriefLine
	// told is where a line stands in its section, by what it says.
	told map[string]int
	// today is the day of the last report.
	today rapporteur.Date
}

// add puts a line into a section, or its ids to the line that tells the same.
func (d *desk) add(to SectionID, l BriefLine) {
	key := string(to) + "\x00" + l.says()
	if at, ok := d.told[key]; ok {
		have := &d.lines[to][at]
		have.Entries = append(have.Entries, l.Entries...)
		return
	}
	d.told[key] = len(d.lines[to])
	d.lines[to] = append(d.lines[to], l)
}

// says is what a line tells, so that nothing is told twice in a section.
func (l *BriefLine) says() string {
	return strings.ToLower(strings.Join([]string{strings.Join(l.Who, ","), strings.Join(l.To, ","), l.Act, string(l.Modality), l.What, string(l.When), l.Where, string(l.Status), string(l.Stance)}, "\x00"))
}

// ahead reports whether a day is still to come on the day of the last report, or where
// none is known whether somebody has written of it lately.
func (d *desk) ahead(on, last rapporteur.Date) bool {
	today, _, ok := record.DaysOf(d.today)
	if !ok {
		return true
	}
	if _, to, dated := record.DaysOf(on); dated {
		return to >= today
	}
	day, _, known := record.DaysOf(last)
	return known && day >= today-stale
}

// stale is the number of days after which a plan without a day, of which nobody has
// written since, is no longer told as one.
const stale = 14
