package service_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// fragile reads reports, and panics over those that hold the word.
func fragile(word string) service.Read {
	return func(_ context.Context, r *rapporteur.Report) (*rapporteur.Reading, error) {
		if strings.Contains(r.Text, word) {
			panic("a rule that did not expect this")
		}
		return &rapporteur.Reading{Schema: rapporteur.Schema, Report: *r}, nil
	}
}

// someLines are reports as lines of JSON, the second of which is the one that
// fragile panics over.
const someLines = `{"text": "The envoys met in Oslo on Monday.", "outlet": "Echo"}
{"text": "The envoys met in the trapdoor on Tuesday.", "outlet": "Echo"}
{"text": "The envoys met in Bergen on Wednesday.", "outlet": "Echo"}
`

func linesOf(text string) *service.Inputs {
	return &service.Inputs{Opener: &source.Opener{}, Stdin: strings.NewReader(text)}
}

// TestOneFailsAlone names the report that a panic was about, by its line and id,
// and where the program failed; the others are read.
func TestOneFailsAlone(t *testing.T) {
	var got []string
	for out := range service.Readings(t.Context(), linesOf(someLines).All([]string{"-"}), 2, fragile("trapdoor")) {
		if out.Err == nil {
			got = append(got, out.Input)
			continue
		}
		for _, part := range []string{"standard input:2", "report " + out.Report.ID, "service/read_test.go:", "did not expect"} {
			if !strings.Contains(out.Err.Error(), part) {
				t.Errorf("%v does not say %q", out.Err, part)
			}
		}
		if rapporteur.CodeOf(out.Err) != rapporteur.Internal {
			t.Error("code", rapporteur.CodeOf(out.Err))
		}
		got = append(got, "failed")
	}
	if diff := cmp.Diff([]string{"standard input:1", "failed", "standard input:3"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestAddGoesPastFailure stores what stands beside a report that fails, in the
// same batch, now and when the same is added again.
func TestAddGoesPastFailure(t *testing.T) {
	r := record.New(memory.New(), func() time.Time { return time.Time{} })
	add := func() (out []string) {
		ingest := service.Ingest{Record: r, Read: fragile("trapdoor")}
		err := ingest.Add(t.Context(), linesOf(someLines).All([]string{"-"}), func(one service.Arrival) error {
			if one.Err != nil {
				out = append(out, "failed")
			} else {
				out = append(out, string(one.Outcome))
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		return out
	}
	if diff := cmp.Diff([]string{"added", "failed", "added"}, add()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"known", "failed", "known"}, add()); diff != "" {
		t.Error(diff)
	}
}

// TestRereadGoesPastFailure leaves the report that fails as it was.
func TestRereadGoesPastFailure(t *testing.T) {
	r := record.New(memory.New(), func() time.Time { return time.Time{} })
	ingest := service.Ingest{Record: r, Read: fragile("nothing at all")}
	if err := ingest.Add(t.Context(), linesOf(someLines).All([]string{"-"}), func(service.Arrival) error { return nil }); err != nil {
		t.Fatal(err)
	}
	ingest.Read = fragile("trapdoor")
	good, bad := 0, 0
	err := ingest.Reread(t.Context(), nil, func(one service.Arrival) error {
		if one.Err != nil {
			bad++
		} else {
			good++
		}
		return nil
	})
	if err != nil || good != 2 || bad != 1 {
		t.Errorf("%d good, %d bad: %v", good, bad, err)
	}
}

// endless is a line of JSON that never ends, of which some was read.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	for i := range p[:n] {
		p[i] = 'a'
	}
	e.left -= n
	return n, nil
}

// TestLongLine makes one failure of a line that is too long, and reads on.
func TestLongLine(t *testing.T) {
	in := linesOf("")
	in.Stdin = io.MultiReader(strings.NewReader(`{"text": "`), &endless{3 << 20}, strings.NewReader("\"}\n"), strings.NewReader(someLines))
	in.LineLargest = 1 << 20
	var got []string
	for out := range service.Readings(t.Context(), in.All([]string{"-"}), 1, fragile("trapdoor")) {
		got = append(got, fmt.Sprint(rapporteur.CodeOf(out.Err), " ", out.Err == nil))
		if len(got) == 1 && !strings.Contains(out.Err.Error(), "standard input:1: a line of 3145741 bytes") {
			t.Error(out.Err)
		}
	}
	want := []string{"unsupported false", "internal true", "internal false", "internal true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestPacked reads what is compressed as if it was not.
func TestPacked(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := io.WriteString(w, someLines); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "some.jsonl.gz")
	if err := os.WriteFile(path, packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	in := &service.Inputs{Opener: &source.Opener{}, Stdin: &packed}
	read := 0
	for out := range service.Readings(t.Context(), in.All([]string{path, "-"}), 1, fragile("nothing at all")) {
		if read++; out.Err != nil {
			t.Error(out.Err)
		}
	}
	if read != 6 {
		t.Errorf("%d reports, not 6", read)
	}
}

// TestInterrupted ends although a report is being read that never ends, and says
// what is kept.
func TestInterrupted(t *testing.T) {
	stuck := make(chan struct{})
	t.Cleanup(func() { close(stuck) })
	ctx, cancel := context.WithCancel(t.Context())
	read := func(_ context.Context, r *rapporteur.Report) (*rapporteur.Reading, error) {
		if strings.Contains(r.Text, "Tuesday") {
			cancel()
			<-stuck
		}
		return &rapporteur.Reading{Report: *r}, nil
	}
	outcomes := slices.Collect(service.Readings(ctx, linesOf(someLines).All([]string{"-"}), 1, read))
	last := outcomes[len(outcomes)-1]
	if rapporteur.CodeOf(last.Err) != rapporteur.Interrupted || !errors.Is(last.Err, context.Canceled) || !strings.Contains(last.Err.Error(), "interrupted; ") {
		t.Error(last.Err)
	}
	r := record.New(memory.New(), func() time.Time { return time.Time{} })
	ingest := service.Ingest{Record: r, Read: read}
	err := ingest.Add(ctx, linesOf(someLines).All([]string{"-"}), func(service.Arrival) error { return nil })
	if rapporteur.CodeOf(err) != rapporteur.Interrupted || !strings.Contains(err.Error(), "goes on from there") {
		t.Error(err)
	}
}
