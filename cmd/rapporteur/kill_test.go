//go:build linux

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/source/warc/warctest"
)

// kills is how often a process is killed before it is let come to its end.
const kills = 6

// killedAt starts the program and kills it after a while, if it has not ended by then.
func killedAt(t *testing.T, after time.Duration, args ...string) {
	t.Helper()
	r := exec.Command("rapporteur", args...)
	if err := r.Start(); err != nil {
		t.Fatal(err)
	}
	kill := time.AfterFunc(after, func() { _ = r.Process.Kill() }) // it may be over
	defer kill.Stop()
	err := r.Wait()
	t.Logf("killed after %v: %v", after, err)
}

// lasting is how long the program takes for something when it is left alone.
func lasting(t *testing.T, args ...string) time.Duration {
	t.Helper()
	begun := time.Now()
	if out, err := exec.Command("rapporteur", args...).CombinedOutput(); err != nil {
		t.Fatalf("%q: %v\n%s", args, err, out)
	}
	return time.Since(begun)
}

// tale is a report that is like no other.
func tale(n int) string {
	return fmt.Sprintf("The envoys of Norway met those of Peru in Oslo on %d May 2031 for round %d of their talks, the ministry said. Basket %d of the %dth list was closed.", n%28+1, n, 7*n, 3*n)
}

// TestKillAdd kills the program at random points while it adds a web archive and a table:
// started again with the same command, it has each report on the record once.
func TestKillAdd(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes and kills them")
	}
	const pages = 60
	dir := t.TempDir()
	var records [][]byte
	rows := bytes.NewBufferString("url,published,text\n")
	for n := range pages {
		address := fmt.Sprintf("https://quay.example/%d", n)
		records = append(records, warctest.Page(address, "<html><body><article><h1>Round "+fmt.Sprint(n)+"</h1><p>"+tale(n)+"</p></article></body></html>"))
		fmt.Fprintf(rows, "https://harbour.example/%d,2031-06-%02d,%q\n", n, n%28+1, strings.ReplaceAll(tale(n+pages), `"`, ""))
	}
	archive, table := filepath.Join(dir, "crawl.warc.gz"), filepath.Join(dir, "table.csv")
	if err := os.WriteFile(archive, warctest.Zip(records...), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(table, rows.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	whole := lasting(t, "add", "--db", filepath.Join(dir, "whole.db"), archive, table)
	db := filepath.Join(dir, "record.db")
	add := []string{"add", "--db", db, archive, table}
	random := rand.New(rand.NewPCG(17, 1))
	for range kills {
		killedAt(t, time.Duration(random.Int64N(int64(whole)/2)), add...)
	}
	lasting(t, add...)
	if have, want := reportsOn(t, db), reportsOn(t, filepath.Join(dir, "whole.db")); have != want || want < pages {
		t.Errorf("%d reports are on the record, %d where nobody was killed", have, want)
	}
}

// site is a feed of items with their words in it, and of others whose pages lie on as many
// addresses of this machine (Linux has all of 127.0.0.0/8), which count for hosts, so
// that they may be asked for side by side.
func site(t *testing.T, items int) string {
	t.Helper()
	l, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var n int
		switch _, err := fmt.Sscanf(r.URL.Path, "/round/%d", &n); {
		case err == nil:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = fmt.Fprintf(w, "<html><body><article><h1>Round %d</h1><p>%s</p></article></body></html>", n, tale(n))
		case r.URL.Path != "/feed":
			http.NotFound(w, r)
		default:
			w.Header().Set("Content-Type", "application/rss+xml")
			_, _ = fmt.Fprint(w, `<rss version="2.0"><channel><title>Quay</title><ttl>1</ttl>`)
			for n := range items {
				where := fmt.Sprintf("<description>%s</description>", tale(n))
				if n%2 == 0 {
					where = fmt.Sprintf("<link>http://127.0.%d.2:%d/round/%d</link>", n+1, port, n)
				}
				_, _ = fmt.Fprintf(w, "<item><title>Round %d</title><guid isPermaLink='false'>r%d</guid>%s</item>", n, n, where)
			}
			_, _ = fmt.Fprint(w, `</channel></rss>`)
		}
	}))
	_ = s.Listener.Close()
	s.Listener = l
	s.Start()
	t.Cleanup(s.Close)
	return fmt.Sprintf("http://127.0.0.1:%d/feed", port)
}

// TestKillWatch kills the program at random points while it brings in what a feed lists
// and a folder holds: rounds that are let come to their end have each on the record once.
func TestKillWatch(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes and kills them")
	}
	const items, files = 24, 12
	dir := t.TempDir()
	inbox, db := filepath.Join(dir, "inbox"), filepath.Join(dir, "record.db")
	if err := os.Mkdir(inbox, 0o700); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour) // a file that may be written to is left for later
	for n := range files {
		at := filepath.Join(inbox, fmt.Sprintf("%d.txt", n))
		if err := os.WriteFile(at, []byte("date 2031-06-01\n\n"+tale(items+n)), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(at, old, old); err != nil {
			t.Fatal(err)
		}
	}
	networks := "--allow-network=127.0.0.0/8"
	lasting(t, "follow", "add", "--db", db, networks, site(t, items))
	lasting(t, "follow", "add", "--db", db, inbox)
	watch := []string{"watch", "--db", db, "--once", networks}
	random := rand.New(rand.NewPCG(17, 2))
	for i := range kills {
		killedAt(t, time.Duration(random.Int64N(int64(time.Duration(i+1)*300*time.Millisecond))), watch...)
	}
	lasting(t, watch...)
	lasting(t, "follow", "check", "--db", db, networks)
	if have := reportsOn(t, db); have != items+files {
		t.Errorf("%d reports are on the record, %d were listed", have, items+files)
	}
}
