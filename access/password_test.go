package access

import (
	"crypto/rand"
	"encoding/hex"
	"strings"
	"testing"
)

// TestHashIsThatOfOthers takes a hash that the reference program argon2 makes of the
// password "password" with the salt "somesalt".
func TestHashIsThatOfOthers(t *testing.T) {
	const theirs = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	if !matches(theirs, "password") || matches(theirs, "Password") {
		t.Error("a known hash does not match its password, or another one")
	}
}

func TestRecommendedIsThatOfTheRFC(t *testing.T) {
	h, err := Recommended.hash(rand.Reader, "a heron over the weir")
	if err != nil {
		t.Fatal(err)
	}
	const begins = "$argon2id$v=19$m=65536,t=3,p=4$"
	if h[:len(begins)] != begins || !matches(h, "a heron over the weir") || matches(h, "a heron over the weir ") {
		t.Error(h)
	}
}

func TestBrokenHashesMatchNothing(t *testing.T) {
	c := Cost{Memory: 8, Time: 1, Lanes: 1}
	good, err := c.hash(rand.Reader, "x")
	if err != nil || !matches(good, "x") {
		t.Fatal(good, err)
	}
	tag := good[strings.LastIndex(good, "$")+1:]
	for _, h := range []string{"", "$", "x", "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$" + tag, "$argon2id$v=16$m=8,t=1,p=1$c29tZXNhbHQ$" + tag,
		"$argon2id$v=19$m=8,t=0,p=1$c29tZXNhbHQ$" + tag, "$argon2id$v=19$m=8,t=1,p=0$c29tZXNhbHQ$" + tag, "$argon2id$v=19$m=8,t=1,p=1$?$" + tag,
		"$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$", "$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$" + tag, "$argon2id$v=19$t=1$c29tZXNhbHQ$" + tag} {
		if matches(h, "x") {
			t.Errorf("%q matches", h)
		}
	}
}

func TestHashOf(t *testing.T) {
	if got := hashOf("abc"); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Error(got)
	}
	if _, err := hex.DecodeString(hashOf("")); err != nil {
		t.Error(err)
	}
}
