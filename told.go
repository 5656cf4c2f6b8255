package rapporteur

// Told is by which words a report tells an entry, for who wants to know why it is one:
// the word that carries it and those that fill its roles. Probabilities are those that
// the model gives, 1 for what rules find; that of a filler is given the trigger.
type Told struct {
	Trigger     Span       `json:"trigger"`
	Probability float64    `json:"probability"`
	Roles       []ToldRole `json:"roles"`
}

// ToldRole is the words that fill a role.
type ToldRole struct {
	Role        string  `json:"role"`
	Words       Span    `json:"words"`
	Probability float64 `json:"probability"`
}
