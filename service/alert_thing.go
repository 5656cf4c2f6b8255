package service

import (
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// thingsOf are the names under which it is remembered what was told of an entry: its id,
// those of the entries that turned out to be this one, and of a meeting who has it on
// which day, as two reports of one meeting may not be known for that.
func thingsOf(e *record.Entry) []string {
	out := append([]string{e.ID}, e.Supersedes...)
	if e.Meeting == nil || len(e.Meeting.Date) != len(time.DateOnly) {
		return out
	}
	var parties []string
	for i := range e.Meeting.Attendance {
		a := &e.Meeting.Attendance[i]
		if a.Presence == rapporteur.Excluded {
			continue
		}
		if a.For != "" {
			parties = append(parties, string(a.For))
		} else {
			parties = append(parties, a.Actor)
		}
	}
	slices.Sort(parties)
	if parties = slices.Compact(parties); len(parties) < 2 {
		return out
	}
	return append(out, strings.Join(append([]string{e.Meeting.Kind, string(e.Meeting.Date)}, parties...), " "))
}

// firstDay and lastDay give the ends of a time that is known to the day.
func firstDay(d rapporteur.Date) (string, bool) {
	from, _, _ := strings.Cut(string(d), "/")
	_, err := time.Parse(time.DateOnly, from)
	return from, err == nil
}

func lastDay(d rapporteur.Date) (string, bool) {
	from, to, _ := strings.Cut(string(d), "/")
	if to == "" {
		to = from
	}
	_, err := time.Parse(time.DateOnly, to)
	return to, err == nil
}
