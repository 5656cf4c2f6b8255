package export

import "strings"

// irregular are the acts of statements whose past does not end in -ed, or that are
// told by another verb.
var irregular = map[string]string{"": "said", "assert": "said", "utter": "said", "write": "wrote", "show": "showed", "admit": "admitted"}

// told is the verb that tells of an act: "urged", "denied".
func told(act string) string {
	switch past, ok := irregular[act]; {
	case ok:
		return past
	case strings.HasSuffix(act, "e"):
		return act + "d"
	case strings.HasSuffix(act, "y"):
		return strings.TrimSuffix(act, "y") + "ied"
	}
	return act + "ed"
}

// notices are the kinds of notices in words, for where their message is left out.
var notices = map[string]string{
	"office-not-held": "somebody is called by an office that somebody else held", "misspelt-name": "a name looks misspelt",
	"inconsistent-name": "one person is called by two names", "foreign-language": "it is in another language than English, which is not read",
	"read-in-translation": "it was read from a translation",
}

// firstOf gives the first value that is there.
func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
