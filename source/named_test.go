package source

import (
	"testing"

	"rapporteur"
)

// TestPreferNamed takes the heading that the file says is the title, "" where none is.
func TestPreferNamed(t *testing.T) {
	for said, want := range map[string]string{
		"Rules of the ferry":            "Rules of the ferry",
		"LAKE 7: RULES OF THE FERRY":    "Rules of the ferry",
		"Lake Press, all of its papers": "Lake Press",
		"Rules of the ferry, as they were when the bridge was built and let": "Lake Press", // little of it
		"They met twice in May": "Lake Press", // no heading
		"":                      "Lake Press",
	} {
		all := []piece{{words: "Lake Press", kind: rapporteur.Title}, {words: "Rules of the ferry", kind: rapporteur.Heading}, {words: "They met twice in May"}}
		preferNamed(all, said)
		if at := titlePiece(all); at < 0 || all[at].words != want {
			t.Errorf("%s: got %d of %v", said, at, all)
		}
	}
}
