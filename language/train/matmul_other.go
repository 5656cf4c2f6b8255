//go:build !amd64 || purego

package train

// multiply adds A·B to C.
func multiply(c matrix, a view, b packed) { multiplyPortable(c, a, b) }
