package fetch

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"rapporteur"
)

// errTooLong is the error of an answer that does not end.
var errTooLong = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "too large for a report; give the report's text alone"}

// unpack reads the body, within limits before and after decompression.
func unpack(response *http.Response) ([]byte, error) {
	var body io.Reader = &limited{response.Body, bodyLargest}
	switch coding := response.Header.Get("Content-Encoding"); coding {
	case "", "identity":
	case "gzip", "x-gzip":
		packed, err := gzip.NewReader(body)
		if err != nil {
			return nil, err
		}
		body = packed
	default:
		return nil, fmt.Errorf("packed as %q, which was not asked for", coding)
	}
	return io.ReadAll(&limited{body, bodyLargest})
}

// Text is the body in UTF-8, where only the server declares another encoding.
func (a *Answer) Text() []byte {
	contentType := a.Header.Get("Content-Type")
	if utf8.Valid(a.Body) {
		return a.Body
	}
	encoding, name, _ := charset.DetermineEncoding(nil, contentType)
	if !bytes.Contains(bytes.ToLower([]byte(contentType)), []byte("charset")) || name == "utf-8" {
		return a.Body
	}
	if out, err := encoding.NewDecoder().Bytes(a.Body); err == nil {
		return out
	}
	return a.Body
}

// limited fails where io.LimitedReader would pass off a part as the whole.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left < 0 {
		return 0, errTooLong
	}
	if int64(len(p)) > l.left+1 {
		p = p[:l.left+1]
	}
	n, err := l.r.Read(p)
	l.left -= int64(n)
	if l.left < 0 {
		return n, errTooLong
	}
	return n, err
}
