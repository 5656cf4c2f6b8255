package coref

// Kind is what a mention is headed by.
type Kind uint8

// The kinds of mentions. Others are numbers, adverbs and adjectives: "the two".
const (
	Common Kind = iota
	Proper
	Pronominal
	Other
)

// Mention is the tokens from First to Last (exclusive) of one sentence that
// may refer to something, and the token that governs them.
type Mention struct {
	First, Last, Head int
	Kind              Kind
	// Joined mentions are those of several things: "the envoy and the minister".
	Joined bool
	// Pronoun is set for pronouns.
	Pronoun Pronoun
	// Number is 's', 'p' or 0; Gender 'm', 'f', 'n' or 0.
	Number, Gender byte
	// core and coreE bound the tokens without what follows the head: "the new
	// envoy".
	core, coreE int
}
