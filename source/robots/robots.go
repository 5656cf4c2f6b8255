// Package robots reads robots.txt, what a site asks of programs that fetch its pages
// (RFC 9309, with Crawl-delay and Sitemap, which many sites use beside it).
//
// In comes the file, out go rules that answer whether a path may be fetched and how long
// to wait between two requests. A line that makes no sense is passed over and the others
// hold, as the standard wants it; so does everything beyond the first 500 KiB.
package robots

import (
	"net/url"
	"strconv"
	"strings"
	"time"
)

const (
	largest      = 500 << 10
	delayLongest = time.Hour
)

// Rules are what a site asks of one program.
type Rules struct {
	rules []rule
	// Delay is how long to wait between two requests, 0 where the site does not say.
	Delay time.Duration
	// Sitemaps are the addresses of lists of the site's pages.
	Sitemaps []string
}

// rule allows or forbids the paths that match a pattern.
type rule struct {
	pattern string
	allow   bool
}

// Nothing forbids everything: the rules of a site whose robots.txt cannot be had for now.
func Nothing() *Rules { return &Rules{rules: []rule{{pattern: "/"}}} }

// Parse gives the rules for a program by its product token, or those for all where the
// file does not name it.
func Parse(data []byte, token string) *Rules {
	mine, all := &Rules{}, &Rules{}
	named := false
	var group []*Rules // whom the lines are about
	naming := false    // the last line named somebody
	for line := range strings.Lines(string(data[:min(len(data), largest)])) {
		key, value, ok := field(line)
		if !ok {
			continue
		}
		if key == "user-agent" {
			if !naming {
				group = nil
			}
			naming = true
			switch agent := productOf(value); {
			case value == "*":
				group = append(group, all)
			case agent != "" && strings.EqualFold(agent, token):
				group, named = append(group, mine), true
			}
			continue
		}
		if key == "sitemap" {
			mine.Sitemaps, all.Sitemaps = append(mine.Sitemaps, value), append(all.Sitemaps, value)
			continue
		}
		naming = false
		for _, r := range group {
			r.take(key, value)
		}
	}
	if named {
		return mine
	}
	return all
}

// field parts a line into its key and value.
func field(line string) (key, value string, ok bool) {
	line, _, _ = strings.Cut(strings.TrimPrefix(line, "\ufeff"), "#")
	key, value, ok = strings.Cut(line, ":")
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value), ok
}

// productOf is the product token of a user agent: "rapporteur" of "rapporteur/1.0".
func productOf(agent string) string {
	end := strings.IndexFunc(agent, func(r rune) bool {
		return r != '-' && r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end < 0 {
		return agent
	}
	return agent[:end]
}

// take adds what a line says.
func (r *Rules) take(key, value string) {
	switch key {
	case "allow", "disallow":
		if value != "" {
			r.rules = append(r.rules, rule{encoded(value), key == "allow"})
		}
	case "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.Delay = time.Duration(min(s, delayLongest.Seconds()) * float64(time.Second))
		}
	}
}

// Allows reports whether an address of the site may be fetched: the longest pattern that
// matches decides, and of two that are equally long the one that allows.
func (r *Rules) Allows(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	path := encoded(u.EscapedPath())
	if path == "" {
		path = "/"
	}
	if path == "/robots.txt" {
		return true
	}
	if u.RawQuery != "" {
		path += "?" + encoded(u.RawQuery)
	}
	best := rule{allow: true}
	for _, one := range r.rules {
		longer := len(one.pattern) > len(best.pattern) || len(one.pattern) == len(best.pattern) && one.allow
		if longer && matches(one.pattern, path) {
			best = one
		}
	}
	return best.allow
}

// encoded writes everything beyond ASCII as octets in per cent, and those in capitals, so
// that two spellings of a path are one.
func encoded(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0x80:
			b.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(c), 16)))
		case c == '%' && i+2 < len(s):
			b.WriteString(strings.ToUpper(s[i : i+3]))
			i += 2
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// matches reports whether a path begins with a pattern, in which * is any run of
// characters and a final $ the end of the path.
func matches(pattern, path string) bool {
	pattern, anchored := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	for i, part := range parts[1:] {
		if anchored && i == len(parts)-2 {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !anchored || path == ""
}
