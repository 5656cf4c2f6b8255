package robots_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/source/robots"
)

const file = "\ufeff# ours\r\nUser-agent: *\r\nDisallow: /\r\n\r\n" + `
nonsense without a colon
User-agent: other-bot
User-agent: Rapporteur/2.0 (some words)
Disallow: /private
Allow: /private/press
Disallow: /*.pdf$
Disallow: /find?q=*&deep
Disallow: /caf%c3%a9
Disallow:
Allow: /x*y$
Crawl-delay: 2.5
crawl-delay: soon
Sitemap: https://news.example/sitemap.xml
User-agent: last
Disallow: /news
`

func TestRules(t *testing.T) {
	r := robots.Parse([]byte(file), "rapporteur")
	for address, want := range map[string]bool{
		"https://news.example/": true, "https://news.example": true, "https://news.example/news/1": true,
		"https://news.example/private": false, "https://news.example/privately": false, "https://news.example/private/press/1": true,
		"https://news.example/a/b.pdf": false, "https://news.example/a/b.pdf?x": true,
		"https://news.example/find?q=1&deep=2": false, "https://news.example/find?q=1": true,
		"https://news.example/caf%C3%A9/menu": false, "https://news.example/café": false, "https://news.example/cafe": true,
		"https://news.example/robots.txt": true, "https://news.example/%zz": false,
	} {
		if got := r.Allows(address); got != want {
			t.Errorf("%s: got %v", address, got)
		}
	}
	if r.Delay != 2500*time.Millisecond || !slices.Equal(r.Sitemaps, []string{"https://news.example/sitemap.xml"}) {
		t.Errorf("got %v, %q", r.Delay, r.Sitemaps)
	}
	if other := robots.Parse([]byte(file), "someone"); other.Allows("https://news.example/news") {
		t.Error("whoever is not named is held to what is asked of all")
	}
}

func TestNoRules(t *testing.T) {
	for _, text := range []string{"", "<html>not found</html>", "User-agent: *\nDisallow:", "Disallow: /", "user-agent: x\ndisallow: /", "User-agent: rapporteur\n\nUser-agent: *\nCrawl-delay: -1"} {
		if r := robots.Parse([]byte(text), "rapporteur"); !r.Allows("https://news.example/a") || r.Delay != 0 {
			t.Errorf("%q forbids something", text)
		}
	}
	if robots.Nothing().Allows("https://news.example/") {
		t.Error("Nothing allows something")
	}
	long := robots.Parse([]byte("User-agent: *\n"+strings.Repeat("# x\n", 200_000)+"Disallow: /"), "rapporteur")
	if !long.Allows("https://news.example/a") {
		t.Error("read beyond the first 500 KiB")
	}
	if slow := robots.Parse([]byte("user-agent: *\ncrawl-delay: 1e300"), "x"); slow.Delay != time.Hour {
		t.Errorf("a delay of %v", slow.Delay)
	}
}

// FuzzAllows holds that a file that forbids everything but one path allows that one, and
// that no file takes long.
func FuzzAllows(f *testing.F) {
	f.Add([]byte(file), "/a*b$c?d")
	f.Add([]byte("user-agent: *\ndisallow: /*/*/*"), "/a/b/c/d")
	f.Fuzz(func(t *testing.T, data []byte, path string) {
		robots.Parse(data, "rapporteur").Allows("https://news.example/" + path)
		if strings.ContainsAny(path, "#*$\r\n\ufeff \t:%?") {
			return
		}
		r := robots.Parse([]byte("user-agent: *\ndisallow: /\nallow: /"+path+"\n"), "rapporteur")
		if strings.TrimSpace(path) == path && path != "" && strings.IndexFunc(path, func(c rune) bool { return c <= ' ' || c >= 0x7f }) < 0 && !strings.ContainsAny(path, `"<>\^{|}[]`+"`") && !r.Allows("https://news.example/"+path) {
			t.Errorf("%q is allowed and refused", path)
		}
	})
}
