package api_test

import (
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/api"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
)

// TestPostLetter puts a letter on the record and what is attached to it; what cannot be
// read of it is told beside the rest.
func TestPostLetter(t *testing.T) {
	reader, err := service.Tables{}.Reader(reading.Budget{})
	if err != nil {
		t.Fatal(err)
	}
	h := api.Handler(api.Options{Record: record.New(memory.New(), time.Now), Read: reader.Read, Knowing: reader.ReadKnowing})
	letter := "From: Lake Wire <wire@lake.example>\nDate: Tue, 2 Mar 2027 10:00:00 +0000\nSubject: Talks\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" +
		"--b\nContent-Type: text/plain\n\nKenya met Uganda.\n--b\nContent-Type: application/rtf\n\n{\\rtf1 Mali met Niger.\\par}\n--b\nContent-Type: application/rtf\n\n{\\rtf1}\n--b--\n"
	body := `{"file_name":"talks.eml","file":"` + base64.StdEncoding.EncodeToString([]byte(letter)) + `"}`
	a, got := ask(t, h, http.MethodPost, "/api/v1/reports", body)
	if a.StatusCode != http.StatusCreated || !strings.Contains(got, `"entries":1,"more":[{"report":`) || !strings.Contains(got, `"failed":["read talks.eml: attached application/rtf: no words`) {
		t.Errorf("%d %s", a.StatusCode, got)
	}
	if a, got = ask(t, h, http.MethodPost, "/api/v1/reports", body); a.StatusCode != http.StatusOK || !strings.Contains(got, `"outcome":"known"`) {
		t.Errorf("again: %d %s", a.StatusCode, got)
	}
	if _, got := ask(t, h, http.MethodGet, "/api/v1/reports", ""); !strings.Contains(got, `"total":2`) || !strings.Contains(got, `"outlet":"Lake Wire"`) || !strings.Contains(got, `"published":"2027-03-02"`) {
		t.Error(got)
	}
	if a, got = ask(t, h, http.MethodPost, "/api/v1/reports", `{"file":"`+base64.StdEncoding.EncodeToString([]byte{0, 1, 2})+`"}`); a.StatusCode != http.StatusUnsupportedMediaType || !strings.Contains(got, "read the file that was sent: ") {
		t.Errorf("nothing readable: %d %s", a.StatusCode, got)
	}
}
