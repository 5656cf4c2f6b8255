package record

import "cmp"

// origin is who a report's words come from: the copies of one text have one origin, the
// agency or outlet that they are taken from, and so have the reports of one outlet.
func (r *ReportRow) origin() string {
	if outlet := cmp.Or(r.Source, r.Credit, string(r.Outlet)); outlet != "" {
		return "outlet " + fold(outlet)
	}
	return "report " + cmp.Or(r.Wire, r.ID)
}
