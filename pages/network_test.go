package pages_test

import (
	"net/http"
	"testing"
)

func TestNetwork(t *testing.T) {
	h := site(t)
	body := holds(t, h, "/network", http.StatusOK, `class="met"`, `class="named"`, "Veldria", "Ties, the strongest first", `href="/actors/VLD"`)
	if _, again := get(t, h, "/network"); again != body {
		t.Error("drawn otherwise the second time")
	}
	holds(t, h, "/network?since=2030-01-01", http.StatusOK, "Nobody meets or names anybody")
	holds(t, h, "/network?since=soon", http.StatusUnprocessableEntity, `role="alert"`)
	if a, _ := get(t, h, "/network?since="); a.StatusCode != http.StatusSeeOther {
		t.Error(a.StatusCode)
	}
}
