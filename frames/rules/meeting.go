package rules

import (
	"rapporteur"
	"rapporteur/frames"
)

// meeting is one mention of people coming together, before mentions of the
// same meeting are joined.
type meeting struct {
	trigger   int
	kind      string
	attendees []attendee
	// place is a token of the name of the place, -1 for none.
	place  int
	date   day
	status rapporteur.Status
	// topic and outcome are what it is about and what came of it.
	topic, outcome frames.Tokens
	// moved says that it was to be on another day, formerly, if that is known.
	moved    bool
	formerly day
	// definite mentions may take up a meeting that was told before: "the talks".
	definite bool
	// part mentions tell of somebody's part in a meeting that was told before, or
	// of a part of it: "X also joined the talks", "met for a last session".
	part bool
	// past mentions tell what was before the rest: "after the talks were put off".
	past bool
	// fresh mentions are of a further meeting: "again", "the next round".
	fresh     bool
	claimedBy referent
	rule      string
}

// newMeeting begins a mention of a meeting.
func newMeeting(trigger int, kind, rule string) meeting {
	return meeting{trigger: trigger, kind: kind, rule: rule, place: -1, claimedBy: nobody()}
}

// VerbOfMeeting is the rule of mentions that a verb tells.
const VerbOfMeeting = "verb of meeting"

// VerbOfJourney is the rule of visits that a verb of going tells.
const VerbOfJourney = "verb of journey"

// attendee is one actor's part in a mention.
type attendee struct {
	referent
	role rapporteur.Text
	// presence is set for who is left out.
	presence rapporteur.Presence
}

// says reports whether a mention tells anything: that it is or will be, or
// that somebody is left out, and something to know it by.
func (e *meeting) says() bool {
	return (e.status != "" || e.leavesOut()) && (len(e.attendees) > 0 || e.place >= 0 || e.definite)
}

// leavesOut reports whether somebody is left out.
func (e *meeting) leavesOut() bool {
	for _, s := range e.attendees {
		if s.presence.LeftOut() && s.presence != "" {
			return true
		}
	}
	return false
}
