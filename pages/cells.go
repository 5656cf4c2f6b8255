package pages

import (
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// people are actors of an entry, with the state or body for whom they act.
func people(e *record.Entry, ids []string, actsFor, none string) cell {
	var out cell
	for _, id := range ids {
		out = append(out, part{Text: e.Called(id)})
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
	if len(e.Corrected) > 0 {
		out = append(out, part{Text: "corrected", Look: "tag"})
	}
	return out
}

// dayOf is the day of an entry, or that of its first report.
func dayOf(d rapporteur.Date, e *record.Entry) rapporteur.Date {
	if d != "" {
		return d
	}
	return e.First
}

// firstWords are the first words of evidence.
func firstWords(evidence []rapporteur.Span) string {
	if len(evidence) == 0 {
		return ""
	}
	return evidence[0].Text
}
