package export

import (
	"fmt"
	"strings"

	"rapporteur"
	"rapporteur/service"
)

// longest is the number of words of an object after which it is cut.
const longest = 34

// worded puts a line of a brief into words.
func worded(in service.SectionID, l *service.BriefLine) pageItem {
	i := pageItem{ids: strings.Join(l.Entries[:min(2, len(l.Entries))], " "), shown: in == service.Moved}
	for _, q := range l.Quotes {
		if q.Text != "" {
			i.quotes = append(i.quotes, Day(q.Published)+", "+cut(q.Outlet, 12)+": “"+oneLine(q.Text)+"”"+translated(rapporteur.Span{Translation: q.Translation}))
		}
	}
	switch {
	case in == service.Moved && l.Shift != nil:
		i.rest = ShiftPhrase(l.Shift)
		i.quotes = []string{turn("before", &l.Shift.From), turn("now", &l.Shift.To)}
	case in == service.Wants:
		i.lead, i.rest = list(l.Who), want(l)
	case in == service.Thin:
		i.lead, i.rest, i.ids = thin(l)
	case l.Status != "":
		met(&i, l)
	case l.Act != "":
		i.lead, i.rest = deed(in, l)
	default:
		i.rest = l.What
	}
	if in != service.Moved && in != service.Thin {
		i.rest += footing(l)
	}
	i.facts = append(i.facts, disputedFields(l)...)
	return i
}

// footing says how well a line stands: who carried it, on whose word, and whether it
// is in dispute.
func footing(l *service.BriefLine) string {
	var b strings.Builder
	if l.ClaimedBy != "" {
		b.WriteString(", according to " + l.ClaimedBy)
	}
	if l.Hedge != "" {
		b.WriteString(" (" + l.Hedge + ")")
	}
	if l.Disputed && len(l.Versions) == 0 {
		b.WriteString(" (disputed)")
	}
	switch outlets := l.Outlets; {
	case len(outlets) > 2:
		fmt.Fprintf(&b, " (%s and %d more)", strings.Join(outlets[:2], ", "), len(outlets)-2)
	case len(outlets) > 0:
		b.WriteString(" (" + strings.Join(outlets, ", ") + ")")
	case l.Sources > 1:
		b.WriteString(" (" + counted(l.Sources, "report") + ")")
	}
	return b.String()
}

// met says when and where a meeting was, who came, who did not and what came of it.
func met(i *pageItem, l *service.BriefLine) {
	day, where := Day(l.When), l.Where
	if day == "" {
		day = "day not reported"
	}
	if where == "" && l.Kind != "call" {
		where = "place not reported"
	}
	i.lead = strings.TrimPrefix(where+", "+day, ", ")
	i.rest = strings.TrimSpace(gathered[l.Status]+" "+kinds[l.Kind]) + ", " + firstOf(list(l.Who), "by nobody who is named")
	if l.What != "" {
		i.rest += ", about " + cut(l.What, longest)
	}
	var left []string
	for _, a := range l.Left {
		left = append(left, list(a.Who)+" ("+absentWords[a.Presence]+")")
	}
	if len(left) > 0 {
		i.facts = append(i.facts, "left out: "+strings.Join(left, ", "))
	}
	if l.Overdue {
		i.facts = append(i.facts, "no report of it since its day")
	}
	if l.Outcome != "" {
		i.facts = append(i.facts, "came of it: "+cut(l.Outcome, longest))
	}
}

var (
	// gathered says how far a meeting has come, kinds what it was.
	gathered = map[rapporteur.Status]string{rapporteur.Held: "held", rapporteur.UnderWayMeeting: "under way:", rapporteur.PlannedMeeting: "planned",
		rapporteur.Proposed: "proposed", rapporteur.Postponed: "put off:", rapporteur.Cancelled: "called off:", rapporteur.RefusedMeeting: "refused:"}
	kinds = map[string]string{"talks": "talks", "summit": "summit", "call": "call", "visit": "visit", "meeting": "meeting", "": "meeting"}
	// absentWords are the ways not to be at a meeting.
	absentWords = map[rapporteur.Presence]string{rapporteur.Excluded: "not invited", rapporteur.Declined: "declined", rapporteur.Absent: "absent", rapporteur.WalkedOut: "walked out"}
)

