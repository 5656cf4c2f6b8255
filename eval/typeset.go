package eval

import (
	"slices"
	"strings"
)

// typesetter joins tokens to text with the white space of print.
type typesetter struct {
	text   strings.Builder
	tokens []interval
	// quoted reports that a straight quotation mark is open.
	quoted bool
}

func (t *typesetter) sentence(tokens []string) {
	if t.text.Len() > 0 {
		t.text.WriteString("\n\n")
	}
	t.quoted = false
	tight := true
	for _, token := range tokens {
		opens := t.opens(token)
		if !tight && (opens || !leans(token)) {
			t.text.WriteByte(' ')
		}
		start := t.text.Len()
		t.text.WriteString(token)
		t.tokens = append(t.tokens, interval{start, t.text.Len()})
		tight = opens || holds(token)
	}
}

// opens reports whether a token stands close to the next one as the beginning
// of a quotation or bracket.
func (t *typesetter) opens(token string) bool {
	if token == `"` {
		t.quoted = !t.quoted
		return t.quoted
	}
	return slices.Contains([]string{"(", "[", "“", "‘", "``"}, token)
}

// leans reports whether a token stands close to the one before.
func leans(token string) bool {
	if strings.Trim(token, ".,;:?!)]%”’\"-/…") == "" && token != "--" {
		return true
	}
	clitics := []string{"n't", "n’t", "''"}
	return slices.Contains(clitics, strings.ToLower(token)) ||
		strings.HasPrefix(token, "'") && len(token) <= 3 || strings.HasPrefix(token, "’") && len(token) <= 5
}

// holds reports whether the next token stands close to this one.
func holds(token string) bool {
	return slices.Contains([]string{"-", "/", "$", "£", "€", "#"}, token)
}
