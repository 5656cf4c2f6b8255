package mail

import (
	"bytes"
	"regexp"
	"strings"
)

// fieldName begins a line of a header.
var fieldName = regexp.MustCompile(`^[!-9;-~]+[ \t]*:`)

// fieldsKnown are fields by which a letter is known from a text that begins with a
// word and a colon.
var fieldsKnown = map[string]bool{"from": true, "date": true, "message-id": true, "received": true, "return-path": true, "mime-version": true,
	"subject": true, "to": true, "delivered-to": true, "reply-to": true, "content-type": true, "sender": true, "dkim-signature": true}

// Is reports whether bytes begin like a letter: with the fields of a head, three of
// them known, and among these who sent it, which way it came or what it is known by, or with those that say
// how the rest is to be read (RFC 2045); or are one of Outlook's, or one that a box stamped.
func Is(data []byte) bool {
	switch {
	case IsCompound(data):
		return isOutlook(data)
	case isStamped(data):
		return true
	}
	head := string(bytes.TrimPrefix(data[:min(len(data), 1<<14)], []byte("\xef\xbb\xbf")))
	known, from := map[string]bool{}, false
	for n, line := range strings.Split(head, "\n") {
		line = strings.TrimRight(line, "\r")
		switch {
		case line == "" || n > 200:
			return from && len(known) >= 3 || known["mime-version"] && known["content-type"]
		case n == 0 && strings.HasPrefix(line, "From "), n > 0 && (line[0] == ' ' || line[0] == '\t'):
			continue
		case !fieldName.MatchString(line):
			return from && len(known) >= 3
		}
		name, _, _ := strings.Cut(strings.ToLower(line), ":")
		if name = strings.TrimSpace(name); fieldsKnown[name] {
			known[name] = true
			from = from || name == "from" || name == "received" || name == "return-path" || name == "sender" || name == "message-id"
		}
	}
	return from && len(known) >= 3
}

// isStamped reports whether bytes begin with an exact postmark: behind it stands whatever
// has the form of a head, or none at all.
func isStamped(data []byte) bool {
	line := firstLine(data[:min(len(data), 4096)])
	if !exact.Match(line) {
		return false
	}
	next, _, _ := bytes.Cut(data[len(line):], []byte("\n"))
	return len(bytes.TrimSpace(next)) == 0 || fieldName.Match(next)
}
