package alert_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"rapporteur/alert"
)

func TestReady(t *testing.T) {
	now := at(t, "UTC", "2030-05-01 21:30")
	night := &alert.Hours{From: "22:00", To: "07:00", Zone: "UTC"}
	for _, c := range []struct {
		what string
		rule alert.Rule
		made []string
		want string
	}{
		{"nothing is against it", alert.Rule{}, nil, "2030-05-01 21:30"},
		{"fewer than the most", alert.Rule{Most: &alert.Rate{Letters: 2, In: time.Hour}}, []string{"21:00"}, "2030-05-01 21:30"},
		{"as many as the most", alert.Rule{Most: &alert.Rate{Letters: 2, In: time.Hour}}, []string{"21:10", "21:00"}, "2030-05-01 22:00"},
		{"more than the most", alert.Rule{Most: &alert.Rate{Letters: 2, In: time.Hour}}, []string{"20:40", "21:20", "21:10"}, "2030-05-01 22:10"},
		{"long ago", alert.Rule{Most: &alert.Rate{Letters: 1, In: time.Hour}}, []string{"20:00"}, "2030-05-01 21:30"},
		{"and then it is night", alert.Rule{Quiet: night, Most: &alert.Rate{Letters: 1, In: time.Hour}}, []string{"21:20"}, "2030-05-02 07:00"},
	} {
		var made []time.Time
		for _, clock := range c.made {
			made = append(made, at(t, "UTC", "2030-05-01 "+clock))
		}
		if got := c.rule.Ready(now, made); !got.Equal(at(t, "UTC", c.want)) {
			t.Errorf("%s: %v, want %s", c.what, got, c.want)
		}
	}
}

func TestPauseDoubles(t *testing.T) {
	for tries, want := range map[int]time.Duration{0: time.Hour, 1: 5 * time.Second, 2: 10 * time.Second, 9: 1280 * time.Second, 10: 2560 * time.Second, 11: time.Hour, 500: time.Hour} {
		if got := alert.Pause(tries, 0.5); got != want {
			t.Errorf("after %d: %v", tries, got)
		}
	}
	if low, high := alert.Pause(1, 0), alert.Pause(1, 1); low != 4*time.Second || high != 6*time.Second {
		t.Errorf("from %v to %v", low, high)
	}
}

func TestSettle(t *testing.T) {
	now := at(t, "UTC", "2030-05-01 12:00")
	broke := errors.New("the line broke")
	for _, c := range []struct {
		err   error
		never bool
		age   time.Duration
		state alert.State
		pause time.Duration
	}{
		{nil, true, 0, alert.Sent, 0},
		{broke, false, 0, alert.Waiting, 5 * time.Second},
		{broke, true, 0, alert.Unsure, 0},
		{&alert.Setback{Reason: "busy", Wish: time.Minute}, true, 0, alert.Waiting, time.Minute},
		{&alert.Setback{Reason: "busy", Wish: 90 * 24 * time.Hour}, false, 0, alert.Waiting, 24 * time.Hour},
		{&alert.Setback{Reason: "gone", Final: true}, false, 0, alert.Failed, 0},
		{broke, false, alert.GivenUp, alert.Failed, 5 * time.Second},
	} {
		l := alert.Letter{State: alert.Waiting, Made: now.Add(-c.age), Due: now, Held: now, Tries: 1, NeverTwice: c.never}
		l.Settle(c.err, now, 0.5)
		if l.State != c.state || l.Due.Sub(now) != c.pause || !l.Held.IsZero() || (l.Failure == "") != (c.err == nil) || l.Done.IsZero() != (c.state == alert.Waiting) {
			t.Errorf("%v: %+v", c, l)
		}
	}
}

func TestPayload(t *testing.T) {
	p := alert.Parcel{Letter: alert.Letter{ID: "alert-1", Rule: "plans"}, Words: &alert.Composed{Subject: "s"}}
	for n := range alert.PayloadNotices + 12 {
		p.Found = append(p.Found, alert.Notice{Number: int64(n), Title: fmt.Sprint(n)})
	}
	var got struct {
		Kind    string
		More    int
		Notices []alert.Notice
		Digest  *alert.Composed
	}
	body, err := p.JSON()
	if err == nil {
		err = json.Unmarshal(body, &got)
	}
	if err != nil || got.Kind != "alerts" || got.More != 12 || len(got.Notices) != alert.PayloadNotices {
		t.Errorf("%+v, %v", got, err)
	}
	p = alert.Parcel{Letter: alert.Letter{Digest: &alert.Composed{Text: "news"}}, Words: &alert.Composed{}}
	if body, err = p.JSON(); err == nil {
		err = json.Unmarshal(body, &got)
	}
	if err != nil || got.Kind != "digest" || got.Digest.Text != "news" {
		t.Errorf("%+v, %v", got, err)
	}
}
