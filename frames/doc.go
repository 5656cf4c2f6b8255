// Package frames holds what readers of an analysed text find in it: frames
// (Fillmore 1976; the event frames of ACE and of PLOVER are their kin). A frame is a
// trigger, which is a word of the text, with a kind and a type, with roles that
// tokens fill, with attributes and a probability. Who the fillers are is not known
// here: linking comes after.
//
// What frames there may be is data, in package frames/schema; [Check] holds a frame
// to it.
//
// # How a reader plugs in
//
// A reader implements [Reader]: it takes a Document and gives the frames that it is
// for, in the order of the text. It writes nothing into the Document, knows nothing of
// other readers and keeps no state between two texts, so that their order does not
// count and one reader serves many goroutines. Rules (package frames/attribution) and a
// learned reader stand side by side behind this seam; [Readers] asks several one after
// the other. What a rule must know of whom words stand for, it asks of look-ups that it
// declares itself (package frames/rules); its frames hold words and nobody. A new reader
// needs:
//
//   - the kinds, types and roles of its frames in the tables of frames/schema;
//   - [Frame.Maker] set to the name of the rule or model, by which a figure or a
//     complaint finds its way back to it;
//   - [Frame.Probability] calibrated on reports that it has not seen, or 1 where a rule
//     gives none and its confidence is kept by those who make entries of the frame.
package frames
