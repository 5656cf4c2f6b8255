package mail

import (
	"bytes"
	"context"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // decodes character sets
	letter "github.com/emersion/go-message/mail"

	"rapporteur"
	"rapporteur/source/document"
)

var errBroken = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a letter that cannot be taken apart; save its text to a file and read that"}

// Read reads a letter.
func Read(ctx context.Context, data []byte) (*document.Document, error) {
	l, err := take(ctx, data)
	if err != nil {
		return nil, err
	}
	d := &document.Document{Title: subjectOf(l.header.Subject()), Published: dayOf(l.header)}
	if d.Published == "" {
		d.Published = l.came
	}
	sender(d, l.header)
	if d.Outlet == "" {
		d.Outlet = l.from
	}
	if page, ok := l.page(); ok {
		d.HTML = page
		return d, nil
	}
	for _, p := range l.bodies {
		if !p.html {
			d.Blocks = append(d.Blocks, blocksOf(p.words(), d, 0)...)
		}
	}
	return d, nil
}

// Attachment is a file that came with a letter.
type Attachment struct {
	Name string
	Data []byte
}

// Attachments are the files that came with a letter, pictures and sounds left out.
func Attachments(ctx context.Context, data []byte) ([]Attachment, error) {
	l, err := take(ctx, data)
	if err != nil {
		return nil, err
	}
	return l.attached, nil
}

// header is the head of a letter.
type header struct{ letter.Header }

func (h header) Subject() string {
	s, _ := h.Header.Subject() // words in an unknown character set stay as they are
	return s
}

// take takes a letter apart.
func take(ctx context.Context, data []byte) (*parts, error) {
	if isOutlook(data) {
		made, err := fromOutlook(data)
		if err != nil {
			return nil, err
		}
		data = made
	}
	e, err := message.Read(bytes.NewReader(tidy(data)))
	if e == nil || err != nil && !tolerable(err) {
		return nil, errBroken
	}
	l := &parts{header: header{letter.Header{Header: e.Header}}, came: stamped(data), from: stampedBy(data)}
	l.walk(ctx, e, 0)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return l, nil
}

// tolerable reports whether an error leaves something to be read.
func tolerable(err error) bool {
	return message.IsUnknownCharset(err) || message.IsUnknownEncoding(err)
}

// tidy leaves out lines of the head that belong to none of its fields: the line with
// which a box begins a letter, and what programs broke. Behind the last field two such
// lines, or what ends the letter, are its text, before which the blank line is missing.
func tidy(data []byte) []byte {
	out := make([]byte, 0, len(data))
	var odd, text []byte // lines that are no fields, behind the last one
	for rest := data; len(rest) > 0; {
		line := rest
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			line = rest[:i+1]
		}
		bare := bytes.TrimRight(line, "\r\n")
		if len(bare) == 0 {
			text = rest
			break
		}
		folded := len(out) > 0 && (bare[0] == ' ' || bare[0] == '\t') && len(bytes.TrimSpace(bare)) > 0
		switch {
		case fieldName.Match(bare), folded && len(odd) == 0:
			out, odd = append(out, line...), nil
		case len(out) > 0:
			odd = data[len(data)-len(rest)-len(odd) : len(data)-len(rest)+len(line)]
		}
		rest = rest[len(line):]
	}
	if bytes.Count(bytes.TrimRight(odd, "\r\n"), []byte("\n")) > 0 || len(odd) > 0 && len(bytes.TrimSpace(text)) == 0 {
		out = append(append(out, "\r\n"...), odd...)
	}
	if len(text) == 0 {
		text = []byte("\r\n")
	}
	return append(out, text...)
}
