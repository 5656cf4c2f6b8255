package rapporteur

import "strings"

// Basis is what every entry stands on.
type Basis struct {
	// ID is a hash of the report, the kind of entry and its evidence offsets.
	ID string `json:"id"`
	// Confidence is between 0 and 1: of the entries said to be 0.8 sure, about
	// 80 in 100 are right.
	Confidence float64 `json:"confidence"`
	// Rule names the rule that made the entry, and behind " and " another one that gives
	// the same: "learned and tree".
	Rule string `json:"rule"`
	// Evidence is a sentence or less each, never boilerplate, at least one.
	Evidence []Span `json:"evidence"`
	// Told is by which words it is told, where that was asked for.
	Told *Told `json:"told,omitempty"`
}

// AndBy joins the names of two ways of reading that give the same entry.
const AndBy = " and "

// Confirmed reports whether two ways of reading give the same entry: the model and a
// rule, or the model and the tree of the sentence. Of those about eight in ten are right
// where of the others five are.
func (b *Basis) Confirmed() bool { return strings.Contains(b.Rule, AndBy) }

// Statement is something that somebody is reported to have said or written.
type Statement struct {
	Basis
	// Speakers are the actors who share this one utterance.
	Speakers       []string `json:"speakers"`
	SpeakerMention *Span    `json:"speaker_mention"`
	// For is the state or body in whose name it is said.
	For  Text `json:"for"`
	Mode Mode `json:"mode"`
	// Act is what is done by saying it: assert, deny, promise, threaten …
	Act Text  `json:"act"`
	Cue *Span `json:"cue"`
	// Content has one span for each unbroken part.
	Content    []Span   `json:"content"`
	Addressees []string `json:"addressees"`
	// Medium is statement, interview, briefing, news conference, broadcast,
	// social media, letter, call, speech, article or document.
	Medium Text `json:"medium"`
	// Anonymity is the words by which the speakers ask not to be named: "on
	// condition of anonymity".
	Anonymity *Span `json:"anonymity,omitempty"`
	// Place is where it was said, by its name.
	Place Text `json:"place"`
	Date  Date `json:"date"`
	// Within is the statement that reports this one.
	Within Text `json:"within"`
}

// Mode is how the words are given.
type Mode string

const (
	// Direct content stands in quotation marks, all of it.
	Direct Mode = "direct"
	// Mixed content stands partly in quotation marks.
	Mixed Mode = "mixed"
	// Indirect content has no quotation marks.
	Indirect Mode = "indirect"
)

// Meeting is an encounter of named sides, however often it is mentioned.
type Meeting struct {
	Basis
	// Kind is talks, summit, call, visit or meeting.
	Kind       string       `json:"kind"`
	Attendance []Attendance `json:"attendance"`
	Place      *Place       `json:"place"`
	Date       Date         `json:"date"`
	Status     Status       `json:"status"`
	// History is what the report says of earlier states of the plan.
	History   []StatusChange `json:"history"`
	About     Text           `json:"about"`
	Outcome   Text           `json:"outcome"`
	ClaimedBy Text           `json:"claimed_by"`
}

// Attendance is one seat of a meeting, taken or left empty. Who is not
// mentioned has no row.
type Attendance struct {
	Actor     string   `json:"actor"`
	For       Text     `json:"for"`
	Role      Text     `json:"role"`
	Presence  Presence `json:"presence"`
	ClaimedBy Text     `json:"claimed_by"`
	Evidence  []Span   `json:"evidence"`
}

// Roles at a meeting.
const (
	Participant Text = "participant"
	Host        Text = "host"
	Mediator    Text = "mediator"
	Observer    Text = "observer"
)

// Presence says whether an actor is at a meeting.
type Presence string

// Whether a seat is taken, and why not.
const (
	Expected Presence = "expected"
	Present  Presence = "present"
	// Excluded is not invited, or shut out.
	Excluded  Presence = "excluded"
	Declined  Presence = "declined"
	Absent    Presence = "absent"
	WalkedOut Presence = "walked-out"
)

// LeftOut reports whether the seat is empty.
func (p Presence) LeftOut() bool { return p != Expected && p != Present }

// Place is where a meeting is.
type Place struct {
	Name string `json:"name"`
	// Country is an ISO 3166-1 alpha-3 code.
	Country Text `json:"country"`
	// State says that the place is a whole state.
	State bool `json:"-"`
	// House says that it is a seat of power whose town is not told.
	House bool `json:"-"`
}

