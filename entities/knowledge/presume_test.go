package knowledge_test

import "testing"

func presumed(t *testing.T, rows, day string) []string {
	t.Helper()
	a := mustLoad(t,
		write(t, "bodies.tsv", "id\tname\taliases\tkind\tstate\nharbour-forum\tHarbour Forum\t\torganisation\t\n"),
		write(t, "persons.tsv", "id\tname\taliases\tgender\tstate\njane-roe\tJane Roe\t\tf\tNZL\njohn-low\tJohn Low\t\tm\tNZL\n"),
		write(t, "offices.tsv", "id\tfor\ttitle\tsector\tholders\tphrases\nhead-of-body\tharbour-forum\tHarbour Master\tinternational\tone\tharbour master\n"),
		write(t, "terms.tsv", "#until 2030-06-30\nperson\toffice\tactor\tfrom\tto\tuntil\n"+rows))
	if k := a.Terms().Presumed("head-of-body", "harbour-forum", day); k != nil {
		if len(a.Terms().PresumedOn(k, day)) != 1 {
			t.Errorf("%s is presumed holder and yet has no presumed term", k.ID)
		}
		return []string{k.ID}
	}
	return nil
}

func TestPresumedHolder(t *testing.T) {
	const (
		jane = "jane-roe\thead-of-body\tharbour-forum\t2027-01-01\n"
		left = "jane-roe\thead-of-body\tharbour-forum\t2027-01-01\t2030-05-01\n"
		john = "john-low\thead-of-body\tharbour-forum\t2030-07\t2030-09\t2030-09-30\n"
		both = "john-low\thead-of-body\tharbour-forum\t2027-01-01\n"
		gave = "jane-roe\thead-of-body\tharbour-forum\t2027-01-01\t2030-06-30\n"
		took = "john-low\thead-of-body\tharbour-forum\t2030-06-30\n"
	)
	for _, tt := range []struct {
		name, rows, day string
		want            []string
	}{
		{"known on the day", jane, "2030-06-30", nil},
		{"soon after the last known day", jane, "2030-12-01", []string{"jane-roe"}},
		{"more than a year after it", jane, "2031-07-01", nil},
		{"before the term", jane, "2026-12-31", nil},
		{"left", left, "2030-12-01", nil},
		{"somebody came between", jane + john, "2030-12-01", nil},
		{"two known last", jane + both, "2030-12-01", nil},
		{"last known on the day of the handover", gave + took, "2030-12-01", []string{"john-low"}},
		{"the same the other way round", took + gave, "2030-12-01", []string{"john-low"}},
		{"no day", jane, "", nil},
	} {
		want(t, tt.name, presumed(t, tt.rows, tt.day), tt.want...)
	}
}
