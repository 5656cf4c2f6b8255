package learned

import (
	"slices"
	"testing"

	"rapporteur/frames"
	"rapporteur/language/treetest"
)

// TestTurned holds that a participle behind its noun tells what is done to the noun.
func TestTurned(t *testing.T) {
	const by = `guards/NNS/6/nsubj asked:ask/VBN/1/acl by/IN/4/case voters/NNS/2/obl:agent wait/VB/2/xcomp left:leave/VBD/0/root`
	const alone = `guards/NNS/6/nsubj asked:ask/VBN/1/acl to/TO/5/mark voters/NNS/5/nsubj wait/VB/2/xcomp left:leave/VBD/0/root`
	const guards, asked, voters, left = 0, 1, 3, 5
	fills := func(role frames.Role, heads ...int) (out []frames.Filler) {
		for _, h := range heads {
			out = append(out, frames.Pointer(role, h))
		}
		return out
	}
	for _, c := range []struct {
		name, tree    string
		kind          frames.Kind
		trigger       int
		fillers       []frames.Filler
		does, suffers []int
		keeps         bool
	}{
		{"a deed", by, frames.Event, asked, append(fills(frames.Agent, guards), fills(frames.Patient, voters)...), []int{voters}, []int{guards}, true},
		{"the right way round", by, frames.Event, asked, fills(frames.Agent, voters), []int{voters}, nil, true},
		{"words", by, frames.Statement, asked, fills(frames.Source, guards), []int{voters}, []int{guards}, true},
		{"a deed of nobody told", alone, frames.Event, asked, fills(frames.Agent, guards), nil, []int{guards}, true},
		{"words of nobody told", alone, frames.Statement, asked, fills(frames.Source, guards), nil, []int{guards}, false},
		{"a verb that is no participle", by, frames.Event, left, fills(frames.Agent, guards), []int{guards}, nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := frames.Frame{Kind: c.kind, Trigger: c.trigger, Fillers: c.fillers}
			does, suffers := frames.Agent, frames.Patient
			if c.kind == frames.Statement {
				does, suffers = frames.Source, frames.Addressee
			}
			heads := func(role frames.Role) (out []int) {
				for _, x := range f.Of(role) {
					out = append(out, x.Head)
				}
				return out
			}
			keeps := (&converter{doc: treetest.Parse(t, c.tree)}).turned(&f)
			if keeps != c.keeps || !slices.Equal(heads(does), c.does) || !slices.Equal(heads(suffers), c.suffers) {
				t.Errorf("kept %v, does %v, suffers %v; want %v, %v, %v", keeps, heads(does), heads(suffers), c.keeps, c.does, c.suffers)
			}
		})
	}
}

// TestDescribes holds that a name deep in what is said beside another name is not one
// more who acts.
func TestDescribes(t *testing.T) {
	c := &converter{doc: treetest.Parse(t, `Moss/NNP/6/nsubj daughter/NN/1/appos of/IN/4/case mayor/NN/2/nmod Hill/NNP/4/appos came:come/VBD/0/root`)}
	const moss, daughter, hill = 0, 1, 4
	for _, tc := range []struct {
		name string
		word int
		all  []scored
		want bool
	}{
		{"deep beside a name", hill, []scored{{at: moss}, {at: hill}}, true},
		{"the name itself", moss, []scored{{at: moss}, {at: hill}}, false},
		{"beside the name", daughter, []scored{{at: moss}, {at: daughter}}, false},
		{"alone", hill, []scored{{at: hill}}, false},
		{"in a description of several", hill, []scored{{at: daughter}, {at: hill}}, false},
	} {
		if got := c.describes(tc.word, tc.all); got != tc.want {
			t.Errorf("%s: %v", tc.name, got)
		}
	}
}
