package dataset

import (
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// Interaction is an event as GDELT and POLECAT have it: one side and the other.
type interaction struct {
	entry *record.Entry
	basis *rapporteur.Basis
	// source and target are ids, empty where nobody is named.
	source, target string
	// number tells apart what one entry gives.
	number int
	date   rapporteur.Date
	cameo  string
	plover rapporteur.Plover
	place  *rapporteur.Place
}

// leftOut is why an entry gives no interactions.
type leftOut string

// Why an entry gives none: these data hold what happened, and cannot say that
// something is only planned, denied, or somebody's word.
const (
	notHappened leftOut = "planned, threatened, conditional, denied or refused"
	onlyClaimed leftOut = "rests on the word of one actor"
	uncoded     leftOut = "has no code"
	nobody      leftOut = "names nobody"
	undated     leftOut = "has no day, and its reports have none"
)

// meetingCodes are the codes of meetings by their kinds.
var meetingCodes = map[string][2]string{"call": {"041", "phone"}, "visit": {"042", "visit"}, "talks": {"046", ""}}

// interactions gives the pairs of sides of an event, or of a meeting that took place:
// of an event each actor with each recipient, of a meeting each party with each other.
func interactions(e *record.Entry) ([]interaction, leftOut) {
	var all []interaction
	var why leftOut
	switch {
	case e.Event != nil:
		all, why = deeds(e)
	case e.Meeting != nil:
		all, why = consultations(e)
	default:
		return nil, ""
	}
	if why != "" {
		return nil, why
	}
	for i := range all {
		all[i].number = i
		if first, _ := record.Bounds(all[i].date); first == "" {
			if all[i].date = e.First; day(e.First) == nil {
				return nil, undated
			}
		}
	}
	return all, ""
}

func deeds(e *record.Entry) ([]interaction, leftOut) {
	v := e.Event
	switch {
	case v.Modality != rapporteur.Happened && v.Modality != rapporteur.UnderWay:
		return nil, notHappened
	case v.ClaimedBy != "":
		return nil, onlyClaimed
	case v.Cameo == "":
		return nil, uncoded
	case len(v.Actors)+len(v.Recipients) == 0:
		return nil, nobody
	}
	var out []interaction
	for _, source := range orNobody(v.Actors) {
		for _, target := range orNobody(v.Recipients) {
			out = append(out, interaction{entry: e, basis: &v.Basis, source: source, target: target, date: v.Date, cameo: string(v.Cameo), plover: v.Plover, place: v.Place})
		}
	}
	return out, ""
}

// orNobody gives ids, or the empty one where there is none.
func orNobody(ids []string) []string {
	if len(ids) == 0 {
		return []string{""}
	}
	return ids
}

func consultations(e *record.Entry) ([]interaction, leftOut) {
	m := e.Meeting
	switch {
	case m.Status != rapporteur.Held && m.Status != rapporteur.UnderWayMeeting:
		return nil, notHappened
	case m.ClaimedBy != "":
		return nil, onlyClaimed
	}
	var there []string
	for _, a := range m.Attendance {
		if !a.Presence.LeftOut() && a.ClaimedBy == "" && !slices.Contains(there, a.Actor) {
			there = append(there, a.Actor)
		}
	}
	code, ok := meetingCodes[m.Kind]
	if !ok {
		code = [2]string{"040", ""}
	}
	one := interaction{entry: e, basis: &m.Basis, date: m.Date, cameo: code[0], place: m.Place,
		plover: rapporteur.Plover{Type: "CONSULT", Mode: rapporteur.Text(code[1]), Contexts: []string{}}}
	var out []interaction
	for i, source := range there {
		for _, target := range there[i+1:] {
			if party(m, source) == party(m, target) {
				continue // two of one side do not meet each other
			}
			one.source, one.target = source, target
			out = append(out, one)
		}
	}
	if len(there) == 1 {
		one.source = there[0]
		out = append(out, one)
	}
	if len(out) == 0 {
		return nil, nobody
	}
	return out, ""
}

// party is whom an attendant acts for.
func party(m *rapporteur.Meeting, id string) string {
	for _, a := range m.Attendance {
		if a.Actor == id && a.For != "" {
			return string(a.For)
		}
	}
	return id
}

// firstDay is the day of an interaction.
func (i *interaction) firstDay() string {
	first, last := record.Bounds(i.date)
	if first == "" {
		first = last
	}
	return string(first)
}

// sector is what sort of office an actor holds, empty where that is not known.
func (i *interaction) sector(id string) string {
	a, ok := i.entry.Cast[id]
	switch {
	case !ok:
		return ""
	case len(a.Roles) > 0:
		return string(a.Roles[0].Sector)
	}
	return ""
}

// kind is what sort of actor somebody is.
func (i *interaction) kind(id string) rapporteur.ActorKind { return i.entry.Cast[id].Kind }

// address is that of the first report that has one.
func (i *interaction) address() string {
	for k := range i.entry.Members {
		if url := i.entry.Members[k].URL; url != "" {
			return string(url)
		}
	}
	return ""
}

// evidence counts the pieces of text that tell of an entry.
func evidence(e *record.Entry) int {
	n := 0
	for i := range e.Members {
		n += max(1, len(e.Members[i].Evidence()))
	}
	return n
}

// tally counts what was left out, by reason.
type tally map[string]int

func (t tally) add(why leftOut) {
	if why != "" {
		t[string(why)]++
	}
}
