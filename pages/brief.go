package pages

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/service"
)

// composer is the pages of briefs.
type composer struct{ *site }

// briefPage is what the page of a brief shows: its lines to be taken out or reworded, or
// as they were left.
type briefPage struct {
	Title, Below, Action string
	Since, Until, Wrong  string
	Kept                 []pair
	Sections             []export.BriefSection
	Composed             bool
}

// composing is the screen on which a brief is composed.
func (s composer) composing(r *http.Request) (*view, error) {
	if untidy(r.URL.Query()) {
		return &view{To: tidied(r.URL)}, nil
	}
	b, err := s.briefOn(r.Context(), r.URL.Query())
	body := &briefPage{Since: r.URL.Query().Get("since"), Until: r.URL.Query().Get("until"), Action: addressOf("/brief", asked(r.URL.Query()))}
	v := &view{Title: "Brief", Place: "/brief", Template: "brief", Body: body, Data: addressOf("/brief", asked(r.URL.Query()))}
	if rapporteur.CodeOf(err) == rapporteur.Invalid {
		v.Status, body.Wrong = http.StatusUnprocessableEntity, explained(err)
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	for name, values := range stickyOf(r.URL.Query()).values() {
		body.Kept = append(body.Kept, pair{name, values[0]})
	}
	body.fill(b)
	return v, nil
}

func (p *briefPage) fill(b *export.Brief) {
	p.Title, p.Sections = "Brief, "+export.Day(b.Since)+" to "+export.Day(b.Until), b.Worded()
	if b.About != "" {
		p.Title += ": " + b.About
	}
	p.Below = "from " + pluralOver(b.Reports, b.ReportsOver, "report", "reports")
}

func (s composer) briefOn(ctx context.Context, q url.Values) (*export.Brief, error) {
	asks, _ := question(service.Everything, q)
	asks.Limit, asks.Offset = 0, 0
	b, err := service.BriefOn(ctx, s.Record, service.BriefQuestion{Question: asks})
	return &export.Brief{Brief: b}, err
}

// forms are the forms in which a brief leaves, with their media types and endings.
var forms = map[string][2]string{"docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
	"html": {"text/html; charset=utf-8", ".html"}, "markdown": {"text/markdown; charset=utf-8", ".md"}}

// composed gives a brief as a person left it: as a file, or as a page to print.
func (s composer) composed(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, formLargest)
	if err := r.ParseForm(); err != nil {
		s.show(w, r, s.main(r, s.failed(r, &rapporteur.Error{Code: rapporteur.Invalid, Message: "the form could not be read"})))
		return
	}
	b, err := s.briefOn(r.Context(), r.URL.Query())
	if err != nil {
		s.show(w, r, s.main(r, s.failed(r, err)))
		return
	}
	b.Edits = editsOf(r.PostForm, b.Worded(), s.by(r))
	form, known := forms[r.PostForm.Get("as")]
	if !known {
		body := &briefPage{Composed: true, Action: addressOf("/brief", asked(r.URL.Query()))}
		body.fill(b)
		s.show(w, r, s.main(r, &view{Title: body.Title, Place: "/brief", Template: "brief", Body: body}))
		return
	}
	var out bytes.Buffer
	if err := b.Write(&out, r.PostForm.Get("as"), export.Markdown()); err != nil {
		s.show(w, r, s.main(r, s.failed(r, err)))
		return
	}
	w.Header().Set("Content-Type", form[0])
	w.Header().Set("Content-Disposition", `attachment; filename="brief`+form[1]+`"`)
	_, _ = w.Write(out.Bytes()) // who asked may be gone
}

// editsOf are what a form made of lines: those without a tick are taken out, those with
// other words than they had are reworded. A line that came since is left as it is.
func editsOf(form url.Values, sections []export.BriefSection, by string) map[string]export.BriefEdit {
	out := map[string]export.BriefEdit{}
	for _, s := range sections {
		for _, i := range s.Items {
			if !form.Has("words." + i.Key) {
				continue
			}
			words := strings.Join(strings.Fields(form.Get("words."+i.Key)), " ")
			switch {
			case form.Get("keep."+i.Key) == "" || words == "":
				out[i.Key] = export.BriefEdit{Drop: true}
			case words != strings.Join(strings.Fields(lineOf(&i)), " "):
				out[i.Key] = export.BriefEdit{Words: words, By: by}
			}
		}
	}
	return out
}

// lineOf is a line of a brief as one string.
func lineOf(i *export.BriefItem) string {
	if i.Lead != "" && i.Rest != "" {
		return i.Lead + ": " + i.Rest
	}
	return i.Lead + i.Rest
}
