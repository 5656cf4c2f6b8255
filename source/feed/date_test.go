package feed

import (
	"testing"
	"time"
)

func TestDateIn(t *testing.T) {
	for words, want := range map[string]string{
		"gio, 4 apr 2030 00:38:15 +0100":        "2030-04-03T23:38:15Z",
		"Thu, Apr 04 2030 02:02:33 PM":          "2030-04-04T14:02:33Z",
		"April 4, 2030 12:05 am EST":            "2030-04-04T05:05:00Z",
		"mar, 16 nov 2032 10:00:00 GMT":         "2032-11-16T10:00:00Z",
		"4. März 2030 08:15 MEZ":                "2030-03-04T07:15:00Z",
		"04-Jul-2030 09:00 -03:00":              "2030-07-04T12:00:00Z",
		"ven., 5 août 2030":                     "2030-08-05T00:00:00Z",
		"чт, 4 апр 2030 12:00:00 MSK":           "2030-04-04T09:00:00Z",
		"5 juil. 2030":                          "2030-07-05T00:00:00Z",
		"3 maja 2030":                           "2030-05-03T00:00:00Z",
		"31 apr 2030":                           "",
		"4/5/2030":                              "",
		"2030":                                  "",
		"":                                      "",
		"4 apr 2030 25:00":                      "",
		"4 apr 2030, 5 apr 2030":                "",
		"4 apr 999999999999999999999999 2030":   "",
		"between 4 april and 9 april 2030":      "",
		"4 apr 2030 10:00 until 11:00 the same": "",
	} {
		got := ""
		if at := dateIn(words); !at.IsZero() {
			got = at.UTC().Format(time.RFC3339)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", words, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, table := range []string{"is\tvalue\tx", "is\tvalue\twords\nthing\t1\tx", "is\tvalue\twords\nmonth\tx\tx"} {
		if _, err := readDates([]byte(table)); err == nil {
			t.Errorf("%q was read", table)
		}
	}
	l, err := Parse([]byte(`<rss version="2.0"><channel><title>Echo</title><item><title>Talks</title><link>https://echo.example/1</link><pubDate>gio, 4 apr 2030 10:00:00 +0200</pubDate></item></channel></rss>`), "", "https://echo.example/feed")
	if err != nil || len(l.Items) != 1 || l.Items[0].Published.Format(time.RFC3339) != "2030-04-04T08:00:00Z" || l.Site != "" {
		t.Errorf("%+v %v", l, err)
	}
}
