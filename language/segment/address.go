package segment

import (
	"strings"
	"unicode/utf8"
)

// scanAddress finds an address of the web or of mail, or the name of a file, in a
// chunk that may have punctuation around it.
func scanAddress(s *scanner, at, end int) (from, to int, ok bool) {
	chunk := s.text[at:end]
	if !mayBeAddress(chunk) {
		return 0, 0, false
	}
	core := strings.TrimLeft(chunk, "([{<\"'“‘«*")
	from = end - len(core)
	core = strings.TrimRight(core, ".,;:!?)]}>\"'”’»*…")
	for _, clitic := range []string{"'s", "’s"} {
		core = strings.TrimSuffix(core, clitic)
	}
	return from, from + len(core), isAddress(s, core)
}

// addressKind tells addresses from names.
func addressKind(core string) kind {
	if strings.Contains(core, "://") || strings.Contains(core, "@") || strings.HasPrefix(core, "www.") {
		return address
	}
	return word
}

// mayBeAddress looks for a point between two letters or digits, or a colon
// before slashes.
func mayBeAddress(chunk string) bool {
	for i := 1; i+1 < len(chunk); i++ {
		switch chunk[i] {
		case '.', '@':
			if alphanumeric(chunk[i-1]) && alphanumeric(chunk[i+1]) {
				return true
			}
		case ':':
			if chunk[i+1] == '/' {
				return true
			}
		}
	}
	return false
}

func alphanumeric(c byte) bool {
	return c < utf8.RuneSelf && class[c]&(letters|digits) != 0
}

func isAddress(s *scanner, core string) bool {
	if scheme, rest, ok := strings.Cut(core, "://"); ok {
		return rest != "" && letter(scheme, 0)
	}
	if name, host, ok := strings.Cut(core, "@"); ok {
		return name != "" && strings.Contains(host, ".")
	}
	host, _, _ := strings.Cut(core, "/")
	if strings.HasPrefix(host, "www.") {
		return true
	}
	dot := strings.LastIndexByte(host, '.')
	if dot < 1 {
		return false
	}
	name, ending := host[:dot], host[dot+1:]
	if isNewsgroup(host) {
		return true
	}
	fold, ok := s.fold(ending)
	if len(name) < 2 || !ok || !s.endings[string(fold.bytes())] {
		return false
	}
	return lower(ending) || capitals(ending) || ending == "Com"
}

// isNewsgroup reports whether a host is three or more words in small letters.
func isNewsgroup(host string) bool {
	for i := range len(host) {
		if host[i] != '.' && (host[i] < 'a' || host[i] > 'z') {
			return false
		}
	}
	return strings.Count(host, ".") >= 2 && !strings.Contains(host, "..") && len(host) > 6
}
