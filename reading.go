package rapporteur

import "slices"

// Schema names the contract that a Reading is written in.
const Schema = "rapporteur/1"

// Reading is everything that one report puts on the record.
type Reading struct {
	Schema     string      `json:"schema"`
	Report     Report      `json:"report"`
	Actors     []Actor     `json:"actors"`
	Statements []Statement `json:"statements"`
	Meetings   []Meeting   `json:"meetings"`
	Events     []Event     `json:"events"`
	Positions  []Position  `json:"positions"`
	Notices    []Notice    `json:"notices"`
	// Incumbents are holders of offices whom the report names and no table knows.
	Incumbents []Incumbent `json:"incumbents,omitempty"`
	// Open are the posts whose holders the report leaves to others to name; they are
	// not part of the contract.
	Open []OpenPost `json:"-"`
	// Sentences are the places of the report's sentences in code points, end
	// exclusive, for whoever searches in them; they are not part of the contract.
	Sentences [][2]int `json:"-"`
}

// Keep leaves out the entries that are less sure than a confidence.
func (r *Reading) Keep(confidence float64) {
	sure := func(b Basis) bool { return b.Confidence >= confidence }
	r.Statements = slices.DeleteFunc(r.Statements, func(e Statement) bool { return !sure(e.Basis) })
	r.Meetings = slices.DeleteFunc(r.Meetings, func(e Meeting) bool { return !sure(e.Basis) })
	r.Events = slices.DeleteFunc(r.Events, func(e Event) bool { return !sure(e.Basis) })
	r.Positions = slices.DeleteFunc(r.Positions, func(e Position) bool { return !sure(e.Basis) })
}
