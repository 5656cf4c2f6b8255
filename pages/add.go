package pages

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"strings"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/service"
)

// addPage is what the page shows on which reports are added.
type addPage struct {
	May    bool
	Wrong  string
	Offer  service.Offer
	Shown  []offeredShown
	More   int
	Tokens []string
}

// offeredShown is a report before it is kept.
type offeredShown struct {
	Input, Wrong string
	Known        bool
	Report       *reportPage
	Token        string
}

// mostOffered is the number of reports that are shown at once, offeredLargest the most
// bytes of an offer, formLargest those of it that are held in memory.
const (
	mostOffered    = 8
	offeredLargest = 15 << 20
	formLargest    = 4 << 20
)

// add is the screen of the form, empty.
func (s *intake) add(r *http.Request) (*view, error) {
	return s.adding(&addPage{May: s.may(r) && s.Read != nil}), nil
}

func (s *intake) adding(body *addPage) *view {
	return &view{Title: "Add", Place: "/add", Template: "add", Body: body, Data: "/reports"}
}

// offered shows what would come on the record of what was handed over.
func (s *intake) offered(r *http.Request) (*view, error) {
	offer, err := s.offerOf(r)
	if err != nil {
		return nil, err
	}
	body := &addPage{May: true, Offer: *offer}
	v := s.adding(body)
	g := s.ingest()
	all, more := g.Preview(r.Context(), offer, mostOffered)
	body.More = more
	for i := range all {
		one := &all[i]
		shown := offeredShown{Input: one.Input, Known: one.Known}
		if one.Err != nil {
			shown.Wrong = explained(one.Err)
		} else {
			shown.Report = s.reportPageOf(one.Marked)
			shown.Report.unlink()
			shown.Token = s.drafts.put(s.by(r), &one.Marked.Report.Report)
			body.Tokens = append(body.Tokens, shown.Token)
		}
		body.Shown = append(body.Shown, shown)
	}
	if len(all) == 0 {
		v.Status, body.Wrong = http.StatusUnprocessableEntity, "Paste a text or an address, or choose a file."
	}
	return v, nil
}

// unlink takes away what leads to entries, which are not on the record yet.
func (p *reportPage) unlink() {
	for i := range p.Entries {
		p.Entries[i].ID = ""
	}
	for i := range p.Blocks {
		for k := range p.Blocks[i].Runs {
			p.Blocks[i].Runs[k].Entry = ""
		}
	}
}

func (s *intake) ingest() *service.Ingest {
	return &service.Ingest{Record: s.Record, Read: s.Read, Knowing: s.Knowing, Workers: 1}
}

// offerOf reads what was handed over.
func (s *intake) offerOf(r *http.Request) (*service.Offer, error) {
	if s.Read == nil {
		return nil, &rapporteur.Error{Code: rapporteur.Forbidden, Message: "nothing can be added here"}
	}
	r.Body = http.MaxBytesReader(nil, r.Body, offeredLargest)
	if err := r.ParseMultipartForm(formLargest); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Message: "what was sent could not be read, or is larger than 15 MB"}
	}
	o := &service.Offer{Text: r.PostFormValue("text"), Address: r.PostFormValue("address"), Published: strings.TrimSpace(r.PostFormValue("published")),
		Outlet: strings.TrimSpace(r.PostFormValue("outlet")), Title: strings.TrimSpace(r.PostFormValue("title")), Version: s.Version}
	if o.Published != "" {
		if err := service.Day("published", o.Published); err != nil {
			return nil, err
		}
	}
	if r.MultipartForm == nil {
		return o, nil
	}
	for _, header := range r.MultipartForm.File["file"] {
		data, err := readAll(header)
		if err != nil {
			return nil, err
		}
		o.Files = append(o.Files, service.OfferedFile{Name: header.Filename, Data: data})
	}
	return o, nil
}

func readAll(header *multipart.FileHeader) ([]byte, error) {
	f, err := header.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	return io.ReadAll(f)
}

// keep puts reports on the record that were shown.
func (s *intake) keep(r *http.Request) (*view, error) {
	if err := r.ParseForm(); err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Message: "the form could not be read"}
	}
	g, last, n := s.ingest(), "", 0
	for _, token := range r.PostForm["token"] {
		report := s.drafts.take(s.by(r), token)
		if report == nil {
			continue
		}
		got, err := g.Keep(r.Context(), report)
		if err != nil {
			return nil, err
		}
		s.Note(r.Context(), access.ReportAdded, got.Report.ID+" "+string(got.Outcome))
		last = got.Report.ID
		n++
	}
	switch n {
	case 0:
		return nil, &rapporteur.Error{Code: rapporteur.NotFound, Message: "what was shown is no longer there; hand it over again"}
	case 1:
		return &view{To: reportAt(last)}, nil
	}
	return &view{To: "/reports"}, nil
}
