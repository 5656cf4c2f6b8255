package frames_test

import (
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/treetest"

	"github.com/google/go-cmp/cmp"
)

func TestStatement(t *testing.T) {
	doc := treetest.Parse(t, told)
	f := statement()
	if !frames.Clausal(&f) || frames.ModeOf(&f) != rapporteur.Indirect || frames.Cue(&f) != 1 {
		t.Errorf("clausal %v, mode %s, cue %d", frames.Clausal(&f), frames.ModeOf(&f), frames.Cue(&f))
	}
	if !frames.Says(&f, 5) || frames.Says(&f, 2) {
		t.Error("the statement says that boats sank and no more")
	}
	if got := frames.Ranges(doc, &f, frames.Content); len(got) != 1 || doc.Words(got[0]) != "boats sank" {
		t.Errorf("content at %v", got)
	}
	f.Set(frames.Form, "object")
	f.Fillers = append(f.Fillers, frames.Pointer(frames.Continued, 3))
	if frames.Clausal(&f) || frames.Cue(&f) != 3 {
		t.Error("an object is no clause; a quotation goes on with another's cue")
	}
	if !frames.Any([]frames.Frame{f}, func(f *frames.Frame) bool { return f.Trigger == 1 }) || frames.Any(nil, func(*frames.Frame) bool { return true }) {
		t.Error("one frame has its trigger at 1, none of none has")
	}
}

// said makes a statement with its trigger at a token and one part of content.
func said(trigger, words, first, last int) frames.Frame {
	return frames.Frame{
		Kind: frames.Statement, Trigger: trigger, Words: frames.Tokens{First: trigger, Last: trigger + words},
		Fillers: []frames.Filler{{Role: frames.Content, Head: first, Tokens: frames.Tokens{First: first, Last: last}}},
	}
}

func TestWithin(t *testing.T) {
	// Oslo said Riga told Otto Moe wrote boats sank.
	doc := treetest.Parse(t, `Oslo/NNP/2/nsubj said:say/VBD/0/root Riga/NNP/4/nsubj told:tell/VBD/2/ccomp Otto/NNP/4/iobj Moe/NNP/7/nsubj wrote:write/VBD/4/ccomp boats:boat/NNS/9/nsubj sank:sink/VBD/7/ccomp`)
	all := []frames.Frame{
		said(1, 1, 2, 9), said(3, 1, 5, 9), said(6, 1, 7, 9),
		said(7, 0, 7, 9), // a quotation without a cue
		{Kind: frames.Event, Trigger: 8, Words: frames.Tokens{First: 8, Last: 9}},
	}
	if diff := cmp.Diff([]int{-1, 0, 1, 2, 2}, frames.Within(doc, all)); diff != "" {
		t.Error(diff)
	}
}
