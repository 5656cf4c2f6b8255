package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestFindMeeting finds a meeting by a word and opens its evidence beside the list, which
// marks the words.
func TestFindMeeting(t *testing.T) {
	b := open(t)
	b.visit("/")
	b.click(`nav a[href="/meetings"]`)
	b.fill(`main [name=q]`, "Sandvick")
	b.press(kb.Enter)
	b.until(`location.search.includes("q=Sandvick") && document.querySelectorAll("[data-entry]").length === 1`)
	b.click(`[data-entry] [data-evidence]`)
	b.until(`[...document.querySelectorAll("dialog[open] mark")].map((mark) => mark.textContent).join("").includes("Castle Orrin")`)
	b.until(`document.querySelector("dialog[open] .how")?.textContent.includes("trigger: summit")`)
	b.until(`location.pathname === "/meetings"`) // the list stays behind it
	b.press(kb.Escape)
	b.until(`!document.querySelector("dialog[open]")`)
}

// TestCorrectSpeaker gives a statement another speaker, sees it, and takes it back.
func TestCorrectSpeaker(t *testing.T) {
	b := open(t)
	b.visit("/statements?q=plates")
	b.click(`[data-entry] [data-evidence]`)
	b.fill(`dialog [name^="f.actor:"]`, "Ruth Amsel")
	b.press(kb.Enter)
	b.until(`document.querySelector(".done")`)
	b.until(`document.querySelector(".facts")?.textContent.includes("Ruth Amsel")`)
	b.visit("/statements?actor=ruth-amsel&q=plates")
	b.until(`document.querySelectorAll("[data-entry]").length === 1`)
	b.visit("/corrections")
	b.click(`main form[action="/corrections/undo"] button`)
	b.until(`document.querySelector("main")?.textContent.includes("undone")`)
	b.visit("/statements?actor=ruth-amsel&q=plates")
	b.until(`document.querySelectorAll("[data-entry]").length === 0`)
}

// TestAddMissed selects words of a report with the mouse, adds a position from them, sees
// it in the list, and undoes it with a key.
func TestAddMissed(t *testing.T) {
	b := open(t)
	b.visit("/reports")
	b.click(`main td a`)
	b.until(`document.querySelector("form[data-missed]") && location.pathname.startsWith("/reports/")`)
	report := b.value(`location.pathname`)
	words := b.drag(`.text .body`, 0, 60)
	b.until(`document.querySelector("[name=words]").value === ` + quoted(strings.TrimSpace(words)))
	b.until(`document.querySelector("[name=at]").value !== ""`)
	b.choose(`form[data-missed] [name=kind]`, "position")
	b.until(`!document.querySelector("[name=proposal]").closest("label").hidden && document.querySelector("[name=status]").closest("label").hidden`)
	b.fill(`form[data-missed] [name=who]`, "Marenia")
	b.fill(`form[data-missed] [name=proposal]`, "a lighthouse on Hollin")
	b.press(kb.Enter)
	b.until(`document.querySelector(".done")`)
	const there = `document.querySelector("main .rows").textContent.includes("lighthouse")`
	list := "/positions/list?actor=MRN"
	b.visit(list)
	b.until(there)
	b.visit(report)
	b.until(`document.querySelector(".entries")?.textContent.includes("lighthouse")`)
	b.visit("/corrections")
	b.click(`main form[action="/corrections/undo"] button`)
	b.until(`document.querySelector("main")?.textContent.includes("undone")`)
	b.visit(list)
	b.until(`!` + there)
}

// TestMergeMeetings makes two meetings one.
func TestMergeMeetings(t *testing.T) {
	b := open(t)
	b.visit("/meetings?q=silence")
	one, other := b.value(`document.querySelectorAll("[data-entry]")[0]?.dataset.entry`), b.value(`document.querySelectorAll("[data-entry]")[1]?.dataset.entry`)
	b.visit("/e/" + one)
	b.click(`.mend summary`)
	b.fill(`[name=merge]`, other)
	b.click(`button[value=merge]`)
	b.until(`document.querySelector(".done")`)
	b.visit("/meetings?q=silence")
	b.until(`document.querySelectorAll("[data-entry]").length === 1`)
	b.visit("/e/" + other)
	kept := b.value(`document.querySelector("[data-entry-page]")?.dataset.entryPage`)
	b.visit("/e/" + one)
	b.until(`document.querySelector("[data-entry-page]")?.dataset.entryPage === ` + quoted(kept))
	b.until(`document.querySelectorAll(".source").length > 1`)
}

// TestAddReport pastes a text, looks at what it says, keeps it, and finds it.
func TestAddReport(t *testing.T) {
	b := open(t)
	b.visit("/add")
	b.fill(`main [name=text]`, "Ruth Amsel will meet Mira Kostrel in Port Calder on Friday. The chief harbour pilot will not be asked to come, her ministry said.")
	b.fill(`main [name=outlet]`, "Harbour Post")
	b.until(`(document.querySelector("main [name=published]").value = "2027-04-14")`)
	b.click(`main form button:not([tabindex])`)
	b.until(`document.querySelector(".tag")?.textContent.includes("not kept yet") && document.querySelector(".entries li")`)
	b.click(`button[data-key=a]`)
	b.until(`document.querySelector("[data-report]")`)
	b.visit("/meetings?since=2027-04-16&actor=ruth-amsel")
	b.until(`document.querySelector("[data-entry]")?.textContent.includes("Port Calder")`)
}

// TestComposeBrief takes a line out of a brief, rewords one, and sees the page as it will
// be printed.
func TestComposeBrief(t *testing.T) {
	b := open(t)
	b.visit("/brief?since=2027-03-20&until=2027-04-12")
	out := b.value(`document.querySelector(".compose section:last-of-type li:last-of-type textarea")?.value`)
	b.click(`.compose section:last-of-type li:last-of-type input[type=checkbox]`)
	b.fill(`.compose textarea`, "They talk of a lighthouse")
	b.click(`button[value=print]`)
	b.until(`document.querySelector(".composed")?.textContent.includes("They talk of a lighthouse")`)
	if printed := b.value(`document.querySelector(".composed").textContent`); strings.Contains(printed, out) {
		t.Errorf("%q was taken out and is printed", out)
	}
}

// TestSearch looks for words in the field of every page.
func TestSearch(t *testing.T) {
	b := open(t)
	b.visit("/network")
	b.press("/")
	b.until(`document.activeElement.id === "find"`)
	b.press("broken plates" + kb.Enter)
	b.until(`location.pathname === "/statements" && document.querySelector("[data-entry]")?.textContent.includes("broken plates")`)
}

// TestDark turns the lights off, and they stay off on the next page.
func TestDark(t *testing.T) {
	b := open(t)
	b.visit("/meetings")
	const lightness = `getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).slice(0, 3).reduce((a, c) => a + Number(c), 0)`
	b.until(lightness + ` > 600`)
	b.click(`button[name=theme][value=dark]`)
	b.until(`document.documentElement.dataset.theme === "dark" && ` + lightness + ` < 150`)
	b.until(`location.pathname === "/meetings"`)
	b.visit("/positions")
	b.until(lightness + ` < 150`)
}
