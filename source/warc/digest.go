package warc

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"hash"
	"strings"
)

// verify checks the digest of the block, and that of the page where there is no other,
// section 5.8 and 5.9 of ISO 28500:2017.
func (r *Record) verify() error {
	if said := r.Fields.Get("WARC-Block-Digest"); said != "" {
		if right, known := matches(said, r.Block); known {
			if !right {
				return fmt.Errorf("its block is not what it was: the digest is not %s", said)
			}
			return nil
		}
	}
	said := r.Fields.Get("WARC-Payload-Digest")
	if said == "" || r.Type == Revisit || r.Fields.Get("WARC-Truncated") != "" {
		return nil
	}
	for _, payload := range r.payloads() {
		if right, known := matches(said, payload); right || !known {
			return nil
		}
	}
	return fmt.Errorf("its page is not what it was: the digest is not %s", said)
}

// payloads are what writers take for the payload: the body as it was sent, or without
// chunks, or unpacked as well.
func (r *Record) payloads() [][]byte {
	if !r.isAnswer() {
		return [][]byte{r.Block}
	}
	head, body := cutHead(r.Block)
	out := [][]byte{body}
	whole, err := dechunked(head, body)
	if err != nil {
		return out
	}
	out = append(out, whole)
	if page, err := unpacked(head, whole); err == nil {
		out = append(out, page)
	}
	return out
}

// matches reports whether a labelled digest, "sha1:" and base 32 or hexadecimal, is that
// of some bytes, and whether its algorithm is known.
func matches(said string, data []byte) (right, known bool) {
	algorithm, value, _ := strings.Cut(said, ":")
	var h hash.Hash
	switch strings.ReplaceAll(strings.ToLower(algorithm), "-", "") {
	case "sha1":
		h = sha1.New()
	case "md5":
		h = md5.New()
	case "sha256":
		h = sha256.New()
	case "sha512":
		h = sha512.New()
	default:
		return false, false
	}
	h.Write(data)
	sum := h.Sum(nil)
	if want, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(strings.ToUpper(strings.TrimRight(value, "="))); err == nil && bytes.Equal(want, sum) {
		return true, true
	}
	want, err := hex.DecodeString(value)
	return err == nil && bytes.Equal(want, sum), true
}
