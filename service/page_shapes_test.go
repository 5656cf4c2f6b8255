package service_test

import (
	"fmt"
	"strings"
)

// page puts a body into a page with a headline and a paragraph of news.
func page(head, body string) string {
	return "<html><head><title>Talks</title>" + head + "</head><body><article><h1>Talks go on in the capital</h1>" +
		"<p>The minister of Norway said on Monday that the talks in Oslo would go on for a week, and that nobody would leave them.</p>" +
		body + "</article></body></html>"
}

// nested makes a shape of a page with n elements one in the other.
func nested(name string, size int, open, end string) shape {
	return shape{name, size, func(n int) string {
		return page("", strings.Repeat(open, n)+"<p>The envoy left the city on Tuesday, and came back.</p>"+strings.Repeat(end, n))
	}}
}

// inBody and inHead make shapes of pages with a part over and over.
func inBody(name string, size int, part func(i int) string) shape {
	all := counted("", 0, part).make
	return shape{name, size, func(n int) string { return page("", all(n)) }}
}

func inHead(name string, size int, part func(i int) string) shape {
	all := counted("", 0, part).make
	return shape{name, size, func(n int) string { return page(all(n), "") }}
}

func same(s string) func(int) string { return func(int) string { return s } }

func pageShapes() []shape {
	return []shape{
		nested("deep page", 5000, "<div>", "</div>"),
		nested("deep inline page", 5000, "<b><i>", "</i></b>"),
		nested("deep page never closed", 5000, "<div><p>", ""),
		nested("deep lists", 5000, "<ul><li>", "</li></ul>"),
		nested("deep tables", 2000, "<table><tr><td>", "</td></tr></table>"),
		nested("deep quotations", 5000, "<blockquote>", "</blockquote>"),
		{"wide table", 6000, func(n int) string {
			return page("", "<table><tr>"+strings.Repeat("<td>7</td>", n)+"</tr></table>")
		}},
		inBody("long table", 4000, func(i int) string { return fmt.Sprintf("<table><tr><td>%d</td></tr></table>", i) }),
		{"one huge attribute", 400_000, func(n int) string {
			return page("", `<p class="`+strings.Repeat("wide ", n)+`">The talks went on.</p>`)
		}},
		{"many attributes", 3000, func(n int) string {
			return page("", "<p"+counted("", 0, func(i int) string { return fmt.Sprintf(" a%d=1", i) }).make(n)+">The talks went on.</p>")
		}},
		inBody("many links", 5000, func(i int) string { return fmt.Sprintf(`<a href="/%d">More of it</a> `, i) }),
		inBody("paragraphs of links", 4000, same(`<p><a href="/x">Read this</a></p>`)),
		inHead("linked data", 1500, func(i int) string {
			return fmt.Sprintf(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks %d","datePublished":"2031-05-06"}</script>`, i)
		}),
		{"deep linked data", 20_000, func(n int) string {
			return page(`<script type="application/ld+json">`+strings.Repeat(`{"a":`, n)+"1"+strings.Repeat("}", n)+"</script>", "")
		}},
		inHead("meta elements", 5000, same(`<meta property="og:title" content="Talks">`)),
		inHead("scripts", 5000, same(`<script>var a = "<p>";</script>`)),
		inBody("entities", 30_000, same("&amp;&lt;&eacute; ")),
		inBody("entities never ended", 30_000, same("&amp")),
		inBody("comments", 10_000, same("<!-- talks -->")),
		inBody("line breaks", 10_000, same("They met.<br>")),
		inBody("images", 4000, same(`<figure><img src="a.jpg"><figcaption>Envoys meet in Oslo.</figcaption></figure>`)),
		inBody("times", 4000, same(`<time datetime="2031-05-06">May 6</time> `)),
		inBody("paragraphs of news", 1200, func(i int) string {
			return "<p>" + person(i) + " said on Monday that the talks would go on in Oslo.</p>"
		}),
		inBody("divisions of news", 1200, func(i int) string {
			return "<div><div>" + person(i) + " said on Monday that the talks would go on in Oslo.</div></div>"
		}),
		inBody("list items", 5000, same("<li>They met.</li>")),
		inBody("spans in a word", 8000, same("<span>a</span>")),
		inBody("embedded posts", 1000, same(`<blockquote class="twitter-tweet"><p>We go on.</p>— Ada (@ada)</blockquote>`)),
		inBody("unknown elements", 5000, func(i int) string { return fmt.Sprintf("<x-%d>a ", i) }),
		inBody("formatting never closed", 3000, same("<b><i><p>They met.")),
		inBody("headings of a page", 3000, same("<h2>What it means</h2>")),
	}
}
