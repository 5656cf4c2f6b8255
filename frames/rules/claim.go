package rules

import "rapporteur"

// accuser gives who accuses somebody of a deed: "accused Oslo of backing them".
func accuser(x *text, i int) referent {
	t := x.doc.Tokens[i]
	if t.XPOS != "VBG" || !t.Has("advcl", "acl", "obl", "xcomp") || t.Head < 0 {
		return nobody()
	}
	if f := constructionOf(x, t.Head); f == nil || f.plover.Type != "ACCUSE" || f.plover.Mode == "disapprove" {
		return nobody() // who is condemned for it did it
	}
	s := agentOf(x, t.Head)
	if s < 0 {
		return nobody()
	}
	return described(x, s)
}

// isDisputed reports whether somebody says of a deed that it did not happen: what
// the reporter says did not happen is nothing to write down.
func isDisputed(x *text, d *event) bool {
	h := x.doc.Tokens[d.trigger].Head
	return d.claimedBy.some() || isDenied(x, d.trigger) || h >= 0 && x.doc.Tokens[h].Lemma == "deny"
}

// settleClaim settles on whose word a deed rests: what somebody does by saying it, and
// what the reporter says, is nobody's claim.
func settleClaim(x *text, d *event) {
	if !d.claimedBy.some() {
		return
	}
	if !isParty(x, d.claimedBy) {
		d.claimedBy = nobody()
		return
	}
	if !x.lexicon.types[d.plover.Type].spoken && d.modality != rapporteur.Denied {
		return
	}
	for _, a := range d.actors {
		if sameSide(x, a, d.claimedBy) {
			d.claimedBy = nobody()
			return
		}
	}
}
