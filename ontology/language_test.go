package ontology

import "testing"

func TestLanguageName(t *testing.T) {
	for code, want := range map[string]string{"sv": "Swedish", "und": "another language than English", "": "another language than English", "xx": "the language xx"} {
		if got := LanguageName(code); got != want {
			t.Errorf("%q is %q, want %q", code, got, want)
		}
	}
	if len(languageNames()) < 80 {
		t.Errorf("%d languages", len(languageNames()))
	}
}
