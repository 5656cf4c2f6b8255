package entities_test

import (
	"slices"
	"strings"
	"testing"
)

// TestPair holds which two a word for a meeting means, and that it makes no difference
// which word is asked about first.
func TestPair(t *testing.T) {
	for _, tt := range []struct {
		name, text, word string
		want             []string
	}{
		{"two persons of the sentence", "Emmanuel Macron and Olaf Scholz praised their talks.", "talks", []string{"emmanuel-macron", "olaf-scholz"}},
		{"two named side by side", "Serbia and Kosovo disagree. The hosts were tired. Their talks lasted an hour.", "talks", []string{"SRB", "XKX"}},
		{"the two named most", "Serbia spoke first. Kosovo spoke second. Norway listened. Serbia smiled. Kosovo smiled. The talks lasted an hour.", "talks", []string{"SRB", "XKX"}},
		{"nobody where three are named as often", "Serbia spoke first. Kosovo spoke second. Norway spoke third. The talks lasted an hour.", "talks", nil},
		{"who was named for a side", "Emmanuel Macron spoke first. Olaf Scholz spoke second. The talks lasted an hour.", "talks", []string{"emmanuel-macron", "olaf-scholz"}},
		{"two persons of the sentence before, not who tells of them", "Norway listened. Emmanuel Macron met Olaf Scholz, Berlin said. Their talks lasted an hour.", "talks", []string{"emmanuel-macron", "olaf-scholz"}},
		{"nobody before anybody is named", "The talks lasted an hour. Serbia and Kosovo agreed.", "talks", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, links := link(t, "2024-03-05", tt.text)
			pairAt := func(token int) []string {
				var ids []string
				for _, i := range links.Pair(token) {
					ids = append(ids, links.Actor(i).ID)
				}
				return ids
			}
			all := make([]string, len(doc.Tokens))
			for i := range doc.Tokens {
				all[i] = strings.Join(pairAt(i), " ")
			}
			for i, token := range slices.Backward(doc.Tokens) {
				if got := strings.Join(pairAt(i), " "); got != all[i] {
					t.Errorf("the pair at %q is %q, and %q where later ones are asked about first", token.Form, all[i], got)
				}
				if token.Form == tt.word {
					want(t, tt.word, pairAt(i), tt.want...)
				}
			}
		})
	}
}
