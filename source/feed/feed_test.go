package feed_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/source/feed"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const rssFeed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour &amp; Tide</title><link>https://harbour.example/</link><ttl>45</ttl>
<item><title>Ferries &lt;b&gt;late&lt;/b&gt; again</title><link>/news/ferries-late?utm_source=rss&amp;id=7#top</link><guid isPermaLink="false">g1</guid><pubDate>Tue, 04 Mar 2031 09:00:00 +0100</pubDate></item>
<item><title>Tolls</title><guid>https://harbour.example/news/tolls</guid><pubDate>yesterday at noon</pubDate></item>
<item><title>Words alone</title><guid isPermaLink="false">g3</guid><content:encoded><![CDATA[<p>The council met.</p>]]></content:encoded></item>
<item><title>Again</title><link>https://www.harbour.example/news/tolls/</link><guid>g4</guid></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
<item><title>Same guid</title><link>https://harbour.example/a</link><guid isPermaLink="false">same</guid><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
<item><title>Same guid too</title><link>https://harbour.example/b</link><guid isPermaLink="false">same</guid></item>
</channel></rss>`

var noContent = cmpopts.IgnoreFields(feed.Item{}, "Content")

func TestRSS(t *testing.T) {
	l, err := feed.Parse([]byte(rssFeed), "application/rss+xml", "https://harbour.example/feed")
	if err != nil {
		t.Fatal(err)
	}
	want := &feed.List{Kind: feed.Feed, Title: "The Harbour & Tide", Site: "https://harbour.example/", Every: 45 * time.Minute, Items: []feed.Item{
		{GUID: "g1", Address: "https://harbour.example/news/ferries-late?id=7", Title: "Ferries late again", Published: time.Date(2031, 3, 4, 8, 0, 0, 0, time.UTC)},
		{GUID: "https://harbour.example/news/tolls", Address: "https://harbour.example/news/tolls", Title: "Tolls"},
		{GUID: "g3", Title: "Words alone", Content: "<p>The council met.</p>"},
		{Address: "https://harbour.example/a", Title: "Same guid"},
		{Address: "https://harbour.example/b", Title: "Same guid too"},
	}}
	if diff := cmp.Diff(want, l); diff != "" {
		t.Error(diff)
	}
	if key := l.Items[2].Key(); key != "guid g3" {
		t.Errorf("key %q", key)
	}
	if key := (&feed.Item{Title: "x"}).Key(); key != "title x" {
		t.Errorf("key %q", key)
	}
}

// TestOneLink gives several items of one link each once: at its permalink, with its own
// words, one at the page; what is listed twice is one. What has no link is its title.
func TestOneLink(t *testing.T) {
	const at = "https://harbour.example/today"
	item := func(title, guid, permanent, words string) string {
		return "<item><title>" + title + "</title><link>" + at + "</link><guid isPermaLink='" + permanent + "'>" + guid + "</guid><description>" + words + "</description></item>"
	}
	for name, tt := range map[string]struct {
		items string
		want  []feed.Item
	}{
		"permalinks": {item("A", at+"/a", "true", "x") + item("B", at+"/b", "true", "y"), []feed.Item{{GUID: at + "/a", Address: at + "/a", Title: "A"}, {GUID: at + "/b", Address: at + "/b", Title: "B"}}},
		"own words":  {item("B", "b", "false", "They met.") + item("A", "a", "false", "x"), []feed.Item{{GUID: "b", Title: "B", Content: "They met."}, {GUID: "a", Address: at, Title: "A"}}},
		"one is the page": {item("B", at+"#b", "true", "y") + item("A", "a", "false", "x"),
			[]feed.Item{{GUID: at + "#b", Address: at, Title: "B"}, {GUID: "a", Title: "A", Content: "x"}}},
		"no words":     {item("B", "b", "false", "") + item("A", "a", "false", ""), []feed.Item{{GUID: "b", Address: at, Title: "B"}}},
		"listed twice": {item("A", "a1", "false", "x") + item("A", "a2", "false", "y"), []feed.Item{{GUID: "a1", Address: at, Title: "A"}}},
		"one guid":     {item("B", "g", "false", "x") + item("A", "g", "false", "y"), []feed.Item{{Address: at, Title: "B"}}},
		"no link":      {"<item><title>Ferries &amp;lt; tolls</title><link></link></item>", []feed.Item{{Title: "Ferries < tolls", Content: "Ferries &lt; tolls"}}},
	} {
		l, err := feed.Parse([]byte("<rss version='2.0'><channel><title>x</title>"+tt.items+"</channel></rss>"), "", "https://harbour.example/feed")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, l.Items); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestFragments tells items apart whose links lead to parts of one page: by their ids, else by
// the parts; each has its own words, at least its title.
func TestFragments(t *testing.T) {
	const at = "https://harbour.example/log"
	item := func(title, link, guid, words string) string {
		if guid != "" {
			guid = "<guid isPermaLink='false'>" + guid + "</guid>"
		}
		return "<item><title>" + title + "</title><link>" + link + "</link>" + guid + "<description>" + words + "</description></item>"
	}
	for name, tt := range map[string]struct {
		items string
		want  []feed.Item
	}{
		"without ids": {item("A", at+"#a", "", "x") + item("B", at+"#b", "", "y"), []feed.Item{{GUID: at + "#a", Title: "A", Content: "x"}, {GUID: at + "#b", Title: "B", Content: "y"}}},
		"with ids and one title": {item("A", at+"#a", "1", "x") + item("A", at+"#b", "2", "y"),
			[]feed.Item{{GUID: "1", Title: "A", Content: "x"}, {GUID: "2", Title: "A", Content: "y"}}},
		"one id for all":        {item("A", at+"#a", "g", "x") + item("B", at+"#b", "g", "y"), []feed.Item{{GUID: at + "#a", Title: "A", Content: "x"}, {GUID: at + "#b", Title: "B", Content: "y"}}},
		"titles alone":          {item("A &amp;lt; B", at+"#a", "", "") + item("B", at+"#b", "", ""), []feed.Item{{GUID: at + "#a", Title: "A < B", Content: "A &lt; B"}, {GUID: at + "#b", Title: "B", Content: "B"}}},
		"the page and a part":   {item("A", at, "", "x") + item("B", at+"#b", "", "y"), []feed.Item{{Address: at, Title: "A"}, {GUID: at + "#b", Title: "B", Content: "y"}}},
		"listed twice":          {item("A", at+"#from=1", "", "x") + item("A", at+"#from=2", "", "x"), []feed.Item{{GUID: at + "#from=1", Title: "A", Content: "x"}}},
		"one part":              {item("A", at+"#a", "", "x") + item("B", at+"/b#a", "", "y"), []feed.Item{{GUID: at + "#a", Address: at, Title: "A"}, {GUID: at + "/b#a", Address: at + "/b", Title: "B"}}},
		"an address of its own": {"<item><title>A</title><link>" + at + "#a</link><guid>" + at + "/1</guid></item>" + item("B", at+"#b", "", "y"), []feed.Item{{GUID: at + "/1", Address: at + "/1", Title: "A"}, {GUID: at + "#b", Title: "B", Content: "y"}}},
	} {
		l, err := feed.Parse([]byte("<rss version='2.0'><channel><title>x</title>"+tt.items+"</channel></rss>"), "", "https://harbour.example/feed")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, l.Items); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAtomAndJSON(t *testing.T) {
	for name, text := range map[string]string{
		"atom": `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><title type="html">Quay &amp;amp; Co</title><link href="https://quay.example/"/>
