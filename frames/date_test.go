package frames_test

import (
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/treetest"
)

func TestWhen(t *testing.T) {
	doc := treetest.Parse(t, told)
	doc.Dates = []language.Date{{Range: doc.Tokens[2].Range, Value: "2031-05-06"}, {Range: doc.Tokens[4].Range}}
	f := statement()
	f.Fillers = append(f.Fillers, frames.Pointer(frames.Date, 2), frames.Pointer(frames.Formerly, 4))
	if got := frames.When(doc, &f, frames.Date); got != "2031-05-06" {
		t.Errorf("date %q", got)
	}
	f.Set(frames.Offset, "-7")
	if got := frames.When(doc, &f, frames.Date); got != "2031-04-29" {
		t.Errorf("a week before: %q", got)
	}
	for _, role := range []frames.Role{frames.Formerly, frames.Place} {
		if got := frames.When(doc, &f, role); got != "" {
			t.Errorf("%s %q of words without a date", role, got)
		}
	}
	if got := frames.Shift(rapporteur.Date("2031"), 1); got != "" {
		t.Errorf("a year moved by a day: %q", got)
	}
}

func TestSourcesOfTokens(t *testing.T) {
	doc := treetest.Parse(t, told)
	outer, inner := said(1, 1, 3, 6), said(5, 1, 4, 5)
	outer.Fillers = append(outer.Fillers, frames.Pointer(frames.Source, 0))
	inner.Fillers = append(inner.Fillers, frames.Pointer(frames.Source, 2))
	object := said(1, 1, 0, 6)
	object.Set(frames.Form, "object")
	got := frames.SourcesOfTokens(doc, []frames.Frame{outer, inner, object})
	for token, want := range []int{-1, -1, -1, 0, 2, 0} {
		if got[token] != want {
			t.Errorf("token %d is said by %d, want %d", token, got[token], want)
		}
	}
}
