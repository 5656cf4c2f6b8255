package reading_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/reading"
	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
)

func readerAndReport(t *testing.T, text string) (*reading.Reader, *rapporteur.Report) {
	t.Helper()
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	report, err := source.Parse("report", []byte(text), source.Options{Published: "2031-05-06"})
	if err != nil {
		t.Fatal(err)
	}
	return reader, report
}

const quarrel = `Quarrel over herring

Norway and Sweden have quarrelled over herring since March. Sweden imposed sanctions on Norway on Monday.

Norway threatened retaliation on Tuesday. It shelled two Swedish villages on Friday, and Sweden accused Norway of murder.

In Helsinki the two agreed on new talks. Denmark and Finland have agreed to mediate.`

// TestSupposed holds deeds that name nobody to whom they are done to the other side that
// the report tells of, and those who agree to one another.
func TestSupposed(t *testing.T) {
	reader, report := readerAndReport(t, quarrel)
	found, err := reader.Candidates(t.Context(), report)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		typ, by string
		to      []string
	}{{"THREATEN", "NOR", []string{"SWE"}}, {"AGREE", "DNK", []string{"DNK", "FIN"}}} {
		if !slices.ContainsFunc(found, func(c reading.Candidate) bool {
			return c.Type == want.typ && side(c.Actors[0]) == want.by && cmp.Equal(sidesOf(c.Recipients), want.to)
		}) {
			t.Errorf("no %s by %s to %v among %q", want.typ, want.by, want.to, briefly(found))
		}
	}
}

func briefly(all []reading.Candidate) []string {
	var out []string
	for _, c := range all {
		out = append(out, c.Type+" "+strings.Join(sidesOf(c.Actors), "+")+" > "+strings.Join(sidesOf(c.Recipients), "+"))
	}
	return out
}

func side(a rapporteur.Actor) string {
	if a.State != "" {
		return string(a.State)
	}
	return a.ID
}

func sidesOf(all []rapporteur.Actor) []string {
	var out []string
	for _, a := range all {
		out = append(out, side(a))
	}
	return out
}

// TestWeighed holds events to being likely ones of the candidates, each told once in a
// sentence, and to the same answer again.
func TestWeighed(t *testing.T) {
	reader, report := readerAndReport(t, quarrel)
	read, err := reader.Read(t.Context(), report)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := reader.Read(t.Context(), report)
	if diff := cmp.Diff(read.Events, again.Events); diff != "" || len(read.Events) == 0 {
		t.Errorf("%d events, another answer to the same report:\n%s", len(read.Events), diff)
	}
	for i := range read.Events {
		e := &read.Events[i]
		if e.Confidence < 0.15 || e.Confidence > 1 {
			t.Errorf("an event of %v is on the record", e.Confidence)
		}
		for k := range read.Events[:i] {
			o := &read.Events[k]
			if o.Plover.Type == e.Plover.Type && o.Evidence[0] == e.Evidence[0] && cmp.Equal(o.Actors, e.Actors) && cmp.Equal(o.Recipients, e.Recipients) {
				t.Errorf("%s is told twice in %q", e.Plover.Type, e.Evidence[0].Text)
			}
		}
	}
	sanctioned := slices.ContainsFunc(read.Events, func(e rapporteur.Event) bool {
		return e.Plover.Type == "SANCTION" && slices.Contains(e.Actors, "SWE") && slices.Contains(e.Recipients, "NOR")
	})
	if !sanctioned {
		t.Errorf("no sanctions of Sweden on Norway among %+v", read.Events)
	}
}

// TestStands holds positions to being likely ones of the candidates, one of a side by one
// word, and each candidate to telling what it is made of.
func TestStands(t *testing.T) {
	reader, report := readerAndReport(t, wants)
	found, err := reader.Candidates(t.Context(), report)
	if err != nil {
		t.Fatal(err)
	}
	stands := 0
	for _, c := range found {
		if c.Kind != frames.Position {
			continue
		}
		stands++
		if c.Proposal == "" || len(c.Actors) != 1 || c.Traits["always"] != 1 || c.Traits["stance "+c.Type] != 1 {
			t.Errorf("candidate %+v", c)
		}
	}
	read, err := reader.Read(t.Context(), report)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(read.Positions); n < 2 || n > stands {
		t.Errorf("%d positions of %d candidates", n, stands)
	}
	for _, p := range read.Positions {
		if p.Confidence < 0.35 {
			t.Errorf("%q is written down at %v", p.Proposal, p.Confidence)
		}
	}
}

const wants = `What the two want

Norway wants the herring ban lifted before any talks, Foreign Minister Ana Berg said on Monday. "We will not accept a partition of the North Sea," she added.

Sweden is opposed to lifting the ban. It has called for an international commission, and said that it would not come to Oslo unless Norway withdrew its ships, its boats, its nets, its crews and all its inspectors from the islands.

Berg's brother wants to go home.`
