#!/usr/bin/env python3
"""media.py OUT.tsv LEARN.jsonl [CHECK.jsonl]: weights of what shows through what something was said.

Reads what `rapporteur-lab candidates DIR` prints of annotated reports; OUT is reading/tables/media.tsv. A statement's
medium is the one of the annotated statement that has half of its words. First come the weights of the words around a
statement, those of a multinomial logistic regression; then those of how likely each medium is by the words around it,
around the likeliest of its speaker's statements and around the likeliest of all, learned from weights of the other half
of the reports. Traits of fewer than LEAST statements and weights below SMALLEST are left out.
"""
import collections
import json
import sys

import torch
import torch.nn.functional as F

MEDIA = ["none", "article", "briefing", "broadcast", "call", "interview", "letter", "news conference", "other", "social media", "speech", "statement"]
LEAST, SMALLEST, DECAY = 12, 0.15, 6.0
CONTEXT = ["here", "speaker", "report"]
RELUCTANCE = 2.7       # reading/medium_weights.go
HEADER = """# Through what something was said: weights of a multinomial logistic regression over the
# statements of the annotated reports of training (training/media.py), those of less than
# 0.15 left out.
#
# trait: what is so of the statement: a word, a pair of words or the cue beside what is said
#   (~ stands for what is said), a word of the sentence before, a word of the source. here,
#   speaker and report are how likely the medium is by these words, the logarithm of it for
#   the statement itself, the highest of its speaker's and of all for the others.
# medium: one of the values, or none. weight: what the trait adds to its log odds.
trait\tmedium\tweight
"""


def overlap(a, b):
    """F1 of the words of two texts."""
    a, b = a.lower().split(), b.lower().split()
    both = sum((collections.Counter(a) & collections.Counter(b)).values())
    return 2 * both / max(1, len(a) + len(b))


def load(path):
    """The statements of each report that an annotation has, with their traits, medium and speaker."""
    out = []
    for line in open(path):
        x = json.loads(line)
        gold = [(s, " ".join(c["text"] for c in s["content"])) for s in json.load(open(x["path"][:-4] + ".json"))["statements"]]
        report = []
        for c in x["candidates"] or []:
            if c["kind"] != "statement":
                continue
            best = max(gold, key=lambda g: overlap(g[1], c["proposal"]), default=None)
            found = best is not None and overlap(best[1], c["proposal"]) >= 0.5
            report.append({"traits": c["traits"], "speaker": " ".join(a["id"] for a in c["actors"] or []),
                           "medium": MEDIA.index(best[0]["medium"] or "none") if found else None})
        out.append(report)
    return out


def known(reports):
    return [s for r in reports for s in r if s["medium"] is not None]


def minimise(parameters, loss):
    search = torch.optim.LBFGS(parameters, max_iter=100, line_search_fn="strong_wolfe")

    def step():
        search.zero_grad()
        sum_ = loss()
        sum_.backward()
        return sum_

    search.step(step)


def matrix(statements, at):
    where = [[], []]
    for n, s in enumerate(statements):
        for t in s["traits"]:
            if t in at:
                where[0].append(n), where[1].append(at[t])
    return torch.sparse_coo_tensor(where, torch.ones(len(where[0])), (len(statements), len(at)), check_invariants=False)


def learn_words(reports):
    statements = known(reports)
    count = collections.Counter(t for s in statements for t in s["traits"])
    at = {t: i for i, t in enumerate(sorted(t for t, n in count.items() if n >= LEAST))}
    x, y = matrix(statements, at), torch.tensor([s["medium"] for s in statements])
    w = torch.zeros(len(at), len(MEDIA), requires_grad=True)
    minimise([w], lambda: F.cross_entropy(torch.sparse.mm(x, w), y, reduction="sum") + DECAY * (w * w).sum() / 2)
    w = w.detach()
    return at, w * (w.abs() >= SMALLEST)


def hint(reports, words):
    """Gives every statement how likely each medium is by the words around it, and around others."""
    at, w = words
    statements = [s for r in reports for s in r]
    likely = torch.softmax(torch.sparse.mm(matrix(statements, at), w), 1)
    for s, p in zip(statements, likely):
        s["p"] = p
    for r in reports:
        for s in r:
            same = [o["p"] for o in r if o["speaker"] == s["speaker"] and s["speaker"]]
            s["context"] = torch.stack([torch.log(s["p"] + 0.001), torch.stack(same).max(0).values if same else torch.zeros(len(MEDIA)), torch.stack([o["p"] for o in r]).max(0).values])


def learn_context(reports):
    statements = known(reports)
    x, y = torch.stack([s["context"] for s in statements]), torch.tensor([s["medium"] for s in statements])
    w, b = torch.zeros(len(CONTEXT), len(MEDIA), requires_grad=True), torch.zeros(len(MEDIA), requires_grad=True)
    minimise([w, b], lambda: F.cross_entropy((x * w).sum(1) + b, y, reduction="sum") + DECAY * (w * w).sum() / 2)
    return w.detach(), b.detach()


def report(name, reports, context):
    w, b = context
    statements = known(reports)
    sums = (torch.stack([s["context"] for s in statements]) * w).sum(1) + b
    for reluctance in (1.0, 1.65, RELUCTANCE):
        said = (sums - torch.log(torch.tensor(reluctance)) * F.one_hot(torch.tensor(0), len(MEDIA))).argmax(1).tolist()
        gold = [s["medium"] for s in statements]
        right = sum(a == b != 0 for a, b in zip(said, gold))
        print(f"{name}, reluctance {reluctance}: {right} of {sum(g != 0 for g in gold)} found, {right} of {sum(a != 0 for a in said)} right")


def rows(words, context):
    at, w = words
    for t, i in sorted(at.items()):
        for k, m in enumerate(MEDIA):
            if w[i][k] != 0:
                yield t, m, float(w[i][k])
    for t, of in [("whole", context[1]), *zip(CONTEXT, context[0])]:
        for k, m in enumerate(MEDIA):
            yield t, m, float(of[k])


def main():
    torch.manual_seed(1)
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    reports = load(sys.argv[2])
    half = [reports[::2], reports[1::2]]
    for a, b in (half, half[::-1]):
        hint(b, learn_words(a))
    context = learn_context(reports)
    report("each half by the other", reports, context)
    words = learn_words(reports)
    if len(sys.argv) > 3:
        check = load(sys.argv[3])
        hint(check, words)
        report(sys.argv[3], check, context)
    with open(sys.argv[1], "w") as f:
        f.write(HEADER + "".join(f"{t}\t{m}\t{w:.2f}\n" for t, m, w in rows(words, context)))


if __name__ == "__main__":
    main()
