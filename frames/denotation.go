package frames

// Denotation is how the head of a filler stands for who fills the role. Linking
// follows it.
type Denotation uint8

// The ways to stand for somebody.
const (
	// ByReference is by a name, a pronoun or a description: most are.
	ByReference Denotation = iota
	// ByTerritory is as the place that is struck or helped: "shelled Gaza".
	ByTerritory
	// ByLocation is as a place for the state in which it lies: "flew to Muscat".
	ByLocation
	// ByFirst and BySecond are as one of two: "both leaders", and "they" or "their"
	// after two have been named.
	ByFirst
	BySecond
	// ByPeople is as people whom the phrase describes and no link knows, or as members
	// of a party, who are not the party: "the pool reporters", "many Democrats".
	ByPeople
)
