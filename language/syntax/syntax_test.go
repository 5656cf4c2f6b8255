package syntax_test

import (
	"testing"

	"rapporteur/language"
	"rapporteur/language/treetest"
)

// find gives the token of a text that is written in a way, and fails where none
// or where two are.
func find(t *testing.T, doc *language.Document, form string) int {
	t.Helper()
	at := -1
	for i, token := range doc.Tokens {
		if token.Form == form {
			if at >= 0 {
				t.Fatalf("%q stands twice in %q", form, doc.Text)
			}
			at = i
		}
	}
	if at < 0 {
		t.Fatalf("no %q in %q", form, doc.Text)
	}
	return at
}

// form gives how a token is written, empty for none.
func form(doc *language.Document, token int) string {
	if token < 0 {
		return ""
	}
	return doc.Tokens[token].Form
}

// toToken tests a function from a token to a token: for each tree, what is asked
// about and what must come out, empty for none.
func toToken(t *testing.T, f func(*language.Document, int) int, cases []struct{ tree, at, want string }) {
	t.Helper()
	for _, tc := range cases {
		doc := treetest.Parse(t, tc.tree)
		if got := form(doc, f(doc, find(t, doc, tc.at))); got != tc.want {
			t.Errorf("%s at %q: %q, want %q", doc.Text, tc.at, got, tc.want)
		}
	}
}

// holds tests a predicate.
func holds(t *testing.T, f func(*language.Document, int) bool, cases []struct {
	tree, at string
	want     bool
}) {
	t.Helper()
	for _, tc := range cases {
		doc := treetest.Parse(t, tc.tree)
		if got := f(doc, find(t, doc, tc.at)); got != tc.want {
			t.Errorf("%s at %q: %v, want %v", doc.Text, tc.at, got, tc.want)
		}
	}
}
