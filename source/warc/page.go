package warc

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// PageLargest is the size in bytes of the largest page that is unpacked.
const PageLargest = 10 << 20

// Page is what a server answered, or a thing that was archived without its answer.
type Page struct {
	// Status is that of HTTP, 200 where there was no answer.
	Status int
	// Fields are the headers of the answer.
	Fields Fields
	// ContentType is what the body is said to be, with its parameters.
	ContentType string
	// Body is as it was before it was cut into chunks and packed.
	Body []byte
}

// isAnswer reports whether the block begins with the head of an answer.
func (r *Record) isAnswer() bool {
	return strings.HasPrefix(strings.ToLower(r.Fields.Get("Content-Type")), "application/http") || r.Type == Response && bytes.HasPrefix(r.Block, []byte("HTTP/"))
}

// Page gives the page that a record holds.
func (r *Record) Page() (*Page, error) {
	if !r.isAnswer() {
		return &Page{Status: 200, ContentType: r.Fields.Get("Content-Type"), Body: r.Block}, nil
	}
	head, body := cutHead(r.Block)
	out := &Page{Status: head.status, Fields: head.fields, ContentType: head.fields.Get("Content-Type")}
	body, err := dechunked(head, body)
	if err == nil {
		out.Body, err = unpacked(head, body)
	}
	if err != nil && r.Target != "" {
		err = fmt.Errorf("%s: %w", r.Target, err)
	}
	return out, err
}

// head is the beginning of an answer.
type head struct {
	status int
	fields Fields
}

// cutHead parts the head of an answer from its body. Servers send heads that no grammar
// has, so nothing in them is an error.
func cutHead(block []byte) (head, []byte) {
	at, size := blankLine(block[:min(len(block), headerLargest)])
	if at < 0 {
		return head{}, nil
	}
	first, rest, _ := bytes.Cut(block[:at], []byte("\n"))
	out := head{fields: fieldsOf(rest)}
	if words := strings.Fields(string(first)); len(words) > 1 {
		out.status, _ = strconv.Atoi(words[1]) // what is no number is no answer that anybody wants
	}
	return out, block[at+size:]
}

// dechunked puts the chunks of a body together. Some archives keep the header and not
// the chunks.
func dechunked(h head, body []byte) ([]byte, error) {
	if !strings.Contains(strings.ToLower(h.fields.Get("Transfer-Encoding")), "chunked") {
		return body, nil
	}
	var out []byte
	for rest, first := body, true; ; first = false {
		line, after, found := bytes.Cut(rest, []byte("\n"))
		size, _, _ := strings.Cut(string(line[:min(len(line), 64)]), ";")
		n, err := strconv.ParseUint(strings.TrimSpace(size), 16, 31)
		switch {
		case first && (err != nil || !found):
			return body, nil
		case err != nil || !found:
			return nil, fmt.Errorf("its chunks end after %d bytes", len(out))
		case n == 0:
			return out, nil
		case int(n) > len(after):
			return nil, fmt.Errorf("a chunk has %d of %d bytes", len(after), n)
		}
		out = append(out, after[:n]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(after[n:], []byte("\r")), []byte("\n"))
	}
}

// unpacked undoes the codings of a body, the last of them first. Some archives keep the
// header and what was unpacked.
func unpacked(h head, body []byte) ([]byte, error) {
	codings := strings.Split(strings.ToLower(h.fields.Get("Content-Encoding")), ",")
	if len(codings) > 4 {
		return nil, fmt.Errorf("it is packed %d times over", len(codings))
	}
	for i := len(codings) - 1; i >= 0; i-- {
		coding := strings.TrimSpace(codings[i])
		r, err := unpacking(coding, body)
		if err != nil {
			return nil, fmt.Errorf("packed as %s: %w", coding, err)
		}
		if r == nil {
			continue
		}
		body, err = io.ReadAll(io.LimitReader(r, PageLargest+1))
		if c, ok := r.(interface{ Close() }); ok {
			c.Close()
		}
		if err != nil {
			return nil, fmt.Errorf("packed as %s: %w", coding, err)
		}
		if len(body) > PageLargest {
			return nil, fmt.Errorf("it unpacks to more than %d bytes, the most that is read", PageLargest)
		}
	}
	return body, nil
}

// unpacking undoes one coding; nil means that the body has it no more.
func unpacking(coding string, body []byte) (io.Reader, error) {
	from := bytes.NewReader(body)
	switch coding {
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, memberMagic[:2]) {
			return nil, nil
		}
		return gzip.NewReader(from)
	case "deflate": // which is zlib by the standard, and what it wraps by many servers
		if len(body) > 1 && body[0]&15 == 8 && (int(body[0])<<8+int(body[1]))%31 == 0 {
			return zlib.NewReader(from)
		}
		return flate.NewReader(from), nil
	case "br":
		if looksPlain(body) {
			return nil, nil
		}
		return brotli.NewReader(from), nil
	case "zstd":
		if !bytes.HasPrefix(body, []byte{0x28, 0xb5, 0x2f, 0xfd}) {
			return nil, nil
		}
		return zstd.NewReader(from, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
	}
	return nil, nil
}

// looksPlain reports whether a body begins like a page; what is packed with br has no
// mark.
func looksPlain(body []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(body[:min(len(body), 256)], " \t\r\n\ufeff"), []byte("<"))
}

// Answered gives the status and the headers of the answer that a record holds, as Page
// does, without what follows them.
func (r *Record) Answered() (status int, fields Fields) {
	if !r.isAnswer() {
		return 200, Fields{{"Content-Type", r.Fields.Get("Content-Type")}}
	}
	h, _ := cutHead(r.Block)
	return h.status, h.fields
}
