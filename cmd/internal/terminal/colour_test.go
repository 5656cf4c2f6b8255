package terminal

import (
	"regexp"
	"strings"
	"testing"
)

// sequence is one that colours.
var sequence = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestColour colours help and errors where it is asked for, and never in a pipe
// otherwise; without the colours they are the same.
func TestColour(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"fail", "--help"}, {"fail", "damaged"}, {"nonsense"}} {
		_, plain, plainErr := run(args...)
		_, never, neverErr := run(append([]string{"--color=never"}, args...)...)
		_, always, alwaysErr := run(append([]string{"--color", "always"}, args...)...)
		if sequence.MatchString(plain+never) || sequence.MatchString(plainErr+neverErr) {
			t.Errorf("%v: colours in a pipe: %q %q", args, plain, plainErr)
		}
		if !sequence.MatchString(always + alwaysErr) {
			t.Errorf("%v: no colours: %q %q", args, always, alwaysErr)
		}
		if got := sequence.ReplaceAllString(always+alwaysErr, ""); got != never+neverErr {
			t.Errorf("%v: says something else with colours: %q, %q", args, got, never+neverErr)
		}
	}
	if _, _, errs := run("fail", "damaged", "--color=always"); strings.Contains(errs, "\x1b]0") || strings.Contains(errs, "\x07") {
		t.Errorf("an error lets a sequence through: %q", errs)
	}
	if status, _, errs := run("--color=blue", "fail"); status != 2 || !strings.Contains(errs, "--color") {
		t.Errorf("--color=blue: %d %q", status, errs)
	}
}
