package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestKeyboardAlone goes from page to page, opens evidence, judges and takes back, without
// a mouse.
func TestKeyboardAlone(t *testing.T) {
	b := open(t)
	b.visit("/")
	b.press(kb.Tab)
	b.until(`document.activeElement.className === "skip"`)
	b.press(kb.Enter)
	b.until(`document.activeElement.id === "main"`)
	for _, s := range []struct{ keys, path string }{{"gm", "/meetings"}, {"gp", "/positions"}, {"gs", "/statements"}} {
		b.press(s.keys)
		b.until(`location.pathname === ` + quoted(s.path))
	}
	b.press("jj")
	b.until(`document.querySelectorAll("[data-entry]")[1]?.classList.contains("now")`)
	b.press("o")
	b.until(`document.querySelector("dialog[open] mark")`)
	entry := b.value(`document.querySelector("dialog [data-entry-page]").dataset.entryPage`)
	b.press("a") // it is right
	b.until(`document.querySelector(".done")?.textContent.includes("accept")`)
	b.until(`location.pathname === "/e/` + entry + `"`)
	b.press("u")
	b.until(`location.pathname === "/e/` + entry + `" && !document.querySelector(".done") && document.querySelector(".mend")`)
	b.press("gv")
	b.until(`location.pathname === "/review" && document.querySelector(".review")`)
	b.press("n")
	b.until(`location.search.includes("at=1")`)
	b.press("l")
	b.until(`location.pathname === "/review" && !location.search.includes("at=")`)
	b.reach(`button[name="theme"][value="dark"]`)
	b.press(kb.Enter)
	b.until(`document.documentElement.dataset.theme === "dark"`)
}

// TestReachable holds that everything that can be done on a page can be reached by Tab,
// in a ring that shows where one is.
func TestReachable(t *testing.T) {
	b := open(t)
	for _, s := range screens(b) {
		b.visit(s.address)
		unseen := b.value(`(() => {
			const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter((e) => e.checkVisibility() && !e.closest("details:not([open]) > :not(summary)") && e.tabIndex >= 0);
			for (const e of all) {
				e.focus({ preventScroll: true });
				if (document.activeElement !== e) return e.outerHTML;
			}
			return all.length < 5 ? "few" : "none";
		})()`)
		if unseen != "none" {
			t.Errorf("%s: the keyboard does not reach %s", s.address, unseen)
		}
	}
}

// reach presses Tab until an element has the keyboard.
func (b *tab) reach(css string) {
	b.Helper()
	for range 500 {
		b.press(kb.Tab)
		if b.value(`document.activeElement.matches(`+quoted(css)+`)`) == "true" {
			return
		}
	}
	b.Fatalf("Tab does not reach %s", css)
}
