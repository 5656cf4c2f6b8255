package service

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/follow"
	"rapporteur/record"
)

// take puts reports on the record, as far as it comes: each in the name of the first desk
// of those that follow its source which may still bring one in today.
func (f *Following) take(ctx context.Context, fresh []follow.Fresh) ([]follow.Taken, error) {
	taken := make([]*follow.Taken, len(fresh))
	var failed error
	for some := range groups(fresh) {
		var inputs []Input
		for _, i := range some {
			inputs = append(inputs, Input{Name: fresh[i].Item.Key, Open: func(context.Context) (*rapporteur.Report, error) { return fresh[i].Report, nil }})
		}
		out, err := f.forDesks(ctx, fresh[some[0]].Desks, inputs)
		for n := range out {
			taken[some[n]] = &out[n]
		}
		if err != nil {
			failed = err
			break
		}
	}
	var out []follow.Taken
	for _, one := range taken { // what is behind one that was not dealt with comes again
		if one == nil {
			break
		}
		out = append(out, *one)
	}
	return out, failed
}

// groups yields the places of what the same desks follow.
func groups(fresh []follow.Fresh) func(func([]int) bool) {
	whose := func(i int) string { return strings.Join(fresh[i].Desks, " ") }
	var all []int
	for i := range fresh {
		all = append(all, i)
	}
	slices.SortStableFunc(all, func(a, b int) int { // who cannot share comes first
		return cmp.Or(len(fresh[a].Desks)-len(fresh[b].Desks), cmp.Compare(whose(a), whose(b)))
	})
	return func(yield func([]int) bool) {
		for len(all) > 0 {
			n := 1
			for n < len(all) && whose(all[n]) == whose(all[0]) {
				n++
			}
			if !yield(all[:n]) {
				return
			}
			all = all[n:]
		}
	}
}

// forDesks puts reports on the record in the name of desks, the next one's where one may
// bring in no more today. What none of them may is over quota.
func (f *Following) forDesks(ctx context.Context, desks []string, inputs []Input) ([]follow.Taken, error) {
	if slices.Contains(desks, "") || len(desks) == 0 { // nobody's quota
		desks = []string{""}
	}
	var out []follow.Taken
	for _, desk := range desks {
		rest := inputs[len(out):]
		n := len(out)
		err := f.Ingest.Add(record.In(ctx, desk), slices.Values(rest), func(one Arrival) error {
			if i := len(out) - n; i < len(rest) && one.Input == rest[i].Name { // the others are read again
				out = append(out, takenOf(one))
			}
			return nil
		})
		if err == nil || rapporteur.CodeOf(err) != rapporteur.OverQuota {
			return out, err
		}
		if desk == desks[len(desks)-1] {
			for range inputs[len(out):] {
				out = append(out, follow.Taken{Err: err})
			}
		}
	}
	return out, nil
}

// takeFile puts the reports in a file on the record.
func (f *Following) takeFile(ctx context.Context, path string, desks []string) ([]follow.Taken, error) {
	if slices.Contains(desks, "") || len(desks) == 0 {
		desks = []string{""}
	}
	var out []follow.Taken
	for _, desk := range desks {
		out = nil
		err := f.Ingest.Add(record.In(ctx, desk), f.Inputs.All([]string{path}), func(one Arrival) error {
			out = append(out, takenOf(one))
			return nil
		})
		switch {
		case err == nil:
			return out, nil
		case rapporteur.CodeOf(err) != rapporteur.OverQuota:
			return out, err
		case desk == desks[len(desks)-1]:
			out = append(out, follow.Taken{Err: err})
		}
	}
	return out, nil
}

func takenOf(one Arrival) follow.Taken {
	if one.Err != nil {
		return follow.Taken{Err: one.Err}
	}
	return follow.Taken{Report: one.Report.ID, Outcome: string(one.Outcome)}
}
