package record_test

import (
	"context"
	"testing"

	"rapporteur/record"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestRebuild takes from a record what can be derived: verifying tells of it, and made
// anew all is as it was.
func TestRebuild(t *testing.T) {
	for name, take := range map[string]func(u record.Update, report record.ReportRow, members []record.MemberRow) error{
		"keys of reports": func(u record.Update, report record.ReportRow, _ []record.MemberRow) error {
			return dropKeys(u, record.OfReports, report.Number)
		},
		"keys of members": func(u record.Update, _ record.ReportRow, members []record.MemberRow) error {
			for _, m := range members {
				if err := dropKeys(u, record.OfMembers, m.Number); err != nil {
					return err
				}
			}
			return nil
		},
		"entries": func(u record.Update, _ record.ReportRow, members []record.MemberRow) error {
			for _, m := range members {
				if m.Entry == 0 {
					continue
				}
				if err := u.Move(m.Number, m.Entry, 0, clock()()); err != nil {
					return err
				}
			}
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				store := memory.New()
				r := record.New(store, clock())
				add(t, r, someReadings(t)...)
				before := states(t, r)
				err := store.Update(context.Background(), func(u record.Update) error {
					reports, err := u.ReportsAfter(0, 0)
					if err != nil {
						return err
					}
					at := rapid.IntRange(0, len(reports)-1).Draw(t, "report")
					members, err := u.MembersOf(reports[at].Number)
					if err != nil {
						return err
					}
					return take(u, reports[at], members)
				})
				if err != nil {
					t.Fatal(err)
				}
				if err := r.Rebuild(context.Background()); err != nil {
					t.Fatal(err)
				}
				verified(t, r)
				if diff := cmp.Diff(before, states(t, r)); diff != "" {
					t.Error(diff)
				}
			})
		})
	}
}

// dropKeys takes its keys from a report or member.
func dropKeys(u record.Update, space record.Space, owner int64) error {
	var keys []uint64
	err := u.EachKey(space, func(key uint64, of int64) {
		if of == owner {
			keys = append(keys, key)
		}
	})
	if err != nil {
		return err
	}
	return u.DropKeys(space, owner, keys)
}

// TestVerify tells of each kind of damage, and of nothing in a record that is whole.
func TestVerify(t *testing.T) {
	for name, damage := range map[string]func(u record.Update, m record.MemberRow) error{
		"a key too few": func(u record.Update, m record.MemberRow) error { return dropKeys(u, record.OfMembers, m.Number) },
		"a key too many": func(u record.Update, m record.MemberRow) error {
			return u.PutKeys(record.OfMembers, m.Number, []uint64{7})
		},
		"a key of nothing": func(u record.Update, _ record.MemberRow) error { return u.PutKeys(record.OfReports, 99, []uint64{7}) },
		"in no entry":      func(u record.Update, m record.MemberRow) error { return u.Move(m.Number, m.Entry, 0, clock()()) },
		"in another entry": func(u record.Update, m record.MemberRow) error {
			return u.Move(m.Number, m.Entry, m.Entry+1, clock()())
		},
		"of what is stale":  func(u record.Update, m record.MemberRow) error { return u.Retire(m.Number) },
		"found by too much": func(u record.Update, m record.MemberRow) error { return u.PutFurther(m.Number, m.Report, []int{5}) },
		"an entry that is no more": func(u record.Update, m record.MemberRow) error {
			return u.Supersede(m.Entry, m.Entry+1, clock()())
		},
		"described with fewer": func(u record.Update, m record.MemberRow) error { return u.Describe(m.Entry, 0, 0, nil, clock()()) },
		"another text": func(u record.Update, m record.MemberRow) error {
			rows, err := u.ReportRows(m.Report)
			if err != nil {
				return err
			}
			return u.SetReport(rows[0], &record.Body{Text: "Nothing of it"})
		},
	} {
		t.Run(name, func(t *testing.T) {
			store := busy(t)
			r := record.New(store, clock())
			verified(t, r)
			err := store.Update(context.Background(), func(u record.Update) error {
				members, err := u.MembersOf(1)
				if err != nil {
					return err
				}
				return damage(u, members[0])
			})
			if err != nil {
				t.Fatal(err)
			}
			problems := 0
			err = r.Verify(context.Background(), func(record.Problem) bool {
				problems++
				return false
			})
			if err != nil || problems != 1 {
				t.Errorf("%d problems, where the first is enough: %v", problems, err)
			}
		})
	}
}
