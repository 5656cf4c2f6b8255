"""What words of a proposal say of its issue: weights learned from annotated reports.

usage: issues.py ANNOTATED/train ../ontology/tables/issues.tsv ../ontology/tables/issue_words.tsv [--check]

A log-linear model over the issues: the phrases of issues.tsv in the proposal and in the
whole report, how common an issue is, and the words of the proposal. Weights of words are
never negative, and small ones are left out, so that the table stays one that a person
can read and edit. With --check every fourth report is kept back and scored.
"""
import collections
import glob
import json
import math
import random
import re
import sys

import numpy as np

STOP = set("the a an of to in on for and or with by at from as its their his her any that this no not be is are was were it he she "
           "they we i you our my your has have had which who would will should could also said says".split())
EPOCHS, RATE, SHRINK, LEAST, SEEN = 5, 0.2, 0.02, 0.5, 3


def words(text):
    return [w for w in re.findall(r"[^\W_][\w'-]*", text.lower())]


def stem(word):
    """The word without its ending, as stemOf of package ontology."""
    word = word.replace("'s", "").strip("-'")
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


class Phrases:
    """The phrases of issues.tsv."""

    def __init__(self, path):
        rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("#")]
        names = rows[0]
        self.ids = [r[names.index("id")] for r in rows[1:]]
        self.first = collections.defaultdict(list)
        for k, r in enumerate(rows[1:]):
            for p in r[names.index("words")].split("; "):
                self.first[p[:2]].append((p.split(), k))

    def counts(self, text):
        """log(1 + squared lengths of the phrases found), by issue."""
        out = np.zeros(len(self.ids))
        ws = words(text)
        for at, w in enumerate(ws):
            for phrase, k in self.first.get(w[:2], []):
                found = ws[at : at + len(phrase)]
                if len(found) == len(phrase) and all(x == p or p[-1] == "*" and x.startswith(p[:-1]) for x, p in zip(found, phrase)):
                    out[k] += len(phrase) ** 2
        return np.log1p(out)


def examples(folder, phrases):
    """(report, stems, phrases in the proposal, phrases in the report, issue) of each position."""
    number = {i: k for k, i in enumerate(phrases.ids)}
    out = []
    for r, path in enumerate(sorted(glob.glob(folder + "/*.json"))):
        report = phrases.counts(open(path[:-5] + ".txt", encoding="utf-8").read())
        for p in json.load(open(path, encoding="utf-8"))["positions"]:
            if p["issue"] in number:
                text = p["proposal"]["text"]
                stems = {s for s in map(stem, words(text)) if s not in STOP and len(s) > 2}
                out.append((r, sorted(stems), phrases.counts(text), report, number[p["issue"]]))
    return out


def fit(rows, issues):
    """Adagrad on the log likelihood; weights of words are kept above 0 and shrunk after each round."""
    count = collections.Counter(s for row in rows for s in row[1])
    index = {w: i for i, w in enumerate(sorted(w for w, n in count.items() if n >= SEEN))}
    weight, bias, scale = np.zeros((len(index), issues)), np.zeros(issues), np.array([1.0, 0.3])
    of_weight, of_bias, of_scale = np.full(weight.shape, 0.01), np.full(issues, 0.01), np.ones(2)
    stems = [np.array([index[s] for s in row[1] if s in index], dtype=int) for row in rows]
    order, draw = list(range(len(rows))), random.Random(0)
    for _ in range(EPOCHS):
        draw.shuffle(order)
        for i in order:
            _, _, proposal, report, issue = rows[i]
            z = bias + weight[stems[i]].sum(0) + scale[0] * proposal + scale[1] * report
            z = np.exp(z - z.max())
            z /= z.sum()
            z[issue] -= 1
            of_bias += z * z
            bias -= RATE * z / np.sqrt(of_bias)
            of_weight[stems[i]] += z * z
            weight[stems[i]] = np.maximum(weight[stems[i]] - RATE * z / np.sqrt(of_weight[stems[i]]), 0)
            g = np.array([z @ proposal, z @ report])
            of_scale += g * g
            scale -= 0.05 * g / np.sqrt(of_scale)
        weight = np.maximum(weight - SHRINK, 0)
    weight[weight < LEAST] = 0
    return index, weight, bias, scale


def scored(model, row):
    index, weight, bias, scale = model
    z = bias + scale[0] * row[2] + scale[1] * row[3] + weight[[index[s] for s in row[1] if s in index]].sum(0)
    z = np.exp(z - z.max())
    return z / z.sum()


def check(rows, issues):
    kept = [r for r in rows if r[0] % 4 == 0]
    model = fit([r for r in rows if r[0] % 4], issues)
    answers = [(scored(model, r), r) for r in kept]
    print(f"{len(kept)} positions kept back: right {sum(p.argmax() == r[4] for p, r in answers) / len(kept):.3f}, "
          f"by the phrases alone {sum(r[2].max() > 0 and r[2].argmax() == r[4] for _, r in answers) / len(kept):.3f}")
    for low in (0, 0.2, 0.3, 0.4, 0.5, 0.7):
        sure = [p.argmax() == r[4] for p, r in answers if p.max() >= low]
        print(f"  at least {low} sure: {len(sure) / len(kept):.2f} of them, right {sum(sure) / max(1, len(sure)):.3f}")


HEAD = """# What the words of a proposal say of its issue, beside the phrases of issues.tsv: learned
# from annotated reports by training/issues.py, to be edited like any table.
#
# issue: as in issues.tsv. word: without its ending, as training/issues.py cuts it; always
#   is how common the issue is. weight: what the word adds to the issue's score.
#   Two rows are of all issues (*): phrases is what the phrases of issues.tsv in the
#   proposal count, report what those in the whole report do.
"""


def main():
    folder, table, out = sys.argv[1:4]
    phrases = Phrases(table)
    rows = examples(folder, phrases)
    if "--check" in sys.argv:
        check(rows, len(phrases.ids))
    index, weight, bias, scale = fit(rows, len(phrases.ids))
    with open(out, "w", encoding="utf-8") as f:
        f.write(HEAD + "issue\tword\tweight\n")
        f.write(f"*\tphrases\t{scale[0]:.2f}\n*\treport\t{scale[1]:.2f}\n")
        for k, issue in enumerate(phrases.ids):
            f.write(f"{issue}\talways\t{bias[k]:.2f}\n")
            for w, i in sorted(index.items()):
                if weight[i, k] > 0:
                    f.write(f"{issue}\t{w}\t{weight[i, k]:.2f}\n")


if __name__ == "__main__":
    main()
