package pages

import (
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// people are actors of an entry, with the state or body for whom they act.
func people(e *record.Entry, ids []string, actsFor, none string) cell {
	var out cell
	for i, id := range ids {
		one := part{Text: e.Called(id), To: actorAt(id), Look: "actor"}
		if i < len(ids)-1 {
			one.Then = ","
		}
		out = append(out, one)
	}
	switch {
	case len(out) == 0 && none != "":
		return cell{{Text: none, Look: "quiet"}}
	case actsFor != "" && (len(ids) != 1 || ids[0] != actsFor):
		out = append(out, part{Text: "for " + e.Called(actsFor), Look: "quiet"})
	}
	return out
}

// sources are who reports an entry, whether they disagree, and whether a person
// corrected it.
func sources(e *record.Entry) cell {
	out := cell{{Text: plural(e.Sources, "source", "sources"), Entry: e.ID, Title: strings.Join(e.Outlets, ", ")}}
	if len(e.Disputes) > 0 {
		out = append(out, part{Text: "disputed", Look: "doubt"})
	}
	if e.OpinionOnly() {
		out = append(out, part{Text: "opinion", Look: "doubt"})
	}
	if e.IsCorrected() {
		out = append(out, part{Text: "corrected", Look: "tag"})
	}
	return out
}

// when is the day of an entry, or that of its first report where no day is told.
func when(d rapporteur.Date, e *record.Entry) cell {
	if d != "" {
		return words(export.Day(d))
	}
	return cell{{Text: export.Day(e.First), Look: "quiet", Title: "the day of the first report, which tells none itself"}}
}

// firstWords are the first words of evidence.
func firstWords(evidence []rapporteur.Span) string {
	if len(evidence) == 0 {
		return ""
	}
	return evidence[0].Text
}
