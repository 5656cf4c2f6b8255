package browser

import (
	"cmp"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// tab is a page of a browser over a server.
type tab struct {
	*testing.T
	ctx  context.Context
	base string
	// keys counts those that were pressed.
	keys int

	mu sync.Mutex
	// asked are the addresses that pages requested, said what the console has but for a
	// page that is not there on purpose.
	asked, said []string
}

// patience is how long anything on a page may take.
const patience = 20 * time.Second

// open starts a browser over the negotiation.
func open(t *testing.T) *tab {
	t.Helper()
	return openOver(t, negotiation)
}

// openOver starts a browser over a record of its own. When the test ends, it holds that
// the console had no error and that nothing outside the server was requested.
func openOver(t *testing.T, record string) *tab {
	t.Helper()
	chromium := found(t)
	b := &tab{T: t, base: serve(t, record)}
	netlog := filepath.Join(t.TempDir(), "net.json")
	profile, err := os.MkdirTemp(scratch, "profile") // a browser that ends still writes there
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(context.Background(), chromedp.WithListener(b.hear), chromedp.WithAllocatorOptions(
		chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.UserDataDir(profile), chromedp.Flag("log-net-log", netlog),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-features", "Translate,AutofillServerCommunication,OptimizationHints,MediaRouter"), chromedp.Flag("lang", "en-GB")))
	b.ctx = ctx
	b.do(chromedp.EmulateViewport(1280, 900))
	t.Cleanup(func() {
		if err := chromedp.Cancel(ctx); err != nil {
			t.Log(err)
		}
		cancel()
		b.quiet()
		b.alone(netlog)
	})
	return b
}

// found is Chromium, or the end of the test.
func found(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("walks through the pages, not with -short")
	}
	at, err := exec.LookPath(cmp.Or(os.Getenv("RAPPORTEUR_CHROMIUM"), "chromium"))
	switch {
	case err == nil:
		return at
	case os.Getenv("CI") == "true":
		t.Fatal("Chromium is not installed; .ci/run installs it (apt-get install chromium)")
	}
	t.Skip("Chromium is not installed (apt-get install chromium, or RAPPORTEUR_CHROMIUM=PATH)")
	return ""
}

// hear takes down what the browser tells of the page.
func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.asked = append(b.asked, e.Request.URL)
	case *runtime.EventExceptionThrown:
		b.said = append(b.said, "exception: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		b.said = append(b.said, string(e.Type))
	case *log.EventEntryAdded:
		if e.Entry.URL == b.base+nowhere {
			return
		}
		b.said = append(b.said, string(e.Entry.Level)+": "+e.Entry.Text+" "+e.Entry.URL)
	}
}

// quiet holds that the console is empty and every request was one of the server's.
func (b *tab) quiet() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, line := range b.said {
		b.Errorf("the console says: %s", line)
	}
	if len(b.asked) == 0 {
		b.Error("no request was heard of; is it still listened to?")
	}
	for _, address := range b.asked {
		if !strings.HasPrefix(address, b.base+"/") && !strings.HasPrefix(address, "data:") {
			b.Errorf("requested: %s", address)
		}
	}
}

// alone reads the browser's own log of the network: whatever part of it asked on behalf
// of the pages, nothing but the server was to be reached. What a browser asks on its own
// behalf (updates, accounts) stands in no page's partition of its caches.
func (b *tab) alone(path string) {
	data, err := os.ReadFile(path)
	if err != nil {
		b.Error(err)
		return
	}
	var logged struct {
		Events []struct {
			Params struct {
				URL       string `json:"url"`
				Partition string `json:"network_isolation_key"`
			} `json:"params"`
		} `json:"events"`
	}
	if err := json.Unmarshal(data, &logged); err != nil {
		b.Errorf("the browser's log: %v", err)
	}
	served := 0
	for i := range logged.Events {
		switch p := &logged.Events[i].Params; {
		case !strings.HasPrefix(p.Partition, "http://127.0.0.1 "):
		case strings.HasPrefix(p.URL, b.base+"/"):
			served++
		default:
			b.Errorf("the browser's log has %s", p.URL)
		}
	}
	if served == 0 {
		b.Error("the browser's log has no request; is it still written?")
	}
}

// do carries out actions.
func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// visit opens a page.
func (b *tab) visit(address string) {
	b.Helper()
	b.do(chromedp.Navigate(b.base + address))
}

// click clicks what is visible by a selector.
func (b *tab) click(css string) {
	b.Helper()
	b.until(`document.querySelector(` + quoted(css) + `)?.getClientRects().length`)
	b.do(chromedp.ScrollIntoView(chromedp.CSS(css)), chromedp.Click(chromedp.CSS(css), chromedp.NodeVisible))
}

// fill writes into a field in place of what is there.
func (b *tab) fill(css, text string) {
	b.Helper()
	b.until(`document.querySelector(` + quoted(css) + `)`)
	b.do(chromedp.Focus(chromedp.CSS(css)))
	b.until(`document.activeElement.select() ?? true`)
	b.press(text)
}

// until waits for something to hold on the page, be it this one or the next.
func (b *tab) until(script string) {
	b.Helper()
	b.value(`(` + script + `) ? "so" : ""`)
}

// value is what a script says of the page, as soon as it says anything.
func (b *tab) value(script string) string {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.readyState !== "complete" ? "" : String(`+script+`)`))
		if err == nil && got != "" {
			return got
		}
		select {
		case <-tick.C: // the page may be on its way
		case <-ctx.Done():
			where, _ := chromedp.Run(b.ctx, chromedp.Location()) // for the message
			b.Fatalf("%s: waited in vain for %s (%v)", where, script, err)
		}
	}
}

// quoted is a text as a script writes it.
func quoted(text string) string {
	out, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string always can be written
	}
	return string(out)
}
