package reading_test

import (
	"os"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/ontology"
	"rapporteur/reading"
	"rapporteur/table"
)

// TestEventCases holds what rules find in events.reading to showing every type of PLOVER, every mode
// that the tables give, every context that words or frames show, and every
// modality, with a claim and a hedge.
func TestEventCases(t *testing.T) {
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	reader = reader.Preferring(reading.RulesAlone, frames.Event)
	data, err := os.ReadFile("testdata/events.reading")
	if err != nil {
		t.Fatal(err)
	}
	cases := parseCases(string(data))
	shown := map[string]bool{}
	for i := range cases {
		r, err := reader.Read(t.Context(), cases[i].report(t))
		if err != nil {
			t.Fatal(err)
		}
		for k := range r.Events {
			show(shown, &r.Events[k])
		}
	}
	for _, want := range wanted(t) {
		if !shown[want] {
			t.Errorf("no case in testdata/events.reading shows %s", want)
		}
	}
}

// show notes what an event has.
func show(shown map[string]bool, e *rapporteur.Event) {
	shown["type "+e.Plover.Type] = true
	shown["mode "+e.Plover.Type+" "+string(e.Plover.Mode)] = true
	shown["modality "+string(e.Modality)] = true
	for _, c := range e.Plover.Contexts {
		shown["context "+c] = true
	}
	if e.ClaimedBy != "" {
		shown["a claim"] = true
	}
	if e.Hedge != "" {
		shown["a hedge"] = true
	}
}

// wanted lists what cases must show. Two types are meetings but for a mode or two.
func wanted(t *testing.T) []string {
	t.Helper()
	codes, err := ontology.Load()
	if err != nil {
		t.Fatal(err)
	}
	out := []string{"a claim", "a hedge"}
	for _, m := range []rapporteur.Modality{rapporteur.Happened, rapporteur.UnderWay, rapporteur.Planned, rapporteur.Threatened, rapporteur.Conditional, rapporteur.Denied, rapporteur.Refused} {
		out = append(out, "modality "+string(m))
	}
	for _, x := range codes.Types() {
		out = append(out, "type "+x.Name)
	}
	for _, name := range []string{"frames.tsv", "acts.tsv", "utterances.tsv", "context_words.tsv"} {
		for _, row := range tableRows(t, name) {
			if m := row.Get("mode"); m != "" && m != "-" && row.Get("type")+m != "CONSULTvisit" {
				out = append(out, "mode "+row.Get("type")+" "+m)
			}
			for _, c := range append(row.List("contexts"), row.Get("context")) {
				if c != "" {
					out = append(out, "context "+c)
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func tableRows(t *testing.T, name string) []table.Row {
	t.Helper()
	data, err := os.ReadFile("../frames/rules/tables/" + name)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := table.Parse(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return parsed.Rows
}
