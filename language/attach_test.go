package language

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// heads gives the heads of a document counted from 1, 0 for none.
func heads(d *Document) []int {
	var all []int
	for _, t := range d.Tokens {
		all = append(all, t.Head+1)
	}
	return all
}

func TestAttachKeepsTrees(t *testing.T) {
	const text = "She/PRON/2/nsubj left/VERB/0/root home/NOUN/2/obj early/ADV/3/advmod | He/PRON/6/nsubj stayed/VERB/0/root"
	for _, tc := range []struct {
		name        string
		token, head int
		moves       bool
	}{
		{"to another word of the sentence", 4, 2, true},
		{"to what it governs", 3, 4, false},
		{"to itself", 3, 3, false},
		{"the root", 2, 4, false},
		{"into another sentence", 4, 6, false},
		{"from another sentence", 5, 2, false},
		{"to nothing", 4, 0, false},
	} {
		d := bare(text)
		want := heads(d)
		if tc.moves {
			want[tc.token-1] = tc.head
		}
		if moved := d.attach(tc.token-1, tc.head-1, "dep"); moved != tc.moves || !slices.Equal(heads(d), want) {
			t.Errorf("%s: moved %t, heads %v, want %v", tc.name, moved, heads(d), want)
		}
	}
}

func TestHeadsThatAreNoTree(t *testing.T) {
	const whole = "It/PRON/2/nsubj rained/VERB/0/root"
	for _, tc := range []struct {
		name, text string
		kept       bool
	}{
		{"a tree", "Rain/NOUN/2/nsubj fell/VERB/0/root hard/ADV/2/advmod", true},
		{"one word", "Rain/NOUN/0/root", true},
		{"two roots", "Rain/NOUN/0/root fell/VERB/0/root", false},
		{"no root", "Rain/NOUN/2/nsubj fell/VERB/1/root", false},
		{"a cycle beside a root", "Rain/NOUN/2/nsubj fell/VERB/1/dep hard/ADV/0/root", false},
		{"a cycle behind a way", "Rain/NOUN/0/root fell/VERB/3/dep hard/ADV/4/dep again/ADV/3/dep", false},
		{"its own head", "Rain/NOUN/0/root fell/VERB/2/dep", false},
		{"a head beyond the text", "Rain/NOUN/0/root fell/VERB/9/dep", false},
		{"a head in the next sentence", "Rain/NOUN/0/root fell/VERB/3/dep", false},
	} {
		d := bare(tc.text + " | " + whole)
		n := len(d.Tokens) - 2
		d.Tokens[n].Head, d.Tokens[n].Head = n+1, n+1
		d.Tokens[n+1].Head = -1
		d.Link()
		kept := slices.ContainsFunc(d.Tokens[:n], func(t Token) bool { return t.Deprel != "" })
		if kept != tc.kept {
			t.Errorf("%s: kept %t, want %t", tc.name, kept, tc.kept)
		}
		if d.Tokens[n].Head != n+1 {
			t.Errorf("%s: the sentence behind lost its tree", tc.name)
		}
		for i := range d.Tokens {
			d.Yield(i) // ends
		}
	}
}

// TestNoMendingBreaksATree mends sentences where a quotation mark stands before
// a verb that what follows it governs, or whose supposed subject stands in the
// next sentence.
func TestNoMendingBreaksATree(t *testing.T) {
	for _, text := range []string{
		"The/DET/2/det word/NOUN/6/nsubj ''/PUNCT/4/punct written/VERB/5/acl treaty/NOUN/7/nsubj ''/PUNCT/5/punct binds/VERB/0/root",
		"Go/VERB/0/root ''/PUNCT/1/punct said/VERB/1/parataxis Moss/PROPN/3/obj ./PUNCT/1/punct | They/PRON/8/nsubj ''/PUNCT/8/punct went/VERB/0/root",
	} {
		d := bare(text)
		for i := range d.Tokens {
			if form := d.Tokens[i].Form; form == "``" || form == "''" {
				d.Tokens[i].XPOS = form
			}
		}
		want := heads(d)
		reattach(d)
		if diff := cmp.Diff(want, heads(d)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
	}
}
