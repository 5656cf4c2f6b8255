#!/usr/bin/env python3
"""Unlabelled reports to shards of parsed documents, for a teacher to read.

usage: unlabelled.py RAPPORTEUR REPORTS.jsonl.gz OUTDIR [SHARD]

Each line of the input has text and, if known, title and published. A shard holds 500 documents as prepare.py makes them, without
frames; shards that are there are not made again.
"""
import gzip
import itertools
import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from prepare import parse

SHARD = 500


def document(rapporteur, number, line):
    """The parsed report of one line, or None where it cannot be parsed."""
    r = json.loads(line)
    day = r.get("published") or "2020-01-01"
    text = "\n\n".join(p for p in (f"date {day}", r.get("title"), r["text"]) if p)
    try:
        d = parse(rapporteur, text, day)
    except (subprocess.SubprocessError, json.JSONDecodeError):
        return None
    d.update(id=f"unlabelled-{number}", part="unlabelled", frames=[])
    return d


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    rapporteur, source, out = sys.argv[1:4]
    os.makedirs(out, exist_ok=True)
    with gzip.open(source, "rt", encoding="utf8") as lines, ThreadPoolExecutor(2) as pool:
        for shard in itertools.count():
            some = list(itertools.islice(lines, SHARD))
            if not some:
                break
            path = os.path.join(out, f"{shard:03d}.pkl")
            if os.path.exists(path):
                continue
            made = pool.map(lambda a: document(rapporteur, *a), enumerate(some, shard * SHARD))
            docs = [d for d in made if d]
            with open(path + ".new", "wb") as f:
                pickle.dump(docs, f, pickle.HIGHEST_PROTOCOL)
            os.replace(path + ".new", path)
            print(path, len(docs), "of", len(some), flush=True)


if __name__ == "__main__":
    main()
