package learned

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// Maker is the name of what this package makes.
const Maker = "learned"

// converter makes frames of predictions.
type converter struct {
	model *model
	doc   *language.Document
	found []prediction
	// quoted says of each token whether it stands in a quotation.
	quoted     []bool
	quotations []frames.Tokens
}

func newConverter(m *model, doc *language.Document, found []prediction) *converter {
	c := &converter{model: m, doc: doc, found: found, quoted: make([]bool, len(doc.Tokens))}
	for _, q := range syntax.Quotations(doc) {
		first, last := syntax.TokensIn(doc, q.Range)
		c.quotations = append(c.quotations, frames.Tokens{First: first, Last: last})
		for i := first; i < last; i++ {
			c.quoted[i] = true
		}
	}
	return c
}

// frames gives the frames in the order of their triggers: first the statements, then,
// as whose words they stand in is known, the others.
func (c *converter) frames() []frames.Frame {
	var said, rest []frames.Frame
	for i := range c.found {
		p := &c.found[i]
		if c.kind(p) == frames.Statement {
			if f, ok := c.statement(p); ok {
				said = append(said, f)
			}
		}
	}
	said = once(said)
	c.goOn(said)
	sources := frames.SourcesOfTokens(c.doc, said)
	for i := range c.found {
		p := &c.found[i]
		var f frames.Frame
		ok := false
		switch c.kind(p) {
		case frames.Event:
			f, ok = c.event(p, sources)
		case frames.Meeting:
			f, ok = c.meeting(p)
		case frames.Position:
			f, ok = c.position(p)
		case frames.Absence:
			f, ok = c.absence(p)
		}
		if ok {
			rest = append(rest, f)
		}
	}
	all := append(said, rest...)
	slices.SortStableFunc(all, func(a, b frames.Frame) int { return a.Trigger - b.Trigger })
	return all
}

func (c *converter) kind(p *prediction) frames.Kind {
	return frames.Kind(c.model.Kinds[c.model.Types[p.typ]])
}

// begin makes a frame of a prediction, with the fillers of its pointers.
func (c *converter) begin(p *prediction, kind frames.Kind, typ string, pointers ...frames.Role) frames.Frame {
	f := frames.Frame{Kind: kind, Type: typ, Trigger: p.trigger, Words: frames.Tokens{First: p.trigger, Last: p.trigger + 1}, Probability: float64(p.probability), Maker: Maker}
	for _, role := range pointers {
		all := c.fillers(p, string(role))
		for _, x := range all {
			if c.describes(x.at, all) {
				continue
			}
			f.Fillers = append(f.Fillers, c.pointer(role, x))
		}
	}
	return f
}

// describes reports whether a word stands deep in what is said beside the name of another
// filler of its role, whom it helps to describe: "Moss, the daughter of a mayor, Ann
// Hill" is not Hill.
func (c *converter) describes(word int, all []scored) bool {
	return slices.ContainsFunc(all, func(x scored) bool {
		if x.at == word || c.doc.Tokens[x.at].UPOS != "PROPN" || !c.doc.Governs(x.at, word) {
			return false
		}
		beside, of := false, false
		for at := word; at != x.at; at = c.doc.Tokens[at].Head {
			beside, of = c.doc.Tokens[at].Has("appos"), of || c.doc.Tokens[at].Has("nmod", "nmod:poss")
		}
		return beside && of
	})
}

// pointer makes a filler of a head, with the words of its phrase.
func (c *converter) pointer(role frames.Role, x scored) frames.Filler {
	first, last := syntax.NounPhrase(c.doc, x.at)
	if first > x.at || last <= x.at {
		first, last = x.at, x.at+1
	}
	return frames.Filler{Role: role, Head: x.at, Tokens: frames.Tokens{First: first, Last: last}, Probability: float64(x.probability)}
}

// fillers gives the words of a role of a prediction.
func (c *converter) fillers(p *prediction, name string) []scored {
	for i, role := range c.model.rolesOf[p.typ] {
		if c.model.Roles[role] == name {
			return p.fillers[i]
		}
	}
	return nil
}

// value gives the value of an attribute as the schema spells it.
func (c *converter) value(p *prediction, name string) string {
	for i, a := range c.model.Attributes {
		if a.Name == name {
			return a.Values[p.values[i].at]
		}
	}
	return ""
}

// likely is how likely the value of an attribute is.
func (c *converter) likely(p *prediction, name string) float64 {
	for i, a := range c.model.Attributes {
		if a.Name == name {
			return float64(p.values[i].probability)
		}
	}
	return 0
}

