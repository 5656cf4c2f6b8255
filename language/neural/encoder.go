package neural

import "cmp"

// Encoder is layers of bidirectional LSTM units over vectors that its user makes. It
// never changes and is shared by all goroutines.
type Encoder struct {
	stack stack
	in    int
}

// States are the buffers of an Encoder at work, for one goroutine at a time.
type States struct {
	batch  batch
	lstm   lstmBuffers
	fixed  []int16
	gates  []float32
	output []int16
}

// Inputs is the length of a vector that goes in, Outputs that of one that comes out.
func (e *Encoder) Inputs() int { return e.in }

// Outputs is the length of a vector that comes out: both directions.
func (e *Encoder) Outputs() int { return 2 * e.stack.hidden }

// Encode gives the vectors of words in their context, in OutputFormat, one row of
// Outputs for each row of Inputs. Runs are encoded by themselves; run i ends before
// row ends[i]. The answer is good until the next call.
func (e *Encoder) Encode(s *States, vectors []float32, ends []int) []int16 {
	s.batch.fill(ends, 0)
	rows, hidden := s.batch.words, e.stack.hidden
	if rows == 0 {
		return nil
	}
	s.fixed = grown(s.fixed, rows*e.in)
	for _, run := range s.batch.sentences {
		e.stack.kernel.fix(s.fixed[run.first*e.in:][:run.len*e.in], vectors[run.at*e.in:][:run.len*e.in], VectorFormat())
	}
	s.gates = grown(s.gates, rows*8*hidden)
	e.stack.kernel.project(s.gates, s.fixed, rows, e.stack.layers[0].input)
	e.stack.encode(&s.lstm, &s.batch, func(direction, row int) []float32 {
		return s.gates[(row*2+direction)*4*hidden:][:4*hidden]
	})
	s.output = grown(s.output, rows*2*hidden)
	for _, run := range s.batch.sentences {
		copy(s.output[run.at*2*hidden:], s.lstm.outputs[0][run.first*2*hidden:][:run.len*2*hidden])
	}
	return s.output
}

// Matrix is a linear map with a bias, of vectors in one format.
type Matrix struct {
	weights *weights
	kernel  kernel
	format  Format
}

// Outputs is the length of a vector that comes out.
func (m *Matrix) Outputs() int { return m.weights.out }

// Project sets out, rows × Outputs, to the map of rows of vectors in the format of
// the matrix.
func (m *Matrix) Project(out []float32, vectors []int16, rows int) {
	m.kernel.project(out, vectors, rows, m.weights)
}

// Fix turns values into the format of the matrix; their number is a multiple of 16.
func (m *Matrix) Fix(out []int16, values []float32) { m.kernel.fix(out, values, m.format) }

// Rectify is Fix after a leaky rectifier.
func (m *Matrix) Rectify(out []int16, values []float32) { m.kernel.rectify(out, values, m.format) }

// Table is vectors by number.
type Table struct {
	table  table
	kernel kernel
}

// Rows is the number of vectors.
func (t *Table) Rows() int { return len(t.table.scales) }

// Add adds a vector, times a factor.
func (t *Table) Add(to []float32, row int, factor float32) {
	t.kernel.add(to, t.table.values[row*t.table.columns:], float32(t.table.scales[row]*factor))
}

// Builder makes the parts of a model from an archive and keeps the first error.
type Builder struct {
	parts  modelBuilder
	kernel kernel
}

// NewBuilder makes a builder. The parts of a portable one do without assembly; their
// answers are the same.
func NewBuilder(a *Archive, portably bool) *Builder {
	b := &Builder{parts: modelBuilder{tensors: a.Tensors}, kernel: fastest()}
	if portably {
		b.kernel = portable()
	}
	return b
}

// Err is the first error: a tensor that is missing or of another size.
func (b *Builder) Err() error { return b.parts.err }

// Matrix takes a map of in values, an even number, to out, a multiple of 16.
func (b *Builder) Matrix(name string, in, out int, format Format) *Matrix {
	return &Matrix{b.parts.weights(name, in, out, format), b.kernel, format}
}

// Table takes a table of vectors, whose length is a multiple of 16.
func (b *Builder) Table(name string, rows, columns int) *Table {
	return &Table{b.parts.table(name, rows, columns), b.kernel}
}

// Floats takes rows of plain numbers.
func (b *Builder) Floats(name string, rows, columns int) []float32 {
	return b.parts.tensor(name, rows, columns).Floats
}

// Encoder takes so many layers of so many units over vectors of length in.
func (b *Builder) Encoder(in, hidden, layers int) *Encoder {
	return &Encoder{stack{b.kernel, hidden, b.parts.layers(layers, in, hidden)}, in}
}

// Best is the index of the highest value, the first of equals.
func Best[T cmp.Ordered](values []T) int {
	at := 0
	for i, v := range values {
		if v > values[at] {
			at = i
		}
	}
	return at
}
