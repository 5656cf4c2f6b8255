package rapporteur_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur"
)

func TestSpansAreCodePoints(t *testing.T) {
	text := "Łódź and Besançon: «talks» 🤝 ended"
	x := rapporteur.NewIndex(text)
	for _, words := range []string{"Łódź", "Besançon", "talks", "🤝", "ended"} {
		at := strings.Index(text, words)
		span := x.Span(at, at+len(words))
		if got := string([]rune(text)[span.Start:span.End]); got != words || span.Text != words {
			t.Errorf("%+v is %q, want %q", span, got, words)
		}
		if x.Offset(span.Start) != at {
			t.Errorf("code point %d lies at byte %d, want %d", span.Start, x.Offset(span.Start), at)
		}
	}
	if end := utf8.RuneCountInString(text); x.Point(len(text)) != end || x.Offset(end) != len(text) {
		t.Errorf("the end: %d, %d", x.Point(len(text)), x.Offset(end))
	}
}

// FuzzIndex holds that points and offsets are each other's inverse at every rune.
func FuzzIndex(f *testing.F) {
	f.Add("plain words")
	f.Add(strings.Repeat("à🤝x", 90))
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		x := rapporteur.NewIndex(text)
		point := 0
		for at := range text {
			if x.Point(at) != point || x.Offset(point) != at {
				t.Fatalf("byte %d is point %d, want %d; point %d is byte %d", at, x.Point(at), point, point, x.Offset(point))
			}
			point++
		}
	})
}

func TestUnknownIsNull(t *testing.T) {
	got, err := json.Marshal(struct {
		Place rapporteur.Text
		Day   rapporteur.Date
		Known rapporteur.Text
		On    rapporteur.Date
	}{Known: `"Quai"`, On: "2027-03"})
	if want := `{"Place":null,"Day":null,"Known":"\"Quai\"","On":"2027-03"}`; err != nil || string(got) != want {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
}

func TestErrors(t *testing.T) {
	for _, test := range []struct {
		err  rapporteur.Error
		want string
	}{
		{rapporteur.Error{Op: "read a", Err: io.EOF}, "read a: EOF"},
		{rapporteur.Error{Op: "read a", Message: "no text in it"}, "read a: no text in it"},
		{rapporteur.Error{Op: "read a", Message: "no text in it", Err: io.EOF}, "read a: no text in it: EOF"},
	} {
		if got := test.err.Error(); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
	wrapped := fmt.Errorf("while adding: %w", &rapporteur.Error{Code: rapporteur.Busy, Err: io.ErrClosedPipe})
	if rapporteur.CodeOf(wrapped) != rapporteur.Busy || !errors.Is(wrapped, io.ErrClosedPipe) {
		t.Errorf("%v: %s", wrapped, rapporteur.CodeOf(wrapped))
	}
	if got := rapporteur.CodeOf(io.EOF); got != rapporteur.Internal {
		t.Errorf("an error without a code has %s", got)
	}
}

func TestLeftOut(t *testing.T) {
	for presence, want := range map[rapporteur.Presence]bool{rapporteur.Expected: false, rapporteur.Present: false,
		rapporteur.Excluded: true, rapporteur.Declined: true, rapporteur.Absent: true, rapporteur.WalkedOut: true} {
		if presence.LeftOut() != want {
			t.Errorf("%s: %v", presence, !want)
		}
	}
}

func TestKeep(t *testing.T) {
	sure, unsure := rapporteur.Basis{Confidence: 0.8}, rapporteur.Basis{Confidence: 0.3}
	r := rapporteur.Reading{
		Statements: []rapporteur.Statement{{Basis: sure}, {Basis: unsure}},
		Meetings:   []rapporteur.Meeting{{Basis: unsure}},
		Events:     []rapporteur.Event{{Basis: sure}},
		Positions:  []rapporteur.Position{{Basis: unsure}, {Basis: sure}},
	}
	r.Keep(0.8)
	if len(r.Statements) != 1 || len(r.Meetings) != 0 || len(r.Events) != 1 || len(r.Positions) != 1 {
		t.Errorf("%+v", r)
	}
}

// TestTextID is the same for every place in which a record has the text.
func TestTextID(t *testing.T) {
	for id, want := range map[string]string{"5f1c": "5f1c", "5f1c@9a": "5f1c", "": ""} {
		if got := (&rapporteur.Report{ID: id}).TextID(); got != want {
			t.Errorf("%q: %q, want %q", id, got, want)
		}
	}
}
