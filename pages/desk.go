package pages

import "net/http"

// deskRoutes names the pages of whoever works on the record: reports and actors, what is
// corrected, added and composed.
func (s *site) deskRoutes(mux *http.ServeMux) {
	p, d, in, c := recordPages{s}, desk{s}, intake{s}, composer{s}
	mux.Handle("GET /reports", s.kept(p.reports))
	mux.Handle("GET /reports/{id}", s.kept(p.report))
	mux.Handle("GET /actors/{id}", s.kept(p.actor))
	mux.Handle("POST /e/{id}/correct", s.change(d.correct))
	mux.Handle("POST /reports/{id}/missed", s.change(d.missed))
	mux.Handle("GET /network", s.kept(c.network))
	mux.Handle("GET /map", s.kept(c.places))
	mux.Handle("GET /brief", s.kept(c.composing))
	mux.HandleFunc("POST /brief", c.composed)
	mux.Handle("GET /add", s.page(in.add))
	mux.Handle("POST /add", s.change(in.offered))
	mux.Handle("POST /add/keep", s.change(in.keep))
	mux.Handle("GET /review", s.kept(d.review))
	mux.Handle("POST /review/actors", s.change(d.judgeActors))
	mux.Handle("GET /corrections", s.kept(d.corrections))
	mux.HandleFunc("GET /corrections/annotated", d.annotated)
	mux.Handle("POST /corrections/undo", s.change(d.undo))
}
