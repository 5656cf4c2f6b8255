package learned

import (
	"context"
	_ "embed" // the weights
	"runtime"

	"rapporteur/frames"
	"rapporteur/language"
)

//go:embed weights/frames.model
var weights string

// Reader finds frames of all kinds. It is read-only and may be shared.
type Reader struct {
	model  *model
	limits limits
	// idle are the buffers that nobody works with.
	idle chan *buffers
}

// Load makes a reader of the weights that are part of the program.
func Load() (*Reader, error) { return LoadWeights(weights) }

// likelyDeed is from which probability on a word is taken for an event of a type, or of
// several, or for a position: which of them are right, who reads the frames weighs.
const likelyDeed = 0.1

// LoadWeights makes a reader of other weights, made by training/export.py.
func LoadWeights(data string) (*Reader, error) {
	m, err := openModel(data, false)
	if err != nil {
		return nil, err
	}
	for _, kind := range []string{"event", "position"} {
		l := m.Limits[kind]
		l.Trigger = min(l.Trigger, likelyDeed)
		m.Limits[kind] = l
	}
	return &Reader{m, m.Limits, make(chan *buffers, runtime.GOMAXPROCS(0))}, nil
}

// groupWords is how many words are encoded at once.
const groupWords = 1024

// Read gives the frames of a document in the order of their triggers.
func (r *Reader) Read(ctx context.Context, doc *language.Document) ([]frames.Frame, error) {
	b := r.sit()
	defer r.leave(b)
	var found []prediction
	for _, group := range groups(chunksOf(doc, r.model.Size.Longest, r.model.Size.Context), groupWords) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found = append(found, r.model.predict(b, doc, group, r.limits)...)
	}
	return newConverter(r.model, doc, found).frames(), nil
}

// sit takes buffers that are free, or new ones.
func (r *Reader) sit() *buffers {
	select {
	case b := <-r.idle:
		return b
	default:
		return &buffers{}
	}
}

// leave frees buffers; those beyond one for each processor are given up.
func (r *Reader) leave(b *buffers) {
	select {
	case r.idle <- b:
	default:
	}
}
