package export

import "strings"

// Style is how the text format sets off headings and decisive words.
type Style struct {
	heading, strong, faint, id, end string
	// markdown escapes and bullets.
	markdown bool
	// Explain adds the rule and the confidence of each entry.
	Explain bool
}

// Plain sets decisive words off with angle quotes: for pipes and files.
func Plain() Style { return Style{strong: "«", end: "»"} }

// Colour is for terminals (ECMA-48 select graphic rendition).
func Colour() Style {
	return Style{heading: "\x1b[1;36m", strong: "\x1b[1;33m", faint: "\x1b[2m", id: "\x1b[36m", end: "\x1b[0m"}
}

// Markdown is for documents (CommonMark).
func Markdown() Style { return Style{strong: "**", end: "**", markdown: true} }

func (s Style) title(text string) string {
	if s.markdown {
		return "# " + escape(text)
	}
	return s.paint(s.heading, Clean(text))
}

func (s Style) section(text string) string {
	if s.markdown {
		return "## " + text
	}
	return s.paint(s.heading, strings.ToUpper(text))
}

// dim writes words that come from anywhere in the background.
func (s Style) dim(text string) string { return s.paint(s.faint, s.words(text)) }

// words writes words that come from anywhere.
func (s Style) words(text string) string {
	if s.markdown {
		return escape(text)
	}
	return Clean(text)
}

// inline writes words that come from anywhere, and that do not begin a line.
func (s Style) inline(text string) string {
	if s.markdown {
		return escapeInline(text)
	}
	return Clean(text)
}

func (s Style) paint(code, text string) string {
	if code == "" {
		return text
	}
	return code + text + s.end
}
