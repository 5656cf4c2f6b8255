package main

import "testing"

func TestRegularForms(t *testing.T) {
	for _, tc := range []struct{ got, want string }{
		{plural("envoy"), "envoys"}, {plural("party"), "parties"}, {plural("breach"), "breaches"}, {plural("tax"), "taxes"},
		{joined("mediate", "ed"), "mediated"}, {joined("mediate", "ing"), "mediating"},
		{joined("deny", "ed"), "denied"}, {joined("deny", "ing"), "denying"},
		{joined("free", "ed"), "freed"}, {joined("agree", "ing"), "agreeing"},
		{joined("late", "er"), "later"}, {joined("early", "est"), "earliest"},
	} {
		if tc.got != tc.want {
			t.Errorf("got %q, want %q", tc.got, tc.want)
		}
	}
}
