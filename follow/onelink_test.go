package follow_test

import (
	"strings"
	"testing"
	"time"
)

// TestOneLink takes items that share a link once each, also when one of them had it for
// itself before, or has it afterwards; and what two sources call alike is two.
func TestOneLink(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	item := func(n string) string {
		return "<item><title>Item " + n + "</title><link>/today</link><guid isPermaLink='false'>" + n + "</guid><description>The envoys of Mali and Niger met for the " + n + " time on Monday, the host said.</description></item>"
	}
	list := func(items ...string) string {
		return "<rss version='2.0'><channel><title>x</title>" + strings.Join(items, "") + "</channel></rss>"
	}
	s.page("/today", "Item first", "They met.")
	d.follow(s.at + "/feed")
	for _, items := range [][]string{{"first"}, {"second", "first"}, {"third", "second", "first"}, {"third", "second"}, {"third"}} {
		var all []string
		for _, n := range items {
			all = append(all, item(n))
		}
		s.text("/feed", list(all...))
		d.round()
		d.clock.pass(40 * time.Minute)
	}
	if got := strings.Join(d.taken, ","); got != "Item first,Item second,Item third" {
		t.Errorf("taken %q", got)
	}
	s.text("/feed", list())
	for _, at := range []string{"/one", "/two"} {
		s.text(at, list("<item><title>Notice of "+at+"</title><guid isPermaLink='false'>1</guid><description>The envoys of Mali and Niger met in "+at+" on Monday, the host said.</description></item>"))
		d.follow(s.at + at)
	}
	for range 3 {
		d.round()
		d.clock.pass(40 * time.Minute)
	}
	if len(d.taken) != 5 {
		t.Errorf("taken %q", d.taken)
	}
}

// TestFragments takes items whose links lead to parts of one page once each, with their own
// words, also one that was alone in its feed before, or is so afterwards.
func TestFragments(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	item := func(n string) string {
		return "<item><title>Item " + n + "</title><link>/log#" + n + "</link><pubDate>Tue, 04 Mar 2031 23:30:00 -0500</pubDate><description>The envoys of Mali and Niger met for the " + n + " time on Monday, the host said.</description></item>"
	}
	s.page("/log", "Item first", "They met.")
	d.follow(s.at + "/feed")
	for _, listed := range [][]string{{"first"}, {"second", "first"}, {"third", "second", "first"}, {"third", "second"}, {"third"}} {
		var all []string
		for _, n := range listed {
			all = append(all, item(n))
		}
		s.text("/feed", "<rss version='2.0'><channel><title>x</title>"+strings.Join(all, "")+"</channel></rss>")
		d.round()
		d.clock.pass(40 * time.Minute)
	}
	if got := strings.Join(d.taken, ","); got != "Item first,Item second,Item third" || !strings.Contains(d.texts[1], "the second time") || !strings.Contains(d.texts[2], "the third time") {
		t.Errorf("taken %q: %q", got, d.texts)
	}
}
