package eval

import (
	"slices"

	"rapporteur"
)

var (
	cooperative = []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
	giving      = []string{"CONSULT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "SUPPORT"}
	harmful     = []string{"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"}
)

// intent is the code of CAMEO for a promise to yield: AGREE in the corpora, which
// were made from CAMEO, CONCEDE by PLOVER's manual.
const intent = "035"

// PloverType gives the one label that the corpora have for what we tell apart as
// type and modality: there what is planned is an agreement or a threat, what is
// refused or does not come about a rejection.
func PloverType(typ string, m rapporteur.Modality, cameo rapporteur.Text) string {
	if cameo == intent {
		return "AGREE"
	}
	switch m {
	case rapporteur.Refused, rapporteur.Denied:
		if slices.Contains(cooperative, typ) {
			return "REJECT"
		}
	case rapporteur.Planned, rapporteur.Threatened, rapporteur.Conditional:
		switch {
		case slices.Contains(giving, typ):
			return "AGREE"
		case slices.Contains(harmful, typ):
			return "THREATEN"
		}
	}
	return typ
}

// byCode are the labels of PLV for codes of CAMEO that PLOVER's manual files
// elsewhere: it was made with a conversion of CAMEO that puts sanctions under
// COERCE, blockades under ASSAULT, verdicts under ACCUSE and agreements that are
// concluded under SUPPORT.
var byCode = map[rapporteur.Text]string{"163": "COERCE", "191": "ASSAULT", "116": "ACCUSE", "057": "SUPPORT"}

// PairType gives the label that PLV has for an event. It has one for CONCEDE and
// RETREAT together.
func PairType(e *rapporteur.Event) string {
	typ := PloverType(e.Plover.Type, e.Modality, e.Cameo)
	if t, ok := byCode[e.Cameo]; ok && typ == e.Plover.Type {
		return t
	}
	if typ == "CONCEDE" || typ == "RETREAT" {
		return "YIELD"
	}
	return typ
}

// Holds reports whether the events of a reading have one of the type with the
// actors of a gold record: one of its sources, and where it has targets one of
// those.
func (g *CodedSentence) Holds(r *rapporteur.Reading) bool {
	index := actorIndex(r)
	for i := range r.Events {
		e := &r.Events[i]
		if PloverType(e.Plover.Type, e.Modality, e.Cameo) == g.Type && index.any(e.Actors, g.Source) && (len(g.Target) == 0 || index.any(e.Recipients, g.Target)) {
			return true
		}
	}
	return g.met(r, index)
}

// ofMeetings are the modalities that the states of a meeting would be for an
// event.
var ofMeetings = map[rapporteur.Status]rapporteur.Modality{
	rapporteur.Held: rapporteur.Happened, rapporteur.UnderWayMeeting: rapporteur.Happened, rapporteur.PlannedMeeting: rapporteur.Planned,
	rapporteur.Proposed: rapporteur.Planned, rapporteur.RefusedMeeting: rapporteur.Refused, rapporteur.Cancelled: rapporteur.Denied,
}

// met reports whether the sides of a record sit at one meeting: what PLOVER
// calls CONSULT is a meeting with us.
func (g *CodedSentence) met(r *rapporteur.Reading, index actors) bool {
	for i := range r.Meetings {
		var here []string
		for _, a := range r.Meetings[i].Attendance {
			here = append(here, a.Actor)
		}
		if PloverType("CONSULT", ofMeetings[r.Meetings[i].Status], "") == g.Type && index.any(here, g.Source) && (len(g.Target) == 0 || index.any(here, g.Target)) {
			return true
		}
	}
	return false
}
