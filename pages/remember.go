package pages

import (
	"bytes"
	"context"
	"html/template"
	"net/http"
	"strconv"

	"rapporteur/cache"
)

// mainOf is the main part of a page, written, with what its frame shows of it.
type mainOf struct {
	view view
	html template.HTML
}

// weighMain gives about how many bytes a main part takes.
func weighMain(m *mainOf) int64 { return int64(len(m.html)) + 512 }

// main writes the main part of a view.
func (s *site) main(r *http.Request, v *view) *mainOf {
	f := &frame{view: v, API: s.API, Path: r.URL.Path, Back: local(r.URL)}
	f.Asked = stickyOf(r.URL.Query())
	var out bytes.Buffer
	if err := s.templates.execute(&out, v.Template, "main", f); err != nil {
		panic(err) // the gate logs it and says that the server could not answer
	}
	m := &mainOf{view: *v, html: template.HTML(out.String())} //nolint:gosec // a template wrote it
	m.view.Body = nil
	return m
}

// made gives the main part of a page, whatever came of it.
func (s *site) made(r *http.Request, do screen) *mainOf {
	v, err := do(r)
	if err != nil {
		v = s.failed(r, err)
	}
	if v.To != "" {
		return &mainOf{view: *v}
	}
	return s.main(r, v)
}

// kept is a page that is remembered as long as the record stands as it stood, for all who
// may do the same at the same desk.
func (s *site) kept(do screen) http.Handler {
	return s.keptBy(do, func(*http.Request) string { return "" })
}

// keptBy is a page that also depends on what a function says of a request.
func (s *site) keptBy(do screen, by func(*http.Request) string) http.Handler {
	if s.Revision == nil {
		return s.page(do)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key := strconv.FormatBool(s.may(r)) + " " + s.Record.Namespace(r.Context()) + " " + by(r) + "\n" + r.URL.RequestURI()
		m, err := s.mains.Get(r.Context(), key, func(ctx context.Context) (*mainOf, bool, error) {
			m := s.made(r.WithContext(ctx), do)
			return m, m.view.Status < http.StatusMultipleChoices && m.view.To == "", nil
		})
		if err != nil { // the record does not answer, or who asked is gone
			m = s.main(r, s.failed(r, err))
		}
		s.show(w, r, m)
	})
}

// memoryOf makes the memory of pages, where the record tells how it stands.
func memoryOf(o *Options) *cache.Cache[*mainOf] {
	if o.Revision == nil {
		return nil
	}
	return cache.New(cache.Usual(o.Revision, o.Makers), weighMain)
}
