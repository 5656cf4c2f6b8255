package reading

import "rapporteur"

// notices passes on what linking found odd.
func (r *reading) notices() {
	for _, n := range r.cast.Notices {
		notice := rapporteur.Notice{Kind: n.Kind, Message: n.Message}
		for _, e := range n.Evidence {
			notice.Evidence = append(notice.Evidence, r.doc.Span(e))
		}
		r.out.Notices = append(r.out.Notices, notice)
	}
}
