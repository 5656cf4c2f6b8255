package pages

import "net/http"

// deskRoutes names the pages of whoever works on the record: reports and actors, what is
// corrected, added and composed.
func (s *site) deskRoutes(mux *http.ServeMux) {
	mux.Handle("GET /reports", s.page(s.reports))
	mux.Handle("GET /reports/{id}", s.page(s.report))
	mux.Handle("GET /actors/{id}", s.page(s.actor))
	mux.Handle("POST /e/{id}/correct", s.change(s.correct))
	mux.Handle("POST /reports/{id}/missed", s.change(s.missed))
	mux.Handle("GET /add", s.page(s.add))
	mux.Handle("POST /add", s.change(s.offered))
	mux.Handle("POST /add/keep", s.change(s.keep))
	mux.Handle("GET /review", s.page(s.review))
	mux.Handle("POST /review/actors", s.change(s.judgeActors))
	mux.Handle("GET /corrections", s.page(s.corrections))
	mux.HandleFunc("GET /corrections/annotated", s.annotated)
	mux.Handle("POST /corrections/undo", s.change(s.undo))
}
