package segment

// Token is a syntactic word: the bytes of the text from Start to End.
type Token struct {
	Start, End int
	// Joined reports that the word is written as one with the word before and
	// forms a multiword token with it: "n't" in "don't".
	Joined bool
	kind   kind
}

// kind is the part that a token plays at the end of a sentence.
type kind uint8

const (
	word kind = iota
	// stop is a full stop that is no part of an abbreviation.
	stop
	// mark is a run with a question or exclamation mark.
	mark
	// ellipsis is a run of full stops.
	ellipsis
	// short is an abbreviation that may end a sentence with its own stop.
	short
	opener
	closer
	// straight is a straight quotation mark, which opens or closes.
	straight
	dash
	bullet
	// address is one of the web or of mail; a name like "Amazon.com" is a word.
	address
	// smiley belongs to the sentence before it.
	smiley
	// other is a sign that ends nothing.
	other
)

func (k kind) isWord() bool { return k == word || k == short || k == address }
