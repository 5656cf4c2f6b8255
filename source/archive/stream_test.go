package archive_test

import (
	"io"
	"testing"

	"rapporteur/source"
	"rapporteur/source/archive"
)

// TestStreamDoesNotWait holds that a line of JSON is given while the one who writes to the
// stream has not closed it.
func TestStreamDoesNotWait(t *testing.T) {
	in, out := io.Pipe()
	go func() { _, _ = io.WriteString(out, `{"text":"The talks went on."}`+"\n") }()
	r := &archive.Reader{Opener: &source.Opener{}}
	for item := range r.Stream("standard input", in) {
		if report, err := item.Open(t.Context()); err != nil || report.Text != "The talks went on." {
			t.Errorf("%v %v", report, err)
		}
		break
	}
}
