package service_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/service"
	"rapporteur/source"
)

// TestTranslator is no test: started by others with an argument, this program is the
// translator that they need.
func TestTranslator(t *testing.T) {
	how := os.Getenv("TEST_TRANSLATOR")
	if how == "" {
		return
	}
	lines := bufio.NewScanner(os.Stdin)
	for n := 0; lines.Scan(); n++ {
		var one struct{ Language, Text string }
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		switch {
		case how == "good":
			answer, _ := json.Marshal(map[string]string{"text": fmt.Sprintf("In %s it says “%s”.\n", one.Language, strings.Fields(one.Text)[0])}) // strings have JSON
			fmt.Printf("%s\n", answer)
		case how == "fails":
			fmt.Fprintln(os.Stderr, "warming up\nno model for", one.Language)
			os.Exit(7)
		case how == "sleeps":
			time.Sleep(time.Minute)
		case how == "talks" && n == 0:
			fmt.Println("Hello, I translate.")
		case how == "floods":
			for {
				if _, err := fmt.Println(strings.Repeat("x", 1<<16)); err != nil {
					os.Exit(1)
				}
			}
		}
	}
	os.Exit(0)
}

// translator is this program as a translator of some kind.
func translator(t *testing.T, how string) *service.Translator {
	t.Helper()
	t.Setenv("TEST_TRANSLATOR", how)
	return &service.Translator{Command: os.Args[0] + " -test.run=^TestTranslator$"}
}

// german is a report with two paragraphs in German and one in English.
func german(t *testing.T) *rapporteur.Report {
	t.Helper()
	r, err := source.Parse("german", []byte("Der Außenminister sagte am Montag, die Gespräche würden nächste Woche in Bergen fortgesetzt.\n\n"+
		"Keine der beiden Seiten habe bisher Beobachter zugelassen, doch sei eine Einigung noch möglich.\n\n"+
		"The envoy said that he would be there."), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTranslate(t *testing.T) {
	r := german(t)
	r.Paragraphs[1].Translation = "It is there already."
	if err := translator(t, "good").Translate(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"In de it says “Der”.", "It is there already.", ""} {
		if got := r.Paragraphs[i].Translation; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	// What is in English, or translated already, starts nobody.
	if err := (&service.Translator{Command: "nosuchprogram"}).Translate(t.Context(), r); err != nil {
		t.Error(err)
	}
}

func TestTranslatorFails(t *testing.T) {
	for how, want := range map[string]string{
		"fails": "the last that it said: no model for de", "silent": "it answers 0 lines for 2 paragraphs", "talks": `line 1 of its answer is not {"text": "…"}`,
		"floods": "it answers more than", "sleeps": "not done in 200ms",
	} {
		one := translator(t, how)
		if how == "sleeps" {
			one.Time = 200 * time.Millisecond
		}
		err := one.Translate(t.Context(), german(t))
		if err == nil || rapporteur.CodeOf(err) != rapporteur.Unreadable || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "translate with ") {
			t.Errorf("%s: %v", how, err)
		}
	}
	for command, code := range map[string]rapporteur.Code{"nosuchprogram at all": rapporteur.Unreadable, " ": rapporteur.Invalid} {
		if err := (&service.Translator{Command: command}).Translate(t.Context(), german(t)); rapporteur.CodeOf(err) != code {
			t.Errorf("%q: %v", command, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	one := translator(t, "sleeps")
	cancel()
	if err := one.Translate(ctx, german(t)); rapporteur.CodeOf(err) != rapporteur.Interrupted {
		t.Errorf("called off: %v", err)
	}
}

// TestTranslating reads what was translated, and a report alone that could not be fails.
func TestTranslating(t *testing.T) {
	read := func(_ context.Context, r *rapporteur.Report) (*rapporteur.Reading, error) {
		return &rapporteur.Reading{Report: *r}, nil
	}
	knowing := func(ctx context.Context, r *rapporteur.Report, _ rapporteur.Learned) (*rapporteur.Reading, error) {
		return read(ctx, r)
	}
	good := translator(t, "good")
	for name, do := range map[string]func(*rapporteur.Report) (*rapporteur.Reading, error){
		"reading": func(r *rapporteur.Report) (*rapporteur.Reading, error) { return good.Reading(read)(t.Context(), r) },
		"knowing": func(r *rapporteur.Report) (*rapporteur.Reading, error) {
			return good.Knowing(knowing)(t.Context(), r, nil)
		},
	} {
		if got, err := do(german(t)); err != nil || got.Report.Paragraphs[0].Translation == "" {
			t.Errorf("%s: %v %+v", name, err, got)
		}
	}
	none := &service.Translator{}
	if got, err := none.Reading(read)(t.Context(), german(t)); err != nil || got.Report.Paragraphs[0].Translation != "" {
		t.Errorf("%v %+v", err, got)
	}
	if got, err := none.Knowing(knowing)(t.Context(), german(t), nil); err != nil || got.Report.Paragraphs[0].Translation != "" {
		t.Errorf("%v %+v", err, got)
	}
	bad := translator(t, "silent")
	if _, err := bad.Reading(read)(t.Context(), german(t)); err == nil {
		t.Error("it could not be translated and was read")
	}
	if _, err := bad.Knowing(knowing)(t.Context(), german(t), nil); err == nil {
		t.Error("it could not be translated and was read")
	}
}
