#!/usr/bin/env python3
"""weigh.py event|position OUT.tsv LEARN.jsonl [CHECK.jsonl]: weights of what makes a deed or a position likely.

Reads what `rapporteur-lab candidates DIR` prints of annotated reports; OUT is reading/tables/deeds.tsv or positions.tsv.
A deed is right if the annotation has an event of its type, or one alike, in its sentence, one of whose actors, and of
whose recipients if it has any, is among the deed's; a position if it has one of its holder or of the same state there,
which is about the same words. The weights are those of a logistic regression over all candidates; words that trigger
fewer than 40 of them, and other traits of fewer, are left out.
"""
import collections
import json
import re
import sys
import unicodedata

import torch
import torch.nn.functional as F

LEAST = 40          # candidates that have a trait
EMPTY = set("this that with from their would should will could more over about have been them they what which".split())
DECAY, WORDS = 1.0, 4.0     # of the weights, and of those of single words
HEADER = {"event": "deed", "position": "position"}


def header(kind):
    name = HEADER[kind]
    return f"""# How likely a {name} is right that the model or a rule finds: weights of a logistic
# regression over the {name}s that both find in the annotated reports of training
# (training/weigh.py), those of less than 0.05 left out.
#
# trait: what is so of the {name}. weight: what it adds, by how much of the
#   trait there is, to the log odds that the {name} is right.
trait\tweight
"""


def alike(a, b):
    """Whether two types may be told of one deed: who frees or resigns retreats by PLOVER's manual and concedes by the guide."""
    return a == b or {a, b} == {"CONCEDE", "RETREAT"}


