package source

import (
	"bytes"
	"net/http"
	"strings"
)

// kind is what the bytes are, whatever the file is called.
type kind int

const (
	textKind kind = iota
	htmlKind
	binaryKind
)

// sniffed is how many bytes the kind is recognised from.
const sniffed = 4096

// kindOf recognises the kind by the WHATWG MIME Sniffing Standard, with two
// checks of our own: UTF-16 without a mark is text, and a zero byte is not.
func kindOf(data []byte) kind {
	head := data[:min(len(data), sniffed)]
	if utf16Order(head) != nil {
		return markup(decode(head))
	}
	mime := http.DetectContentType(head)
	switch {
	case strings.HasPrefix(mime, "text/html"):
		return htmlKind
	case !strings.HasPrefix(mime, "text/"), bytes.IndexByte(data, 0) >= 0:
		return binaryKind
	default:
		return markup(string(head))
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
