package pages_test

import (
	"archive/zip"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// briefLines are the lines of a brief by their keys.
func briefLines(t *testing.T, body string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, m := range regexp.MustCompile(`<textarea name="words\.([^"]+)"[^>]*>([^<]*)</textarea>`).FindAllStringSubmatch(body, -1) {
		out[m[1]] = html.UnescapeString(m[2])
	}
	if len(out) < 3 {
		t.Fatalf("%d lines in %s", len(out), mainOf(body))
	}
	return out
}

// TestBrief leaves out a line, rewords another, and gives the rest as they are.
func TestBrief(t *testing.T) {
	h := site(t)
	const address = "/brief?since=2027-03-01&until=2027-04-12"
	lines := briefLines(t, holds(t, h, address, http.StatusOK, "DOCX", `type="checkbox"`))
	form := url.Values{"as": {"markdown"}}
	var dropped, changed, kept string
	for key, words := range lines {
		form.Set("words."+key, words)
		switch {
		case dropped == "" && strings.Count(strings.Join(allWords(lines), "\n"), words) == 1:
			dropped = words
		case changed == "":
			changed = words
			form.Set("words."+key, "They met <again>, I hear.")
			form.Set("keep."+key, "yes")
		default:
			kept = words
			form.Set("keep."+key, "yes")
		}
	}
	a, body := post(t, h, address, form)
	if a.Header.Get("Content-Disposition") != `attachment; filename="brief.md"` || !strings.Contains(body, "I hear.") || !strings.Contains(body, "words of kim") {
		t.Errorf("%v\n%s", a.Header, body)
	}
	form.Set("as", "print")
	_, body = post(t, h, address, form)
	text := html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(mainOf(body), ""))
	if strings.Contains(text, dropped) || !strings.Contains(text, kept) || !strings.Contains(text, "They met <again>, I hear.") {
		t.Errorf("dropped %q, kept %q in %s", dropped, kept, text)
	}
	form.Set("as", "docx")
	a, body = post(t, h, address, form)
	if _, err := zip.NewReader(strings.NewReader(body), int64(len(body))); err != nil || !strings.Contains(a.Header.Get("Content-Type"), "wordprocessingml") {
		t.Error(a.Header, err)
	}
	form.Set("as", "html")
	if _, body = post(t, h, address, form); !strings.Contains(body, "They met &lt;again&gt;") {
		t.Errorf("%.400s", body)
	}
	holds(t, h, "/brief?since=soon", http.StatusUnprocessableEntity, `role="alert"`)
	if a, _ = post(t, h, "/brief?since=soon", form); a.StatusCode != http.StatusUnprocessableEntity {
		t.Error(a.StatusCode)
	}
	if a, _ = get(t, h, "/brief?since="); a.StatusCode != http.StatusSeeOther {
		t.Error(a.StatusCode)
	}
}

func allWords(m map[string]string) []string {
	var out []string
	for _, v := range m {
		out = append(out, v)
	}
	return out
}
