package alert_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/alert"

	"github.com/google/go-cmp/cmp"
)

func at(t *testing.T, zone, clock string) time.Time {
	t.Helper()
	z, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", clock, z)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestHours(t *testing.T) {
	const paris = "Europe/Paris"
	for _, c := range []struct{ hours, now, end string }{
		{"22:00-07:00 " + paris, "2030-05-01 21:59", ""},
		{"22:00-07:00 " + paris, "2030-05-01 22:00", "2030-05-02 07:00"},
		{"22:00-07:00 " + paris, "2030-05-02 06:59", "2030-05-02 07:00"},
		{"22:00-07:00 " + paris, "2030-05-02 07:00", ""},
		{"12:00-13:30 " + paris, "2030-05-02 12:15", "2030-05-02 13:30"},
		{"12:00-13:30 " + paris, "2030-05-02 11:15", ""},
		{"22:00-07:00 " + paris, "2030-03-31 01:30", "2030-03-31 07:00"}, // the night is an hour shorter
	} {
		h, err := alert.ParseHours(c.hours)
		if err != nil {
			t.Fatal(err)
		}
		end, quiet := h.End(at(t, paris, c.now).UTC())
		if quiet != (c.end != "") || quiet && !end.Equal(at(t, paris, c.end)) {
			t.Errorf("%s at %s: until %v, %v; want %q", c.hours, c.now, end, quiet, c.end)
		}
	}
	if _, quiet := (&alert.Hours{From: "22:00", To: "07:00", Zone: "Moon/Base"}).End(time.Unix(0, 0)); quiet {
		t.Error("quiet hours in a zone that is none")
	}
}

func TestDigestIsLastDue(t *testing.T) {
	d, err := alert.ParseDigest("07:00 Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	for now, want := range map[string]string{"2030-05-02 06:59": "2030-05-01 07:00", "2030-05-02 07:00": "2030-05-02 07:00", "2030-05-02 23:00": "2030-05-02 07:00"} {
		if got := d.Last(at(t, "Europe/Paris", now)); !got.Equal(at(t, "Europe/Paris", want)) {
			t.Errorf("%s: %v", now, got)
		}
	}
	if got := (&alert.Digest{At: "07:00", Zone: "Moon/Base"}).Last(time.Unix(0, 0)); !got.IsZero() {
		t.Errorf("in a zone that is none: %v", got)
	}
}

func TestSilent(t *testing.T) {
	now := time.Unix(1000, 0)
	for _, c := range []struct {
		mute *alert.Mute
		want bool
	}{{nil, false}, {&alert.Mute{}, true}, {&alert.Mute{Until: now.Add(1)}, true}, {&alert.Mute{Until: now}, false}} {
		if got := (&alert.Rule{Muted: c.mute}).Silent(now); got != c.want {
			t.Errorf("%+v: %v", c.mute, got)
		}
	}
}

// TestTargetString shows no more of a receiver than where it is.
func TestTargetString(t *testing.T) {
	for _, c := range []struct {
		target alert.Target
		want   string
	}{
		{alert.Target{By: alert.Email, To: "desk@example.org"}, "email desk@example.org"},
		{alert.Target{By: alert.Webhook, To: "https://hooks.example.org/T0/B1/token?key=x", Secret: "env:S"}, "webhook https://hooks.example.org/…"},
		{alert.Target{By: alert.Webhook, To: "https://hooks.example.org/"}, "webhook https://hooks.example.org"},
		{alert.Target{By: alert.Webhook, To: "env:HOOK"}, "webhook env:HOOK"},
		{alert.Target{By: alert.Webhook, To: "https://%zz"}, "webhook …"},
		{alert.Target{By: alert.Command, To: "/bin/tell --token x"}, "command /bin/tell …"},
		{alert.Target{By: alert.Command, To: "/bin/tell"}, "command /bin/tell"},
	} {
		if got := c.target.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestReveal(t *testing.T) {
	dir := t.TempDir()
	path, empty := filepath.Join(dir, "secret"), filepath.Join(dir, "empty")
	for name, text := range map[string]string{path: "whisper\n", empty: "\n"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	env := func(name string) string { return map[string]string{"S": "shout"}[name] }
	for _, c := range []struct {
		of, want string
		code     rapporteur.Code
	}{
		{"env:S", "shout", ""}, {"env:T", "", rapporteur.Invalid}, {"file:" + path, "whisper", ""}, {"file:" + empty, "", rapporteur.Invalid},
		{"file:" + filepath.Join(dir, "none"), "", rapporteur.Unreadable}, {"plain", "", rapporteur.Invalid},
	} {
		got, err := alert.Secret(c.of).Reveal(env)
		if got != c.want || c.code == "" && err != nil || c.code != "" && rapporteur.CodeOf(err) != c.code {
			t.Errorf("%s: %q, %v", c.of, got, err)
		}
	}
	hook := alert.Target{By: alert.Webhook, To: "env:S"}
	if got, err := hook.Address(env); got != "shout" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	mail := alert.Target{By: alert.Email, To: "env:S@example.org"}
	if got, err := mail.Address(env); got != mail.To || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// TestFresh tells the same thing once, and again when it stands otherwise.
func TestFresh(t *testing.T) {
	status := func(id, value string, asked bool) alert.Sign {
		return alert.Sign{Asked: asked, Things: strings.Fields(id), Aspect: "status", Value: value}
	}
	m := alert.Remembered([]alert.Told{{Thing: "m0", Aspect: "status", Value: "planned"}})
	for i, c := range []struct {
		sign alert.Sign
		want bool
	}{
		{status("m0", "planned", true), false},
		{status("m1", "planned", true), true},
		{status("m1", "planned", true), false},
		{status("m2 m1", "planned", true), false}, // m1 has become part of m2
		{status("m2", "planned", true), false},
		{status("m2", "held", false), false},    // nobody asks
		{status("m2", "planned", true), true},   // planned again
		{status("m3", "held", false), false},    // nobody asked, nothing was told
		{status("m3", "planned", true), true},   //
		{status("m4 same", "held", true), true}, // two entries of one meeting
		{status("m5 same", "held", true), false},
		{status("m5 other", "held", true), false},
	} {
		if got, _ := m.Fresh(&c.sign); got != c.want {
			t.Errorf("%d: %+v: %v", i, c.sign, got)
		}
	}
	sign := status("m9 alias", "planned", true)
	_, told := m.Fresh(&sign)
	if diff := cmp.Diff([]alert.Told{{Thing: "m9", Aspect: "status", Value: "planned"}, {Thing: "alias", Aspect: "status", Value: "planned"}}, told); diff != "" {
		t.Error(diff)
	}
}
