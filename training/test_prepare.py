"""python -m unittest in this folder; needs nothing but Python."""
import unittest

from prepare import Pointer, frames


def tokens(*rows):
    """Tokens of one sentence from (form, upos, head, deprel)."""
    out, at = [], 0
    for form, upos, head, deprel in rows:
        out.append({"start": at, "end": at + len(form), "form": form, "lemma": form, "upos": upos, "head": head, "deprel": deprel})
        at += len(form) + 1
    return out


SENTENCE = tokens(("The", "DET", 2, "det"), ("Veldrian", "ADJ", 2, "amod"), ("envoy", "NOUN", 5, "nsubj"), ("would", "AUX", 5, "aux"),
                  ("not", "PART", 5, "advmod"), ("accept", "VERB", -1, "root"), ("a", "DET", 7, "det"), ("truce", "NOUN", 5, "obj"))


def span(first, last):
    return {"start": SENTENCE[first]["start"], "end": SENTENCE[last]["end"]}


class TestPointer(unittest.TestCase):
    def test_head(self):
        p = Pointer(SENTENCE)
        self.assertEqual(p.head(span(0, 2)), 2)
        self.assertEqual(p.head(span(6, 7)), 7)

    def test_trigger(self):
        p = Pointer(SENTENCE)
        self.assertEqual(p.trigger(span(3, 5)), 5)
        self.assertIsNone(p.trigger(None))

    def test_ends(self):
        self.assertEqual(Pointer(SENTENCE).ends(span(6, 7)), (6, 7))


class TestFrames(unittest.TestCase):
    def test_position(self):
        gold = {"events": [], "meetings": [], "statements": [], "positions": [
            {"trigger": span(3, 5), "holder": span(0, 2), "proposal": span(6, 7), "condition": None, "stance": "opposes", "issue": None}]}
        self.assertEqual(frames(SENTENCE, gold), [
            {"type": "POSITION", "trigger": 5, "attributes": {"stance": "opposes", "issue": "none"}, "roles": {"holder": [2]},
             "spans": {"proposal": [(6, 7)]}, "act": None, "again": False}])


if __name__ == "__main__":
    unittest.main()
