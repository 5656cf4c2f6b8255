package service_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/service"
	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
)

// TestBundles takes letters and boxes apart wherever they come from, and by what is in
// them, whatever they are called.
func TestBundles(t *testing.T) {
	const head = "From: Lake Wire <wire@lake.example>\nDate: Tue, 2 Mar 2027 10:00:00 +0000\nMIME-Version: 1.0\nSubject: "
	letter := head + "First\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe lake rose on Monday.\n" +
		"--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=note.txt\n\nA note\n\nThe lake fell on Monday.\n--b--\n"
	box := "From a@lake.example Tue Mar  2 10:00:00 2027\n" + head + "Second\n\nThe lake froze.\n\nFrom a@lake.example Tue Mar  2 11:00:00 2027\n" + head + "Third\n\nThe lake thawed.\n"
	folder := t.TempDir()
	for name, text := range map[string]string{"a": letter, "b.txt": box} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	in := &service.Inputs{Opener: &source.Opener{Stdin: strings.NewReader("")}, Stdin: strings.NewReader(box)}
	names, titles := opened(t, in, folder, "-", filepath.Join(folder, "none.eml"))
	for i := range names {
		names[i] = strings.TrimPrefix(filepath.ToSlash(names[i]), filepath.ToSlash(folder)+"/")
	}
	if diff := cmp.Diff([]string{"a", "a: note.txt", "b.txt:1", "b.txt:2", "standard input:1", "standard input:2", "none.eml"}, names); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"First", "A note", "Second", "Third", "Second", "Third", "unreadable"}, titles); diff != "" {
		t.Error(diff)
	}
	o := service.Offer{Files: []service.OfferedFile{{Name: "sent", Data: []byte(letter)}}}
	n := 0
	for range o.Inputs() {
		n++
	}
	if n != 2 {
		t.Errorf("%d reports of an offer", n)
	}
}
