package browser

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// twenty is how many entries a desk puts right in a walk, mostKeys how many keys one of
// them may take.
const twenty, mostKeys = 20, 4

// verdict is what is said of an entry of the queue: the keys that say it, for entries
// with the field that they change.
type verdict struct{ keys, field string }

// verdicts are taken in turn, each where its field is there to be changed.
var verdicts = []verdict{
	{"w1", "main .mended:has([data-key=w]) [data-pick]"}, // somebody else it was
	{"a", ".mend"}, // it is right
	{"h" + kb.ArrowDown + kb.Enter, "main select[data-key=h]:has(option:checked:not(:last-child))"}, // held, not planned
	{"x", ".mend"}, // no such thing
	{"p1", "main .mended:has([data-key=p]) [data-pick]"},                                            // another of the places that are told
	{"d1", "main .mended:has([data-key=d]) [data-pick]"},                                            // another of the days
	{"t" + kb.ArrowDown + kb.Enter, "main select[data-key=t]:has(option:checked:not(:last-child))"}, // an event of another type
	{"m", "main button[data-key=m]"},                                                                // two are one
}

// TestTwentyCorrections puts right twenty entries of the queue by keys alone: at most four
// each, and every one is kept.
func TestTwentyCorrections(t *testing.T) {
	b := open(t)
	b.visit("/review")
	most, turn := 0, 0
	for done := 1; done <= twenty; done++ {
		b.until(`document.querySelector(".review")`)
		v := verdicts[turn%len(verdicts)]
		for !b.offers(v) {
			turn++
			v = verdicts[turn%len(verdicts)]
		}
		turn++
		before, asked := b.keys, b.value(`document.querySelector(".review > div").textContent`)
		b.press(v.keys)
		b.until(`document.querySelector(".done") && document.querySelector(".review > div")?.textContent !== ` + quoted(asked))
		most = max(most, b.keys-before)
		if b.keys-before > mostKeys {
			t.Errorf("%q took %d keys, %d at most", v.keys, b.keys-before, mostKeys)
		}
	}
	t.Logf("%d corrections in %d keys, %d at most for one", twenty, b.keys, most)
	b.visit("/corrections")
	if kept := b.value(`document.querySelector(".count")?.textContent`); !strings.HasPrefix(kept, strconv.Itoa(twenty)) {
		t.Errorf("kept: %s", kept)
	}
}

// offers reports whether a verdict can be given of the entry that is asked about.
func (b *tab) offers(v verdict) bool {
	b.Helper()
	return b.value(`Boolean(document.querySelector(`+quoted(v.field)+`))`) == "true"
}
