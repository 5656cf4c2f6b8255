package reading_test

import (
	"testing"

	"rapporteur"
)

// TestExplaining holds that a reader tells by which words it finds an entry where that is
// asked for, with the words as they stand, and leaves it out otherwise.
func TestExplaining(t *testing.T) {
	reader, report := readerAndReport(t, wants)
	for _, asked := range []bool{false, true} {
		r := reader
		if asked {
			r = reader.Explaining()
		}
		read, err := r.Read(t.Context(), report)
		if err != nil {
			t.Fatal(err)
		}
		if len(read.Statements) == 0 || len(read.Positions) == 0 {
			t.Fatal("nothing is read")
		}
		for _, b := range []rapporteur.Basis{read.Statements[0].Basis, read.Positions[0].Basis} {
			if (b.Told != nil) != asked {
				t.Fatalf("asked %v, told %+v", asked, b.Told)
			}
			if b.Told == nil {
				continue
			}
			if b.Told.Probability <= 0 || b.Told.Probability > 1 || len(b.Told.Roles) == 0 {
				t.Errorf("told %+v", b.Told)
			}
			for _, role := range b.Told.Roles {
				text := []rune(read.Report.Text)
				if got := string(text[role.Words.Start:role.Words.End]); got != role.Words.Text || role.Probability < 0 || role.Probability > 1 {
					t.Errorf("%s is %+v, the report has %q", role.Role, role, got)
				}
			}
		}
	}
}
