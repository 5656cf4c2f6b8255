package pages

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"net/http"

	"rapporteur"
	"rapporteur/service"
)

// annotated gives the reports that persons put right as annotated records, with which a
// desk can teach its own reader: of each a file of text and one of JSON.
func (s *desk) annotated(w http.ResponseWriter, r *http.Request) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	n := 0
	err := service.Annotate(r.Context(), s.Record, s.Explain, func(a *service.Annotation) error {
		n++
		return zipped(z, a)
	})
	if err == nil && n == 0 {
		err = &rapporteur.Error{Code: rapporteur.NotFound, Message: "nobody has corrected an entry yet"}
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		s.show(w, r, s.main(r, s.failed(r, err)))
		return
	}
	w.Header().Set("Content-Type", "application/zip")
	w.Header().Set("Content-Disposition", `attachment; filename="annotated.zip"`)
	w.Header().Set("Cache-Control", "private, no-store")
	_, _ = w.Write(out.Bytes()) // who asked may be gone
}

// zipped puts a report into an archive.
func zipped(z *zip.Writer, a *service.Annotation) error {
	body, err := json.MarshalIndent(a, "", " ")
	if err != nil {
		return err
	}
	for _, f := range []struct {
		ending string
		body   []byte
	}{{".txt", []byte(a.Text)}, {".json", body}} {
		w, err := z.Create(a.File() + f.ending)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.body); err != nil {
			return err
		}
	}
	return nil
}
