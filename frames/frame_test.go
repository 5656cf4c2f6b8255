package frames_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"rapporteur/frames"
	"rapporteur/frames/schema"
	"rapporteur/language"
	"rapporteur/language/treetest"
)

// Oslo told Riga that boats sank.
const told = `Oslo/NNP/2/nsubj told:tell/VBD/0/root Riga/NNP/2/iobj that/IN+SCONJ/6/mark boats:boat/NNS/6/nsubj sank:sink/VBD/2/ccomp`

func statement() frames.Frame {
	return frames.Frame{
		Kind: frames.Statement, Type: "speech", Trigger: 1, Words: frames.Tokens{First: 1, Last: 2},
		Fillers: []frames.Filler{
			frames.Pointer(frames.Source, 0), frames.Pointer(frames.Addressee, 2),
			{Role: frames.Content, Head: 5, Tokens: frames.Tokens{First: 4, Last: 6}, Probability: 0.9},
		},
		Attributes: map[frames.Attribute]string{frames.Act: "assert", frames.Mode: "indirect"}, Probability: 0.8, Maker: "clause of cue",
	}
}

func TestFillers(t *testing.T) {
	f := statement()
	if f.Head(frames.Source) != 0 || f.Head(frames.Addressee) != 2 || f.Head(frames.Host) != -1 {
		t.Errorf("fillers: %v", f.Fillers)
	}
	if got := f.Of(frames.Content); len(got) != 1 || got[0].Len() != 2 || !got[0].Has(5) || got[0].Has(6) {
		t.Errorf("content: %v", got)
	}
	f.Set(frames.Medium, "letter")
	f.Set(frames.Act, "")
	if f.Attribute(frames.Medium) != "letter" || f.Attribute(frames.Act) != "" {
		t.Errorf("attributes: %v", f.Attributes)
	}
}

func TestCheck(t *testing.T) {
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	doc := treetest.Parse(t, told)
	for _, tc := range []struct {
		wrong string
		spoil func(*frames.Frame)
	}{
		{"", func(*frames.Frame) {}},
		{"kind", func(f *frames.Frame) { f.Kind = "song" }},
		{"type", func(f *frames.Frame) { f.Type = "AGREE" }},
		{"trigger", func(f *frames.Frame) { f.Trigger = 6 }},
		{"among its words", func(f *frames.Frame) { f.Trigger = 3 }},
		{"maker", func(f *frames.Frame) { f.Maker = "" }},
		{"probability", func(f *frames.Frame) { f.Probability = 1.5 }},
		{"mode", func(f *frames.Frame) { f.Set(frames.Mode, "sung") }},
		{"stance", func(f *frames.Frame) { f.Set(frames.Stance, "supports") }},
		{"role", func(f *frames.Frame) { f.Fillers[0].Role = frames.Host }},
		{"two of source", func(f *frames.Frame) { f.Fillers[1].Role = frames.Source }},
		{"without content", func(f *frames.Frame) { f.Fillers = f.Fillers[:2] }},
		{"head 3", func(f *frames.Frame) { f.Fillers[2].Head = 3 }},
		{"of 6 tokens", func(f *frames.Frame) { f.Fillers[2].Last = 7 }},
	} {
		f := statement()
		tc.spoil(&f)
		switch err := frames.Check(s, doc, &f); {
		case tc.wrong == "" && err != nil:
			t.Errorf("a good frame: %v", err)
		case tc.wrong != "" && (err == nil || !strings.Contains(err.Error(), tc.wrong)):
			t.Errorf("want an error about %q, got %v", tc.wrong, err)
		}
	}
}

// fixed is a reader that finds the same in every text.
type fixed struct {
	found []frames.Frame
	err   error
}

func (r fixed) Read(context.Context, *language.Document) ([]frames.Frame, error) {
	return r.found, r.err
}

func TestReaders(t *testing.T) {
	doc := treetest.Parse(t, told)
	first := fixed{found: []frames.Frame{{Trigger: 1, Maker: "a"}, {Trigger: 5, Maker: "a"}}}
	second := fixed{found: []frames.Frame{{Trigger: 1, Maker: "b"}, {Trigger: 2, Maker: "b"}}}
	found, err := frames.Readers{first, second}.Read(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, f := range found {
		got += f.Maker
	}
	if got != "abba" {
		t.Errorf("frames of %q, want those of a before those of b at one trigger, in the order of the text", got)
	}
	failed := errors.New("no weights")
	if _, err := (frames.Readers{first, fixed{err: failed}}).Read(context.Background(), doc); !errors.Is(err, failed) {
		t.Errorf("error %v, want %v", err, failed)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (frames.Readers{first}).Read(ctx, doc); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that the context was cancelled", err)
	}
}
