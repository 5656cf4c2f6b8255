package feed

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"net/url"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"rapporteur/table"
)

//go:embed words.tsv
var wordTable []byte

// known are the words of words.tsv by what they are.
var known = sync.OnceValue(func() map[string]map[string]bool {
	w, err := readWords(wordTable)
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	return w
})

func readWords(data []byte) (map[string]map[string]bool, error) {
	t, err := table.Parse("words.tsv", data, "is", "word")
	if err != nil {
		return nil, err
	}
	out := map[string]map[string]bool{"tracking": {}, "place": {}, "guess": {}}
	for _, row := range t.Rows {
		if out[row.Get("is")] == nil {
			return nil, row.Errorf("%q is nothing that a word can be", row.Get("is"))
		}
		out[row.Get("is")][row.Get("word")] = true
	}
	return out, nil
}

// resolved is an address in a list as it is fetched: absolute, without the part of a page
// and without what only tracks readers; "" where it is none of the web.
func resolved(base *url.URL, link string) string {
	u, err := base.Parse(strings.TrimSpace(link))
	if err != nil || strings.TrimSpace(link) == "" || !web(u) {
		return ""
	}
	u.Fragment, u.RawFragment = "", ""
	if u.RawQuery != "" {
		kept := ""
		for part := range strings.SplitSeq(u.RawQuery, "&") {
			name, _, _ := strings.Cut(strings.ToLower(part), "=")
			if part == "" || strings.HasPrefix(name, "utm_") || known()["tracking"][name] {
				continue
			}
			kept += "&" + part
		}
		u.RawQuery = strings.TrimPrefix(kept, "&")
	}
	return u.String()
}

// web reports whether an address is one of the web that can be fetched.
func web(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.User == nil
}

// Key is what an item is known by: its address, however it is spelled, else its guid, else
// its title, else its words.
func (it *Item) Key() string {
	switch {
	case it.Address != "":
		return Key(it.Address)
	case it.GUID != "":
		return "guid " + it.GUID
	case it.Title != "":
		return "title " + it.Title
	}
	return fmt.Sprintf("words %x", sha256.Sum256([]byte(it.Content)))
}

// Key makes one of the spellings of an address: http or https, www or not, a slash at the
// end or none, parameters that track readers.
func Key(address string) string {
	u, err := url.Parse(resolved(&url.URL{}, address))
	if err != nil || u.Host == "" {
		return address
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	out := host + strings.TrimSuffix(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		out += "?" + u.RawQuery
	}
	return out
}

// words is a title as text: without elements, with single spaces.
func words(s string) string {
	s = html.UnescapeString(s)
	if strings.Contains(s, "<") {
		var b strings.Builder
		for z := html.NewTokenizer(strings.NewReader(s)); ; {
			switch z.Next() {
			case html.ErrorToken:
				return strings.Join(strings.Fields(b.String()), " ")
			case html.TextToken:
				b.Write(z.Text())
			default:
				b.WriteByte(' ')
			}
		}
	}
	return strings.Join(strings.Fields(s), " ")
}
