#!/usr/bin/env python3
"""attributes.py medium|status OUT.tsv LEARN.jsonl [CHECK.jsonl]: weights of what shows an attribute.

Reads what `rapporteur-lab candidates DIR` prints of annotated reports; OUT is reading/tables/media.tsv or statuses.tsv. A statement's medium is the one of the annotated statement that has half of its words; the
status of a mention of a meeting that of the annotated meeting which has a mention there, and a meeting's that of most of
its mentions.
The weights of contexts are learned from reports that are read with the weights of the other half of them.
"""
import collections
import json
import sys

import torch

from multinomial import Regression, known

NEAR = 20              # characters between the words of a mention and those of an annotated one
RELUCTANCE, CLEARLY = 2.7, 1.5     # reading/medium.go, multinomial.go
ENDED = {"refused", "cancelled", "postponed"}      # statuses that are not weighed where they are read
STATUSES = ["held", "planned", "under-way", "proposed", "refused", "cancelled", "postponed"]
MEDIA = ["none", "article", "briefing", "broadcast", "call", "interview", "letter", "news conference", "other", "social media", "speech", "statement"]
REGRESSIONS = {
    "medium": Regression(MEDIA, ["here", "speaker", "report"]),
    "status": Regression(STATUSES, ["here", "report"], parts=5, decay=12.0, smallest=0.05),
}
BY = """# trait: what is so of the {0}; the word that tells of it, its form, the words that depend
#   on it and on those over it, those of the sentence, what rules say and the model. here
#   and report are how likely the value is by these, the logarithm of it for the {0}
#   itself (the mean over its mentions), the highest of all for the report.
# value: one of the values. weight: what the trait adds to its log odds.
"""
HEADERS = {
    "medium": ("Through what something was said", "statements", """# trait: what is so of the statement: a word, a pair of words or the cue beside what is said
#   (~ stands for what is said), a word of the sentence before, a word of the source. here,
#   speaker and report are how likely the medium is by these words, the logarithm of it for
#   the statement itself, the highest of its speaker's and of all for the others.
# value: one of the values, or none. weight: what the trait adds to its log odds.
"""),
    "status": ("How far a meeting has come", "mentions of meetings", BY.format("meeting")),
}


def header(attribute):
    title, things, traits = HEADERS[attribute]
    return f"""# {title}: weights of a multinomial logistic regression over the
# {things} of the annotated reports of training (training/attributes.py), those of less
# than {REGRESSIONS[attribute].smallest} left out.
#
{traits}trait\tvalue\tweight
"""


def overlap(a, b):
    """F1 of the words of two texts."""
    a, b = a.lower().split(), b.lower().split()
    both = sum((collections.Counter(a) & collections.Counter(b)).values())
    return 2 * both / max(1, len(a) + len(b))


def medium(c, record):
    gold = [(s, " ".join(x["text"] for x in s["content"])) for s in record["statements"]]
    best = max(gold, key=lambda g: overlap(g[1], c["proposal"]), default=None)
    return (best[0]["medium"] or "none") if best is not None and overlap(best[1], c["proposal"]) >= 0.5 else None


def status(c, record):
    near = [(abs(c["evidence"]["start"] - t["trigger"]["start"]), m["status"]) for m in record["meetings"] for t in m["mentions"]]
    away, value = min(near, default=(NEAR + 1, None))
    return value.replace(" ", "-") if away <= NEAR else None


VALUES = {"medium": medium, "status": status}


def load(path, attribute):
    """The mentions and the things of each report, with their values and those that were read."""
    values = REGRESSIONS[attribute].values
    out = []
    for line in open(path):
        x = json.loads(line)
        record = json.load(open(x["path"][:-4] + ".json"))
        mentions, things = [], collections.defaultdict(list)
        for n, c in enumerate(x["candidates"] or []):
            if c.get("attribute") == attribute:
                value = VALUES[attribute](c, record)
                mentions.append({"traits": c["traits"], "value": None if value is None else values.index(value), "read": c.get("value") or "none",
                                 "speaker": " ".join(a["id"] for a in c["actors"] or [])})
                if c["kind"] != "meeting":
                    things[-n] = mentions[-1:]
                elif c.get("meeting"):
                    things[c["meeting"]].append(mentions[-1])
        out.append((mentions, [thing(ms, attribute) for ms in things.values()]))
    return out


def thing(mentions, attribute):
    most = collections.Counter(m["value"] for m in mentions if m["value"] is not None).most_common(1)
    read = mentions[0]["read"]
    values = REGRESSIONS[attribute].values
    favoured = 0 if attribute == "medium" else values.index(read) if read in values else len(values)
    return {"mentions": mentions, "value": most[0][0] if most and read not in ENDED else None, "speaker": mentions[0]["speaker"], "read": read, "favoured": favoured}


def report(name, attribute, reports, whole):
    regression = REGRESSIONS[attribute]
    things = known(x for _, xs in reports for x in xs)
    gold = [x["value"] for x in things]
    as_read = sum(x["read"] == regression.values[x["value"]] for x in things)
    for reluctance in (1.0, 1 / RELUCTANCE if attribute == "medium" else CLEARLY):
        said = regression.choose(reports, whole, reluctance)
        right = sum(a == b for a, b in zip(said, gold))
        told = sum(a == b != 0 for a, b in zip(said, gold))
        print(f"{name}, reluctance {reluctance}: {right} of {len(gold)} right ({as_read} before); other than {regression.values[0]} "
              f"{told} of {sum(g != 0 for g in gold)} found, {told} of {sum(a != 0 for a in said)} right")


def main():
    torch.manual_seed(1)
    if len(sys.argv) < 4 or sys.argv[1] not in REGRESSIONS:
        sys.exit(__doc__)
    attribute, out, learn = sys.argv[1:4]
    regression, reports = REGRESSIONS[attribute], load(learn, attribute)
    regression.apart(reports)
    whole = regression.whole(reports)
    report(f"each part of {regression.parts} by the others", attribute, reports, whole)
    weights = regression.traits(reports)
    for path in sys.argv[4:]:
        check = load(path, attribute)
        regression.hint(check, weights)
        report(path, attribute, check, whole)
    with open(out, "w") as f:
        f.write(header(attribute) + "".join(f"{t}\t{v}\t{w:.2f}\n" for t, v, w in regression.rows(weights, whole)))


if __name__ == "__main__":
    main()
