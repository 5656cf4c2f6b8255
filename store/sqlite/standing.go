package sqlite

import (
	"maps"
	"slices"
	"time"

	"rapporteur/record"
	"rapporteur/store/rows"
)

// together is the number of entries of which members and reports are asked for by one
// statement. Of more, several are told by one report, which is then read but once.
const together = 100

// Standing implements record.View.
func (s memberTable) Standing(at time.Time, entries ...int64) ([]record.MemberRow, []record.ReportRow, error) {
	ns, err := list(entries)
	if err != nil {
		return nil, nil, err
	}
	query, args := membersIn(at, "body", ns)
	if len(entries) <= together {
		return s.withReports(query, args...)
	}
	members, err := s.heads(query+" ORDER BY 1", args...)
	if err != nil {
		return nil, nil, err
	}
	numbers := make([]int64, len(members))
	for i := range members {
		numbers[i] = members[i].Report
	}
	slices.Sort(numbers)
	all, err := list(slices.Compact(numbers))
	if err != nil {
		return nil, nil, err
	}
	reports, err := reportTable(s).reportsWith("NULL", "WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n", all)
	return members, reports, err
}

// withReports gives the members that a query chooses and their reports.
func (s memberTable) withReports(query string, args ...any) ([]record.MemberRow, []record.ReportRow, error) {
	var members []record.MemberRow
	reports := map[int64]record.ReportRow{}
	err := s.each(func(r row) error {
		var f reportFields
		one, err := scanMember(r, f.targets()...)
		if err != nil {
			return err
		}
		members = append(members, one)
		if _, known := reports[one.Report]; !known && f.row.Number != 0 {
			reports[one.Report] = f.report()
		}
		return nil
	}, "SELECT m.*, "+rows.OrNothing(reportColumns)+", NULL FROM ("+query+") m LEFT JOIN reports r ON r.n = m.place >> 12 ORDER BY m.n", args...)
	var out []record.ReportRow
	for _, n := range slices.Sorted(maps.Keys(reports)) {
		out = append(out, reports[n])
	}
	return members, out, err
}
