package service_test

import (
	"fmt"
	"strings"
)

// states are some that take turns.
var states = []string{"Norway", "Peru", "Chad", "Japan", "Kenya", "Cuba"}

func state(i int) string { return states[i%len(states)] }

// diplomaticShapes are lists of what reports of negotiations tell over and over.
func diplomaticShapes() []shape {
	return []shape{
		counted("many offices in one list", 1500, func(i int) string {
			return []string{"the prime minister", "the foreign minister", "the defence minister", "the president"}[i%4] + " of " + state(i) + ", "
		}),
		counted("titles before one name", 1500, func(i int) string { return "President Ada Berg and Foreign Minister Ada Berg, " }),
		counted("ambassadors to states", 1200, func(i int) string {
			return "The " + state(i) + " ambassador to " + state(i+1) + ", " + person(i) + ", returned. "
		}),
		counted("counterparts", 1200, func(i int) string { return state(i) + "'s president called his counterpart in " + state(i+1) + ". " }),
		counted("states joined by and", 2500, func(i int) string { return state(i) + " and " }),
		repeat("and", 8000, "and they met and "),
		counted("dates of one sentence", 2500, func(i int) string { return fmt.Sprintf("on %d June %d, ", i%28+1, 1990+i%40) }),
		repeat("days that count from another", 1500, "The next day they met. Two days later they left. "),
		counted("acts of one actor", 1500, func(i int) string { return "Norway urged Peru to " + strings.ToLower(word(i)) + " the pact. " }),
		counted("wishes of one actor", 1500, func(i int) string { return "Norway wants " + strings.ToLower(word(i)) + " troops in Chad. " }),
		counted("demands", 1200, func(i int) string {
			return state(i) + " said that " + state(i+1) + " must end the blockade and will not accept a truce. "
		}),
		repeat("the bid", 2500, "The bid failed. It rejected the bid. "),
		repeat("the truce", 1500, "He brokered the truce. The truce held. "),
		counted("absences", 1200, func(i int) string { return "Norway met Peru in Oslo. " + state(i+2) + " was not invited. " }),
		counted("journeys", 1200, func(i int) string {
			return person(i) + fmt.Sprintf(" flew to Oslo on %d May for talks. ", i%28+1)
		}),
		counted("meetings with one side", 1200, func(i int) string { return "Norway met " + person(i) + " in Lima on Monday. " }),
		repeat("both sides", 2500, "Norway and Peru met. Both sides agreed. They left. "),
		counted("according to", 1500, func(i int) string { return "The talks failed, according to " + person(i) + ". " }),
		counted("namesakes", 1200, func(i int) string {
			return "Mr. " + word(i%40) + " met Mrs. " + word(i%40) + " and " + person(i) + ". "
		}),
		counted("sums", 3000, func(i int) string { return fmt.Sprintf("$%d million, %d percent, ", i, i%100) }),
	}
}

