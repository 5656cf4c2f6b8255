package packed

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"rapporteur/record"

	quick "github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/s2"
)

var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // the level is valid
	return w
}}

// deflate compresses (RFC 1951).
func deflate(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&out)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

var inflaters = sync.Pool{New: func() any { return quick.NewReader(nil) }}

// inflate reads what deflate wrote.
func inflate(data []byte) ([]byte, error) {
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	if err := r.(quick.Resetter).Reset(bytes.NewReader(data), nil); err != nil {
		return nil, err
	}
	out := bytes.NewBuffer(make([]byte, 0, 4*len(data)))
	_, err := out.ReadFrom(r)
	return out.Bytes(), err
}

// Body packs what is large in a report: JSON, deflated.
func Body(body *record.Body) ([]byte, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	return deflate(data)
}

// ReadBody reads what Body packed.
func ReadBody(data []byte) (*record.Body, error) {
	plain, err := inflate(data)
	if err != nil {
		return nil, err
	}
	out := &record.Body{}
	return out, record.ReadStored(plain, out)
}

// Bodies are bodies of reports as they stand in a database, by the numbers of the reports.
type Bodies struct {
	numbers []int64
	packed  [][]byte
}

// Add takes one in.
func (b *Bodies) Add(number int64, data []byte) {
	b.numbers, b.packed = append(b.numbers, number), append(b.packed, data)
}

// Read reads them all, on all processors. What cannot be read, the error is called with.
func (b *Bodies) Read(wrong func(number int64, err error) error) (map[int64]*record.Body, error) {
	bodies, failed := make([]*record.Body, len(b.packed)), make([]error, len(b.packed))
	var next atomic.Int64
	var hands sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(b.packed)) {
		hands.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(b.packed); i = int(next.Add(1)) - 1 {
				bodies[i], failed[i] = ReadBody(b.packed[i])
			}
		})
	}
	hands.Wait()
	out := make(map[int64]*record.Body, len(bodies))
	for i, n := range b.numbers {
		if failed[i] != nil {
			return out, wrong(n, failed[i])
		}
		out[n] = bodies[i]
	}
	return out, nil
}

// Member packs the body of a member: a kilobyte that is read much more often than a
// text.
func Member(body []byte) []byte { return s2.Encode(nil, body) }

// ReadMember reads what Member packed, nothing where that is damaged.
func ReadMember(data []byte) []byte {
	body, err := s2.Decode(nil, data)
	if err != nil {
		return nil
	}
	return body
}

// Page packs a page as it was fetched.
func Page(data []byte) ([]byte, error) { return deflate(data) }

// ReadPage reads what Page packed.
func ReadPage(data []byte) ([]byte, error) { return inflate(data) }