def norm(s):
    s = unicodedata.normalize("NFKD", s or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", s).strip()


def last(s):
    return (norm(re.sub(r"\(.*?\)", "", s or "")).split() or [""])[-1]


def spellings(actors):
    """What an annotation may call one of some actors."""
    return {x for a in actors or [] for x in (norm(a["id"]), norm(a.get("state")), norm(a.get("name")), last(a.get("name")))} - {""}


def shared(annotated, ours):
    return any(({norm(x), last(x)} - {""}) & ours for x in annotated)


def told(deed, event):
    """Whether a deed stands in the sentence of an event of its type."""
    s = deed["evidence"]
    return alike(event["type"], deed["type"]) and any(s["start"] < t["end"] and s["end"] > t["start"] for t in [event["trigger"], *event["also"]])


def right(c, record):
    """The numbers of the entries of a record that a candidate tells of."""
    return {k for k, e in enumerate(record[c["kind"] + "s"]) if (same_event if c["kind"] == "event" else same_position)(c, e)}


def same_event(deed, e):
    by, to = spellings(deed["actors"]), spellings(deed["recipients"])
    return told(deed, e) and (not e["actor"] or shared(e["actor"], by)) and (not e["recipient"] or shared(e["recipient"], to))


def same_position(c, e):
    s, t = c["evidence"], e["trigger"] or e["proposal"]
    named = {norm(e["actor"]), last(e["actor"]), norm(e.get("state"))} - {""}
    if not (s["start"] < t["end"] and s["end"] > t["start"] and named & spellings(c["actors"])):
        return False
    return bool(content(c["proposal"]) & content(e["proposal"]["text"] + " " + (e["issue"] or "")))


def content(words):
    """The first letters of the words that are about something."""
    return {w[:6] for w in norm(words).split() if len(w) > 3 and w not in EMPTY}


def load(path, kind):
    """Candidates of a kind with the entries that they tell of, and how many entries there are, a report each."""
    out = []
    for line in open(path):
        x = json.loads(line)
        record = json.load(open(x["path"][:-4] + ".json"))
        found = [c for c in x["candidates"] or [] if c["kind"] == kind and not c.get("attribute")]
        for c in found:
            c["entries"] = right(c, record)
        out.append((found, len(record[kind + "s"])))
    return out


def matrix(deeds, at):
    where, values = [[], []], []
    for n, d in enumerate(deeds):
        for t, v in d["traits"].items():
            if t in at:
                where[0].append(n), where[1].append(at[t]), values.append(float(v))
    return torch.sparse_coo_tensor(where, values, (len(deeds), len(at)), check_invariants=False)


def learn(reports):
    """The weight of each trait."""
    deeds = [d for ds, _ in reports for d in ds]
    count = collections.Counter(t for d in deeds for t in d["traits"])
    names = sorted(t for t, n in count.items() if n >= LEAST)
    x, y = matrix(deeds, {t: i for i, t in enumerate(names)}), torch.tensor([float(bool(d["entries"])) for d in deeds])
    decay = torch.tensor([0.0 if t == "always" else WORDS if t.startswith("word ") else DECAY for t in names])
    w = torch.zeros(len(names), requires_grad=True)
    search = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

    def step():
        search.zero_grad()
        loss = F.binary_cross_entropy_with_logits(torch.sparse.mm(x, w[:, None])[:, 0], y, reduction="sum") + (decay * w * w).sum() / 2
        loss.backward()
        return loss

    search.step(step)
    return dict(zip(names, w.tolist()))


def weigh(reports, weights):
    for deeds, _ in reports:
        for d in deeds:
            d["p"] = float(torch.sigmoid(torch.tensor(sum(weights.get(t, 0.0) * v for t, v in d["traits"].items()))))


def twice(a, b):
    """Whether two candidates of a sentence can be told once alone."""
    if a["evidence"] != b["evidence"] or not spellings(a["actors"]) & spellings(b["actors"]):
        return False
    return a["type"] == b["type"] if a["kind"] == "event" else bool(content(a["proposal"]) & content(b["proposal"]))


def score(reports, limit):
    """Precision, recall and F1 of the deeds above a limit, each event found once."""
    hit = said = gold = 0
    for deeds, n in reports:
        free, kept = set(range(n)), []
        for d in sorted(deeds, key=lambda d: -d["p"]):
            if d["p"] < limit or any(twice(k, d) for k in kept):
                continue
            kept.append(d)
            found = d["entries"] & free
            if found:
                free.remove(min(found))
                hit += 1
        said, gold = said + len(kept), gold + n
    return hit / max(1, said), hit / max(1, gold), 2 * hit / max(1, said + gold)


def report(name, reports):
    best = max((score(reports, k / 100) + (k / 100,) for k in range(10, 60, 5)), key=lambda s: s[2])
    print(f"{name}: precision {best[0]:.3f} recall {best[1]:.3f} F1 {best[2]:.3f} from {best[3]:.2f} on")
    bands = collections.defaultdict(list)
    for deeds, _ in reports:
        for d in deeds:
            bands[int(10 * d["p"])].append((d["p"], bool(d["entries"])))
    for k, v in sorted(bands.items()):
        print(f"  {k / 10:.1f}: {len(v)} of them, mean {sum(p for p, _ in v) / len(v):.2f}, right {sum(r for _, r in v) / len(v):.2f}")


def main():
    torch.manual_seed(1)
    if len(sys.argv) < 4 or sys.argv[1] not in HEADER:
        sys.exit(__doc__)
    kind, out = sys.argv[1:3]
    reports = load(sys.argv[3], kind)
    half = [reports[::2], reports[1::2]]
    for a, b in (half, half[::-1]):
        weigh(b, learn(a))
    report("each half by the other", reports)
    weights = learn(reports)
    if len(sys.argv) > 4:
        check = load(sys.argv[4], kind)
        weigh(check, weights)
        report(sys.argv[4], check)
    with open(out, "w") as f:
        f.write(header(kind) + "".join(f"{t}\t{w:.2f}\n" for t, w in sorted(weights.items()) if abs(w) >= 0.05))


if __name__ == "__main__":
    main()
