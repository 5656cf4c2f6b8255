package browser

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
)

// widths are those of a telephone, a tablet and a desk.
var widths = []int64{390, 820, 1440}

// TestScreenshots takes a picture of every page at three widths, and holds that none is
// wider than the window.
func TestScreenshots(t *testing.T) {
	folder := os.Getenv("RAPPORTEUR_SCREENSHOTS")
	if folder == "" {
		folder = t.TempDir()
	} else if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	shown(t, func(b *tab, s screen) {
		for _, w := range widths {
			b.do(chromedp.EmulateViewport(w, 900))
			b.visit(s.address)
			if wide := b.value(`document.documentElement.scrollWidth > innerWidth`); wide == "true" {
				t.Errorf("%s is wider than %d pixels", s.address, w)
			}
			picture, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, s.name+"-"+strconv.FormatInt(w, 10)+".png"), picture, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	})
}