<entry><title>Talks open</title><id>tag:1</id><link rel="alternate" href="https://quay.example/talks"/><updated>2031-03-04T08:00:00Z</updated></entry></feed>`,
		"json": `{"version": "https://jsonfeed.org/version/1.1", "title": "Quay & Co", "home_page_url": "https://quay.example/",
"items": [{"id": "tag:1", "url": "https://quay.example/talks", "title": "Talks open", "date_published": "2031-03-04T09:00:00+01:00", "content_text": "x"}]}`,
		"rdf": `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay &amp; Co</title><link>https://quay.example/</link></channel>
<item><title>Talks open</title><link>https://quay.example/talks</link><dc:date>2031-03-04T08:00:00Z</dc:date></item></rdf:RDF>`,
	} {
		l, err := feed.Parse([]byte(text), "", "https://quay.example/feed")
		want := &feed.List{Kind: feed.Feed, Title: "Quay & Co", Site: "https://quay.example/", Items: []feed.Item{
			{Address: "https://quay.example/talks", Title: "Talks open", Published: time.Date(2031, 3, 4, 8, 0, 0, 0, time.UTC)}}}
		if diff := cmp.Diff(want, l, noContent, cmpopts.IgnoreFields(feed.Item{}, "GUID")); diff != "" || err != nil {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
}

func TestEvery(t *testing.T) {
	for inside, want := range map[string]time.Duration{
		"<ttl>30</ttl>": 30 * time.Minute, "<ttl>soon</ttl>": 0, "<ttl>100000</ttl>": 24 * time.Hour, "<ttl>-5</ttl>": 0,
		"<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>": 30 * time.Minute,
		"<sy:updatePeriod> daily </sy:updatePeriod>":                                          24 * time.Hour,
		"<sy:updateFrequency>0</sy:updateFrequency>":                                          0,
	} {
		text := `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>x</title>` + inside + "</channel></rss>"
		if l, err := feed.Parse([]byte(text), "", "https://a.example/"); err != nil || l.Every != want {
			t.Errorf("%s: %v, %v", inside, l, err)
		}
	}
}

// TestEncodings reads one title in whatever encoding it comes, declared right or wrong.
func TestEncodings(t *testing.T) {
	body := func(s string) string {
		return "<rss version='2.0'><channel><title>" + s + "</title></channel></rss>"
	}
	wide := []byte{0xff, 0xfe}
	for _, r := range `<?xml version="1.0" encoding="utf-16"?>` + body("Café") {
		wide = append(wide, byte(r), byte(r>>8))
	}
	for name, c := range map[string]struct {
		data        []byte
		contentType string
	}{
		"declared as it is":     {[]byte("<?xml version='1.0' encoding='ISO-8859-1'?>" + body("Caf\xe9")), ""},
		"declared as UTF-8":     {[]byte("<?xml version='1.0' encoding='utf-8'?>" + body("Caf\xe9")), ""},
		"UTF-8 declared wrong":  {[]byte("<?xml version='1.0' encoding='koi8-r'?>" + body("Café")), ""},
		"declared by a header":  {[]byte(body("Caf\xe9")), `text/xml; charset="windows-1252"`},
		"unknown encoding":      {[]byte("<?xml version='1.0' encoding='x-none'?>" + body("Caf\xe9")), ""},
		"UTF-16":                {wide, ""},
		"a mark, and blanks":    {[]byte("\xef\xbb\xbf\n <?xml version='1.0'?>\n" + body("Café")), ""},
		"control characters":    {[]byte(body("Caf\x00\x08é")), ""},
		"windows-1251 declared": {[]byte("<?xml version='1.0' encoding='windows-1250'?>" + body("Caf\xe9")), ""},
	} {
		if l, err := feed.Parse(c.data, c.contentType, "https://a.example/"); err != nil || l.Title != "Café" {
			t.Errorf("%s: %+v, %v", name, l, err)
		}
	}
}

func packed(t *testing.T, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestHostile refuses what is built to exhaust whoever reads it, and what is no list.
func TestHostile(t *testing.T) {
	laughs := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;&b;&b;</title></channel></rss>`
	if l, err := feed.Parse([]byte(laughs), "", "https://a.example/"); err != nil || len(l.Title) > 20 {
		t.Errorf("entities are expanded: %v, %v", l, err)
	}
	file := `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>`
	if l, err := feed.Parse([]byte(file), "", "https://a.example/"); err != nil || strings.Contains(l.Title, "root") {
		t.Errorf("a file was read: %v, %v", l, err)
	}
	var many strings.Builder
	for i := range 7000 {
		fmt.Fprintf(&many, "<item><link>https://a.example/%d</link></item>", i)
	}
	if l, err := feed.Parse([]byte("<rss version='2.0'><channel>"+many.String()+"</channel></rss>"), "", "https://a.example/"); err != nil || len(l.Items) != 5000 {
		t.Errorf("items without an end: %v", err)
	}
	for name, data := range map[string][]byte{
		"deep":            []byte("<rss version='2.0'><channel>" + strings.Repeat("<a>", 500_000)),
		"deep and closed": []byte("<feed xmlns='http://www.w3.org/2005/Atom'>" + strings.Repeat("<x:a>", 1000) + strings.Repeat("</x:a>", 1000) + "</feed>"),
		"cut off":         []byte(rssFeed[:400]),
		"nothing":         nil,
		"text":            []byte("No feed at all."),
		"another":         []byte("<svg/>"),
		"broken root":     []byte("<<<"),
		"other JSON":      []byte(`{"items": 7}`),
		"broken JSON":     []byte(`{"version": "https://jsonfeed.org/version/1", "items": [`),
		"odd JSON":        []byte(`{"version": "https://jsonfeed.org/version/1", "items": [], "title": 7}`),
		"bomb":            packed(t, strings.Repeat(" ", 21<<20)),
		"damaged":         append([]byte{0x1f, 0x8b, 8}, "damaged"...),
		"damaged later":   packed(t, rssFeed)[:200],
	} {
		if l, err := feed.Parse(data, "", "https://a.example/"); rapporteur.CodeOf(err) != rapporteur.Unsupported {
			t.Errorf("%s: got %v, %v", name, l, err)
		}
	}
	for _, text := range []string{"<!doctype html><p>x", "<html><body>x</body></html>", "  <HTML>"} {
		if _, err := feed.Parse([]byte(text), "", "https://a.example/"); err != feed.ErrPage {
			t.Errorf("%s: %v", text, err)
		}
	}
	if _, err := feed.Parse([]byte(rssFeed), "", "http://[::1"); err == nil {
		t.Error("an address that is none")
	}
}

func TestSitemap(t *testing.T) {
	news := `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://harbour.example/talks </loc><news:news><news:publication><news:name>Harbour</news:name></news:publication><news:publication_date>2031-03-04T10:00+02:00</news:publication_date><news:title>Talks &amp; tolls</news:title></news:news></url>
<url><loc>https://harbour.example/old</loc><lastmod>2031-03-01</lastmod></url><url><loc>mailto:x@y.example</loc></url><url><loc>https://harbour.example/talks/</loc></url></urlset>`
	want := &feed.List{Kind: feed.Sitemap, Title: "Harbour", Site: "https://harbour.example/", Items: []feed.Item{
		{Address: "https://harbour.example/talks", Title: "Talks & tolls", Published: time.Date(2031, 3, 4, 8, 0, 0, 0, time.UTC)},
		{Address: "https://harbour.example/old", Published: time.Date(2031, 3, 1, 0, 0, 0, 0, time.UTC)}}}
	l, err := feed.Parse(packed(t, news), "application/gzip", "https://harbour.example/news.xml.gz")
	if diff := cmp.Diff(want, l); diff != "" || err != nil {
		t.Error(err, diff)
	}
	index := `<sitemapindex><sitemap><loc>https://h.example/1.xml</loc></sitemap><sitemap><loc>https://h.example/2.xml</loc><lastmod>2031-03-04</lastmod></sitemap></sitemapindex>`
	l, err = feed.Parse([]byte(index), "", "https://h.example/sitemap.xml")
	if err != nil || len(l.Parts) != 2 || l.Parts[0].Address != "https://h.example/2.xml" {
		t.Errorf("got %+v, %v", l, err)
	}
	l, err = feed.Parse([]byte("<urlset><url><loc>https://h.example/a</loc></url><url"), "", "https://h.example/sitemap.xml")
	if err != nil || len(l.Items) != 1 {
		t.Errorf("cut off: %+v, %v", l, err)
	}
	if _, err := feed.Parse([]byte("<urlset><"), "", "https://h.example/sitemap.xml"); err == nil {
		t.Error("a sitemap with nothing but a flaw was read")
	}
}

func TestKey(t *testing.T) {
	want := "news.example/a/b?id=1"
	for _, a := range []string{"https://news.example/a/b?id=1", "http://www.NEWS.example/a/b/?utm_medium=x&id=1&fbclid=2#c", "https://news.example:443/a/b?id=1"} {
		if got := feed.Key(a); got != want {
			t.Errorf("%s: %s", a, got)
		}
	}
	if got := feed.Key("https://news.example:8443/a"); got != "news.example:8443/a" {
		t.Error(got)
	}
	if got := feed.Key("no address"); got != "no address" {
		t.Error(got)
	}
}

// TestNothingButWords takes each item of a feed once whose items have neither a link nor a
// guid nor a title.
func TestNothingButWords(t *testing.T) {
	l, err := feed.Parse([]byte(`<rss version="0.92"><channel><title>Lake</title>
		<item><description>They met in Oslo.</description></item>
		<item><description>They met in Bergen.</description></item>
		<item><description>They met in Oslo.</description></item></channel></rss>`), "text/xml", "https://lake.example/rss")
	if err != nil || len(l.Items) != 2 || l.Items[0].Content == l.Items[1].Content {
		t.Errorf("%+v, %v", l, err)
	}
}

// FuzzParse holds that every item has an address of the web or words of its own, and that
// no two are one.
func FuzzParse(f *testing.F) {
	f.Add([]byte(rssFeed))
	f.Add([]byte(`<urlset><url><loc>https://h.example/a</loc></url></urlset>`))
	f.Add([]byte(`{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1, "url": "/a"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := feed.Parse(data, "text/xml", "https://a.example/x")
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, it := range l.Items {
			if it.Address == "" && it.Content == "" || it.Address != "" && !strings.HasPrefix(it.Address, "http") || seen[it.Key()] {
				t.Errorf("%+v", it)
			}
			seen[it.Key()] = true
		}
	})
}
