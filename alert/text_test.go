package alert_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/alert"

	"github.com/google/go-cmp/cmp"
)

const everything = `alert Left out of the talks
  when left-out, cancelled
  dossier Fjord quotas
  actor NOR
  actor ingrid-dahl
  state NOR
  place Bergen
  text "closed door"
  confidence 0.8
  quiet 22:00-07:00 Europe/Oslo
  most 10 in 1h30m
  never-twice yes
  muted 2030-02-18T07:00:00Z
  email desk@example.org
  webhook https://hooks.example.org/talks secret env:HOOK_SECRET
  webhook file:/etc/hook
  command /usr/local/bin/notify --desk north

alert moves
  when moves
  issue fishing-quotas

alert morning
  digest 07:00 UTC
  muted yes
`

func TestParse(t *testing.T) {
	got, err := alert.Parse("# rules of the desk\n\n" + everything)
	if err != nil {
		t.Fatal(err)
	}
	want := []alert.Rule{{
		Name: "Left out of the talks", When: []alert.When{alert.LeftOut, alert.Cancelled},
		Limits: alert.Limits{Dossier: "Fjord quotas", Actors: []string{"NOR", "ingrid-dahl"}, States: []string{"NOR"},
			Places: []string{"Bergen"}, Text: `"closed door"`, Confidence: .8},
		Quiet: &alert.Hours{From: "22:00", To: "07:00", Zone: "Europe/Oslo"}, Most: &alert.Rate{Letters: 10, In: 90 * time.Minute}, NeverTwice: true,
		Muted: &alert.Mute{Until: time.Date(2030, 2, 18, 7, 0, 0, 0, time.UTC)},
		To: []alert.Target{{By: alert.Email, To: "desk@example.org"}, {By: alert.Webhook, To: "https://hooks.example.org/talks", Secret: "env:HOOK_SECRET"},
			{By: alert.Webhook, To: "file:/etc/hook"}, {By: alert.Command, To: "/usr/local/bin/notify --desk north"}},
	}, {Name: "moves", When: []alert.When{alert.Moves}, Limits: alert.Limits{Issues: []string{"fishing-quotas"}}}, {Name: "morning", Digest: &alert.Digest{At: "07:00", Zone: "UTC"}, Muted: &alert.Mute{}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var b strings.Builder
	if err := alert.Write(&b, got); err != nil || b.String() != everything {
		t.Errorf("written as\n%s", b.String())
	}
}

func TestParseRefuses(t *testing.T) {
	for text, hint := range map[string]string{
		"when held": "alert NAME", "alert x\n  when held\n  issue fish": "no issue", "alert x\n  when moves\n  place Bergen": "no place", "alert x\n  colour red": "colour", "alert x": "say when", "alert x\n  when tea": "tea",
		"alert x\n  when held\n  digest 07:00": "make two", "alert x\n  when appears": "who or what", "alert x\n  when held\n  confidence 2": "0 to 1",
		"alert x\n  when held\n  confidence much": "invalid syntax", "alert x\n  when held\n  quiet 22:00": "two times", "alert x\n  when held\n  quiet 22:00-25:00": "no time of day",
		"alert x\n  when held\n  quiet 22:00-07:00 Moon/Base": "no time zone", "alert x\n  when held\n  most 0 in 1h": "10 in 1h", "alert x\n  digest dawn": "no time of day",
		"alert x\n  when held\n  email nobody": "no address of mail", "alert x\n  when held\n  webhook ftp://example.org": "https://HOST", "alert x\n  when held\n  webhook https://kim:pw@example.org/": "would be seen",
		"alert x\n  when held\n  webhook https://example.org secret hunter2": "named, never written", "alert x\n  when held\n  command ": "no receiver",
		"alert x\n  when held\nalert x\n  when held": "two rules", "alert a/b\n  when held": "slash", "alert \n  when held": "name", "alert x\n  when held\n  muted soon": "neither yes nor no",
		"alert x\n  when held\n  never-twice perhaps": "neither yes nor no", "alert x\n  when held\n  webhook https://example.org/a b": "https://HOST",
	} {
		_, err := alert.Parse(text)
		if rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), hint) {
			t.Errorf("%q: %v, want %q", text, err, hint)
		}
		if err != nil && (strings.Contains(err.Error(), "hunter2") || strings.Contains(err.Error(), "kim:pw")) {
			t.Errorf("%q: %v tells a secret", text, err)
		}
	}
}

// FuzzParse holds that what is written is read as it was.
func FuzzParse(f *testing.F) {
	f.Add(everything)
	f.Add("alert x\n  when held\n  quiet 7:00-6:00\n  actor \n muted no\n")
	f.Fuzz(func(t *testing.T, text string) {
		rules, err := alert.Parse(text)
		if err != nil {
			return
		}
		var b strings.Builder
		if err := alert.Write(&b, rules); err != nil {
			t.Fatal(err)
		}
		again, err := alert.Parse(b.String())
		if err != nil {
			t.Fatalf("%q is not read: %v", b.String(), err)
		}
		var c strings.Builder
		if err := alert.Write(&c, again); err != nil || b.String() != c.String() {
			t.Errorf("%q is read as %q", b.String(), c.String())
		}
	})
}
