package frames

import "rapporteur/language"

// Kind is what sort of thing a frame tells of: the kinds of frames/schema.
type Kind string

// The kinds of frames.
const (
	Statement Kind = "statement"
	Meeting   Kind = "meeting"
	Event     Kind = "event"
	Position  Kind = "position"
	Absence   Kind = "absence"
)

// Role is the name of a role of frames/schema.
type Role string

// The roles of statements.
const (
	Source    Role = "source"
	Addressee Role = "addressee"
	Content   Role = "content"
	// Continued is the cue of the statement that a quotation without one goes on
	// with.
	Continued Role = "continued"
	// Speaker and Hearer are everybody who is the source or is addressed, once it is
	// known whom the words stand for; Behalf is in whose name the source speaks.
	Speaker Role = "speaker"
	Hearer  Role = "hearer"
	Behalf  Role = "behalf"
	// Anonymity is the words by which the source asks not to be named.
	Anonymity Role = "anonymity"
)

// The roles of meetings, Place and Date being those of events as well.
const (
	Participant Role = "participant"
	Host        Role = "host"
	Mediator    Role = "mediator"
	Observer    Role = "observer"
	Excluded    Role = "excluded"
	Place       Role = "place"
	Date        Role = "date"
	// Formerly is the date that a meeting was to have before it was moved.
	Formerly Role = "formerly"
	Topic    Role = "topic"
	Outcome  Role = "outcome"
)

// The roles of events, positions and absences.
const (
	Agent     Role = "agent"
	Patient   Role = "patient"
	Holder    Role = "holder"
	Proposal  Role = "proposal"
	Condition Role = "condition"
	Party     Role = "party"
	// Claimant is on whose word a meeting or an event rests.
	Claimant Role = "claimant"
	// RedLine is the words by which a party says that it will not move.
	RedLine Role = "red line"
	// MissedMeeting is what an absence is from, by the trigger of that frame.
	MissedMeeting Role = "meeting"
)

// Attribute is the name of an attribute of frames/schema.
type Attribute string

// The attributes of statements.
const (
	Act    Attribute = "act"
	Form   Attribute = "form"
	Medium Attribute = "medium"
	Mode   Attribute = "mode"
)

// The attributes of the other kinds.
const (
	Status    Attribute = "status"
	Modality  Attribute = "modality"
	Claimed   Attribute = "claimed"
	EventMode Attribute = "mode"
	Cameo     Attribute = "cameo"
	Stance    Attribute = "stance"
	Direction Attribute = "direction"
	Issue     Attribute = "issue"
	Certainty Attribute = "certainty"
	// Offset is the days from the date that fills the role to that of the frame.
	Offset Attribute = "offset"
	// Hedge and Contexts are those of an event, Content what an act of speaking is about.
	Hedge    Attribute = "hedge"
	Contexts Attribute = "contexts"
	About    Attribute = "about"
	// Standing says of a statement whether it is to be written down.
	Standing Attribute = "standing"
	// Untold says that the words do not tell how far a meeting has come.
	Untold Attribute = "untold"
	// How a meeting is told beside others of the text.
	Definite   Attribute = "definite"
	Part       Attribute = "part"
	Background Attribute = "background"
	Further    Attribute = "further"
	// Earlier is the status that a meeting had before it was moved or called off.
	Earlier Attribute = "earlier"
	// Plain names what tells of a position the same as its maker: its tree.
	Plain Attribute = "plain"
)

// Tokens are the tokens of a Document from First to Last (exclusive).
type Tokens struct{ First, Last int }

// Len is the number of tokens.
func (t Tokens) Len() int { return t.Last - t.First }

// Range gives the text of the tokens, empty for none.
func (t Tokens) Range(doc *language.Document) language.Range { return doc.Bytes(t.First, t.Last) }

// Has reports whether a token is among them.
func (t Tokens) Has(token int) bool { return t.First <= token && token < t.Last }

// Frame is one thing that a text tells, at one place.
type Frame struct {
	Kind Kind
	// Type is one of the kind's.
	Type string
	// Trigger is the token that carries the frame, the head of Words; for a quotation
	// without a cue its first token.
	Trigger int
	// Words are the trigger's: "called for". None, before the trigger, where nothing
	// but quotation marks tells.
	Words Tokens
	// Fillers are who and what fills the roles, role by role in the order of the text.
	Fillers []Filler
	// Attributes are those that differ from the first value of their kind's.
	Attributes map[Attribute]string
	// Likely is how likely the values of some attributes are by the model that found them.
	Likely map[Attribute]float64
	// Probability is that all of the frame is right, between 0 and 1.
	Probability float64
	// Maker names the rule or the model that made the frame.
	Maker string
}

// Filler is what fills a role.
type Filler struct {
	Role Role
	// Head is the token that governs the others.
	Head int
	// Tokens are the words of a span; of a pointer its mention, or the head alone
	// where the reader does not know more.
	Tokens
	// By is how the head stands for who fills the role.
	By Denotation
	// Probability is that it fills the role, given the frame.
	Probability float64
}

// Pointer makes a filler of one word, sure of it.
func Pointer(role Role, head int) Filler {
	return Filler{Role: role, Head: head, Tokens: Tokens{head, head + 1}, Probability: 1}
}

// Of gives the fillers of a role.
func (f *Frame) Of(role Role) []Filler {
	var out []Filler
	for _, x := range f.Fillers {
		if x.Role == role {
			out = append(out, x)
		}
	}
	return out
}

// Head gives the head of the first filler of a role, -1 where there is none.
func (f *Frame) Head(role Role) int {
	for _, x := range f.Fillers {
		if x.Role == role {
			return x.Head
		}
	}
	return -1
}

// Attribute gives the value of an attribute, empty where it is not set.
func (f *Frame) Attribute(name Attribute) string { return f.Attributes[name] }

// Set sets an attribute; an empty value unsets it.
func (f *Frame) Set(name Attribute, value string) {
	if value == "" {
		delete(f.Attributes, name)
		return
	}
	if f.Attributes == nil {
		f.Attributes = map[Attribute]string{}
	}
	f.Attributes[name] = value
}
