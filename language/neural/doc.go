// Package neural is the network that reads English: tags, dependency trees and
// names of tokenised sentences, in plain Go.
//
// Words come in, sentence by sentence, and an [Analysis] of each word goes out:
// its tag (UPOS and XPOS together), its head and relation (Universal
// Dependencies 2) and its part of a name. A [Model] is immutable and shared by
// all goroutines; a [Reader] holds the buffers of one of them.
//
// The network is a stack of bidirectional LSTMs (Hochreiter & Schmidhuber
// 1997) over embeddings of the word, its affixes and shape and a GloVe vector
// (Pennington et al. 2014), with three heads: tags, names in BIOES as a linear
// chain (Lafferty et al. 2001) of which the best way is found (Viterbi 1967),
// and a biaffine tree scorer (Dozat & Manning 2017) decoded to a maximum
// spanning tree (Chu & Liu 1965, Edmonds 1967).
//
// Weights are int8 with a scale for each output, activations int16 in fixed
// point, sums exact in int32; floating point is used between layers only, one
// rounding an operation. So the assembly for AVX2 and the portable Go give the
// same bits, whatever the number of workers.
//
// Nothing here trains: see package train.
package neural
