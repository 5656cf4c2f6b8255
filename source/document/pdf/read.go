package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"rapporteur"
	"rapporteur/source/document"
)

// What is read of one file at most.
const (
	pagesMost   = 400
	runsMost    = 20_000 // of a page
	objectsMost = 2_000  // that are looked at for pictures
	timeMost    = 90 * time.Second
)

var (
	errBroken   = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a PDF file that is broken; print it anew, or save its text"}
	errLocked   = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "an encrypted PDF file; save it without a password first"}
	errPictures = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a PDF file of pictures (scanned pages); recognise its text (OCR) first"}
	errLong     = &rapporteur.Error{Code: rapporteur.Unsupported, Message: fmt.Sprintf("a PDF file of more than %d pages; give the pages of the report alone", pagesMost)}
	errSlow     = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a PDF file that takes more than 90 seconds to be taken apart; save its text"}
)

// Is reports whether bytes are a PDF file: its mark stands in the first kilobyte.
func Is(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// Read reads a PDF file.
func Read(ctx context.Context, data []byte) (*document.Document, error) {
	limited, cancel := context.WithTimeout(ctx, timeMost)
	defer cancel()
	var pages []page
	d := &document.Document{}
	err := within(limited, func(p pdfium.Pdfium) (err error) {
		pages, err = take(limited, p, data, d)
		return err
	})
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, errSlow
	case err != nil:
		return nil, err
	case pictures(pages) && len(d.Blocks) == 0:
		return nil, errPictures
	}
	in := d.Blocks // what was filled in without a place comes last
	d.Blocks, d.Cover, d.Running = blocks(pages)
	d.Blocks = append(d.Blocks, in...)
	return d, nil
}

// take takes the runs of all pages from the engine.
func take(ctx context.Context, p pdfium.Pdfium, data []byte, d *document.Document) ([]page, error) {
	opened, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	if errors.Is(err, pdferrors.ErrPassword) || errors.Is(err, pdferrors.ErrSecurity) {
		return nil, errLocked
	}
	if err != nil || opened == nil {
		return nil, errBroken
	}
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	switch {
	case err != nil || count.PageCount <= 0:
		return nil, errBroken
	case count.PageCount > pagesMost:
		return nil, errLong
	}
	properties(p, opened.Document, d)
	filled := formOf(p, opened.Document)
	pages := make([]page, 0, count.PageCount)
	for i := range count.PageCount {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		pages = append(pages, takePage(p, requests.Page{ByIndex: &requests.PageByIndex{Document: opened.Document, Index: i}}, filled))
	}
	if filled != nil && !filled.filled {
		for _, value := range xfaValues(p, opened.Document) {
			d.Blocks = append(d.Blocks, document.Block{Words: value})
		}
	}
	return pages, nil
}

// takePage takes one page; one that is broken is empty.
func takePage(p pdfium.Pdfium, at requests.Page, filled *form) (out page) {
	if size, err := p.GetPageSize(&requests.GetPageSize{Page: at}); err == nil {
		out.width, out.height = size.Width, size.Height
	}
	for _, one := range append(takeRuns(p, at), filled.runs(at)...) {
		if one.visible(out) && !out.printed(one) {
			out.runs = append(out.runs, one)
		}
	}
	if letters(out.runs) < fewLetters {
		out.picture = hasPicture(p, at, out)
	}
	return out
}

// hasPicture reports whether a picture covers half a page.
func hasPicture(p pdfium.Pdfium, at requests.Page, of page) bool {
	count, err := p.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: at})
	if err != nil {
		return false
	}
	covered := 0.0
	for i := range min(count.Count, objectsMost) {
		object, err := p.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: at, Index: i})
		if err != nil {
			continue
		}
		kind, err := p.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil || kind.Type != enums.FPDF_PAGEOBJ_IMAGE && kind.Type != enums.FPDF_PAGEOBJ_FORM {
			continue
		}
		if b, err := p.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object.PageObject}); err == nil {
			covered += float64(b.Right-b.Left) * float64(b.Top-b.Bottom)
		}
	}
	return covered*2 >= of.width*of.height && covered > 0
}

// pictures reports whether next to nothing but pictures is there to be read.
func pictures(pages []page) bool {
	found, n := 0, 0
	for _, p := range pages {
		n += letters(p.runs)
		if p.picture {
			found++
		}
	}
	return found > 0 && n < fewLetters*found
}

// properties takes what the file says of itself.
func properties(p pdfium.Pdfium, file references.FPDF_DOCUMENT, d *document.Document) {
	meta, err := p.GetMetaData(&requests.GetMetaData{Document: file, Tags: &[]string{"Title", "CreationDate", "ModDate"}})
	if err != nil {
		return
	}
	said := map[string]string{}
	for _, tag := range meta.Tags {
		said[tag.Tag] = tag.Value
	}
	d.Title = strings.TrimSpace(said["Title"])
	d.Made = document.MadeOn(instant(said["CreationDate"]), instant(said["ModDate"]))
}

// instant reads a point in time as PDF writes it: "D:20270302101400+01'00'".
func instant(words string) time.Time {
	words = strings.TrimPrefix(words, "D:")
	if len(words) < 8 {
		return time.Time{}
	}
	t, err := time.Parse("20060102", words[:8])
	if err != nil {
		return time.Time{}
	}
	return t
}
