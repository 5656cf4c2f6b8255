package feed_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"rapporteur/source/feed"

	"github.com/google/go-cmp/cmp"
)

const sectionPage = `<!doctype html><html><head><title>World | The Quay</title>
<link rel="alternate" type="application/rss+xml" title="The Quay: world" href="/world/rss.xml">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="alternate" type="text/html" hreflang="fr" href="/fr/"><link rel="stylesheet" type="application/rss+xml" href="/x"></head><body>
<nav><a href="/2031/03/04/in-the-navigation-bar-today">Headlines of the whole wide day</a></nav>
<script>document.write("<a href='/2031/03/04/by-a-script-we-ignore'>Written by a script, not there</a>")</script>
<main><a href="/2031/03/04/ferry-talks-open"><img alt=""></a>
<h2><a href="https://www.quay.example/2031/03/04/ferry-talks-open?utm_source=home">Ferry talks <em>open</em> in the old harbour</a></h2>
<h2><a href="/world/envoys-meet-over-river-tolls">Envoys meet over the river tolls</a></h2>
<h2><a href="story.php?id=1234567">Minister leaves the table at midnight</a></h2>
<a href="/tag/ferry-and-river-and-tolls">Everything we wrote about the tolls</a>
<a href="/world/politics">More about world and politics here</a>
<a href="/world/envoys-meet-and-talk-at-length">Short</a>
<a href="https://elsewhere.example/2031/03/04/other-news-of-the-day">News of the day from somewhere else</a>
<a href="mailto:desk@quay.example">Write to the desk of the quay</a>
<a href="https://news.quay.example/2031-03-03/harbour-master-resigns">The harbour master resigns after years</main></body>`

func TestReadPage(t *testing.T) {
	p, err := feed.ReadPage([]byte(sectionPage), "text/html", "https://quay.example/world/")
	if err != nil {
		t.Fatal(err)
	}
	want := &feed.Page{Title: "World | The Quay", Offers: []feed.Offer{{Address: "https://quay.example/world/rss.xml", Title: "The Quay: world"},
		{Address: "https://quay.example/comments/feed", Title: "Comments", Comments: true}},
		Section: feed.List{Kind: feed.Section, Title: "World | The Quay", Site: "https://quay.example/world/", Items: []feed.Item{
			{Address: "https://quay.example/2031/03/04/ferry-talks-open", Title: "Ferry talks open in the old harbour"},
			{Address: "https://quay.example/world/envoys-meet-over-river-tolls", Title: "Envoys meet over the river tolls"},
			{Address: "https://quay.example/world/story.php?id=1234567", Title: "Minister leaves the table at midnight"},
			{Address: "https://news.quay.example/2031-03-03/harbour-master-resigns", Title: "The harbour master resigns after years"},
		}}}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Error(diff)
	}
	if _, err := feed.ReadPage(nil, "", "http://[::1"); err == nil {
		t.Error("an address that is none")
	}
	based, err := feed.ReadPage([]byte(`<base href="https://cdn.example/x/"><title>A</title><a href="one-two-three-four">Four words in it</a></a>`), "", "https://cdn.example/")
	if err != nil || len(based.Section.Items) != 1 || based.Section.Items[0].Address != "https://cdn.example/x/one-two-three-four" {
		t.Errorf("%+v, %v", based, err)
	}
}

func TestGuesses(t *testing.T) {
	g := feed.Guesses("https://quay.example/world?x")
	if len(g) < 5 || g[0] != "https://quay.example/feed" {
		t.Errorf("%q", g)
	}
	if feed.Guesses("file:///x") != nil || feed.Guesses("http://[::1") != nil {
		t.Error("guesses for what is no address of the web")
	}
}

func TestOPML(t *testing.T) {
	given := `<?xml version="1.0" encoding="ISO-8859-1"?><OPML version="1.0"><head/><body/></OPML>`
	if _, err := feed.ReadOPML([]byte(given)); err == nil {
		t.Error("an element of another name was read")
	}
	given = `<opml version="1.0"><body><outline text="Ports"><outline text="Quay &amp; Co" title="" type="rss" xmlUrl="https://quay.example/rss" htmlUrl="https://quay.example/"/>
<outline text="Again" XMLURL="https://quay.example/rss"/><outline title="Local" xmlUrl="file:///etc/passwd"/></outline><outline text="H" title="Harbour" xmlurl="https://harbour.example/feed"/></body></opml>`
	want := []feed.Outline{{Title: "Quay & Co", Address: "https://quay.example/rss", Site: "https://quay.example/"}, {Title: "Harbour", Address: "https://harbour.example/feed"}}
	got, err := feed.ReadOPML([]byte(given))
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
	var b bytes.Buffer
	if err := feed.WriteOPML(&b, "what is followed", time.Date(2031, 3, 4, 8, 0, 0, 0, time.UTC), append(want, feed.Outline{Address: "https://c.example/"})); err != nil {
		t.Fatal(err)
	}
	again, err := feed.ReadOPML(b.Bytes())
	if diff := cmp.Diff(append(want, feed.Outline{Title: "https://c.example/", Address: "https://c.example/"}), again); diff != "" || err != nil {
		t.Errorf("%v %s in %s", err, diff, b.String())
	}
	for name, text := range map[string]string{"deep": "<opml>" + strings.Repeat("<outline>", 1000), "cut off": "<opml><body><outline", "text": "x"} {
		if _, err := feed.ReadOPML([]byte(text)); err == nil {
			t.Errorf("%s: was read", name)
		}
	}
	if err := feed.WriteOPML(closed(t), "x", time.Now(), want); err == nil {
		t.Error("written to a closed file")
	}
}

// closed is a file that nothing can be written to.
func closed(t *testing.T) *os.File {
	t.Helper()
	f, err := os.Create(t.TempDir() + "/x")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f
}
