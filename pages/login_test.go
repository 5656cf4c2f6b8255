package pages_test

import (
	"errors"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"rapporteur/pages"
)

// TestLogIn asks for a name and a password, says why they were not right, and leads
// nowhere but to this server.
func TestLogIn(t *testing.T) {
	page := pages.LogIn()
	shown := func(next string, form url.Values, err error) string {
		r := httptest.NewRequest("POST", "/login?"+url.Values{"next": {next}}.Encode(), strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		page(w, r, err)
		return w.Body.String()
	}
	first := shown("/meetings?state=KEN", nil, nil)
	for _, want := range []string{`action="/login"`, `name="next" value="/meetings?state=KEN"`, `type="password"`, `for="name"`} {
		if !strings.Contains(first, want) {
			t.Errorf("no %s in %s", want, first)
		}
	}
	if strings.Contains(first, "alert") || strings.Contains(first, "<script") {
		t.Error(first)
	}
	again := shown("//evil.example", url.Values{"name": {`"><script>kim`}, "password": {"a secret"}}, errors.New("the name or the password is not right"))
	if !strings.Contains(again, "the name or the password is not right") || !strings.Contains(again, `name="next" value="/"`) || strings.Contains(again, "<script>") || strings.Contains(again, "a secret") {
		t.Error(again)
	}
}
