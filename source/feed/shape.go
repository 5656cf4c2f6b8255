package feed

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

// Limits on what is read of one list, beyond those on what is fetched.
const (
	unpackedLargest = 20 << 20
	deepest         = 100
	elementsMost    = 1_000_000
)

// unpacked undoes gzip: sitemaps are served as files so packed.
func unpacked(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte{0x1f, 0x8b, 8}) {
		return data, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, refused("packed with gzip, and damaged")
	}
	out, err := io.ReadAll(io.LimitReader(z, unpackedLargest+1))
	if err != nil {
		return nil, refused("packed with gzip, and damaged")
	}
	if len(out) > unpackedLargest {
		return nil, refused("too large")
	}
	return out, nil
}

var (
	declaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)
	declared    = regexp.MustCompile(`(?i)encoding\s*=\s*["']([\w.:-]+)["']`)
	declaredBy  = regexp.MustCompile(`(?i)charset\s*=\s*"?([\w.:-]+)`)
)

// characters gives a list in UTF-8, without the declaration of an encoding and without
// characters that XML does not have. What is UTF-8 is taken for it whatever it is declared
// as; what is not is what it is declared as, or else Windows-1252.
func characters(data []byte, contentType string) []byte {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		if out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data); err == nil {
			data = out
		}
	case bytes.HasPrefix(data, []byte{0xef, 0xbb, 0xbf}):
		data = data[3:]
	}
	head := declaration.Find(data[:min(len(data), 1024)])
	if !utf8.Valid(data) {
		name := "windows-1252"
		for _, m := range [][][]byte{declaredBy.FindSubmatch([]byte(contentType)), declared.FindSubmatch(head)} {
			if m != nil && !strings.EqualFold(string(m[1]), "utf-8") && !strings.EqualFold(string(m[1]), "utf8") {
				name = string(m[1])
				break
			}
		}
		e, _ := charset.Lookup(name)
		if e == nil {
			e, _ = charset.Lookup("windows-1252")
		}
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			data = out
		}
		head = declaration.Find(data[:min(len(data), 1024)])
	}
	return bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, bytes.TrimLeft(data[len(head):], " \t\r\n"))
}

// shape gives the name of the outermost element, and refuses what is built to exhaust
// whoever reads it. Entities of a document's own are not expanded by anybody here.
func shape(text []byte) (root string, err error) {
	d := xml.NewDecoder(bufio.NewReader(bytes.NewReader(text)))
	d.Strict = false
	depth, elements := 0, 0
	for {
		token, err := d.RawToken()
		if err != nil {
			if root == "" {
				return "", refused("no feed or sitemap")
			}
			return root, nil // where it is broken is for its reader to say
		}
		switch t := token.(type) {
		case xml.StartElement:
			if root == "" {
				root = t.Name.Local
				if strings.EqualFold(root, "html") {
					return "html", nil
				}
			}
			depth++
			elements++
		case xml.EndElement:
			depth--
		case xml.Directive:
			if bytes.HasPrefix(bytes.ToLower(bytes.TrimSpace(t)), []byte("doctype html")) {
				return "html", nil
			}
		}
		if depth > deepest || elements > elementsMost {
			return "", refused("too deep or too large for a feed")
		}
	}
}
