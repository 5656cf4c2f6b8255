package learned

import (
	"math"
	"math/bits"

	"rapporteur/language"
	"rapporteur/language/neural"
)

// prediction is a frame by numbers of the inventory.
type prediction struct {
	trigger, typ int
	probability  float32
	// values are the likeliest value of each attribute and how likely it is.
	values []scored
	// fillers are the words of each role of the type, in the order of rolesOf.
	fillers [][]scored
}

// scored is a number, of a word or a value, with its probability.
type scored struct {
	at          int
	probability float32
}

// limits are the probabilities from which on something is taken, by kind.
type limits map[string]struct {
	// Trigger is that of a trigger, Role that of a filler, Least that of the best
	// filler of a role that a frame needs.
	Trigger float32 `json:"trigger"`
	Role    float32 `json:"role"`
	Least   float32 `json:"least"`
}

// buckets is the classes of distances of each direction.
const buckets = 12

// bucket gives the class of a distance in words: exact below four, then by powers of
// two.
func bucket(distance int) int {
	away := max(distance, -distance)
	class := away
	if away >= 4 {
		class = min(buckets-1, 4+bits.Len(uint(away))-3)
	}
	if distance < 0 {
		return class
	}
	return class + buckets
}

// buffers are what a model needs to work, for one goroutine at a time.
type buffers struct {
	states                neural.States
	inputs, hidden, value []float32
	fixed                 []int16
	words                 []float32 // what the roles compare of each word of a chunk
	pieces                []int32
	paths                 []int32
}

// predict gives the frames of a group of chunks.
func (m *model) predict(b *buffers, doc *language.Document, group []chunk, l limits) []prediction {
	words := 0
	var ends []int
	for _, c := range group {
		words += c.len()
		ends = append(ends, words)
	}
	m.embed(b, doc, group, words)
	encoded := m.encoder.Encode(&b.states, b.inputs, ends)
	m.scoreTriggers(b, encoded, words)
	var out []prediction
	row := 0
	for _, c := range group {
		found := m.triggers(b.value[row*m.trigger.Outputs():], c, l)
		if len(found) > 0 {
			m.complete(b, doc, c, encoded[row*m.encoder.Outputs():][:c.len()*m.encoder.Outputs()], found, l)
			out = append(out, found...)
		}
		row += c.len()
	}
	return out
}

// embed makes the vectors of the words of some chunks: the means of their pieces and
// of those of their heads, the tag, the relation and the shape.
func (m *model) embed(b *buffers, doc *language.Document, group []chunk, words int) {
	width, piece, feature := m.encoder.Inputs(), m.Size.Piece, m.Size.Feature
	b.inputs = grown(b.inputs, words*width)
	clear(b.inputs)
	row := 0
	for _, c := range group {
		own := b.inputs[row*width:]
		for i := range c.len() {
			t, x := &doc.Tokens[c.first+i], own[i*width:][:width]
			b.pieces = m.pieces.cut(t.Form, b.pieces[:0])
			for _, p := range b.pieces {
				m.pieceTable.Add(x[:piece], int(p), 1/float32(len(b.pieces)))
			}
			at := x[2*piece:]
			m.tagTable.Add(at[:feature], m.tag(t.UPOS), 1)
			m.relationTable.Add(at[feature:2*feature], m.relationOf[t.Deprel], 1)
			m.shapeTable.Add(at[2*feature:], m.shapeOf[shapeOf(t.Form)], 1)
		}
		for i := range c.len() {
			if head := doc.Tokens[c.first+i].Head; head >= c.first && head < c.last {
				copy(own[i*width+piece:][:piece], own[(head-c.first)*width:][:piece])
			}
		}
		row += c.len()
	}
}

// tag gives the number of a tag, the last one for any other.
func (m *model) tag(upos string) int {
	if n, ok := m.tagOf[upos]; ok {
		return n
	}
	return len(m.Tags) - 1
}

// scoreTriggers sets value to the logits of the types of each word.
func (m *model) scoreTriggers(b *buffers, encoded []int16, words int) {
	b.hidden, b.fixed = grown(b.hidden, words*m.hidden.Outputs()), grown(b.fixed, words*m.hidden.Outputs())
	m.hidden.Project(b.hidden, encoded, words)
	m.trigger.Rectify(b.fixed, b.hidden)
	b.value = grown(b.value, words*m.trigger.Outputs())
	m.trigger.Project(b.value, b.fixed, words)
}

