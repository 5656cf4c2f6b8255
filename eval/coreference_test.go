package eval

import (
	"math"
	"testing"
)

// The examples are those of Pradhan et al. (2014, section 5), Vilain et al.
// (1995) and Bagga and Baldwin (1998), with their figures.
func TestCoreferenceOfThePapers(t *testing.T) {
	chains := func(all ...string) [][]int {
		var out [][]int
		for _, c := range all {
			var ids []int
			for _, r := range c {
				ids = append(ids, int(r))
			}
			out = append(out, ids)
		}
		return out
	}
	pradhan := coreference(chains("abc", "defg"), chains("ab", "cd", "fghi"))
	vilain := coreference(chains("ABCD"), chains("AB", "CD"))
	key := chains("12345", "67", "89ABC")
	first := coreference(key, chains("12345", "6789ABC"))
	second := coreference(key, chains("1234589ABC", "67"))
	for _, tc := range []struct {
		name      string
		got, want float64
	}{
		{"Pradhan, MUC recall", pradhan.MUC.Recall(), 2. / 5},
		{"Pradhan, MUC precision", pradhan.MUC.Precision(), 2. / 5},
		{"Pradhan, B3 recall", pradhan.BCubed.Recall(), 35. / 12 / 7},
		{"Pradhan, B3 precision", pradhan.BCubed.Precision(), 4. / 8},
		{"Pradhan, CEAFe recall", pradhan.CEAFe.Recall(), 0.65},
		{"Pradhan, CEAFe precision", pradhan.CEAFe.Precision(), 1.3 / 3},
		{"Vilain, recall", vilain.MUC.Recall(), 2. / 3},
		{"Vilain, precision", vilain.MUC.Precision(), 1},
		{"Bagga, first MUC precision", first.MUC.Precision(), 9. / 10},
		{"Bagga, second MUC precision", second.MUC.Precision(), 9. / 10},
		{"Bagga, first B3 precision", first.BCubed.Precision(), (5 + 2*2./7 + 5*5./7) / 12},
		{"Bagga, second B3 precision", second.BCubed.Precision(), 7. / 12},
		{"Bagga, B3 recall", first.BCubed.Recall(), 1},
	} {
		if math.Abs(tc.got-tc.want) > 1e-9 {
			t.Errorf("%s %.4f, want %.4f", tc.name, tc.got, tc.want)
		}
	}
}

func TestCoreferenceMatchesByHead(t *testing.T) {
	gold := []Chain{{{0, 3, 1}, {5, 6, 5}}, {{0, 6, 1}, {8, 9, 8}}, {{10, 11, 10}}}
	system := []Chain{{{0, 2, 1}, {5, 6, 5}}, {{0, 7, 1}, {8, 9, 8}}, {{10, 11, 10}}}
	s := Coreference(gold, system)
	if s.CoNLL() != 1 || s.Mentions.Gold != 4 {
		t.Errorf("%+v", s)
	}
	if s := Coreference(gold, nil); s.CoNLL() != 0 || s.CEAFe.Gold != 2 {
		t.Errorf("nothing found: %+v", s)
	}
}

func TestAntecedents(t *testing.T) {
	at := func(heads ...int) Chain {
		var c Chain
		for _, h := range heads {
			c = append(c, ChainMention{h, h + 1, h})
		}
		return c
	}
	gold := []Chain{at(1, 5, 9), at(2, 7), at(3)}
	system := []Chain{at(1, 5), at(2, 8), at(3, 7, 9), at(11)}
	got := Antecedents(gold, system, func(head int) bool { return head > 4 })
	if want := (Score{Gold: 3, System: 4, Correct: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestBestPairing(t *testing.T) {
	for _, tc := range []struct {
		gain [][]float64
		want float64
	}{
		{nil, 0},
		{[][]float64{{1, 2, 3}}, 3},
		{[][]float64{{3, 2}, {2, 0}, {1, 1}}, 4},
		{[][]float64{{7, 4, 3}, {6, 8, 5}, {9, 4, 4}}, 20},
	} {
		if got := bestPairing(tc.gain); math.Abs(got-tc.want) > 1e-9 {
			t.Errorf("%v: %v, want %v", tc.gain, got, tc.want)
		}
	}
}
