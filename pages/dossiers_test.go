package pages_test

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/store/memory"
)

func TestDossiers(t *testing.T) {
	h := as(access.Editor, over(record.New(memory.New(), func() time.Time { return noon })))
	holds(t, h, "/dossiers", http.StatusOK, "There is no dossier yet.", `href="/api/v1/dossiers"`)
	a, body := post(t, h, "/dossiers", url.Values{"name": {" lake "}, "q": {`fish "landing fee"`}, "since": {"2027-01-01"}, "until": {""}})
	if a.StatusCode != http.StatusSeeOther || a.Header.Get("Location") != "/dossiers" {
		t.Fatalf("%d %s", a.StatusCode, mainOf(body))
	}
	holds(t, h, "/dossiers", http.StatusOK, `<a href="/?dossier=lake" dir="auto">lake</a>`, "landing fee", "1 Jan 2027", `<a href="/meetings?dossier=lake">0 meetings</a>`)
	if a, _ := post(t, h, "/dossiers/drop", url.Values{"name": {"lake"}}); a.StatusCode != http.StatusSeeOther {
		t.Errorf("drop: %d", a.StatusCode)
	}
	holds(t, h, "/dossiers", http.StatusOK, "There is no dossier yet.")
	if a, _ := post(t, h, "/dossiers/drop", url.Values{"name": {"lake"}}); a.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("dropped twice: %d", a.StatusCode)
	}
}

// TestRefusedDossierStaysFilledIn holds that nothing that was typed is lost.
func TestRefusedDossierStaysFilledIn(t *testing.T) {
	h := as(access.Editor, over(record.New(memory.New(), func() time.Time { return noon })))
	for want, form := range map[string]url.Values{
		"say what belongs to it": {"name": {"lake"}},
		"there is no such state": {"name": {"lake"}, "state": {"XQ, KEN"}},
	} {
		a, body := post(t, h, "/dossiers", form)
		if a.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", form, a.StatusCode)
		}
		contains(t, body, want, `name="name" value="lake"`)
	}
}

// TestProposedDossiers keeps one that the record proposes; then it is proposed no more.
func TestProposedDossiers(t *testing.T) {
	h := as(access.Editor, site(t))
	body := holds(t, h, "/dossiers?propose=true", http.StatusOK, "them together")
	form := url.Values{}
	part := body[strings.Index(body, `id="proposed"`):]
	for _, m := range regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)">`).FindAllStringSubmatch(part[:strings.Index(part, "</form>")], -1) {
		form.Set(m[1], html.UnescapeString(m[2]))
	}
	if a, body := post(t, h, "/dossiers", form); a.StatusCode != http.StatusSeeOther {
		t.Fatalf("%v: %d %s", form, a.StatusCode, mainOf(body))
	}
	defer post(t, h, "/dossiers/drop", url.Values{"name": {form.Get("name")}})
	body = holds(t, h, "/dossiers?propose=true", http.StatusOK)
	if strings.Contains(body[strings.Index(body, `id="proposed"`):], `value="`+html.EscapeString(form.Get("name"))+`"`) {
		t.Errorf("%s is proposed again", form.Get("name"))
	}
}

// TestReaderKeepsNoDossier: who may not change the record is shown no form that does.
func TestReaderKeepsNoDossier(t *testing.T) {
	h := as(access.Reader, site(t))
	if body := holds(t, h, "/dossiers?propose=true", http.StatusOK, "them together"); strings.Contains(mainOf(body), `method="post"`) {
		t.Errorf("%s", mainOf(body))
	}
}
