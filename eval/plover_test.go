package eval_test

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/eval"

	"github.com/google/go-cmp/cmp"
)

func TestReadMarkedPairs(t *testing.T) {
	const rows = "\tsentence_id\tmarked_sentence\tgold_root\n" +
		"0\t7\t<s>Norland</s> freed two <t>Sudlanders</t> from <t>Ost</t>.\tYIELD\n" +
		"1\t8\tNobody is marked.\tAID\n"
	pairs, skipped, err := eval.ReadMarkedPairs(strings.NewReader(rows))
	if err != nil || skipped != 1 {
		t.Fatal(skipped, err)
	}
	want := []eval.MarkedPair{{ID: "7", Text: "Norland freed two Sudlanders from Ost.", Type: "YIELD", Source: rapporteur.Span{Start: 0, End: 7}, Target: rapporteur.Span{Start: 18, End: 28}}}
	if diff := cmp.Diff(want, pairs); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestLabels holds the labels of the corpora to our types and modalities.
func TestLabels(t *testing.T) {
	for _, c := range []struct {
		typ, cameo string
		modality   rapporteur.Modality
		single     string
		pair       string
	}{
		{"AID", "070", rapporteur.Happened, "AID", "AID"},
		{"AID", "070", rapporteur.Planned, "AGREE", "AGREE"},
		{"ASSAULT", "190", rapporteur.Threatened, "THREATEN", "THREATEN"},
		{"SUPPORT", "050", rapporteur.Refused, "REJECT", "REJECT"},
		{"RETREAT", "0874", rapporteur.Happened, "RETREAT", "YIELD"},
		{"CONCEDE", "035", rapporteur.Happened, "AGREE", "AGREE"},
		{"SANCTION", "163", rapporteur.Happened, "SANCTION", "COERCE"},
	} {
		e := &rapporteur.Event{Plover: rapporteur.Plover{Type: c.typ}, Cameo: rapporteur.Text(c.cameo), Modality: c.modality}
		if got := eval.PloverType(c.typ, c.modality, e.Cameo); got != c.single {
			t.Errorf("%s %s: %s, want %s", c.typ, c.modality, got, c.single)
		}
		if got := eval.PairType(e); got != c.pair {
			t.Errorf("%s %s of a pair: %s, want %s", c.typ, c.modality, got, c.pair)
		}
	}
}
