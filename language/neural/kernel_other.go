//go:build !amd64 || purego

package neural

// fastest is the best kernel of this processor.
func fastest() kernel { return portable() }
