package export

import (
	"strconv"
	"strings"

	"rapporteur/record"
	"rapporteur/service"
)

// Desks lists the desks that share a record.
func Desks(all []service.Desk) *Listing {
	l := &Listing{Columns: []string{"name", "made", "reports_today", "reports_a_day", "corrections", "most_corrections", "dossiers", "most_dossiers", "follows", "most_follows", "names", "most_names"},
		None: "There is no desk but the shared one; `rapporteur namespace add` makes one."}
	for _, d := range all {
		l.Values = append(l.Values, d)
		row := []string{d.Name, stamp(d.Made)}
		for _, n := range []int{d.Holding.ReportsToday, d.ReportsADay, d.Holding.Corrections, d.Corrections, d.Holding.Dossiers, d.Dossiers, d.Holding.Follows, d.Follows, d.Holding.Names, d.Names} {
			row = append(row, strconv.Itoa(n))
		}
		l.Rows = append(l.Rows, row)
		l.Items = append(l.Items, Item{Head: facts(d.Name, "added "+stamp(d.Made),
			outOf(d.Holding.Corrections, d.Corrections, "corrections"), outOf(d.Holding.Dossiers, d.Dossiers, "dossiers"), outOf(d.Holding.ReportsToday, d.ReportsADay, "reports today"), outOf(d.Holding.Follows, d.Follows, "sources followed"), outOf(d.Holding.Names, d.Names, "names"))})
	}
	return l
}

// outOf says how many of what may be had there are.
func outOf(n, most int, of string) string {
	if most == 0 {
		return strconv.Itoa(n) + " " + of
	}
	return strconv.Itoa(n) + " of " + strconv.Itoa(most) + " " + of
}

// Allowance says how much a desk may have.
func Allowance(q record.Quota) string {
	var out []string
	for _, one := range []struct {
		most int
		of   string
	}{{q.ReportsADay, "reports a day"}, {q.Corrections, "corrections"}, {q.Dossiers, "dossiers"}, {q.Follows, "sources to follow"}, {q.Names, "names in tables"}} {
		n := "any number of"
		if one.most > 0 {
			n = strconv.Itoa(one.most)
		}
		out = append(out, n+" "+one.of)
	}
	return strings.Join(out, ", ")
}
