package browser

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestAxe runs axe-core on every page, light and dark, at a desk, and light on a
// telephone, where tables become lists.
func TestAxe(t *testing.T) {
	b := open(t)
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	all := screens(b)
	for theme, widths := range map[string][]int64{"light": {390, 1440}, "dark": {1440}} {
		b.visit("/")
		b.click(`button[name=theme][value=` + theme + `]`)
		b.until(`document.documentElement.dataset.theme === ` + quoted(theme))
		for _, s := range all {
			for _, w := range widths {
				b.do(chromedp.EmulateViewport(w, 900))
				b.visit(s.address)
				for _, v := range b.violations(string(axe)) {
					t.Errorf("%s, %s, %d pixels: %s: %s", s.address, theme, w, v.ID, v.Nodes)
				}
			}
		}
	}
}

// violation is a rule that axe finds broken, with where.
type violation struct {
	ID    string
	Nodes []string
}

// violations are what axe finds on the page.
func (b *tab) violations(axe string) []violation {
	b.Helper()
	_, err := chromedp.Run(b.ctx, chromedp.Evaluate[chromedp.Void](axe))
	if err != nil {
		b.Fatal(err)
	}
	const run = `axe.run(document, { resultTypes: ["violations"] }).then((r) => {
		if (!r.passes.length) throw new Error("axe looked at nothing");
		return JSON.stringify(r.violations.map((v) => ({ ID: v.id, Nodes: v.nodes.slice(0, 3).map((n) => n.html) })));
	})`
	said, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](run, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	var out []violation
	if err := json.Unmarshal([]byte(said), &out); err != nil {
		b.Fatal(err)
	}
	return out
}
