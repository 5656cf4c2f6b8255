package rapporteur

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
}
