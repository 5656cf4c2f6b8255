package document

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"time"
)

// PartLargest is the size in bytes up to which a part of a packed file is unpacked.
const PartLargest = 32 << 20

// part gives the part of a name, nil where there is none.
func part(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if strings.EqualFold(f.Name, name) {
			return f
		}
	}
	return nil
}

// elements walks over the tokens of a part until it ends, the context is over, or do
// fails. A part that is cut off gives what stands before the cut, if anything does.
func elements(ctx context.Context, f *zip.File, do func(xml.Token) error) error {
	if f == nil {
		return errBroken
	}
	r, err := f.Open()
	if err != nil {
		return errBroken
	}
	defer func() { _ = r.Close() }() // nothing was written
	limited := &io.LimitedReader{R: r, N: PartLargest}
	dec := xml.NewDecoder(limited)
	dec.Strict = false
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for n := 1; ; n++ {
		token, err := dec.RawToken()
		switch {
		case limited.N <= 0:
			return errLarge
		case errors.Is(err, io.EOF) || err != nil && n > 1:
			return nil
		case err != nil:
			return errBroken
		}
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := do(token); err != nil {
			return err
		}
	}
}

// attribute gives the value of an attribute by its name without its prefix.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// properties is what a document says of itself.
type properties struct {
	title         string
	made, changed time.Time
}

// readProperties reads docProps/core.xml or meta.xml, which name the same things
// alike. Without the part nothing is known.
func readProperties(ctx context.Context, f *zip.File) (p properties) {
	if f == nil {
		return p
	}
	var words strings.Builder
	_ = elements(ctx, f, func(token xml.Token) error { // what is broken is not known
		switch t := token.(type) {
		case xml.StartElement:
			words.Reset()
		case xml.CharData:
			words.Write(t)
		case xml.EndElement:
			switch t.Name.Local {
			case "title":
				p.title = strings.TrimSpace(words.String())
			case "created", "creation-date":
				p.made = instant(words.String())
			case "modified", "date":
				p.changed = instant(words.String())
			}
		}
		return nil
	})
	return p
}

// templateMade is when the template of python-docx was made, which programs copy into what
// they write: the day of no document.
var templateMade = time.Date(2013, 12, 23, 23, 15, 0, 0, time.UTC)

// instant reads a point in time by ISO 8601, with or without a zone, but for the template's.
func instant(words string) time.Time {
	words = strings.TrimSpace(words)
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", time.DateOnly} {
		if t, err := time.Parse(layout, words); err == nil && !t.Equal(templateMade) {
			return t
		}
	}
	return time.Time{}
}
