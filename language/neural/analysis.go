package neural

// Analysis is what the network says of a word.
type Analysis struct {
	// Head is the index of the governing word in the sentence, -1 for the root.
	Head int32
	// Tag and Relation are indices into the model's labels.
	Tag, Relation uint16
	// Name is an output of the names' head, 0 outside of names; see NameOutput.
	Name uint16
}

// NamePart splits an output of the names' head into its class and part; ok is
// false outside of names.
func NamePart(output uint16) (class, part int, ok bool) {
	if output == 0 {
		return 0, 0, false
	}
	return int(output-1) / nameParts, int(output-1) % nameParts, true
}
