package feed

import "testing"

func TestWords(t *testing.T) {
	if w, err := readWords(wordTable); err != nil || !w["place"]["tag"] || !w["tracking"]["fbclid"] {
		t.Errorf("words.tsv: %v", err)
	}
	for _, table := range []string{"is\tx", "is\tword\nthing\tx"} {
		if _, err := readWords([]byte(table)); err == nil {
			t.Errorf("%q was read", table)
		}
	}
}
