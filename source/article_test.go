package source_test

import (
	"strings"
	"testing"

	"rapporteur/source"
)

// story are the paragraphs of an invented report, each with a word of its own.
var story = []string{
	"The harbour masters of Quelm and Dorrin agreed on Monday to reopen the ferry line that was closed after the winter storms, an official said.",
	"Mara Tolvik, who speaks for the port of Quelm, told reporters that the first boat would leave within a week, weather permitting.",
	"Dorrin had asked for a share of the fees, which Quelm refused for two years, according to people who were in the room.",
	"The islands in between depend on the line for medicine and post, and their councils welcomed the agreement.",
	"A lighthouse keeper on the outer island said that he had not seen a ferry since the second week of January.",
}

// pageOf makes a page from the ends of its head and the inside of its body.
func pageOf(head, body string) []byte {
	return []byte("<!doctype html><html lang=en><head><meta charset=utf-8><title>Ferry line to reopen</title>" + head +
		"</head><body>" + body + "</body></html>")
}

// told wraps the paragraphs of the story.
func told(from, to int) string {
	return "<p>" + strings.Join(story[from:to], "</p><p>") + "</p>"
}

func parsePage(t *testing.T, head, body string) (published, paragraphs string) {
	t.Helper()
	r, err := source.Parse("ferry.html", pageOf(head, body), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkReport(t, r)
	return string(r.Published), kinds(r)
}

func TestPublished(t *testing.T) {
	const title = "<h1>Ferry line to reopen</h1>"
	article := "<main><article>" + title + "%" + told(0, 5) + "</article></main>"
	ld := func(json string) string { return `<script type="application/ld+json">` + json + `</script>` }
	for _, tt := range []struct{ name, head, top, want string }{
		{"a list of contexts", ld(`{"@context":["https://schema.org",{"q":"http://q.example/"}],"@type":"NewsArticle","datePublished":"2031-04-02T08:00:00Z"}`), "", "2031-04-02"},
		{"a list of types", ld(`{"@context":"https://schema.org","@type":["NewsArticle","CreativeWork"],"datePublished":"2031-04-02"}`), "", "2031-04-02"},
		{"a type with its address", ld(`{"@type":"https://schema.org/NewsArticle","datePublished":"2031-04-02"}`), "", "2031-04-02"},
		{"a graph in a list", ld(`[{"@graph":[{"@type":"WebSite","datePublished":"2019-01-01"},{"@type":["Article"],"datePublished":"2031-04-02"}]}]`), "", "2031-04-02"},
		{"main entity", ld(`{"@type":"WebPage","datePublished":"2019-01-01","mainEntity":{"@type":"NewsArticle","datePublished":"2031-04-02"}}`), "", "2031-04-02"},
		{"a video before the article", ld(`{"@type":"VideoObject","datePublished":"2031-03-30"}`) + ld(`{"@type":"NewsArticle","datePublished":"2031-04-02","video":{"@type":"VideoObject","datePublished":"2031-03-30"}}`), "", "2031-04-02"},
		{"a script that is broken beside one that is whole", ld(`{"@type":`) + ld(`{"@type":"NewsArticle","datePublished":"2031-04-02"}`), "", "2031-04-02"},
		{"another work than the article", ld(`{"@type":"Product","datePublished":"2031-04-02"}`), "", ""},
		{"Dublin Core", `<meta name="dcterms.issued" content="2031-04-02">`, "", "2031-04-02"},
		{"Dublin Core, issued", `<meta name="DC.date.issued" content="2031-04-02">`, "", "2031-04-02"},
		{"of a recommender", `<meta name="cXenseParse:recs:publishtime" content="2031-04-02T09:00:00Z">`, "", "2031-04-02"},
		{"of a counter of readers", `<meta name="parsely-pub-date" content="2031-04-02T09:00:00Z">`, "", "2031-04-02"},
		{"a live blog", ld(`{"@context":"https://schema.org","@type":"LiveBlogPosting","datePublished":"2031-04-02T09:00:00Z"}`), "", "2031-04-02"},
		{"reportage", ld(`{"@context":"https://schema.org","@type":"ReportageNewsArticle","datePublished":"2031-04-02"}`), "", "2031-04-02"},
		{"published and updated in words", "", `<p class="meta">Published April 2, 2031</p><p class="meta">Updated April 5, 2031</p>`, "2031-04-02"},
		{"published in one line with the hour of the update", "", `<p class="meta">Published Apr 2, 2031 | Last updated 3 hours ago</p>`, "2031-04-02"},
		{"changed, with the day in words", `<meta property="article:modified_time" content="2031-04-05T10:00:00Z">`, `<p>2 April 2031</p>`, "2031-04-02"},
		{"digits alone", `<meta name="publish-date" content="20310402">`, "", "2031-04-02"},
		{"seconds", `<meta name="pubdate" content="1932883200">`, "", "2031-04-02"},
		{"milliseconds", `<meta name="pubdate" content="1932883200000">`, "", "2031-04-02"},
		{"a number that is no day", `<meta name="pubdate" content="12345678">`, "", ""},
		{"a mail's date", `<meta name="date" content="Wed, 2 Apr 2031 08:00:00 GMT">`, "", "2031-04-02"},
		{"changed only", `<meta property="article:modified_time" content="2031-04-05">`, "", ""},
		{"late in the evening of another zone", `<meta property="article:published_time" content="2031-04-02T23:30:00-05:00">`, "", "2031-04-02"},
		{"updated before published", "", `<time class="updated" datetime="2031-04-05">5 April</time> <time class="published" datetime="2031-04-02">2 April</time>`, "2031-04-02"},
		{"updated, by the words before it", "", `<p>Updated <time datetime="2031-04-05">5 April</time></p><p><time datetime="2031-04-02">2 April</time></p>`, "2031-04-02"},
		{"only updated", "", `<time class="updated" datetime="2031-04-05">today</time>`, ""},
		{"in numbers", "", `<p>30/04/2031</p>`, "2031-04-30"},
		{"in numbers with two readings", "", `<p>03/04/2031</p>`, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := parsePage(t, tt.head, strings.Replace(article, "%", tt.top, 1)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	t.Run("the page before its address", func(t *testing.T) {
		page := pageOf(`<meta property="article:published_time" content="2031-04-02T10:00:00Z">`, strings.Replace(article, "%", "", 1))
		r, err := source.Parse("ferry.html", page, source.Options{URL: "https://news.example/2031/04/05/ferry"})
		if err != nil || r.Published != "2031-04-02" {
			t.Errorf("got %q, %v", r.Published, err)
		}
	})
	t.Run("teasers around the article", func(t *testing.T) {
		teaser := `<article><a href="/x"><h2>Fog</h2><time datetime="2031-03-01">1 March</time></a></article>`
		body := "<div>" + teaser + strings.Replace(article, "%", `<time datetime="2031-04-02">2 April</time>`, 1) + teaser + "</div>"
		if got, _ := parsePage(t, "", body); got != "2031-04-02" {
			t.Errorf("got %q", got)
		}
	})
}

func TestBody(t *testing.T) {
	const title = "<h1>Ferry line to reopen</h1>"
	all := "body\t" + strings.Join(story, "\nbody\t")
	panel := "<h3>Your choices</h3>" + strings.Repeat("<p>These cookies let us remember your choices, count visits, and pay for the site, as the law permits in some states, they say.</p>"+
		"<p>You may withdraw your choice, at any time, in the settings of the browser, on this device, for all the services that we name.</p>", 6)
	for _, tt := range []struct {
		name, body string
		not        string
	}{
		{"one container", "<main><article>" + title + told(0, 5) + "</article></main>", ""},
		{"three containers", "<main><article>" + title + `<div><div class="chunk-body">` + told(0, 3) + `</div></div><div class=slot>Advertisement</div><div><div class="chunk-body">` + told(3, 4) + `</div></div><div><div class="chunk-body">` + told(4, 5) + "</div></div></article></main>", ""},
		{"another article below, in the same containers", "<div><article>" + title + `<div class="chunk-body">` + told(0, 5) + `</div></article><article><h1>Fog on the coast</h1><div class="chunk-body"><p>Pilots were told to wait for the fog to lift, which took most of Sunday, the weather office said.</p></div></article></div>`, "Pilots"},
		{"a consent panel longer than the article", "<main><article>" + title + told(0, 5) + `</article></main><div id="consent-sdk"><div>` + panel + "</div></div>", "cookies"},
		{"a letter to sign up for", "<main><article>" + title + told(0, 3) + `<section class="js-NewsletterBox"><p>Get the tide tables and the news of the day in one letter, every weekday morning.</p></section>` + told(3, 5) + "</article></main>", "tide tables"},
		{"a report whose subject is named like a panel", `<main>` + title + `<div class="post tag-cookie consent">` + told(0, 5) + "</div></main>", ""},
		{"nested deeper than any browser shows", "<main>" + title + strings.Repeat("<div><span>", 5000) + told(0, 5) + strings.Repeat("</span></div>", 5000) + "</main>", ""},
		{"unclosed elements", "<main>" + title + strings.Repeat("<b><div>", 5000) + told(0, 5) + "</main>", ""},
		{"a body that is named for its offer", `<main>` + title + `<div class="subscription-content">` + told(0, 5) + "</div></main>", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, got := parsePage(t, "", tt.body)
			if !strings.Contains(got, all) || tt.not != "" && strings.Contains(got, tt.not) {
				t.Errorf("got\n%s", got)
			}
		})
	}
	t.Run("a page that only scripts show", func(t *testing.T) {
		head := `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry line to reopen","articleBody":"` + strings.Join(story, `\n\n`) + `"}</script>`
		if _, got := parsePage(t, head, `<div id=app></div><noscript>Turn on scripts.</noscript>`); !strings.Contains(got, all) {
			t.Errorf("got\n%s", got)
		}
	})
}

func TestStandfirst(t *testing.T) {
	const dek = "Two ports settle a quarrel over fees that cut off the islands"
	for _, tt := range []struct {
		name, head, first string
		want              bool
	}{
		{"named", "", `<p class="article-standfirst">` + dek + "</p>", true},
		{"said by the page", `<meta name=description content="` + dek + `">`, "<p>" + dek + "</p>", true},
		{"a link to another report", "", `<p class="standfirst"><a href="/x">` + dek + "</a></p>", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body := "<main><header><h1>Ferry line to reopen</h1>" + tt.first + `</header><div class="text">` + told(0, 5) + "</div></main>"
			_, got := parsePage(t, tt.head, body)
			if read := strings.Contains(got, "heading\t"+dek); read != tt.want {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

func TestPosts(t *testing.T) {
	for _, tt := range []struct{ name, inside, want string }{
		{"a post is its author's", `<blockquote class="x-post"><p>I told "both ports" to talk.</p><p>They did.</p>&mdash; Ines Marr (@inesmarr) <a href="/s">April 2, 2031</a></blockquote>`,
			"body\t“I told 'both ports' to talk. They did.” — Ines Marr (@inesmarr) April 2, 2031\n"},
		{"a post whose quotation is not marked", `<p>I told both ports to talk.</p><p>— Ines Marr (@inesmarr) April 2, 2031</p>`,
			"body\t" + story[1] + "\nbody\t“I told both ports to talk.” — Ines Marr (@inesmarr) April 2, 2031\n"},
		{"a quotation without an account", `<blockquote><p>I told both ports to talk.</p><p>— Ines Marr, in her memoirs.</p></blockquote>`,
			"body\tI told both ports to talk.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, got := parsePage(t, "", "<main><article><h1>Ferry line to reopen</h1>"+told(0, 2)+tt.inside+told(2, 5)+"</article></main>")
			if !strings.Contains(got, tt.want) {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// A line that says when a report was changed is not of it; a heading over what
// was added to it is.
func TestUpdateLines(t *testing.T) {
	for line, kind := range map[string]string{
		"Updated 2 April at 3:15 p.m.":           "boilerplate",
		"Published 2 April 2031, 15:15":          "boilerplate",
		"Update at 3:15 p.m.: First boat leaves": "heading",
	} {
		_, got := parsePage(t, "", "<main><article><h1>Ferry line to reopen</h1>"+told(0, 3)+"<p>"+line+"</p>"+told(3, 5)+"</article></main>")
		if !strings.Contains(got, kind+"\t"+line+"\n") {
			t.Errorf("%q is no %s in\n%s", line, kind, got)
		}
	}
}

func TestRoles(t *testing.T) {
	for _, tt := range []struct{ name, head, line, want string }{
		{"a role in the head", `<meta name=author content="Lena Osk, Reporter">`, "", "Lena Osk"},
		{"two on the page, one in the head", `<meta name=author content="Lena Osk, Reporter">`, "<p class=credit>By <a>Lena Osk</a> and Tom Brill, Coast Desk</p>", "Lena Osk and Tom Brill"},
		{"a list in the linked data", `<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Lena Osk"},"Tom Brill"]}</script>`, "", "Lena Osk, Tom Brill"},
		{"a name that ends like a role", `<meta name=author content="Desk Editor">`, "", "Desk Editor"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := source.Parse("ferry.html", pageOf(tt.head, "<main><article><h1>Ferry line to reopen</h1>"+tt.line+told(0, 5)+"</article></main>"), source.Options{})
			if err != nil || string(r.Byline) != tt.want {
				t.Errorf("got %q, %v", r.Byline, err)
			}
		})
	}
}

func TestAuthorNote(t *testing.T) {
	for last, note := range map[string]bool{
		"Lena Osk, a former pilot, is the author of a book about the islands.": true,
		"Lena Osk, an economist, served in the port authority of Dorrin.":      true,
		"Lena Osk is a fellow at the Coastal Institute.":                       true,
		"Lena Osk, a former pilot, met Tom Brill in Dorrin.":                   false,
		"Lena Osk, a special envoy of Dorrin, will visit the islands.":         false,
		"Lena Osk, a professor at Dorrin College, accused Quelm of greed.":     false,
		"Lena Osk, a former pilot, has warned the council of Quelm.":           false,
		"Lena Osk is a pilot who flew to Quelm on Tuesday.":                    false,
	} {
		r, err := source.Parse("ferry.txt", []byte("Ferry line to reopen\n\n"+strings.Join(story, "\n\n")+"\n\n"+last+"\n"), source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(kinds(r), "boilerplate\t"+last); got != note {
			t.Errorf("%q: a note: %v", last, got)
		}
	}
}
