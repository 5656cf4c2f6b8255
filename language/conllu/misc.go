package conllu

import (
	"strconv"
	"strings"
)

// none stands for an empty column.
const none = "_"

// Attribute gives the value of key in a column of "Key=Value" pairs joined by
// "|" (MISC, FEATS), and whether it is there.
func Attribute(column, key string) (string, bool) {
	for pair := range strings.SplitSeq(column, "|") {
		if k, value, ok := strings.Cut(pair, "="); ok && k == key {
			return value, true
		}
	}
	return "", false
}

// WithAttribute adds "key=value" to a column, in place of an older value.
func WithAttribute(column, key, value string) string {
	var kept []string
	for pair := range strings.SplitSeq(column, "|") {
		if k, _, _ := strings.Cut(pair, "="); k != key && pair != none && pair != "" {
			kept = append(kept, pair)
		}
	}
	return strings.Join(append(kept, key+"="+value), "|")
}

// SpaceAfter reports whether white space follows the token in the text, which
// it does unless MISC says SpaceAfter=No.
func SpaceAfter(misc string) bool {
	value, _ := Attribute(misc, "SpaceAfter")
	return value != "No"
}

// TokenRange gives the code points of the text from start to end, exclusive,
// that a token covers, where MISC says TokenRange=start:end.
func TokenRange(misc string) (start, end int, ok bool) {
	value, _ := Attribute(misc, "TokenRange")
	left, right, found := strings.Cut(value, ":")
	if !found {
		return 0, 0, false
	}
	start, err := strconv.Atoi(left)
	if err != nil {
		return 0, 0, false
	}
	if end, err = strconv.Atoi(right); err != nil {
		return 0, 0, false
	}
	return start, end, true
}
