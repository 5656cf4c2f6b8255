//go:build !amd64

package neural

// fastest is the best kernel of this processor.
func fastest() kernel { return portable() }
