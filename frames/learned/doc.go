// Package learned finds frames with a model that was trained on annotated reports:
// statements, meetings, events, positions and absences in one pass.
//
// Words come from the Document with their tags, relations and heads. Each is cut into
// word pieces (Wu et al. 2016), whose vectors come from a pretrained transformer; a
// bidirectional LSTM reads them in runs of whole sentences. A trigger is a probability
// of each word and type, a role a biaffine score between a trigger with its type and
// every word of the run (Dozat and Manning 2017), to which the distance and the path
// between them in the dependency tree are added; a span is its first and its last
// word. Attributes are read off the trigger.
//
// The model is the student of transformers (Hinton et al. 2015; Tang et al. 2019) and
// is made in training/, which says how. Arithmetic is that of package neural: the same
// bytes on every run and by every kernel.
package learned
