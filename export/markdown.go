package export

import (
	"regexp"
	"strings"
	"unicode"
)

// inline are the signs by which CommonMark and its dialects tell markup from words:
// emphasis, code, links, HTML and entities, struck-out words, tables, formulas,
// addresses that become links of themselves and people who are called by name.
var inline = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"#", `\#`, "|", `\|`, "~", `\~`, "$", `\$`, "@", `\@`, "://", `\://`, "www.", `www\.`, "WWW.", `WWW\.`)

// block is what makes a line that begins with it a list, a heading or a rule.
var block = regexp.MustCompile(`^([-+=]|\d{1,9}[.)])`)

// escape keeps words from outside from being read as Markdown, wherever in a line
// they stand; blanks before them, which would make them code, are left out.
func escape(text string) string {
	text = strings.TrimLeftFunc(escapeInline(text), unicode.IsSpace)
	if at := block.FindStringSubmatchIndex(text); at != nil {
		return text[:at[3]-1] + `\` + text[at[3]-1:]
	}
	return text
}

// escapeInline is for words that cannot come first in a line.
func escapeInline(text string) string { return inline.Replace(Clean(text)) }
