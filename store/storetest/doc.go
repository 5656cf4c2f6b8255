// Package storetest holds every store to the same behaviour. A store's own tests
// call [Run] with a function that opens an empty one.
package storetest