// Vague reports whether a place is a whole state or a house somewhere in it, so that the
// name of a town there is no contradiction.
func (p *Place) Vague() bool { return p.State || p.House }

// Status is how far a meeting has come.
type Status string

// How far a meeting has come, first and last.
const (
	Proposed        Status = "proposed"
	PlannedMeeting  Status = "planned"
	UnderWayMeeting Status = "under-way"
	Held            Status = "held"
	Postponed       Status = "postponed"
	Cancelled       Status = "cancelled"
	RefusedMeeting  Status = "refused"
)

// StatusChange is an earlier status of a meeting, with the date it had then.
type StatusChange struct {
	Status   Status `json:"status"`
	Date     Date   `json:"date"`
	Evidence []Span `json:"evidence"`
}

// Event is who did what to whom, coded in PLOVER and CAMEO.
type Event struct {
	Basis
	Plover Plover `json:"plover"`
	// Cameo is a CAMEO event code of two to four digits.
	Cameo      Text     `json:"cameo"`
	Actors     []string `json:"actors"`
	Recipients []string `json:"recipients"`
	Modality   Modality `json:"modality"`
	// ClaimedBy is the actor on whose word alone the event rests.
	ClaimedBy Text `json:"claimed_by"`
	// Hedge is the words that weaken it: "reportedly".
	Hedge Text   `json:"hedge"`
	Date  Date   `json:"date"`
	Place *Place `json:"place"`
}

// Plover is a code of the PLOVER ontology.
type Plover struct {
	// Type is one of PLOVER's 16 event types, in capitals.
	Type     string   `json:"type"`
	Mode     Text     `json:"mode"`
	Contexts []string `json:"contexts"`
}

// Modality says whether an event happened.
type Modality string

// Whether an event happened, as far as the words say.
const (
	Happened    Modality = "happened"
	UnderWay    Modality = "under-way"
	Planned     Modality = "planned"
	Threatened  Modality = "threatened"
	Conditional Modality = "conditional"
	Denied      Modality = "denied"
	Refused     Modality = "refused"
)

// Position is what a party wants on an issue.
type Position struct {
	Basis
	Actor string `json:"actor"`
	For   Text   `json:"for"`
	// Issue groups positions; the stance is towards the proposal.
	Issue    *Issue `json:"issue"`
	Proposal string `json:"proposal"`
	Stance   Stance `json:"stance"`
	// Direction is towards what the issue names: who supports lifting a blockade is
	// against the blockade. Empty where the words do not tell.
	Direction Direction `json:"direction"`
	// ClaimedBy is who says of the party that it wants this, where another one does.
	ClaimedBy Text `json:"claimed_by"`
	// Condition is what a conditional stance depends on.
	Condition *Span `json:"condition"`
	// RedLine is the words by which the party says that it will not move: "under
	// no circumstances".
	RedLine *Span `json:"red_line,omitempty"`
	Date    Date  `json:"date"`
	// From is the ID of the statement or event that the position is read from.
	From Text `json:"from"`
}

// Turn gives a position another stance; its direction turns with it.
func (p *Position) Turn(to Stance) {
	switch {
	case p.Stance == Undecided || to == Undecided:
		p.Direction = ""
	case (p.Stance == Opposes) != (to == Opposes):
		p.Direction = p.Direction.Opposite()
	}
	p.Stance = to
}

// Issue is a subject of negotiation.
type Issue struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Stance is where a party stands towards a proposal.
type Stance string

// Stances; the conditional one has its condition.
const (
	Supports          Stance = "supports"
	Opposes           Stance = "opposes"
	ConditionalStance Stance = "conditional"
	Undecided         Stance = "undecided"
)

// Direction is where a party stands towards what an issue names.
type Direction string

// Directions; an empty one is open.
const (
	InFavour Direction = "for"
	Against  Direction = "against"
)

// MarshalJSON gives null for an open direction.
func (d Direction) MarshalJSON() ([]byte, error) { return Text(d).MarshalJSON() }

// Opposite gives the direction of who wants the contrary.
func (d Direction) Opposite() Direction {
	switch d {
	case InFavour:
		return Against
	case Against:
		return InFavour
	}
	return ""
}

// Notice is something wrong in the report itself.
type Notice struct {
	Kind     string `json:"kind"`
	Message  string `json:"message"`
	Evidence []Span `json:"evidence"`
}
