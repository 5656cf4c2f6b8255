package mail

import (
	"bytes"
	"context"
	"io"
	"mime"
	"regexp"
	"strings"

	"github.com/emersion/go-message"
	"golang.org/x/net/html"

	"rapporteur"
)

// How deep letters nest, how many parts are looked at, and the bytes of one part.
const (
	nestMost    = 16
	partsMost   = 500
	partLargest = 32 << 20
)

// parts is what a letter holds.
type parts struct {
	header   header
	bodies   []body
	attached []Attachment
	seen     int
	// came is the day that a box says the letter came on.
	came rapporteur.Date
	// from is the host from which a box says that it came.
	from string
}

// body is a part that is the text of the letter.
type body struct {
	html   bool
	flowed bool // RFC 3676
	delsp  bool
	data   []byte
}

// words are those of a plain body, its lines joined if it says that it wraps.
func (b body) words() string {
	text := strings.ReplaceAll(string(b.data), "\r\n", "\n")
	if b.flowed {
		text = unflow(text, b.delsp)
	}
	return text
}

// page gives the body as a web page where the letter begins with one.
func (l *parts) page() ([]byte, bool) {
	if len(l.bodies) == 0 || !l.bodies[0].html {
		return nil, false
	}
	var out []byte
	for _, b := range l.bodies {
		if b.html {
			out = append(out, b.data...)
		}
	}
	return out, true
}

// walk takes the parts of a part.
func (l *parts) walk(ctx context.Context, e *message.Entity, depth int) {
	if l.seen++; depth > nestMost || l.seen > partsMost || ctx.Err() != nil {
		return
	}
	e = rebound(e)
	kind, params := contentType(e)
	many := e.MultipartReader()
	if many == nil {
		l.leaf(e, kind, params)
		return
	}
	inside := &parts{seen: l.seen}
	for l.seen < partsMost {
		one, err := many.NextPart()
		if one == nil || err != nil && !tolerable(err) {
			break // what was cut off holds nothing more
		}
		inside.walk(ctx, one, depth+1)
		l.seen = inside.seen
	}
	if strings.EqualFold(kind, "multipart/alternative") {
		inside.bodies = best(inside.bodies)
	}
	l.bodies = append(l.bodies, inside.bodies...)
	l.attached = append(l.attached, inside.attached...)
}

// typed is a type of content with its subtype.
var typed = regexp.MustCompile(`^[!-.0-~]+/[!-.0-~]+$`)

// contentType gives what a part is, and its parameters where they can be read. What names no
// subtype ("Content-Type: text", as programs wrote before RFC 2045), or nothing that can be
// read, is plain text.
func contentType(e *message.Entity) (kind string, params map[string]string) {
	kind, params, _ = e.Header.ContentType() // all of the field where it cannot be read
	kind, _, _ = strings.Cut(strings.ToLower(kind), ";")
	if kind = strings.TrimSpace(kind); !typed.MatchString(kind) {
		kind = "text/plain"
	}
	return kind, params
}

// leaf takes a part that holds no others.
func (l *parts) leaf(e *message.Entity, kind string, params map[string]string) {
	for _, skipped := range []string{"image/", "audio/", "video/", "font/", "text/calendar", "text/x-vcard", "text/vcard", "application/pgp", "application/pkcs7", "application/x-pkcs7", "message/delivery", "message/disposition"} {
		if strings.HasPrefix(kind, skipped) {
			return
		}
	}
	data, _ := io.ReadAll(io.LimitReader(e.Body, partLargest)) // what is there of a broken part is read
	disposition, place, _ := e.Header.ContentDisposition()
	name := place["filename"]
	if name == "" {
		name = params["name"]
	}
	text := kind == "text/plain" || kind == "text/html"
	switch {
	case len(bytes.TrimSpace(data)) == 0:
	case !text && !strings.HasPrefix(kind, "text/") || disposition == "attachment" || text && name != "" && disposition != "inline":
		l.attached = append(l.attached, Attachment{attachedName(name, kind), data})
	case text:
		l.bodies = append(l.bodies, body{kind == "text/html", strings.EqualFold(params["format"], "flowed"), strings.EqualFold(params["delsp"], "yes"), data})
	}
}

// attachedName is how a file is called, without a path.
func attachedName(name, kind string) string {
	if decoded, err := new(mime.WordDecoder).DecodeHeader(name); err == nil {
		name = decoded
	}
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	if name == "" {
		return "attached " + kind
	}
	return name
}

// best gives the form that a letter is read in: the plain one, unless it holds less
// than half the words of the web page ("open this letter in a browser").
func best(forms []body) []body {
	var plain, page *body
	for i := range forms {
		switch b := &forms[i]; {
		case b.html && page == nil:
			page = b
		case !b.html && plain == nil:
			plain = b
		}
	}
	if plain == nil || page == nil {
		return forms
	}
	if 2*len(strings.Fields(plain.words())) >= wordsIn(page.data) {
		return []body{*plain}
	}
	return []body{*page}
}

// wordsIn counts the words that a web page shows.
func wordsIn(page []byte) int {
	t := html.NewTokenizer(bytes.NewReader(page))
	t.SetMaxBuf(1 << 20)
	n, hidden := 0, false
	for {
		switch kind := t.Next(); kind {
		case html.ErrorToken:
			return n
		case html.StartTagToken, html.EndTagToken:
			name, _ := t.TagName()
			hidden = kind == html.StartTagToken && (string(name) == "style" || string(name) == "script" || string(name) == "title")
		case html.TextToken:
			if !hidden {
				n += len(bytes.Fields(t.Text()))
			}
		}
	}
}