// writtenShapes are ways of writing.
func writtenShapes() []shape {
	return []shape{
		{"nested brackets of three kinds", 5000, func(n int) string {
			return "Talks " + strings.Repeat("([{a ", n) + strings.Repeat("}]) ", n) + "end."
		}},
		repeat("alternating quotation marks", 6000, "\"a 'b “c ‘d "),
		repeat("single marks that open", 20_000, "‘a "),
		repeat("plurals that possess", 6000, "the ‘ministers’ talks "),
		repeat("nested single marks", 6000, "'he said \"we "),
		repeat("runs of capitals", 6000, "UN EU AU NATO "),
		repeat("capitals without blanks", 3000, "TALKSGOONINTHECITY "),
		counted("thousands of short paragraphs", 3000, func(i int) string { return "Talks go on in " + word(i) + ".\n\n" }),
		counted("footnotes", 3000, func(i int) string { return fmt.Sprintf("He left.[%d] ", i) }),
		counted("footnotes at the end", 3000, func(i int) string { return fmt.Sprintf("[%d] %s, The Talks, p. %d.\n", i, person(i), i) }),
		counted("addresses of all kinds", 2500, func(i int) string {
			return fmt.Sprintf("www.%s.org/%d, ada.%d@%s.org, ", strings.ToLower(word(i)), i, i, strings.ToLower(word(i)))
		}),
		counted("hashtags", 4000, func(i int) string { return "#" + word(i) + " @" + word(i+1) + " " }),
		repeat("families of emoji", 10_000, "👩‍👩‍👧 👍🏽 "),
		repeat("direction marks", 20_000, "\u202ehe\u202c \u200fsaid\u200e "),
		repeat("soft hyphens", 30_000, "mini\u00adster "),
		repeat("letters of many scripts", 8000, "Ада Berg سلام said 和平 "),
		counted("names before colons", 1500, func(i int) string { return person(i) + ": We will go on with it.\n\n" }),
		counted("names below quotations", 1500, func(i int) string { return "“We will go on with it.” — " + person(i) + "\n\n" }),
		counted("numbered list", 3000, func(i int) string { return fmt.Sprintf("%d. The talks go on.\n", i) }),
		counted("cells between bars", 3000, func(i int) string { return fmt.Sprintf("| %s | %d |\n", word(i), i) }),
		repeat("hyphens between words", 8000, "Oslo-Lima-"),
		repeat("slashes", 10_000, "and/or/"),
		repeat("full stops alone", 30_000, ". "),
		repeat("full stops without blanks", 30_000, "end.So"),
		repeat("abbreviations", 8000, "Mr. Dr. Gen. "),
		repeat("lines of blanks", 30_000, "   \n"),
		repeat("lines without blanks", 6000, "talks\n"),
	}
}

// markedUpShapes are pages.
func markedUpShapes() []shape {
	return []shape{
		inBody("empty times", 3000, same(`<time class="published"></time> `)),
		inBody("headings of the first level", 3000, same("<h1>Talks go on</h1>")),
		inBody("articles", 2000, func(i int) string {
			return "<article><p>The talks in " + word(i) + " went on for a week, he said.</p></article>"
		}),
		inBody("sibling divisions", 6000, same("<div>They met.</div>")),
		inBody("empty divisions", 10_000, same("<div></div>")),
		inBody("breaks in pairs", 8000, same("They met.<br><br>")),
		inBody("panels", 3000, same(`<div class="cookie-consent related"><p>We use them.</p></div>`)),
		inBody("links never closed", 3000, same(`<a href="/x">They met `)),
		inBody("options", 6000, same("<option>Oslo")),
		inBody("definitions", 4000, same("<dl><dt>Oslo<dd>A city.</dl>")),
		inBody("nested lists side by side", 2500, same("<ul><li>They met.<ul><li>They left.</ul></ul>")),
		inBody("drawings", 4000, same(`<svg><path d="M0 0"/></svg>`)),
		inBody("frames", 4000, same(`<iframe src="/x"></iframe>`)),
		inBody("comments never ended", 10_000, same("<!-")),
		inBody("declarations", 6000, same("<?x ?><![CDATA[a]]>")),
		inBody("code points", 30_000, same("&#8220;&#x2019;")),
		{"one huge script", 400_000, func(n int) string { return page("<script>"+strings.Repeat("var a;", n)+"</script>", "") }},
		{"one huge paragraph", 4000, func(n int) string { return page("", "<p>"+strings.Repeat("They met in <b>Oslo</b>. ", n)+"</p>") }},
		{"script never ended", 100_000, func(n int) string { return page("", "<p>They met.</p><script>"+strings.Repeat("<b>", n)) }},
		inHead("dates in the head", 5000, func(i int) string {
			return fmt.Sprintf(`<meta name="date" content="2031-05-%02d"><link rel="canonical" href="https://example.org/%d">`, i%28+1, i)
		}),
		{"list in linked data", 4000, func(n int) string {
			return page(`<script type="application/ld+json">{"@graph":[`+strings.Repeat(`{"@type":"Person","name":"Ada Berg"},`, n)+`{}]}</script>`, "")
		}},
		{"graphs in graphs", 4000, func(n int) string {
			return page(`<script type="application/ld+json">`+strings.Repeat(`{"@graph":[`, n)+"1"+strings.Repeat("]}", n)+"</script>", "")
		}},
		{"objects one behind the other", 8000, func(n int) string {
			return page(`<script type="application/ld+json">`+strings.Repeat(`{"@type":"Thing"};`, n)+"</script>", "")
		}},
	}
}
