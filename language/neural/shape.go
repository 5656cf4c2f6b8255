package neural

// Shape is the size of a network.
type Shape struct {
	// Input is the length of the vector of a word, D in comments.
	Input int
	// Hidden is the number of LSTM units of a layer in one direction, H.
	Hidden int
	// Layers is the number of bidirectional layers.
	Layers int
	// Arc and Label are the lengths of the vectors that the scorer of heads
	// and the scorer of relations compare, A and L.
	Arc, Label int
	// Vector is the length of a pre-trained word vector.
	Vector int
	// Rows is the number of embeddings of each kind of feature.
	Rows [FeatureKinds]int
}

// Labels are what the network may answer, in the order of its outputs.
type Labels struct {
	// Tags are pairs "UPOS XPOS".
	Tags []string
	// Relations are UD relations with their subtypes.
	Relations []string
	// Names are name classes; the outputs follow NameParts.
	Names []string
}

// NameOutputs is the number of outputs of the names' head: outside, and begin,
// inside, end and single for each class.
func (l *Labels) NameOutputs() int { return 1 + nameParts*len(l.Names) }

// NameStates is the number of what may end before a word, or begin with it:
// outside, and a name of each class.
func (l *Labels) NameStates() int { return 1 + len(l.Names) }

// Parts of a name in the order of the outputs of a class.
const (
	Begin = iota
	Inside
	End
	Single
	nameParts
)

// NameOutput is the output of a part of a name of a class; 0 is outside.
func NameOutput(class, part int) int { return 1 + class*nameParts + part }

// lane is the number of columns that a kernel works on at once; rows of
// outputs are padded to it.
const lane = 16

// Padded is n rounded up to whole lanes.
func Padded(n int) int { return (n + lane - 1) &^ (lane - 1) }
