package access

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"io"
)

// secret is so many random bytes as letters that addresses and headers take.
func secret(random io.Reader, bytes int) (string, error) {
	data := make([]byte, bytes)
	if _, err := io.ReadFull(random, data); err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(data), nil
}

// hashOf is what is kept of a secret of 256 random bits; such a one cannot be guessed,
// however fast its hash.
func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
