package pages_test

import (
	"os"
	"testing"
)

// scratch is a folder for the record that all tests share.
var scratch string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if scratch, err = os.MkdirTemp("", "pages"); err != nil {
			panic(err)
		}
		defer func() { _ = os.RemoveAll(scratch) }()
		return m.Run()
	}())
}
