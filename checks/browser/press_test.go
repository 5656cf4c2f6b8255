package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// press presses keys, one after another, as a keyboard does: what a page forbids when a
// key goes down is not typed.
func (b *tab) press(keys string) {
	b.Helper()
	for _, r := range keys {
		b.keys++
		b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error { return strike(ctx, t, r) }))
	}
}

// strike presses a key and lets it go. The package gives the letter as an event of its
// own, which the page could not forbid.
func strike(ctx context.Context, t *chromedp.Target, r rune) error {
	all := kb.Encode(r)
	down, up := all[0], all[len(all)-1]
	if len(all) == 3 {
		down.Text, down.UnmodifiedText = all[1].Text, all[1].UnmodifiedText
	}
	for _, e := range []*input.DispatchKeyEventParams{down, up} {
		if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, *e); err != nil {
			return err
		}
	}
	return nil
}
