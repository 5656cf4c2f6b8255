package language

import "testing"

func TestNamesOfAReportAgree(t *testing.T) {
	d := NewDocument(reportOf("Ada Moss spoke . Moss left . Kaduna voted . Kaduna waits . Kaduna won ."))
	d.Tokens = nil
	at := 0
	for _, form := range []string{"Ada", "Moss", "spoke", ".", "Moss", "left", ".", "Kaduna", "voted", ".", "Kaduna", "waits", ".", "Kaduna", "won", "."} {
		d.Tokens = append(d.Tokens, Token{Range: Range{at, at + len(form)}, Form: form})
		at += len(form) + 1
	}
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
