package mail

import (
	"bytes"
	"io"
	"net/http"
	"regexp"
	"strings"

	"github.com/emersion/go-message"
)

var (
	// partLine is a line that stands between parts, or behind the last.
	partLine = regexp.MustCompile(`^--([^\s-].{0,69}|-.{0,69})$`)
	// partField begins the head of a part.
	partField = regexp.MustCompile(`(?i)^content-(?:type|transfer-encoding|disposition|id|description|language)[ \t]*:`)
)

// rebound gives a part of parts whose boundary occurs in it: where the one that its head
// declares does not, that which stands between its parts; where none does, what it holds
// is its text. Other parts stay as they are.
func rebound(e *message.Entity) *message.Entity {
	kind, params, _ := e.Header.ContentType() // all of the field where it cannot be read
	kind, _, _ = strings.Cut(strings.ToLower(kind), ";")
	if kind = strings.TrimSpace(kind); !strings.HasPrefix(kind, "multipart/") {
		return e
	}
	data, _ := io.ReadAll(io.LimitReader(e.Body, LetterLargest)) // what is there of a broken part is read
	found := boundaryOf(data, params["boundary"])
	head := e.Header.Copy()
	if head.SetContentType(kind, map[string]string{"boundary": found}); found == "" {
		head.Set("Content-Type", "text/plain")
		if strings.HasPrefix(http.DetectContentType(data), "text/html") {
			head.Set("Content-Type", "text/html")
		}
	}
	out, err := message.New(head, bytes.NewReader(data))
	if err != nil && !tolerable(err) {
		return e
	}
	return out
}

// boundaryOf gives the boundary between the parts of a body: the one declared, if a line
// begins a part with it, else that of the first line which is followed by a field of a
// part, or which comes again as the end of all parts; "" where there is none.
func boundaryOf(data []byte, declared string) string {
	open, shut, headed := []string{}, map[string]bool{}, ""
	above := ""
	for line := range bytes.Lines(data) {
		text := strings.TrimRight(string(line[:min(len(line), 80)]), " \t\r\n")
		if above != "" && headed == "" && partField.MatchString(text) {
			headed = above
		}
		if above = ""; !partLine.MatchString(text) {
			continue
		}
		if above = text[len("--"):]; declared != "" && above == declared {
			return declared
		}
		open = append(open, above)
		shut[strings.TrimSuffix(above, "--")] = shut[strings.TrimSuffix(above, "--")] || strings.HasSuffix(above, "--")
	}
	if headed != "" {
		return headed
	}
	for _, one := range open {
		if shut[one] {
			return one
		}
	}
	return ""
}
