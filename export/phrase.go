package export

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// deeds are PLOVER's types as verbs: what somebody did to somebody, and what
// they would do.
var deeds = map[string][2]string{
	"AGREE": {"agreed with", "agree with"}, "CONSULT": {"consulted with", "consult with"},
	"SUPPORT": {"backed", "back"}, "CONCEDE": {"gave way to", "give way to"},
	"COOPERATE": {"worked together with", "work together with"}, "AID": {"gave aid to", "give aid to"},
	"RETREAT": {"yielded to", "yield to"}, "REQUEST": {"asked something of", "ask something of"},
	"ACCUSE": {"accused", "accuse"}, "REJECT": {"said no to", "say no to"},
	"THREATEN": {"threatened", "threaten"}, "PROTEST": {"protested against", "protest against"},
	"SANCTION": {"sanctioned", "sanction"}, "MOBILIZE": {"readied forces against", "ready forces against"},
	"COERCE": {"used coercion against", "use coercion against"}, "ASSAULT": {"attacked", "attack"},
}

// exact are the verbs of types and modes that have one of their own.
var exact = map[string][2]string{
	"RETREAT release": {"freed", "free"}, "REQUEST meet": {"invited", "invite"}, "REQUEST assist": {"asked help of", "ask help of"},
	"ACCUSE disapprove": {"criticised", "criticise"}, "ACCUSE investigate": {"investigated", "investigate"},
	"REJECT meet": {"refused to meet", "refuse to meet"}, "SANCTION expel": {"expelled", "expel"}, "SANCTION convict": {"convicted", "convict"},
	"COERCE arrest": {"arrested", "arrest"}, "COERCE deport": {"deported", "deport"}, "COERCE restrict": {"restricted", "restrict"},
	"COERCE censor": {"censored", "censor"}, "COERCE cyber": {"hacked", "hack"}, "ASSAULT abduct": {"abducted", "abduct"},
}

// alone are the types whose verb needs another form where nobody is named to
// whom it is done.
var alone = map[string][2]string{
	"AGREE": {"agreed", "agree"}, "CONSULT": {"held consultations", "hold consultations"}, "SUPPORT": {"gave support", "give support"},
	"CONCEDE": {"gave way", "give way"}, "COOPERATE": {"worked together", "work together"}, "AID": {"gave aid", "give aid"},
	"RETREAT": {"pulled back or let go", "pull back or let go"}, "REQUEST": {"made a demand", "make a demand"},
	"ACCUSE": {"made an accusation", "make an accusation"}, "REJECT": {"refused", "refuse"}, "THREATEN": {"made a threat", "make a threat"},
	"PROTEST": {"protested", "protest"}, "SANCTION": {"imposed sanctions", "impose sanctions"}, "MOBILIZE": {"readied forces", "ready forces"},
	"COERCE": {"used coercion", "use coercion"}, "ASSAULT": {"attacked", "attack"},
}

// lone are the verbs of types and modes that have one of their own without anybody to
// whom it is done.
var lone = map[string][2]string{
	"RETREAT resign": {"resigned", "resign"}, "RETREAT withdraw": {"pulled back", "pull back"}, "RETREAT ceasefire": {"ceased fire", "cease fire"},
	"RETREAT disarm": {"disarmed", "disarm"}, "PROTEST strike": {"went on strike", "go on strike"}, "PROTEST riot": {"rioted", "riot"},
}

// Phrase says an entry in one sentence without a full stop.
func Phrase(e *record.Entry) string {
	switch {
	case e.Meeting != nil:
		return meetingPhrase(e)
	case e.Event != nil:
		return eventPhrase(e)
	case e.Statement != nil:
		return statementPhrase(e)
	case e.Position != nil:
		return positionPhrase(e)
	case e.Notice != nil:
		return firstOf(e.Notice.Message, notices[e.Notice.Kind], e.Notice.Kind)
	}
	return "now part of " + e.SupersededBy
}

func meetingPhrase(e *record.Entry) string {
	m := e.Meeting
	var here []string
	for _, a := range m.Attendance {
		name := called(e, a.Actor)
		if represented(m, &a) {
			continue
		}
		if a.Presence.LeftOut() {
			continue
		}
		if a.Role == rapporteur.Mediator || a.Role == rapporteur.Host || a.Role == rapporteur.Observer {
			name += " (" + string(a.Role) + ")"
		}
		here = append(here, name)
	}
	b := list(here) + " " + encounter(m, len(here) > 1 || len(here) == 1 && several(e))
	if m.Place != nil && m.Kind != "call" {
		b += " in " + m.Place.Name
	}
	if m.Date != "" {
		b += ", " + Day(m.Date)
	}
	if m.About != "" {
		b += ", about " + string(m.About)
	}
	if m.Outcome != "" {
		b += "; " + string(m.Outcome)
	}
	if out := missing(e); out != "" {
		b += "; " + out
	}
	return b
}

// represented reports whether somebody else at the meeting acts for a side, so
// that the side need not be named beside them.
func represented(m *rapporteur.Meeting, side *rapporteur.Attendance) bool {
	if side.Presence.LeftOut() || side.Actor != string(side.For) || side.Role == rapporteur.Mediator {
		return false
	}
	for _, a := range m.Attendance {
		if a.For == side.For && a.Actor != side.Actor && !a.Presence.LeftOut() {
			return true
		}
	}
	return false
}

