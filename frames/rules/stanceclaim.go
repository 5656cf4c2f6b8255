package rules

import (
	"rapporteur/frames"
)

// claimed sets on whose word the stance of a frame rests, where a party of another side
// than the holders says what they want: "Kostrel wants the port, Veldria says".
func claimed(x *text, b *builder) {
	speaker := claimant(x, b.Trigger)
	if !isParty(x, speaker) {
		return
	}
	for _, h := range b.Of(frames.Holder) {
		if holder := described(x, h.Head); holder.some() && !sameSide(x, speaker, holder) {
			b.point(frames.Claimant, speaker)
			return
		}
	}
}
