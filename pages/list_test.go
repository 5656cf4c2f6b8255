package pages_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

func TestLists(t *testing.T) {
	h := site(t)
	for address, want := range map[string]string{
		"/statements":                            "Helena Carrow",
		"/statements?q=blockade":                 "blockade",
		"/statements?actor=Helena+Carrow":        `<b dir="auto">Helena Carrow</b>`,
		"/statements?type=deny&oldest=true":      `<option value="deny" selected>`,
		"/events":                                `href="/e/e`,
		"/events?status=planned":                 "planned",
		"/events?type=SANCTION":                  "Sanction",
		"/statements?since=2030-01-01":           "Nobody is on the record with such a statement.",
		"/statements?outlet=Strait+Wire&place=x": "the record has no such place",
	} {
		status := http.StatusOK
		if strings.HasSuffix(address, "place=x") {
			status = http.StatusUnprocessableEntity
		}
		holds(t, h, address, status, want, `aria-current="page"`, `href="/api/v1/`)
	}
}

// TestEmptyConditionsLeaveTheAddress holds that a form sent with empty fields ends at an
// address that can be passed on.
func TestEmptyConditionsLeaveTheAddress(t *testing.T) {
	a, _ := get(t, site(t), "/statements?q=&actor=&type=deny&since=")
	if to := a.Header.Get("Location"); a.StatusCode != http.StatusSeeOther || to != "/statements?type=deny" {
		t.Errorf("%d %s", a.StatusCode, to)
	}
}

// TestConditionsAreKept holds that of several values each has a chip that takes it away
// alone, and that the form passes on those that no field shows.
func TestConditionsAreKept(t *testing.T) {
	holds(t, site(t), "/statements?state=VLD&state=MRN&as_of=2027-04-13", http.StatusOK,
		`href="/statements?as_of=2027-04-13&amp;state=MRN"`, `<input type="hidden" name="state" value="MRN">`, `<input type="hidden" name="as_of" value="2027-04-13">`)
}

// TestEveryEntryOnce walks a list by its pager.
func TestEveryEntryOnce(t *testing.T) {
	h, address, seen := site(t), "/events", map[string]int{}
	next := regexp.MustCompile(`<a href="([^"]+)" rel="next">`)
	for range 9 {
		body := holds(t, h, address, http.StatusOK)
		for _, id := range regexp.MustCompile(`data-entry="([^"]+)"`).FindAllStringSubmatch(body, -1) {
			seen[id[1]]++
		}
		to := next.FindStringSubmatch(body)
		if to == nil {
			break
		}
		address = strings.ReplaceAll(to[1], "&amp;", "&")
	}
	if address == "/events" || len(seen) < 51 {
		t.Errorf("%d entries, last %s", len(seen), address)
	}
	for id, n := range seen {
		if n != 1 {
			t.Errorf("%s: %d times", id, n)
		}
	}
	holds(t, h, "/events?page=900", http.StatusOK)
}

func TestThemeIsKept(t *testing.T) {
	h := site(t)
	for back, want := range map[string]string{"/events?type=AID": "/events?type=AID", "//evil.example": "/", "https://evil.example/": "/", `/\evil.example`: "/", "": "/"} {
		a, _ := post(t, h, "/theme", url.Values{"theme": {"dark"}, "back": {back}})
		if a.StatusCode != http.StatusSeeOther || a.Header.Get("Location") != want {
			t.Errorf("back to %q: %d %s", back, a.StatusCode, a.Header.Get("Location"))
		}
		if c := a.Cookies()[0]; c.Value != "dark" || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode {
			t.Errorf("%+v", c)
		}
	}
	if a, _ := post(t, h, "/theme", url.Values{"theme": {"pink"}}); a.Cookies()[0].MaxAge >= 0 {
		t.Error("a colour that there is none of is kept")
	}
	if _, body := get(t, h, "/", "Cookie", "theme=dark"); !strings.Contains(body, `<html lang="en" data-theme="dark">`) {
		t.Errorf("%.200s", body)
	}
}

// TestModules holds that every module that is loaded is served, and so is what it imports.
func TestModules(t *testing.T) {
	h := site(t)
	_, body := get(t, h, "/")
	todo := []string{regexp.MustCompile(`<script type="module" src="([^"]+)">`).FindStringSubmatch(body)[1]}
	for len(todo) > 0 {
		a, module := get(t, h, todo[0])
		if a.StatusCode != http.StatusOK || a.Header.Get("Content-Type") != "text/javascript; charset=utf-8" {
			t.Errorf("%s: %d %s", todo[0], a.StatusCode, a.Header.Get("Content-Type"))
		}
		folder := todo[0][:strings.LastIndex(todo[0], "/")]
		todo = todo[1:]
		for _, m := range regexp.MustCompile(`from "\./([^"]+)"`).FindAllStringSubmatch(module, -1) {
			todo = append(todo, folder+"/"+m[1])
		}
	}
}