// several reports whether the one side that came is several people: an actor whose
// name is a plural.
func several(e *record.Entry) bool {
	return slices.ContainsFunc(e.Meeting.Attendance, func(a rapporteur.Attendance) bool {
		words := strings.Fields(called(e, a.Actor))
		last := words[max(0, len(words)-1):]
		return !a.Presence.LeftOut() && len(words) > 0 && strings.HasSuffix(last[0], "s") && (strings.HasPrefix(a.Actor, "~") || strings.ToLower(last[0]) == last[0])
	})
}

// same reports whether two lists of actors have the same members.
func same(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// encounter says how far a meeting has come.
func encounter(m *rapporteur.Meeting, plural bool) string {
	is, has := "is", "has"
	if plural {
		is, has = "are", "have"
	}
	meet, meeting, met, a := "meet", "meeting", "met", "a meeting"
	if m.Kind == "call" {
		meet, meeting, met, a = "speak by telephone", "speaking by telephone", "spoke by telephone", "a call"
	}
	switch m.Status {
	case rapporteur.Held:
		return met
	case rapporteur.UnderWayMeeting:
		return is + " " + meeting
	case rapporteur.PlannedMeeting:
		return is + " to " + meet
	case rapporteur.Postponed:
		return has + " put off " + a
	case rapporteur.Cancelled:
		return has + " called off " + a
	case rapporteur.RefusedMeeting:
		return has + " refused to " + meet
	}
	return "may " + meet
}

func eventPhrase(e *record.Entry) string {
	v := e.Event
	to := names(e, v.Recipients)
	if len(v.Actors) > 1 && same(v.Actors, v.Recipients) {
		to = []string{"each other"}
	}
	b := acted(v.Plover.Type, string(v.Plover.Mode), v.Modality, names(e, v.Actors), to)
	if v.Place != nil && !strings.HasSuffix(b, v.Place.Name) {
		b += " in " + v.Place.Name
	}
	if v.Date != "" {
		b += ", " + Day(v.Date)
	}
	if v.ClaimedBy != "" {
		b += ", according to " + called(e, string(v.ClaimedBy))
	}
	if v.Hedge != "" {
		b += " (" + string(v.Hedge) + ")"
	}
	return b
}

// acted says who did what to whom, by the type and mode of an event.
func acted(plover, mode string, modality rapporteur.Modality, who, whom []string) string {
	forms, ok := exact[plover+" "+mode]
	if !ok {
		forms, ok = deeds[plover]
	}
	to := " " + list(whom)
	if together := len(who) > 1 && same(who, whom) || len(whom) == 1 && whom[0] == "each other"; together {
		to = " each other"
		if plover == "AGREE" || plover == "COOPERATE" || plover == "CONSULT" {
			whom = nil // one does that with another without saying so
		}
	}
	if len(whom) == 0 {
		if forms, ok = lone[plover+" "+mode]; !ok {
			forms, ok = alone[plover]
		}
		to = ""
	}
	if !ok {
		forms = [2]string{plover, plover}
	}
	return list(who) + " " + conjugate(modality, forms, len(who) > 1) + to
}

// conjugate puts a verb into the form of a modality.
func conjugate(m rapporteur.Modality, forms [2]string, several bool) string {
	s := "s"
	if several {
		s = ""
	}
	switch m {
	case rapporteur.UnderWay:
		return "continue" + s + " to " + forms[1]
	case rapporteur.Planned:
		return "plan" + s + " to " + forms[1]
	case rapporteur.Threatened:
		return "threaten" + s + " to " + forms[1]
	case rapporteur.Conditional:
		return "would, on a condition, " + forms[1]
	case rapporteur.Denied:
		return "did not " + forms[1]
	case rapporteur.Refused:
		return "refused to " + forms[1]
	}
	return forms[0]
}

func statementPhrase(e *record.Entry) string {
	s := e.Statement
	who := list(names(e, s.Speakers))
	if who == "" {
		who = "somebody"
	}
	var to string
	if len(s.Addressees) > 0 {
		to = " to " + list(names(e, s.Addressees))
	}
	var words []string
	for _, c := range s.Content {
		words = append(words, inEnglish(c))
	}
	b := who + " " + told(string(s.Act)) + to
	for _, more := range []string{string(s.Medium), Day(s.Date)} {
		if more != "" {
			b += ", " + more
		}
	}
	if said := oneLine(strings.Join(words, " … ")); said != "" {
		b += ": " + said
	}
	return b
}

func positionPhrase(e *record.Entry) string {
	b := wanted(e)
	if e.Position.Issue != nil {
		b += " (" + facts(e.Position.Issue.Label, string(e.Position.Direction)) + ")"
	}
	return b
}

// wanted is what somebody wants, without the issue.
func wanted(e *record.Entry) string {
	p := e.Position
	b := called(e, p.Actor) + " " + stance(p.Stance)
	if p.Proposal != "" {
		b += ": " + p.Proposal
	}
	if p.Condition != nil && p.Condition.Text != "" {
		b += ", " + oneLine(inEnglish(*p.Condition))
	}
	if p.RedLine != nil {
		b += ", as a red line"
	}
	if p.ClaimedBy != "" {
		b += ", according to " + called(e, string(p.ClaimedBy))
	}
	return b
}
