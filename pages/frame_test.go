package pages_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/store/memory"

	"golang.org/x/net/html"
)

// addresses are one of every page.
var addresses = []string{"/", "/statements", "/events", "/events?type=perhaps", "/nowhere", "/e/{entry}", "/meetings", "/meetings/attendance", "/meetings/timeline", "/map", "/dossiers", "/dossiers?propose=true", "/positions", "/positions/list", "/positions/shifts", "/positions/line?issue=blockade&party=VLD"}

// each asks for every page.
func each(t *testing.T, h http.Handler, do func(address, body string)) {
	t.Helper()
	_, events := get(t, h, "/events")
	entry := regexp.MustCompile(`data-entry="([^"]+)"`).FindStringSubmatch(events)
	for _, address := range slices.Concat(addresses, deskAddresses(t, h)) {
		if entry != nil {
			address = strings.ReplaceAll(address, "{entry}", entry[1])
		}
		_, body := get(t, h, address)
		do(address, body)
	}
}

// most is what a page may weigh, in bytes, without images.
const most = 100_000

func TestWeight(t *testing.T) {
	h := site(t)
	each(t, h, func(address, body string) {
		weight := len(body)
		for _, asset := range regexp.MustCompile(`(?:href|src)="(/static/[^"]+)"`).FindAllStringSubmatch(body, -1) {
			a, loaded := get(t, h, asset[1])
			if a.StatusCode != http.StatusOK || !strings.Contains(a.Header.Get("Cache-Control"), "immutable") {
				t.Errorf("%s: %d", asset[1], a.StatusCode)
			}
			if !strings.HasPrefix(a.Header.Get("Content-Type"), "image/") {
				weight += len(loaded)
			}
		}
		if weight > most {
			t.Errorf("%s weighs %d bytes with what it loads, %d at most", address, weight, most)
		}
	})
}

// TestNothingInline holds that a page has no script, style or handler in itself, and asks
// nothing of another server.
func TestNothingInline(t *testing.T) {
	h := site(t)
	each(t, h, func(address, body string) {
		for n := range tokens(t, body) {
			for _, a := range n.Attr {
				switch {
				case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
					t.Errorf("%s: <%s %s=%q>", address, n.Data, a.Key, a.Val)
				case (a.Key == "src" || n.Data == "link" && a.Key == "href" || a.Key == "action") && !strings.HasPrefix(a.Val, "/"):
					t.Errorf("%s: <%s %s=%q>", address, n.Data, a.Key, a.Val)
				}
			}
			if n.Data == "style" {
				t.Errorf("%s: <style>", address)
			}
		}
		if found := regexp.MustCompile(`<script[^>]*>[^<]+`).FindString(body); found != "" {
			t.Errorf("%s: %s", address, found)
		}
	})
}

// TestWellFormed holds that every element that is opened is closed in its turn, that no
// id is there twice, and that fields have labels.
func TestWellFormed(t *testing.T) {
	void := map[string]bool{"meta": true, "link": true, "input": true, "br": true, "hr": true, "img": true, "path": false}
	each(t, site(t), func(address, body string) {
		var open []string
		ids := map[string]bool{}
		z := html.NewTokenizer(strings.NewReader(body))
		for {
			switch kind := z.Next(); kind {
			case html.ErrorToken:
				if len(open) > 0 {
					t.Errorf("%s: open at the end: %v", address, open)
				}
				return
			case html.StartTagToken, html.SelfClosingTagToken:
				n := z.Token()
				for _, a := range n.Attr {
					if a.Key == "id" && ids[a.Val] {
						t.Errorf("%s: id %q twice", address, a.Val)
					} else if a.Key == "id" {
						ids[a.Val] = true
					}
				}
				if !void[n.Data] && kind == html.StartTagToken {
					open = append(open, n.Data)
				}
			case html.EndTagToken:
				n := z.Token()
				if len(open) == 0 || open[len(open)-1] != n.Data {
					t.Errorf("%s: </%s> closes %v", address, n.Data, open)
					return
				}
				open = open[:len(open)-1]
			}
		}
	})
}

// tokens are the elements of a page.
func tokens(t *testing.T, body string) func(func(html.Token) bool) {
	t.Helper()
	return func(yield func(html.Token) bool) {
		z := html.NewTokenizer(strings.NewReader(body))
		for {
			switch z.Next() {
			case html.ErrorToken:
				return
			case html.StartTagToken, html.SelfClosingTagToken:
				if !yield(z.Token()) {
					return
				}
			}
		}
	}
}

func TestPartOfAPage(t *testing.T) {
	_, body := get(t, site(t), "/events", "Rapporteur-Part", "main")
	if strings.Contains(body, "<html") || !strings.HasPrefix(strings.TrimSpace(body), "<div") {
		t.Errorf("%.200s", body)
	}
}

func TestWhatIsNotThere(t *testing.T) {
	h := site(t)
	holds(t, h, "/nowhere", http.StatusNotFound, "there is no page at this address")
	holds(t, h, "/e/m0000000000", http.StatusNotFound, "m0000000000")
	holds(t, h, "/e/m0000000000?as_of=sometime", http.StatusUnprocessableEntity, "give a day as YYYY-MM-DD")
	for _, path := range []string{"/static/", "/static/old/frame.css", "/static/x/../pages.go"} {
		if a, _ := get(t, h, path); a.StatusCode == http.StatusOK {
			t.Errorf("%s: %d", path, a.StatusCode)
		}
	}
}

func TestEmptyRecord(t *testing.T) {
	h := over(record.New(memory.New(), func() time.Time { return noon }))
	each(t, h, func(address, body string) {
		if !strings.Contains(body, "</html>") {
			t.Errorf("%s: %.200s", address, body)
		}
	})
	holds(t, h, "/", http.StatusOK, "The record is empty.")
}

// TestUnforeseenStaysInTheLog holds that the words of a failure inside the program are
// not shown.
func TestUnforeseenStaysInTheLog(t *testing.T) {
	db := closed(t)
	w := httptest.NewRecorder()
	over(db).ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/events", nil))
	if w.Code < 500 || strings.Contains(w.Body.String(), "sql") || !strings.Contains(w.Body.String(), "</html>") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
