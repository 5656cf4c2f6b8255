package rules

import "strings"

func lower(form string) string { return strings.ToLower(form) }
