package storetest

import (
	"testing"

	"rapporteur/record"
)

// testFresh asks an update for what it has itself just put there: it is found as if it had
// been there before, whichever way it is asked for first.
func testFresh(t *testing.T, s *suite) {
	put(t, s, rows([3]string{"a", "Echo", "2030-01-01"})...)
	for _, ask := range []func(u record.Update, first int64) ([]record.ReportRow, error){
		func(u record.Update, _ int64) ([]record.ReportRow, error) {
			return u.ReportsNamed("c", "b", "nowhere")
		},
		func(u record.Update, first int64) ([]record.ReportRow, error) {
			return u.ReportRows(first+1, first, 99)
		},
		func(u record.Update, first int64) ([]record.ReportRow, error) { return u.ReportsAfter(first-1, 9) },
		func(u record.Update, _ int64) ([]record.ReportRow, error) { return u.Group(record.ByWire, "pair") },
		func(u record.Update, _ int64) ([]record.ReportRow, error) {
			return u.Reports(record.ReportQuery{Outlets: []string{"Courier"}, Oldest: true})
		},
		func(u record.Update, _ int64) ([]record.ReportRow, error) { return u.Carried("Courier") },
	} {
		s.update(t, func(u record.Update) error {
			fresh, err := freshly(t, u)
			if err != nil {
				return err
			}
			got, err := ask(u, fresh[0].Number)
			equal(t, "what was put", fresh, got, err)
			hits, err := u.Search("fog", 0, 0)
			equal(t, "sentences that were put", []record.Hit{{Report: fresh[1].Number}}, hits, err)
			for _, one := range fresh {
				if err := u.DropReport(one.Number); err != nil {
					return err
				}
			}
			left, err := u.ReportsAfter(0, 9)
			equal(t, "what is left", []string{"a"}, ids(left), err)
			return nil
		})
		s.view(t, func(v record.View) error {
			left, err := v.Reports(record.ReportQuery{})
			equal(t, "what is left afterwards", []string{"a"}, ids(left), err)
			return nil
		})
	}
	s.update(t, func(u record.Update) error {
		fresh, err := freshly(t, u)
		if err != nil {
			return err
		}
		bodies, err := u.Bodies(fresh[0].Number, fresh[1].Number)
		_, first := report("", "", "")
		equal(t, "texts that were put", map[int64]*record.Body{fresh[0].Number: &first, fresh[1].Number: {Text: "Fog.", Sentences: [][2]int{{0, 4}}}}, bodies, err)
		return nil
	})
}

// freshly puts two reports into an update, changes both and the text of one.
func freshly(t *testing.T, u record.Update) ([]record.ReportRow, error) {
	t.Helper()
	if got, err := u.ReportsNamed("b", "c"); err != nil || len(got) > 0 {
		t.Errorf("%d reports that are not there: %v", len(got), err)
	}
	fresh := rows([3]string{"b", "Courier", "2030-01-02"}, [3]string{"c", "Courier", "2030-01-03"})
	for i := range fresh {
		_, body := report("", "", "")
		n, err := u.PutReport(fresh[i], body)
		if err != nil {
			return nil, err
		}
		fresh[i].Number, fresh[i].Wire = n, "pair"
		if err := u.SetReport(fresh[i], nil); err != nil {
			return nil, err
		}
	}
	return fresh, u.SetReport(fresh[1], &record.Body{Text: "Fog.", Sentences: [][2]int{{0, 4}}})
}
