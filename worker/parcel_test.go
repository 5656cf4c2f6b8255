package worker

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/nats-io/nats.go"
)

// TestReadingKept holds that what a report was read to say comes out of a message as it
// went in, with what the contract leaves out of it.
func TestReadingKept(t *testing.T) {
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Glob("../examples/*.txt")
	if err != nil || len(examples) == 0 {
		t.Fatal(examples, err)
	}
	wholes := 0
	for _, path := range examples {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		report, err := source.Parse(path, data, source.Options{Published: "2025-02-17"})
		if err != nil {
			t.Fatal(err)
		}
		want, err := reader.Read(t.Context(), report)
		if err != nil {
			t.Fatal(err)
		}
		for i := range want.Meetings {
			if at := want.Meetings[i].Place; at != nil {
				at.State = i%2 == 0
			}
		}
		for i := range want.Events {
			want.Events[i].Place = &rapporteur.Place{Name: "Kenya", State: i%2 == 1}
		}
		m, err := pack(SubjectRead, parcelOf(path, want))
		if err != nil {
			t.Fatal(err)
		}
		p := &readingParcel{}
		if err := unpack(m.Header, m.Data, p); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, p.reading(), cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%s: %s", path, d)
		}
		wholes += len(p.Meetings) + len(p.Events)
	}
	if wholes < 2 {
		t.Errorf("%d places of these are whole states: little is tested of them", wholes)
	}
}

// TestUnpackHostile refuses what somebody else put into the queue.
func TestUnpackHostile(t *testing.T) {
	packed := nats.Header{headerPacked: {packedS2}}
	for _, c := range []struct {
		head nats.Header
		data string
	}{{packed, ""}, {packed, "\xff\xff\xff\xff\x7f"}, {packed, "\x05abc"}, {packed, "\xff\xff\xff\xff\xff\xff\xff"}, {nil, ""}, {nil, "null and void"}, {nil, `{"report": 3}`}} {
		if err := unpack(c.head, []byte(c.data), &incoming{}); rapporteur.CodeOf(err) != rapporteur.Unsupported {
			t.Errorf("%q: %v", c.data, err)
		}
	}
}

// TestOneLine keeps headers to one line.
func TestOneLine(t *testing.T) {
	if got := oneLine("a\r\nNats-Msg-Id: x\x00"); got != "a  Nats-Msg-Id: x " {
		t.Errorf("%q", got)
	}
	if got := oneLine(string(make([]byte, 10_000))); len(got) != 500 {
		t.Errorf("%d", len(got))
	}
}

// TestFailure gives errors of NATS a code and a hint.
func TestFailure(t *testing.T) {
	for err, want := range map[error]rapporteur.Code{nats.ErrTimeout: rapporteur.Busy, nats.ErrMaxPayload: rapporteur.Invalid} {
		if got := rapporteur.CodeOf(failure("ask", err)); got != want {
			t.Errorf("%v: %s", err, got)
		}
	}
	if failure("ask", nil) != nil {
		t.Error("no failure is one")
	}
}
