package reading

import (
	"fmt"
	"time"

	"rapporteur"
)

// notices passes on what linking found odd, and dates whose weekday is wrong.
func (r *reading) notices() {
	for _, n := range r.links.Notices() {
		notice := rapporteur.Notice{Kind: n.Kind, Message: n.Message}
		for _, e := range n.Evidence {
			notice.Evidence = append(notice.Evidence, r.doc.Span(e))
		}
		r.out.Notices = append(r.out.Notices, notice)
	}
	for _, d := range r.doc.Dates {
		day, err := time.Parse(time.DateOnly, string(d.Value))
		if !d.Mismatch || err != nil {
			continue
		}
		span := r.doc.Span(d.Range)
		r.out.Notices = append(r.out.Notices, rapporteur.Notice{
			Kind:     "weekday-mismatch",
			Message:  fmt.Sprintf("%q does not fit: %s is a %s", span.Text, d.Value, day.Weekday()),
			Evidence: []rapporteur.Span{span},
		})
	}
}
