package browser

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// pictures is the folder of the pictures that README and docs/pages.md show.
var pictures = flag.String("pictures", "", "take a picture of each page into a `folder`, and nothing else")

// The size of a picture, in pixels, and the bytes of all of them.
const (
	pictureWidth, pictureHeight = 1200, 860
	mostBytes                   = 3 << 20
)

// TestPictures takes the pictures of the documentation: the top of each page, in 256
// colours.
//
//	go test ./checks/browser -run TestPictures -pictures ../../docs/screenshots
func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("takes the pictures of the documentation, with -pictures FOLDER")
	}
	all := 0
	shown(t, func(b *tab, s screen) {
		b.do(chromedp.EmulateViewport(pictureWidth, pictureHeight))
		b.visit(s.address)
		taken, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		small, err := reduced(taken)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*pictures, s.name+".png"), small, 0o600); err != nil {
			t.Fatal(err)
		}
		all += len(small)
	})
	if all > mostBytes {
		t.Errorf("%d bytes of pictures, %d at most", all, mostBytes)
	}
}

// reduced is a picture with the 256 colours of it that are most frequent.
func reduced(data []byte) ([]byte, error) {
	from, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	count, bounds := map[color.RGBA]int{}, from.Bounds()
	at := func(x, y int) color.RGBA { return color.RGBAModel.Convert(from.At(x, y)).(color.RGBA) }
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			count[at(x, y)]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int { return count[b] - count[a] })
	palette := color.Palette{}
	for _, c := range colours[:min(len(colours), 256)] {
		palette = append(palette, c)
	}
	nearest := map[color.RGBA]uint8{}
	for _, c := range colours {
		nearest[c] = uint8(palette.Index(c)) // of 256 at most
	}
	to := image.NewPaletted(bounds, palette)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			to.SetColorIndex(x, y, nearest[at(x, y)])
		}
	}
	var out bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, to)
	return out.Bytes(), err
}

// TestReduced keeps every colour of a picture that has few.
func TestReduced(t *testing.T) {
	from := image.NewRGBA(image.Rect(0, 0, 20, 20))
	for i := range 400 {
		from.Set(i%20, i/20, color.RGBA{uint8(i % 20 * 10), uint8(i / 20 % 5 * 50), 7, 255})
	}
	var data bytes.Buffer
	if err := png.Encode(&data, from); err != nil {
		t.Fatal(err)
	}
	small, err := reduced(data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	to, err := png.Decode(bytes.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 400 {
		if x, y := i%20, i/20; color.RGBAModel.Convert(to.At(x, y)) != from.At(x, y) {
			t.Fatalf("%d, %d: %v, want %v", x, y, to.At(x, y), from.At(x, y))
		}
	}
	if _, err := reduced([]byte("no picture")); err == nil {
		t.Error("no error")
	}
}
