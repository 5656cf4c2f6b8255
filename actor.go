package rapporteur

// Actor is a state, person, organisation or group that the report names.
type Actor struct {
	// ID is an ISO 3166-1 alpha-3 code for a state, a short name for a
	// well-known body (EU, NATO, UN), else readable words. An actor that no
	// table knows has an ID that begins with "~" and is valid in its report only.
	ID    string    `json:"id"`
	Known bool      `json:"known"`
	Name  string    `json:"name"`
	Kind  ActorKind `json:"kind"`
	// State is the state that the actor belongs to, for an organ of a body between
	// states that body (UN, EU); empty where there is none.
	State    Text   `json:"state"`
	Roles    []Role `json:"roles"`
	Mentions []Span `json:"mentions"`
}

// ActorKind is the kind of an actor.
type ActorKind string

// The kinds of actors.
const (
	State        ActorKind = "state"
	Person       ActorKind = "person"
	Organisation ActorKind = "organisation"
	Group        ActorKind = "group"
	// Collective is a body of actors that is no organisation: "the West".
	Collective ActorKind = "collective"
	// Unnamed is a source whose name is withheld: "a former European general".
	Unnamed ActorKind = "unnamed"
)

// Role is an office that a person holds for a state or body on the report's day.
type Role struct {
	Office string `json:"office"`
	For    Text   `json:"for"`
	// Sector is government, military, legislature, party, judiciary, business,
	// media, civil society, international, armed group, or empty.
	Sector Text `json:"sector"`
	// Presumed says that the tables know of the office before the report's day
	// only, and of nobody who has followed.
	Presumed bool `json:"presumed,omitempty"`
	// Learned says that no table knows of it, and that other reports of the record name
	// the person as the holder.
	Learned bool `json:"learned,omitempty"`
	// Acting says that the office is held until somebody is appointed to it.
	Acting bool `json:"acting,omitempty"`
}
