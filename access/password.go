package access

import (
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"rapporteur"

	"golang.org/x/crypto/argon2"
)

// Cost is what a guess costs: KiB of memory, passes over it, lanes.
type Cost struct {
	Memory, Time uint32
	Lanes        uint8
}

// Recommended is the second recommended option of RFC 9106, section 4: 64 MiB, three
// passes, four lanes. The first asks for 2 GiB a log-in.
var Recommended = Cost{Memory: 64 << 10, Time: 3, Lanes: 4}

const (
	saltSize, tagSize = 16, 32 // bytes, as RFC 9106 recommends
	shortest          = 12     // code points; NIST SP 800-63B asks for 8, and more where nothing stands beside
	longestPassword   = 1024   // bytes
)

// checkPassword refuses what is too easily guessed.
func checkPassword(name, password string) error {
	refuse := func(why string) error {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "password of " + name, Message: why}
	}
	switch runes := []rune(password); {
	case len(runes) < shortest:
		return refuse(fmt.Sprintf("it is too short; give at least %d characters, several words for example", shortest))
	case len(password) > longestPassword:
		return refuse(fmt.Sprintf("it is longer than %d bytes; give a shorter one", longestPassword))
	case strings.EqualFold(password, name):
		return refuse("it is the name; give another")
	case strings.Count(password, string(runes[0])) == len(runes):
		return refuse("it is one character again and again; give another")
	}
	return nil
}

// hash is the hash of a password in the PHC string format.
func (c Cost) hash(random io.Reader, password string) (string, error) {
	salt := make([]byte, saltSize)
	if _, err := io.ReadFull(random, salt); err != nil {
		return "", err
	}
	return c.encode(salt, argon2.IDKey([]byte(password), salt, c.Time, c.Memory, c.Lanes, tagSize)), nil
}

func (c Cost) encode(salt, tag []byte) string {
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.Memory, c.Time, c.Lanes, b.EncodeToString(salt), b.EncodeToString(tag))
}

// matches says whether a hash is that of a password; it takes as long whatever differs.
func matches(hash, password string) bool {
	var c Cost
	var version int
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false
	}
	if n, err := fmt.Sscanf(parts[2]+" "+parts[3], "v=%d m=%d,t=%d,p=%d", &version, &c.Memory, &c.Time, &c.Lanes); n != 4 || err != nil || version != argon2.Version {
		return false
	}
	salt, wrongSalt := base64.RawStdEncoding.DecodeString(parts[4])
	tag, wrongTag := base64.RawStdEncoding.DecodeString(parts[5])
	if wrongSalt != nil || wrongTag != nil || len(tag) == 0 || c.Time == 0 || c.Lanes == 0 || c.Memory > 4<<20 {
		return false
	}
	got := argon2.IDKey([]byte(password), salt, c.Time, c.Memory, c.Lanes, uint32(len(tag)))
	return subtle.ConstantTimeCompare(got, tag) == 1
}
