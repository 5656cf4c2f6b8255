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
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	shown(t, func(b *tab, s screen) {
		for _, look := range []struct {
			theme string
			width int64
		}{{"light", 390}, {"light", 1440}, {"dark", 1440}} {
			b.do(chromedp.EmulateViewport(look.width, 900))
			b.visit(s.address)
			b.until(`(document.documentElement.dataset.theme = ` + quoted(look.theme) + `)`)
			for _, v := range b.violations(string(axe)) {
				t.Errorf("%s, %s, %d pixels: %s: %s", s.address, look.theme, look.width, v.ID, v.Nodes)
			}
		}
	})
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
