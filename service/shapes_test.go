package service_test

import (
	"fmt"
	"slices"
	"strings"
)

// shape is a kind of text that is hard to read in time that grows with its length.
type shape struct {
	name string
	// size is what make is called with, and with twice of it: repetitions of what
	// makes the shape.
	size int
	make func(n int) string
}

func shapes() []shape {
	all := slicesOf(sentenceShapes(), nameShapes(), quotationShapes(), signShapes(), layoutShapes(), pageShapes(), diplomaticShapes(), writtenShapes(), markedUpShapes())
	for i, s := range all {
		if slices.Contains(wordy, s.name) {
			all[i].make = func(n int) string { return inEnglish(s.make(n)) }
		}
	}
	return all
}

func slicesOf(all ...[]shape) []shape {
	var out []shape
	for _, some := range all {
		out = append(out, some...)
	}
	return out
}

// repeat makes a shape of one piece of text over and over.
func repeat(name string, size int, piece string) shape {
	return shape{name, size, func(n int) string { return strings.Repeat(piece, n) + "\n" }}
}

// counted makes a shape of pieces that differ by their number.
func counted(name string, size int, piece func(i int) string) shape {
	return shape{name, size, func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(piece(i))
		}
		return b.String() + "\n"
	}}
}

// Names that no table knows, and as many of them as are wanted.
var syllables = []string{"ba", "do", "fe", "gi", "ku", "la", "mo", "ne", "pi", "ro", "su", "ta", "ve", "wi", "zo", "ka"}

func word(i int) string {
	w := syllables[i%16] + syllables[i/16%16] + syllables[i/256%16]
	return strings.ToUpper(w[:1]) + w[1:]
}

func person(i int) string { return word(i*7+3) + " " + word(i*13+5) }

func sentenceShapes() []shape {
	return []shape{
		repeat("he said that he said", 1500, "He said that "),
		repeat("he said that, in sentences", 1500, "The envoy said that the minister said that the king said no. "),
		repeat("one endless sentence", 1200, "the envoy went to the city and met the minister and "),
		repeat("one endless word", 100_000, "a"),
		repeat("one endless capital word", 100_000, "A"),
		repeat("one endless number", 100_000, "7"),
		repeat("one hyphenated word", 20_000, "well-"),
		repeat("one dotted word", 20_000, "U."),
		repeat("thousands of commas", 20_000, ", "),
		repeat("commas and words", 8000, "and, "),
		repeat("relative clauses", 1500, "the man who knew the woman who saw "),
		repeat("genitives", 4000, "the friend of "),
		repeat("possessives", 4000, "Ann's brother's "),
		repeat("of the, with a verb", 1500, "The talks of the minister of the state of the union were held. "),
		repeat("conditions", 1500, "If they agree, unless they refuse, "),
		repeat("negations", 3000, "never not "),
		repeat("buffalo", 5000, "buffalo "),
		repeat("participles", 3000, "saying, calling, "),
		repeat("thousands of short lines", 6000, "He left.\n"),
		repeat("paragraphs of one word", 6000, "Talks\n\n"),
		repeat("semicolons", 3000, "they met; "),
		repeat("colons", 3000, "Envoy: "),
		repeat("dashes", 4000, "– and "),
		repeat("questions", 6000, "Who? "),
		repeat("ellipses", 6000, "so … "),
		repeat("visits", 1200, "The minister visited Oslo on Monday and met the king. "),
		repeat("wants", 1200, "Norway wants a ceasefire and Sweden opposes sanctions. "),
	}
}

func nameShapes() []shape {
	return []shape{
		counted("live blog with many names", 900, func(i int) string {
			return fmt.Sprintf("%02d:%02d\n%s, a delegate, said the talks would go on. He thanked %s.\n\n", i/60%24, i%60, person(i), person(i+1))
		}),
		counted("new names that speak", 1200, func(i int) string { return person(i) + " said he would stay. " }),
		counted("list of names", 3000, func(i int) string { return person(i) + ", " }),
		counted("names met in one sentence", 3000, func(i int) string {
			if i == 0 {
				return "Norway met " + person(i)
			}
			return ", " + person(i)
		}),
		counted("names and surnames", 1500, func(i int) string { return person(i) + " left. Mr. " + word(i*13+5) + " returned. " }),
		counted("one name with many titles", 1500, func(i int) string { return "The " + strings.ToLower(word(i)) + " minister Ada Berg spoke. " }),
		counted("one surname of many", 1500, func(i int) string { return word(i) + " Berg met Berg. " }),
		repeat("one name", 4000, "Ada Berg left. "),
		repeat("pronouns", 4000, "He told him that she saw it. "),
		counted("acronyms", 1500, func(i int) string {
			w := word(i)
			return fmt.Sprintf("The %s %s Union (%sU) met. ", w, word(i+9), strings.ToUpper(w[:2]))
		}),
		counted("organisations", 1500, func(i int) string { return "The " + word(i) + " Council accused the " + word(i+1) + " Party. " }),
		counted("states in turn", 1500, func(i int) string {
			states := []string{"Norway", "Peru", "Chad", "Japan", "Kenya", "Cuba"}
			return states[i%6] + " rejected the offer of " + states[(i+1)%6] + ". "
		}),
		counted("meetings of pairs", 900, func(i int) string { return person(i) + " met " + person(i+1) + " in Oslo on Tuesday. " }),
		counted("appositions", 2500, func(i int) string { return person(i) + ", the envoy, " }),
		counted("offices", 1200, func(i int) string { return "Foreign Minister " + person(i) + " met his counterpart. " }),
		counted("emoji inside names", 2000, func(i int) string { return word(i) + "😀" + word(i+1) + " said so. " }),
		repeat("all capitals", 1500, "THE MINISTER SAID THAT TALKS WOULD BE HELD IN OSLO. "),
	}
}

