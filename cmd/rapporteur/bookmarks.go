package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
)

// bookmarksAt is the file with how far archives have been put on a record: beside its
// file, and for one in a database, whose address may hold a password, where this user's
// programs keep what they can do without.
func bookmarksAt(db string) string {
	if !strings.Contains(db, "://") {
		return db + ".resume"
	}
	folder, err := os.UserCacheDir()
	if err != nil {
		folder = os.TempDir()
	}
	sum := sha256.Sum256([]byte(db))
	return filepath.Join(folder, "rapporteur", hex.EncodeToString(sum[:8])+".resume")
}
