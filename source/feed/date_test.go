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
	if err != nil || len(l.Items) != 1 || l.Items[0].Published.Format(time.RFC3339) != "2030-04-04T10:00:00+02:00" || l.Site != "" {
		t.Errorf("%+v %v", l, err)
	}
}

// TestDateOf gives the day where a feed says it is, however it writes its zone.
func TestDateOf(t *testing.T) {
	for words, want := range map[string]string{
		"Tue, 04 Mar 2031 23:32 PST":            "2031-03-04T23:32:00-08:00",
		"Tue, 04 Mar 2031 23:32:10 -0400":       "2031-03-04T23:32:10-04:00",
		"Tue, 04 Mar 31 23:32:10 -0400":         "2031-03-04T23:32:10-04:00",
		"Tue, 04 Mar 31 23:32:10 EDT":           "2031-03-04T23:32:10-04:00",
		"Wed, 05 Mar 2031 01:15:00 +0900 (JST)": "2031-03-05T01:15:00+09:00",
		"2031-03-04T23:32:10.5-04:00":           "2031-03-04T23:32:10-04:00",
		"2031-03-05T01:15+09:00":                "2031-03-05T01:15:00+09:00",
		"2031-03-04 23:32:10 -0700":             "2031-03-04T23:32:10-07:00",
		"2031-03-04T23:32:10Z":                  "2031-03-04T23:32:10Z",
		"Tue, 04 Mar 2031 23:32:10 GMT+00:00":   "2031-03-04T23:32:10Z",
		"2031-03-04":                            "2031-03-04T00:00:00Z",
	} {
		l, err := Parse([]byte("<rss version='2.0'><channel><title>Echo</title><item><title>Talks</title><link>https://echo.example/1</link><pubDate>"+words+"</pubDate></item></channel></rss>"), "", "https://echo.example/feed")
		if err != nil || len(l.Items) != 1 || l.Items[0].Published.Format(time.RFC3339) != want {
			t.Errorf("%q: %+v %v, want %s", words, l, err, want)
		}
	}
	l, err := Parse([]byte("<urlset><url><loc>https://echo.example/1</loc><lastmod>2031-03-04T23:32:10-05:00</lastmod></url></urlset>"), "", "https://echo.example/map.xml")
	if err != nil || len(l.Items) != 1 || l.Items[0].Published.Format(time.DateOnly) != "2031-03-04" {
		t.Errorf("%+v %v", l, err)
	}
}
