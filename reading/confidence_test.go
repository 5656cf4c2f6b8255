package reading

import "testing"

// TestConfidence holds the confidences to what they promise: shares, and closer
// to the wider sort where little was judged.
func TestConfidence(t *testing.T) {
	known, err := loadConfidences()
	if err != nil {
		t.Fatal(err)
	}
	for key, j := range known {
		if j.right > j.all || j.all == 0 {
			t.Errorf("%s: %v right of %v", key, j.right, j.all)
		}
	}
	c := confidences{"kind": {80, 100}, "kind/rule": {8, 20}, "kind/rule/trait": {0, 1}}
	wide, rule, trait := c.of("kind", "", "other"), c.of("kind", "rule", "other"), c.of("kind", "rule", "trait")
	if wide < 0.75 || wide > 0.85 || rule >= wide || trait >= rule || trait < 0.3 {
		t.Errorf("confidences %v, %v, %v", wide, rule, trait)
	}
}
