package packed_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/store/packed"

	"github.com/google/go-cmp/cmp"
)

// TestBack reads back what was written.
func TestBack(t *testing.T) {
	body := &record.Body{Text: "Ferries — again.", Sentences: [][2]int{{0, 16}}}
	data, err := packed.Body(body)
	if err != nil {
		t.Fatal(err)
	}
	back, err := packed.ReadBody(data)
	same(t, "body", body, back, err)
	same(t, "member", []byte(`{"id":"x"}`), packed.ReadMember(packed.Member([]byte(`{"id":"x"}`))), nil)
	same(t, "sketch", []uint32{0, 7, math.MaxUint32}, packed.ReadSketch(packed.Sketch([]uint32{0, 7, math.MaxUint32})), nil)
	same(t, "rising", []int64{1, 1 << 40}, packed.ReadRising(packed.Rising([]int64{1, 1 << 40})), nil)
	at := time.Date(2031, 5, 6, 7, 8, 9, 10e6, time.UTC)
	same(t, "time", at, packed.Instant(packed.Millis(at)), nil)
	same(t, "no time", time.Time{}, packed.Instant(packed.Millis(time.Time{})), nil)
}

// TestDamaged reads what nobody wrote.
func TestDamaged(t *testing.T) {
	if _, err := packed.ReadBody([]byte("no body")); err == nil {
		t.Error("a damaged body is read")
	}
	same(t, "member", nil, packed.ReadMember([]byte{0xff, 0xff}), nil)
	same(t, "rising", []int64{3}, packed.ReadRising([]byte{3, 0x80}), nil)
}

// TestPlaces: sentences lie in the order of their reports.
func TestPlaces(t *testing.T) {
	report, sentence := packed.Sentence(packed.Place(3, 5))
	same(t, "place", []int64{3, 5}, []int64{report, int64(sentence)}, nil)
	same(t, "no sentence", packed.Place(3, -1), packed.Place(3, packed.NoSentence), nil)
	if packed.Place(3, packed.NoSentence) >= packed.Place(4, 0) {
		t.Error("places of one report run into those of the next")
	}
	same(t, "further", []int64{packed.Place(2, 0), packed.Place(2, 7)}, packed.Places(2, []int{0, -1, 7, packed.NoSentence}), nil)
}

func same[T any](t *testing.T, what string, want, got T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got): %s", what, diff)
	}
}

// TestBodies reads the texts of reports back, each under its number, and tells of which
// report one is damaged.
func TestBodies(t *testing.T) {
	var all packed.Bodies
	for n := range int64(50) {
		data, err := packed.Body(&record.Body{Text: fmt.Sprint("They met ", n, " times.")})
		if err != nil {
			t.Fatal(err)
		}
		all.Add(n, data)
	}
	wrong := func(n int64, err error) error { return fmt.Errorf("report %d: %w", n, err) }
	got, err := all.Read(wrong)
	if err != nil || len(got) != 50 {
		t.Fatal(len(got), err)
	}
	for n, body := range got {
		if want := fmt.Sprint("They met ", n, " times."); body.Text != want {
			t.Errorf("%d: %q", n, body.Text)
		}
	}
	all.Add(77, []byte("\xff\xff"))
	if _, err := all.Read(wrong); err == nil || !strings.HasPrefix(err.Error(), "report 77: ") {
		t.Errorf("a damaged text: %v", err)
	}
}
