package service_test

import (
	"strings"
	"unicode"
)

// wordy are the shapes with so few words of English grammar that they would be refused
// for their language, and nothing measured.
var wordy = []string{
	"one hyphenated word", "one dotted word", "thousands of commas", "possessives", "buffalo", "participles",
	"thousands of short lines", "paragraphs of one word", "colons", "ellipses", "list of names",
	"names met in one sentence", "names and surnames", "one surname of many", "one name", "meetings of pairs",
	"quotation marks alone", "apostrophes alone", "closing marks alone", "marks around words",
	"open parentheses", "nested parentheses", "days of the week", "addresses", "emoji", "flags", "blanks",
	"bullets", "times of a live blog", "table of text", "entities", "images", "times", "embedded posts",
	"unknown elements",
	"dates of one sentence", "wishes of one actor", "meetings with one side", "sums", "nested brackets of three kinds",
	"alternating quotation marks", "single marks that open", "runs of capitals", "capitals without blanks",
	"thousands of short paragraphs", "footnotes", "addresses of all kinds", "hashtags", "families of emoji",
	"soft hyphens", "letters of many scripts", "cells between bars", "hyphens between words", "full stops alone",
	"full stops without blanks", "abbreviations", "lines of blanks", "lines without blanks",
	"headings of the first level", "options", "definitions",
}

// inEnglish puts as many sentences before a text or into a page as make it English:
// one for each forty of its words.
func inEnglish(text string) string {
	words := 0
	for range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
	}
	said := strings.Repeat("That was so, and it was for them. ", words/40+1)
	if head, body, ok := strings.Cut(text, "</h1>"); ok {
		return head + "</h1><p>" + said + "</p>" + body
	}
	return said + "\n\n" + text
}