// spans pairs first and last words of a role: each first with the nearest last one
// behind it, unless another first comes before that.
func (c *converter) spans(p *prediction, role frames.Role) []frames.Filler {
	begins, ends := c.fillers(p, string(role)+"_first"), c.fillers(p, string(role)+"_last")
	var out []frames.Filler
	for i, b := range begins {
		next := len(c.doc.Tokens)
		if i+1 < len(begins) {
			next = begins[i+1].at
		}
		best := scored{at: -1}
		for _, e := range ends {
			if e.at >= b.at && e.at < next && (best.at < 0 || e.at < best.at) {
				best = e
			}
		}
		if best.at < 0 {
			continue
		}
		words := frames.Tokens{First: b.at, Last: best.at + 1}
		out = append(out, frames.Filler{Role: role, Head: syntax.SpanHead(c.doc, words.First, words.Last), Tokens: words, Probability: float64(b.probability * best.probability)})
	}
	return out
}

// likeliest gives the most probable of some words.
func likeliest(all []scored) (scored, bool) {
	if len(all) == 0 {
		return scored{}, false
	}
	return slices.MaxFunc(all, func(a, b scored) int { return int(1e6 * (a.probability - b.probability)) }), true
}

// event makes a frame of a deed. What is claimed is so by the source of the words that
// it stands in.
func (c *converter) event(p *prediction, sources []int) (frames.Frame, bool) {
	f := c.begin(p, frames.Event, c.model.Types[p.typ], frames.Agent, frames.Patient)
	c.one(&f, p, frames.Place, frames.Date)
	f.Set(frames.Modality, c.unless(p, "modality", "happened"))
	if syntax.Unshown(c.doc, p.trigger) {
		f.Set(frames.Modality, string(rapporteur.Denied))
	}
	if c.value(p, "claimed") == "yes" {
		f.Set(frames.Claimed, "yes")
		if source := sources[p.trigger]; source >= 0 {
			f.Fillers = append(f.Fillers, frames.Pointer(frames.Claimant, source))
		}
	}
	return f, c.turned(&f)
}

// one adds the likeliest filler of each of some roles.
func (c *converter) one(f *frames.Frame, p *prediction, roles ...frames.Role) {
	for _, role := range roles {
		if best, ok := likeliest(c.fillers(p, string(role))); ok && !c.aside(best.at, p.trigger) {
			f.Fillers = append(f.Fillers, c.pointer(role, best))
		}
	}
}

// aside reports whether a word stands in a relative clause that a trigger is not in: the
// place or day there is that of another thing, "met the envoy who signed in Doha".
func (c *converter) aside(word, trigger int) bool {
	if c.doc.SentenceOf(word) != c.doc.SentenceOf(trigger) {
		return false
	}
	for at := word; at >= 0; at = c.doc.Tokens[at].Head {
		if c.doc.Tokens[at].Has("acl:relcl") && c.doc.Tokens[at].Head != trigger && !c.doc.Governs(at, trigger) {
			return true
		}
	}
	return false
}

// unless gives the value of an attribute, empty for the one that is meant where a
// frame does not say.
func (c *converter) unless(p *prediction, name, usual string) string {
	if v := strings.ReplaceAll(c.value(p, name), " ", "-"); v != usual {
		return v
	}
	return ""
}

// meeting makes a frame of people coming together.
func (c *converter) meeting(p *prediction) (frames.Frame, bool) {
	f := c.begin(p, frames.Meeting, c.value(p, "gathering"), frames.Participant, frames.Host, frames.Mediator, frames.Excluded)
	c.one(&f, p, frames.Place, frames.Date)
	f.Set(frames.Status, c.unless(p, "status", "held"))
	f.Likely = map[frames.Attribute]float64{frames.Status: c.likely(p, "status")}
	if syntax.Nominal(c.doc.Tokens[p.trigger]) && syntax.Definite(c.doc, p.trigger) {
		f.Set(frames.Definite, "yes")
	}
	return f, true
}

// position makes a frame of what a party wants: it has a holder and a proposal.
func (c *converter) position(p *prediction) (frames.Frame, bool) {
	f := c.begin(p, frames.Position, "position", frames.Holder)
	for _, role := range []frames.Role{frames.Proposal, frames.Condition} {
		if spans := c.spans(p, role); len(spans) > 0 {
			f.Fillers = append(f.Fillers, spans[0])
		}
	}
	f.Set(frames.Stance, c.unless(p, "stance", "supports"))
	return f, f.Head(frames.Holder) >= 0 && f.Head(frames.Proposal) >= 0
}

// absence makes a frame of somebody who does not take part.
func (c *converter) absence(p *prediction) (frames.Frame, bool) {
	f := c.begin(p, frames.Absence, c.value(p, "absence"), frames.Party)
	c.one(&f, p, frames.MissedMeeting)
	f.Set(frames.Certainty, c.unless(p, "certainty", "fact"))
	f.Set(frames.Claimed, c.unless(p, "claimed", "no"))
	return f, f.Head(frames.Party) >= 0
}