func quotationShapes() []shape {
	return []shape{
		repeat("open quotation marks", 3000, "“We will go. "),
		repeat("open straight marks", 3001, "\"We will go, he said. "),
		repeat("quotation marks alone", 20_000, "\" "),
		repeat("apostrophes alone", 20_000, "' "),
		repeat("closing marks alone", 20_000, "” "),
		repeat("quotations in a row", 1500, "“We will go,” she said. "),
		repeat("quotations by paragraphs", 1500, "“We will go\n\n"),
		repeat("quotation in quotation", 3000, "“he said ‘"),
		repeat("marks around words", 4000, "“peace” "),
		counted("one quotation, many speakers", 1000, func(i int) string { return "“We will not sign it,” said " + person(i) + ". " }),
		repeat("cues without words", 4000, "he said, she added, "),
		repeat("cue after mark", 3000, ",\"said. e\"said"),
		counted("interview", 1500, func(i int) string { return fmt.Sprintf("Q: What of point %d?\nA: We agree.\n", i) }),
	}
}

func signShapes() []shape {
	return []shape{
		repeat("open parentheses", 20_000, "("),
		{"nested parentheses", 6000, func(n int) string { return "Talks " + strings.Repeat("(a ", n) + strings.Repeat(") ", n) + "end." }},
		repeat("brackets with words", 4000, "(the envoy) "),
		counted("dates", 2500, func(i int) string { return fmt.Sprintf("On %d May %d they met. ", i%28+1, 1990+i%40) }),
		repeat("days of the week", 5000, "Monday, Tuesday, "),
		repeat("date ranges", 3000, "from 3 to 5 May until June, "),
		repeat("numbers", 10_000, "1,234.5 "),
		repeat("addresses", 3000, "https://example.org/a?b=c "),
		repeat("zero-width characters", 60_000, "a\u200b"),
		repeat("combining marks", 60_000, "e\u0301"),
		{"one letter with many marks", 60_000, func(n int) string { return "Talks e" + strings.Repeat("\u0301\u0327", n) + " end." }},
		repeat("emoji", 10_000, "😀 "),
		repeat("flags", 20_000, "🇳🇴"),
		repeat("right to left", 8000, "שלום he said "),
		repeat("blanks", 200_000, " "),
		{"blanks in a line", 200_000, func(n int) string { return "They" + strings.Repeat(" ", n) + "met in Oslo." }},
		{"line feeds in a text", 200_000, func(n int) string { return "They" + strings.Repeat("\n", n) + "met in Oslo." }},
		repeat("bullets", 5000, "* item\n"),
	}
}

func layoutShapes() []shape {
	return []shape{
		counted("headings", 3000, func(i int) string { return "What " + word(i) + " Means For " + word(i+1) + "\n\n" }),
		counted("datelines", 1200, func(i int) string { return "OSLO, May 3 (Agency) — The talks in " + word(i) + " went on.\n\n" }),
		counted("times of a live blog", 3000, func(i int) string { return fmt.Sprintf("%d:%02d pm\n\n", i%12+1, i%60) }),
		repeat("one paragraph again and again", 1200, "The talks went on in Oslo on Monday, the ministry said.\n\n"),
		repeat("bylines", 4000, "By Ada Berg\n\n"),
		repeat("boilerplate", 3000, "Read more: talks go on\n\nSign up for our newsletter\n\n"),
		counted("wrapped lines", 3000, func(i int) string {
			return fmt.Sprintf("%-65s.\n", "the envoy "+person(i)+" and the minister of the state")
		}),
		counted("table of text", 3000, func(i int) string { return fmt.Sprintf("%s\t%d\t%d\n", word(i), i, i*i) }),
	}
}
