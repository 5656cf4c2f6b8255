"""What is packed comes back with its words, and no words of the report are in the pack."""
import gzip
import json
import os
import tempfile
import unittest

import annotations

REPORT = {"url": "urn:x:r1", "published": "2031-02-03T00:00:00Z", "title": "Ferry  talks", "text": "Norway said it would meet Sweden."}


def record(text):
    def span(words):
        start = text.index(words)
        return {"start": start, "end": start + len(words), "text": words}
    return {"id": "r1", "date": "2031-02-03",
            "statements": [{"cue": span("said"), "source": span("Norway"), "content": [span("it would meet Sweden")], "speaker": "Norway", "medium": None}],
            "meetings": [{"participants": ["Norway", "Sweden"], "about": "ferry", "mentions": [{"trigger": span("meet"), "participants": [span("Sweden")]}]}]}


class TestPack(unittest.TestCase):
    def test_round(self):
        text = annotations.laid_out(REPORT)
        given = record(text)
        with tempfile.TemporaryDirectory() as folder:
            at = lambda *names: os.path.join(folder, *names)
            os.mkdir(at("in"))
            with open(at("in", "r1.txt"), "w", encoding="utf8") as f:
                f.write(text)
            with open(at("in", "r1.json"), "w", encoding="utf8") as f:
                json.dump(given, f)
            annotations.pack(at("in"), at("pack.jsonl"))
            with open(at("pack.jsonl"), encoding="utf8") as f:
                pack = f.read()
            with gzip.open(at("reports.jsonl.gz"), "wt", encoding="utf8") as f:
                f.write(json.dumps(REPORT) + "\n")
            annotations.unpack(at("reports.jsonl.gz"), at("pack.jsonl"), at("out"))
            with open(at("out", "r1.json"), encoding="utf8") as f:
                back = json.load(f)
        self.assertNotIn("would", pack)
        self.assertNotIn("ferry", pack)
        self.assertEqual(back["statements"][0]["content"], given["statements"][0]["content"])
        self.assertEqual((back["statements"][0]["addressee"], back["events"]), (None, []))
        self.assertEqual(back["meetings"][0]["mentions"], given["meetings"][0]["mentions"])


if __name__ == "__main__":
    unittest.main()
