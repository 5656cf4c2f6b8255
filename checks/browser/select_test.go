package browser

import (
	"strconv"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// drag selects characters of a block's text with the mouse, and gives what was selected.
func (b *tab) drag(css string, from, to int) string {
	b.Helper()
	corner := func(at int) (x, y float64) {
		b.until(`document.querySelector(` + quoted(css) + `)`)
		type point struct{ X, Y float64 }
		p, err := chromedp.Run(b.ctx, chromedp.Evaluate[point](`(() => {
			const block = document.querySelector(`+quoted(css)+`);
			block.scrollIntoView({ block: "center", behavior: "instant" });
			const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (n) => n.parentElement.closest("sup") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
			let left = `+strconv.Itoa(at)+`, node = walker.nextNode();
			while (left > node.data.length) { left -= node.data.length; node = walker.nextNode(); }
			const range = document.createRange();
			range.setStart(node, left);
			const box = range.getBoundingClientRect();
			return { X: box.x, Y: box.y + box.height / 2 };
		})()`))
		if err != nil {
			b.Fatal(err)
		}
		return p.X, p.Y
	}
	x, y := corner(from)
	toX, toY := corner(to)
	b.mouse(input.DispatchMouseEventTypeMousePressed, x+1, y)
	b.mouse(input.DispatchMouseEventTypeMouseMoved, (x+toX)/2, (y+toY)/2)
	b.mouse(input.DispatchMouseEventTypeMouseMoved, toX, toY)
	b.mouse(input.DispatchMouseEventTypeMouseReleased, toX, toY)
	return b.value(`getSelection()`)
}

// mouse moves, presses or lets go of the left button.
func (b *tab) mouse(what input.DispatchMouseEventType, x, y float64) {
	b.Helper()
	b.do(chromedp.MouseEvent(what, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1), func(p *input.DispatchMouseEventParams) { p.Buttons = 1 }))
}

// choose takes one of the values of a field, as a person does who opens it.
func (b *tab) choose(css, value string) {
	b.Helper()
	b.until(`document.querySelector(` + quoted(css) + `)`)
	b.do(chromedp.Focus(chromedp.CSS(css)))
	b.press(value)
	b.until(`document.querySelector(` + quoted(css) + `).value === ` + quoted(value))
}
