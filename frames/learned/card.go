package learned

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"rapporteur/language/neural"
)

// Card says which model is part of the program, for whoever cites what it found.
type Card struct {
	// ID is "frames-" and the beginning of the SHA-256 of the weights, which
	// weights/MODELCARD.md describes.
	ID string `json:"id"`
	// Limits are the probabilities from which on something is taken, by kind.
	Limits map[string]map[string]float64 `json:"thresholds"`
}

// CardOf gives the card of the model that is part of the program.
func CardOf() (Card, error) {
	a, err := neural.OpenArchive(weights)
	if err != nil {
		return Card{}, err
	}
	sum := sha256.Sum256([]byte(weights))
	var header struct {
		Limits map[string]map[string]float64 `json:"limits"`
	}
	if err := json.Unmarshal(a.Header, &header); err != nil {
		return Card{}, fmt.Errorf("model of frames: %w", err)
	}
	return Card{ID: "frames-" + hex.EncodeToString(sum[:])[:12], Limits: header.Limits}, nil
}
