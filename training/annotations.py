#!/usr/bin/env python3
"""Our own annotations of reports whose texts are not ours: kept by the hash of the text and the places in it.

usage: annotations.py unpack REPORTS.jsonl.gz ANNOTATIONS.jsonl OUTDIR     to <id>.txt and <id>.json, as prepare.py reads them
       annotations.py pack DIR ANNOTATIONS.jsonl                           from such files

REPORTS has a report a line, {"url", "published", "title", "text"}. A span is kept as [start, end] in code points; no words
of a report are, but for the names of those who speak, meet, act or want something.
"""
import glob
import gzip
import hashlib
import json
import os
import sys

FREE = ("about", "outcome")     # told in the report's words


def laid_out(report):
    """The text that the places count in."""
    return f"date {report['published'][:10]}\n\n{' '.join(report['title'].split())}\n\n{report['text'].strip()}\n"


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def packed(x):
    """Spans as two numbers, without what is told in words."""
    if isinstance(x, list):
        return [packed(y) for y in x]
    if not isinstance(x, dict):
        return x
    if x.keys() == {"start", "end", "text"}:
        return {"at": [x["start"], x["end"]]}
    return {k: packed(v) for k, v in x.items() if k not in FREE and v is not None}


def unpacked(x, text):
    if isinstance(x, list):
        return [unpacked(y, text) for y in x]
    if not isinstance(x, dict):
        return x
    if x.keys() == {"at"}:
        start, end = x["at"]
        return {"start": start, "end": end, "text": text[start:end]}
    return {k: unpacked(v, text) for k, v in x.items()}


EMPTY = {
    "statements": {"cue": None, "source": None, "addressee": None, "medium": None, "state": None},
    "meetings": {"participants": [], "states": [], "excluded": [], "host": None, "mediator": None, "place": None, "date": None},
    "events": {"by": [], "to": [], "also": [], "actor": [], "recipient": [], "claimed_by": None, "date": None, "place": None},
    "positions": {"holder": None, "condition": None, "issue": None, "state": None},
}


def whole(record):
    """A record with what packing left out as nothing."""
    for kind, fields in EMPTY.items():
        record[kind] = [{**fields, **x} for x in record.get(kind, [])]
    return record


def pack(folder, out):
    with open(out, "w", encoding="utf8") as f:
        for path in sorted(glob.glob(folder + "/*.json")):
            with open(path, encoding="utf8") as g, open(path[:-5] + ".txt", encoding="utf8") as t:
                record, text = json.load(g), t.read()
            del record["id"]
            f.write(json.dumps({"text": digest(text), **packed(record)}, ensure_ascii=False, separators=(",", ":")) + "\n")


def unpack(reports, annotations, folder):
    with open(annotations, encoding="utf8") as f:
        wanted = {r.pop("text"): r for r in map(json.loads, f)}
    os.makedirs(folder, exist_ok=True)
    found = 0
    with gzip.open(reports, "rt", encoding="utf8") as f:
        for line in f:
            report = json.loads(line)
            text = laid_out(report)
            record = wanted.pop(digest(text), None)
            if record is None:
                continue
            found += 1
            name = os.path.join(folder, report["url"].rsplit(":", 1)[-1].rsplit("/", 1)[-1])
            with open(name + ".txt", "w", encoding="utf8") as g:
                g.write(text)
            with open(name + ".json", "w", encoding="utf8") as g:
                json.dump({"id": os.path.basename(name), **whole(unpacked(record, text))}, g, ensure_ascii=False)
    print(f"{found} reports; {len(wanted)} annotations have no text")


def main():
    commands = {"pack": (pack, 2), "unpack": (unpack, 3)}
    if len(sys.argv) < 2 or sys.argv[1] not in commands or len(sys.argv) - 2 != commands[sys.argv[1]][1]:
        sys.exit(__doc__)
    commands[sys.argv[1]][0](*sys.argv[2:])


if __name__ == "__main__":
    main()
