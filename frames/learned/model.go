package learned

import (
	"encoding/json"
	"fmt"
	"slices"

	"rapporteur/language/neural"
)

// inventory is what a model file says of what it was trained to find; see
// training/inventory.py, whose names these are.
type inventory struct {
	// Types of triggers and the kind of each.
	Types []string          `json:"types"`
	Kinds map[string]string `json:"kinds"`
	// Roles of all kinds; a span has two, its name with _first and _last.
	Roles []string `json:"roles"`
	// Allowed are the roles of each kind, Needed those of which the best filler is
	// taken below the threshold, Single those that one word fills.
	Allowed map[string][]string `json:"allowed"`
	Needed  []string            `json:"needed"`
	Single  []string            `json:"single"`
	// Attributes in the order of their outputs.
	Attributes []attribute `json:"attributes"`
	// Tags, Relations and Shapes of words, in the order of their embeddings; relation
	// 0 is any other.
	Tags      []string         `json:"tags"`
	Relations []string         `json:"relations"`
	Shapes    []string         `json:"shapes"`
	Paths     map[string]int32 `json:"paths"`
	Size      size             `json:"size"`
	// Limits are chosen on reports that the model was not trained on.
	Limits limits `json:"limits"`
}

// attribute is a property of frames with its values.
type attribute struct {
	Name   string   `json:"name"`
	Values []string `json:"values"`
}

// size is the size of the network.
type size struct {
	// Piece is the length of the vector of a word piece, Feature that of the
	// embeddings of tags, relations and shapes.
	Piece   int `json:"piece"`
	Feature int `json:"feature"`
	Units   int `json:"units"`
	Layers  int `json:"layers"`
	// Hidden is the length of the vector that triggers are read off, Rank that of the
	// vectors that a role compares.
	Hidden int `json:"hidden"`
	Rank   int `json:"rank"`
	// Longest is the words of a chunk, Context those of other sentences before them.
	Longest int `json:"longest"`
	Context int `json:"context"`
}

// model is a network that finds frames. It never changes.
type model struct {
	inventory
	pieces                              wordPieces
	paths                               *pathTree
	tagOf, relationOf, shapeOf          map[string]int
	pieceTable, tagTable, relationTable *neural.Table
	shapeTable                          *neural.Table
	encoder                             *neural.Encoder
	hidden, trigger                     *neural.Matrix
	// frame maps the vector of a trigger with its type to the attributes, one after
	// the other, then what the roles compare, then a bias of each role; word maps that
	// of a word to what the roles compare and a bias of each.
	frame, word *neural.Matrix
	typeVectors []float32
	// distance and path are biases of each role.
	distance, path []float32
	// rolesOf are the roles of each type, in numbers.
	rolesOf        [][]int
	needed, single []bool
	events         int // the types before this one are those of events
}

// openModel makes a network of a model file.
func openModel(data string, portable bool) (*model, error) {
	a, err := neural.OpenArchive(data)
	if err != nil {
		return nil, err
	}
	m := &model{}
	if err := json.Unmarshal(a.Header, &m.inventory); err != nil {
		return nil, fmt.Errorf("model of frames: %w", err)
	}
	m.pieces, m.paths = newWordPieces(a.Lines["pieces"]), newPaths(m.Paths)
	m.tagOf, m.relationOf, m.shapeOf = numbers(m.Tags, 0), numbers(m.Relations, 1), numbers(m.Shapes, 0)
	m.number()
	b := neural.NewBuilder(a, portable)
	m.build(b, len(a.Lines["pieces"]))
	return m, b.Err()
}

// build takes the tensors.
func (m *model) build(b *neural.Builder, pieces int) {
	s, roles := m.Size, len(m.Roles)
	m.pieceTable = b.Table("pieces", pieces, s.Piece)
	m.tagTable, m.relationTable = b.Table("tags", len(m.Tags), s.Feature), b.Table("relations", len(m.Relations)+1, s.Feature)
	m.shapeTable = b.Table("shapes", len(m.Shapes), s.Feature)
	m.encoder = b.Encoder(2*s.Piece+3*s.Feature, s.Units, s.Layers)
	out := m.encoder.Outputs()
	m.hidden = b.Matrix("hidden", out, s.Hidden, neural.OutputFormat())
	m.trigger = b.Matrix("trigger", s.Hidden, neural.Padded(len(m.Types)), neural.VectorFormat())
	m.frame = b.Matrix("frame", out, neural.Padded(m.values()+roles*(s.Rank+1)), neural.NarrowFormat())
	m.word = b.Matrix("word", out, neural.Padded(roles*(s.Rank+1)), neural.OutputFormat())
	m.typeVectors = b.Floats("types", len(m.Types), out)
	m.distance, m.path = b.Floats("distance", 2*buckets, roles), b.Floats("path", len(m.Paths)+2, roles)
}

// values is the number of values of all attributes.
func (m *model) values() int {
	n := 0
	for _, a := range m.Attributes {
		n += len(a.Values)
	}
	return n
}

// number turns the names of roles into numbers.
func (m *model) number() {
	roleOf := numbers(m.Roles, 0)
	for _, t := range m.Types {
		var roles []int
		for _, r := range m.Allowed[m.Kinds[t]] {
			roles = append(roles, roleOf[r])
		}
		m.rolesOf = append(m.rolesOf, roles)
		if m.Kinds[t] == "event" {
			m.events++
		}
	}
	for _, r := range m.Roles {
		m.needed, m.single = append(m.needed, slices.Contains(m.Needed, r)), append(m.single, slices.Contains(m.Single, r))
	}
}

// numbers gives each name its place, counted from first.
func numbers(names []string, first int) map[string]int {
	out := make(map[string]int, len(names))
	for i, n := range names {
		out[n] = i + first
	}
	return out
}
