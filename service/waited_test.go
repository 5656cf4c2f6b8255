package service_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/source"
)

// waited is a context that is over when it has been asked so many times.
type waited struct {
	context.Context
	left, asked int
}

func (w *waited) Err() error {
	if w.asked++; w.asked > w.left {
		return context.Canceled
	}
	return nil
}

// told is a report of some paragraphs, as a text and as a page.
func told() (text, web string) {
	for i := range 30 {
		text += person(i) + ", an envoy, said on Monday that the talks in Oslo would go on. “We will not leave,” she added. Norway wants a truce.\n\n"
	}
	return text, page("", "<p>"+strings.ReplaceAll(text, "\n\n", "</p><p>")+"</p>")
}

// TestInterruptedAnywhere calls the reading of a report off whenever it looks whether it
// is waited for: it fails for that each time, and gives nothing.
func TestInterruptedAnywhere(t *testing.T) {
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	text, web := told()
	for _, words := range []string{text, web} {
		through := func(ctx context.Context) (*rapporteur.Reading, error) {
			report, err := source.ParseContext(ctx, "report", []byte(words), source.Options{})
			if err != nil {
				return nil, err
			}
			return reader.Read(ctx, report)
		}
		whole := &waited{Context: t.Context(), left: 1 << 30}
		if _, err := through(whole); err != nil {
			t.Fatal(err)
		}
		if whole.asked < 60 {
			t.Errorf("a report of %d bytes looks only %d times whether it is waited for", len(words), whole.asked)
		}
		for left := range whole.asked {
			read, err := through(&waited{Context: t.Context(), left: left})
			if read != nil || rapporteur.CodeOf(err) != rapporteur.Interrupted || !errors.Is(err, context.Canceled) {
				t.Errorf("after %d of %d looks: %v", left, whole.asked, err)
			}
		}
	}
}

// TestInterruptedSoon calls the reading of the longest report off at some moments.
func TestInterruptedSoon(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("The envoy of Norway told reporters on Monday that she had met him in Oslo and wanted a truce. ", 5000)
	report, err := source.Parse("report", []byte(text), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for after := range 4 {
		ctx, stop := context.WithTimeout(t.Context(), time.Duration(after)*500*time.Millisecond)
		if _, err := reader.Read(ctx, report); err != nil {
			late := time.Since(deadline(ctx))
			t.Logf("over after %v", late)
			if late > 5*time.Second { // half a second where nothing else runs
				t.Errorf("ended %v after it was called off", late)
			}
		}
		stop()
	}
}

func deadline(ctx context.Context) time.Time {
	at, _ := ctx.Deadline()
	return at
}
