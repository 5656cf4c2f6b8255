package packed

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"io"
	"sync"

	"rapporteur/record"

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

var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

func inflate(data []byte) ([]byte, error) {
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(data), nil); err != nil {
		return nil, err
	}
	var out bytes.Buffer
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
