package language

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// spaced makes a document of tokens between blanks.
func spaced(text string) *Document {
	d := NewDocument(reportOf(text))
	at := 0
	for form := range strings.SplitSeq(text, " ") {
		d.Tokens = append(d.Tokens, Token{Range: Range{at, at + len(form)}, Form: form})
		at += len(form) + 1
	}
	return d
}

func TestAcronymsAreNames(t *testing.T) {
	d := spaced("The Lake Basin Forum ( LBF ) met . LBF envoys and the LBF agree .")
	d.Names = []Name{{1, 4, OrgName}, {9, 10, PersonName}}
	var a agreement
	a.settle(d)
	want := []Name{{1, 4, OrgName}, {5, 6, OrgName}, {9, 10, OrgName}, {13, 14, OrgName}}
	if diff := cmp.Diff(want, d.Names); diff != "" {
		t.Error(diff)
	}
}

func TestNamesOfAReportAgree(t *testing.T) {
	d := spaced("Ada Moss spoke . Moss left . Kaduna voted . Kaduna waits . Kaduna won .")
	d.Names = []Name{
		{0, 2, PersonName}, {4, 5, OrgName}, {7, 8, PlaceName}, {10, 11, OrgName}, {13, 14, PlaceName},
	}
	var a agreement
	a.settle(d)
	for i, want := range []NameClass{PersonName, PersonName, PlaceName, PlaceName, PlaceName} {
		if got := d.Names[i].Class; got != want {
			t.Errorf("name %d is %s, want %s", i, got, want)
		}
	}
}
