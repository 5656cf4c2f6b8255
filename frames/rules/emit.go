package rules

import (
	"maps"
	"slices"
	"strconv"

	"rapporteur/frames"
)

// builder puts a frame together.
type builder struct{ frames.Frame }

// newFrame begins a frame of one word; rules give no probability, the confidence of
// their entries is counted by those who make them.
func newFrame(kind frames.Kind, typ string, trigger int, rule string) *builder {
	return &builder{frames.Frame{Kind: kind, Type: typ, Trigger: trigger, Words: frames.Tokens{First: trigger, Last: trigger + 1}, Probability: 1, Maker: rule}}
}

// copyOf begins a frame that says more than another one.
func copyOf(f *frames.Frame) *builder {
	b := &builder{*f}
	b.Fillers, b.Attributes = slices.Clone(f.Fillers), maps.Clone(f.Attributes)
	return b
}

// point lets referents fill a role.
func (b *builder) point(role frames.Role, all ...referent) {
	for _, r := range all {
		if r.some() {
			f := frames.Pointer(role, r.token)
			f.By = r.by
			b.Fillers = append(b.Fillers, f)
		}
	}
}

// pointAt lets a token fill a role, unless it is none.
func (b *builder) pointAt(role frames.Role, token int) {
	if token >= 0 {
		b.Fillers = append(b.Fillers, frames.Pointer(role, token))
	}
}

// span lets words fill a role, unless there are none.
func (b *builder) span(role frames.Role, words frames.Tokens) {
	if words.Len() > 0 {
		b.Fillers = append(b.Fillers, frames.Filler{Role: role, Head: words.First, Tokens: words, Probability: 1})
	}
}

// date lets a day fill the role of the date.
func (b *builder) date(d day) {
	if !d.known() {
		return
	}
	b.pointAt(frames.Date, d.token)
	if d.offset != 0 {
		b.Set(frames.Offset, strconv.Itoa(d.offset))
	}
}

// flag sets an attribute to yes where something is so.
func (b *builder) flag(a frames.Attribute, is bool) {
	if is {
		b.Set(a, "yes")
	}
}

// claimedBy sets on whose word a frame rests.
func (b *builder) claimedBy(who referent) {
	b.point(frames.Claimant, who)
	b.flag(frames.Claimed, who.some())
}
