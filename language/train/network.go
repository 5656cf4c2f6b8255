package train

import (
	"fmt"
	"math"
	"math/rand/v2"

	"rapporteur/language/neural"
)

// linear is an affine map: rows of in values to rows of out values.
type linear struct {
	weight *parameter // in × out
	bias   *parameter // 1 × out, nil for none
}

// direction is one direction of an LSTM layer; the gates of H units follow
// each other as input, forget, output, candidate.
type direction struct {
	input     linear     // in × 4H
	recurrent *parameter // H × 4H
}

// network is the float32 twin of neural.Model.
type network struct {
	shape      neural.Shape
	labels     neural.Labels
	parameters []*parameter

	embeddings [neural.FeatureKinds]*parameter // rows × D
	vectors    matrix                          // pre-trained, words × V, fixed
	projection linear                          // V × D
	layers     [][2]direction

	tag, name linear // 2H × outputs, padded to lanes
	// transitions are scores of what begins (columns) after what ended (rows).
	transitions *parameter

	dependent, head linear     // 2H × A
	arc             linear     // A × A
	root            *parameter // 1 × A, the head vector of the root

	relationDependent, relationHead linear     // 2H × L
	relationRoot                    *parameter // 1 × L
	relation                        linear     // L × relations, padded
}

func newNetwork(shape neural.Shape, labels neural.Labels, vectors matrix, seed uint64) *network {
	n := &network{shape: shape, labels: labels, vectors: vectors}
	b := builder{n, rand.New(rand.NewPCG(seed, 0))}
	for k, rows := range shape.Rows {
		n.embeddings[k] = b.add(fmt.Sprintf("embedding/%d", k), rows, shape.Input, math.Sqrt(3/float64(shape.Input))/2)
		n.embeddings[k].sparse = true
	}
	n.projection = linear{weight: b.matrix("vectors", shape.Vector, shape.Input)}
	in := shape.Input
	for l := range shape.Layers {
		n.layers = append(n.layers, [2]direction{b.direction(l, "forward", in), b.direction(l, "backward", in)})
		in = 2 * shape.Hidden
	}
	n.tag = b.linear("tag", in, neural.Padded(len(labels.Tags)))
	n.name = b.linear("name", in, neural.Padded(labels.NameOutputs()))
	n.transitions = b.add("name/transitions", labels.NameStates(), labels.NameStates(), 0)
	n.dependent, n.head = b.linear("dependent", in, shape.Arc), b.linear("head", in, shape.Arc)
	n.arc = b.linear("arc", shape.Arc, shape.Arc)
	n.root = b.add("root", 1, shape.Arc, 0.1)
	n.relationDependent = b.linear("relation/dependent", in, shape.Label)
	n.relationHead = linear{weight: b.matrix("relation/head", in, shape.Label)}
	n.relationRoot = b.add("relation/root", 1, shape.Label, 0.1)
	n.relation = b.linear("relation", shape.Label, neural.Padded(len(labels.Relations)))
	return n
}

// builder adds parameters with their first values (Glorot & Bengio 2010).
type builder struct {
	*network
	random *rand.Rand
}

func (b builder) add(name string, rows, columns int, scale float64) *parameter {
	p := newParameter(name, rows, columns, scale, b.random)
	p.id = len(b.parameters)
	b.parameters = append(b.parameters, p)
	return p
}

func (b builder) matrix(name string, in, out int) *parameter {
	return b.add(name, in, out, math.Sqrt(6/float64(in+out)))
}

func (b builder) linear(name string, in, out int) linear {
	return linear{b.matrix(name, in, out), b.add(name+"/bias", 1, out, 0)}
}

// direction begins with a forget gate that is open (Jozefowicz et al. 2015).
func (b builder) direction(layer int, name string, in int) direction {
	h := b.shape.Hidden
	name = fmt.Sprintf("lstm/%d/%s", layer, name)
	d := direction{
		input: linear{
			b.add(name+"/input", in, 4*h, math.Sqrt(6/float64(in+h))),
			b.add(name+"/bias", 1, 4*h, 0),
		},
		recurrent: b.add(name+"/recurrent", h, 4*h, math.Sqrt(6/float64(2*h))),
	}
	bias := d.input.bias
	for i := h; i < 2*h; i++ {
		bias.values[i], bias.average[i] = 1, 1
	}
	return d
}

// pack prepares the weights for a step.
func (n *network) pack() {
	for _, p := range n.parameters {
		if !p.sparse && p.rows > 1 {
			p.pack()
		}
	}
}
