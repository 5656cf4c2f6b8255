package source

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"

	"rapporteur/source/document"
	"rapporteur/source/document/mail"
	"rapporteur/source/document/pdf"
)

// kind is what the bytes are, whatever the file is called.
type kind int

const (
	textKind kind = iota
	htmlKind
	letterKind
	documentKind
	pdfKind
	otherKind
)

// sniffed is how many bytes a kind is recognised from.
const sniffed = 4096

// kindOf recognises the kind by the WHATWG MIME Sniffing Standard, with checks
// of our own for what that takes for text and for what it does not.
func kindOf(data []byte) kind {
	head := data[:min(len(data), sniffed)]
	switch f := document.FormatOf(data); {
	case f != document.None && !mail.IsCompound(data), f != document.None && !mail.Is(data):
		return documentKind
	case pdf.Is(head):
		return pdfKind
	case mail.Is(data):
		return letterKind
	}
	if utf16Order(head) != nil {
		return markup(decode(head))
	}
	if bytes.IndexByte(data, 0) >= 0 || bytes.HasPrefix(head, []byte("WARC/")) { // an archive of pages is none
		return otherKind
	}
	mime, _, _ := strings.Cut(http.DetectContentType(head), ";")
	switch {
	case mime == "text/html":
		return htmlKind
	case mime == "application/octet-stream" && !controlled(head), mime == "text/plain":
		if structured(data) || isFeed(data) {
			return otherKind
		}
		return markup(string(head))
	case mime == "text/xml": // XHTML; other XML is none of our kinds
		if markup(string(head)) == htmlKind {
			return htmlKind
		}
	}
	return otherKind
}

// controlled reports whether control characters are more than flaws of a text: one
// byte in a hundred.
func controlled(head []byte) bool {
	controls := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1b' {
			controls++
		}
	}
	return controls*100 > len(head)
}

// structured reports whether a text is written for programs: JSON.
func structured(data []byte) bool {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, markUTF8))
	return (bytes.HasPrefix(data, []byte("{")) || bytes.HasPrefix(data, []byte("["))) && json.Valid(data)
}

// isFeed reports whether bytes begin as a list of reports does: RSS, Atom, with a
// declaration and comments before it or without.
func isFeed(data []byte) bool {
	head := decode(data[:min(len(data), sniffed)])
	for {
		head = strings.TrimSpace(head)
		_, rest, closed := strings.Cut(head, ">")
		switch {
		case strings.HasPrefix(head, "<!--"):
			_, rest, closed = strings.Cut(head, "-->")
		case !strings.HasPrefix(head, "<?"):
			root, _, _ := strings.Cut(strings.TrimPrefix(head, "<"), ">")
			name, _, _ := strings.Cut(strings.ReplaceAll(root, "\n", " "), " ")
			return strings.HasPrefix(head, "<") && (name == "rss" || name == "feed" || name == "rdf:RDF")
		}
		if head = rest; !closed {
			return false
		}
	}
}

// markup tells HTML from plain text where the sniffing standard, which looks
// at the first tag alone, does not.
func markup(head string) kind {
	head = strings.ToLower(head)
	for _, tag := range []string{"<!doctype html", "<html", "<head>", "<body"} {
		if strings.Contains(head, tag) {
			return htmlKind
		}
	}
	return textKind
}