// triggers gives the words of a chunk that trigger frames.
func (m *model) triggers(logits []float32, c chunk, l limits) []prediction {
	var out []prediction
	width := m.trigger.Outputs()
	for i := c.own - c.first; i < c.len(); i++ {
		row := logits[i*width:][:len(m.Types)]
		for t, x := range row {
			if p := neural.Sigmoid(x); p > l[m.Kinds[m.Types[t]]].Trigger {
				out = append(out, prediction{trigger: c.first + i, typ: t, probability: p})
			}
		}
	}
	return out
}

// complete finds attributes and roles of the frames of a chunk, whose words have been
// encoded.
func (m *model) complete(b *buffers, doc *language.Document, c chunk, encoded []int16, found []prediction, l limits) {
	b.words = grown(b.words, c.len()*m.word.Outputs())
	m.word.Project(b.words, encoded, c.len())
	compared := len(m.Roles) * m.Size.Rank
	for i := range c.len() {
		squash(b.words[i*m.word.Outputs():][:compared])
	}
	width, out := m.encoder.Outputs(), m.frame.Outputs()
	vector, fixed, frame := make([]float32, width), make([]int16, width), make([]float32, out)
	for k := range found {
		f := &found[k]
		word := encoded[(f.trigger-c.first)*width:][:width]
		for i, v := range word {
			vector[i] = float32(float32(v)*(1.0/(1<<14))) + m.typeVectors[f.typ*width+i]
		}
		m.frame.Fix(fixed, vector)
		m.frame.Project(frame, fixed, 1)
		rest := m.attributes(f, frame)
		squash(rest[:compared])
		m.roles(b, doc, c, f, rest, l)
	}
}

func squash(values []float32) {
	for i, v := range values {
		values[i] = neural.Tanh(v)
	}
}

// attributes sets the values of a frame and gives the outputs behind them.
func (m *model) attributes(f *prediction, outputs []float32) []float32 {
	for _, a := range m.Attributes {
		logits := outputs[:len(a.Values)]
		best := neural.Best(logits)
		var sum float64
		for _, x := range logits {
			sum += math.Exp(float64(x - logits[best]))
		}
		f.values = append(f.values, scored{best, float32(1 / sum)})
		outputs = outputs[len(a.Values):]
	}
	return outputs
}

// roles sets the fillers of a frame, of which query is what its roles compare and a
// bias of each.
func (m *model) roles(b *buffers, doc *language.Document, c chunk, f *prediction, query []float32, l limits) {
	b.paths = grown(b.paths, c.len())
	clear(b.paths)
	m.paths.from(doc, f.trigger, c.first, b.paths)
	scale := float32(4 / math.Sqrt(float64(m.Size.Rank)))
	all := make([]scored, c.len())
	for _, role := range m.rolesOf[f.typ] {
		asked, bias := query[role*m.Size.Rank:][:m.Size.Rank], query[len(m.Roles)*m.Size.Rank+role]
		for i := range all {
			word := b.words[i*m.word.Outputs():]
			s := float32(dot(asked, word[role*m.Size.Rank:])*scale) + bias + word[len(m.Roles)*m.Size.Rank+role]
			s += m.distance[bucket(c.first+i-f.trigger)*len(m.Roles)+role] + m.path[int(b.paths[i])*len(m.Roles)+role]
			all[i] = scored{c.first + i, neural.Sigmoid(s)}
		}
		f.fillers = append(f.fillers, m.chosen(all, role, l[m.Kinds[m.Types[f.typ]]].Role, l[m.Kinds[m.Types[f.typ]]].Least))
	}
}

// dot is the product of two vectors, of which the first is not longer.
func dot(a, b []float32) float32 {
	var sum float32
	for i, x := range a {
		sum += float32(x * b[i])
	}
	return sum
}

// chosen gives the words that fill a role: those above a limit, or the best one above
// the least where a frame needs one.
func (m *model) chosen(all []scored, role int, limit, least float32) []scored {
	var out []scored
	best := 0
	for i, w := range all {
		if w.probability > limit && !m.single[role] {
			out = append(out, w)
		}
		if w.probability > all[best].probability {
			best = i
		}
	}
	if !m.needed[role] {
		least = limit
	}
	if len(out) == 0 && all[best].probability > least {
		out = append(out, all[best])
	}
	return out
}

// grown gives a slice of n, in the same memory where it is enough.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}