// want says what a party wants: the stance towards the proposal, its condition, and
// which way that is towards the issue.
func want(l *service.BriefLine) string {
	b := wishes[l.Stance] + " something"
	if l.What != "" {
		b = wishes[l.Stance] + " “" + cut(l.What, longest) + "”"
	}
	if l.Condition != "" {
		b += ", " + conditioned(l.Condition)
	}
	switch {
	case l.Direction != "" && l.Issue != "":
		b += " (" + string(l.Direction) + ": " + l.Issue + ")"
	case l.Issue != "":
		b += " (" + l.Issue + ")"
	}
	if l.When != "" {
		b += ", " + Day(l.When)
	}
	return b
}

// wishes are the stances as what somebody wants.
var wishes = map[rapporteur.Stance]string{rapporteur.Supports: "wants", rapporteur.Opposes: "is against", rapporteur.ConditionalStance: "would accept", rapporteur.Undecided: "is undecided on"}

// conditioned begins a condition as one, where the report's words do not.
func conditioned(words string) string {
	words = oneLine(words)
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	switch strings.Trim(first, ",") {
	case "if", "once", "unless", "until", "when", "after", "provided", "as", "only", "without", "on", "in", "should", "before", "who", "which", "that", "while", "under", "with", "so":
		return words
	}
	return "on condition: " + words
}

// deed says who did what to whom, with its object.
func deed(in service.SectionID, l *service.BriefLine) (lead, rest string) {
	who, to := list(l.Who), list(l.To)
	what := cut(l.What, longest)
	if l.Verbatim && what != "" {
		what = "“" + strings.Trim(what, "“”\"") + "”"
	}
	if in == service.Done || in == service.Next || in == service.Background || in == service.InDispute {
		lead = acted(l.Act, l.Mode, l.Modality, l.Who, l.To)
	} else {
		lead = who
		if to != "" && to != who {
			lead += " " + towardsWhom[in] + " " + to
		}
		if l.Modality == rapporteur.Conditional {
			lead += ", on a condition"
		}
	}
	if rest = what; rest == "" {
		lead, rest = "", lead
	}
	for _, more := range []string{l.Where, Day(l.When)} {
		if more != "" && !strings.HasSuffix(rest, more) && !strings.HasSuffix(lead, more) {
			rest = strings.TrimPrefix(rest+", "+more, ", ")
		}
	}
	return lead, rest
}

// towardsWhom joins who does something with whom it is done to, by section.
var towardsWhom = map[service.SectionID]string{service.Agreed: "with", service.Promised: "to", service.Demanded: "of", service.Refused: "to", service.Threatened: "against"}

// thin names what rests on one report, or on one party's word.
func thin(l *service.BriefLine) (lead, rest, ids string) {
	if len(l.Who) > 0 {
		lead = "on the word of " + list(l.Who) + " alone"
	} else {
		lead = "told by one report alone"
	}
	const most = 7
	ids = strings.Join(l.Entries[:min(most, len(l.Entries))], " ")
	if len(l.Entries) > most {
		rest = fmt.Sprintf("%d lines, the first", len(l.Entries))
	}
	return lead, rest, ids
}

// disputedFields puts side by side what reports disagree on, a line a field.
func disputedFields(l *service.BriefLine) []string {
	var out []string
	var last string
	for _, v := range l.Versions {
		value := v.Value
		if v.Field == "date" {
			value = Day(rapporteur.Date(value))
		}
		said := value + " (" + strings.Join(shortened(v.By), ", ") + ")"
		if len(out) > 0 && v.Field == last {
			out[len(out)-1] += ", or " + said
		} else {
			out = append(out, v.Field+": "+said)
		}
		last = v.Field
	}
	return out
}

// shortened names reports, by a few words of their titles.
func shortened(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = cut(n, 7)
	}
	return out
}

// cut cuts a text after so many words.
func cut(text string, most int) string {
	words := strings.Fields(text)
	if len(words) <= most {
		return strings.Join(words, " ")
	}
	return strings.TrimRight(strings.Join(words[:most], " "), ",;:-–—") + " …"
}
