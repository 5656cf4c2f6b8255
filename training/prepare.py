#!/usr/bin/env python3
"""Annotated reports to training examples: tokens with their trees, sentences, and frames by token index.

usage: prepare.py RAPPORTEUR OUT.pkl DIR:PART ...      e.g. annotated/train:train annotated/excluded:excluded annotated/dev:dev

Sentences, tokens and trees come from the product's own `parse`, so that what is learned fits what it will be given. A
pointer role is the head word of its span in the parser's tree; a span role is its first and last token. Spans that the
tokens do not show are left out and counted.
"""
import bisect
import collections
import glob
import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

FIELDS = ("start", "end", "form", "lemma", "upos", "head", "deprel")
CONTENT_TAGS = ("VERB", "NOUN", "ADJ", "PROPN", "ADV")


def parse(rapporteur, text, day):
    """Tokens, sentence number of each, of one text; offsets count code points."""
    command = [rapporteur, "parse", "--format", "json", "--published", day, "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=60)
    out, tokens, sentence_of = json.loads(done.stdout), [], []
    for k, sentence in enumerate(out["sentences"]):
        for t in sentence["tokens"]:
            tokens.append({f: t[f] for f in FIELDS})
            sentence_of.append(k)
    return {"text": out["text"], "tokens": tokens, "sentence_of": sentence_of}


class Pointer:
    """Turns spans of characters into tokens."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.starts = [t["start"] for t in tokens]

    def cover(self, span):
        """The tokens that overlap a span."""
        k = max(0, bisect.bisect_left(self.starts, span["start"]) - 1)
        out = []
        while k < len(self.tokens) and self.tokens[k]["start"] < span["end"]:
            if self.tokens[k]["end"] > span["start"]:
                out.append(k)
            k += 1
        return out

    def head(self, span):
        """The token whose head lies outside the span."""
        covered = self.cover(span)
        words = [i for i in covered if self.tokens[i]["upos"] != "PUNCT"] or covered
        inside = set(words)
        return next((i for i in words if self.tokens[i]["head"] not in inside), words[-1] if words else None)

    def trigger(self, span):
        """The content word that carries a span: "would not accept" is "accept"."""
        if not span:
            return None
        covered = self.cover(span)
        if not covered:
            return None
        content, head = [i for i in covered if self.tokens[i]["upos"] in CONTENT_TAGS], self.head(span)
        return content[-1] if content and head not in content else head

    def ends(self, span):
        """First and last token of a span."""
        covered = self.cover(span) if span else []
        return (covered[0], covered[-1]) if covered else None

    def roles(self, entry, names):
        """Head words of the fields of an entry, by role; a field holds a span, a list of spans or null."""
        out = {}
        for role, field in names.items():
            spans = entry.get(field)
            spans = [spans] if isinstance(spans, dict) else spans or []
            heads = [h for h in map(self.head, spans) if h is not None]
            if heads:
                out[role] = heads
        return out


class Frames:
    """Collects the frames of one annotated report."""

    def __init__(self, tokens):
        self.at, self.out = Pointer(tokens), []

    def add(self, type_, trigger, attributes, roles=None, spans=None, act=None, again=False):
        """act groups frames that tell of one act or meeting; again marks a mention whose roles were not annotated."""
        if trigger is not None:
            self.out.append({"type": type_, "trigger": trigger, "attributes": attributes, "roles": roles or {},
                             "spans": spans or {}, "act": act, "again": again})

    def event(self, k, x):
        first, act = self.at.trigger(x["trigger"]), ("event", k)
        claimed = "yes" if x.get("claimed_by") else "no"
        self.add(x["type"], first, {"modality": x["modality"], "claimed": claimed},
                 self.at.roles(x, {"agent": "by", "patient": "to", "date": "date", "place": "place"}), act=act)
        for span in x.get("also") or []:
            word = self.at.trigger(span)
            if word != first:
                self.add(x["type"], word, {}, act=act, again=True)

    def meeting(self, k, x):
        names = {"participant": "participants", "excluded": "excluded", "host": "host", "mediator": "mediator",
                 "date": "date", "place": "place"}
        triggers = []
        for m in x["mentions"]:
            word = self.at.trigger(m["trigger"])
            triggers.append(word)
            self.add("MEET", word, {"status": x["status"], "gathering": x["kind"]}, self.at.roles(m, names), act=("meeting", k))
        triggers = [t for t in triggers if t is not None]
        for r in x.get("left_out") or []:
            self.absence(r, triggers)

    def absence(self, r, triggers):
        cue = self.at.trigger(r.get("cue"))
        if cue is None:
            return
        roles = self.at.roles(r, {"party": "span"})
        near = min(triggers, key=lambda t: abs(t - cue), default=None)
        if near is not None:
            roles["meeting"] = [near]
        claimed = "yes" if r.get("claimed_by") else "no"
        self.add("ABSENCE", cue, {"absence": r["kind"], "certainty": r["certainty"], "claimed": claimed}, roles)

    def position(self, x):
        spans = {r: [e] for r in ("proposal", "condition") if (e := self.at.ends(x.get(r)))}
        self.add("POSITION", self.at.trigger(x["trigger"]), {"stance": x["stance"], "issue": x["issue"] or "none"},
                 self.at.roles(x, {"holder": "holder"}), spans)

    def statement(self, x):
        content = [e for e in map(self.at.ends, x["content"]) if e]
        cue = self.at.trigger(x.get("cue"))
        trigger = cue if cue is not None else content[0][0] if content else None
        attributes = {"act": x["act"], "medium": x.get("medium") or "none", "source_kind": x["kind"]}
        self.add("QUOTE" if cue is None else "CUE", trigger, attributes,
                 self.at.roles(x, {"source": "source", "addressee": "addressee"}), {"content": content})


def frames(tokens, gold):
    """The frames of an annotated report."""
    f = Frames(tokens)
    for k, x in enumerate(gold["events"]):
        f.event(k, x)
    for k, x in enumerate(gold["meetings"]):
        f.meeting(k, x)
    for x in gold["positions"]:
        f.position(x)
    for x in gold["statements"]:
        f.statement(x)
    return f.out


def example(rapporteur, path, part):
    """One annotated report, or the reason why it cannot be used."""
    with open(path, encoding="utf8") as f:
        gold = json.load(f)
    with open(path[:-5] + ".txt", encoding="utf8") as f:
        text = f.read()
    try:
        d = parse(rapporteur, text, gold["date"])
    except subprocess.SubprocessError as e:
        return path, str(e)
    if d["text"] != text:
        return path, "parse changed the text"
    d.update(id=os.path.basename(path)[:-5], part=part, gold=path, frames=frames(d["tokens"], gold),
             excluded=any(m["excluded"] for m in gold["meetings"]))
    return path, d


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    rapporteur, out, todo = sys.argv[1], sys.argv[2], []
    for arg in sys.argv[3:]:
        folder, part = arg.rsplit(":", 1)
        todo += [(path, part) for path in sorted(glob.glob(folder + "/*.json"))]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda a: example(rapporteur, *a), todo))
    for path, d in results:
        if isinstance(d, str):
            print(os.path.basename(path), "left out:", d)
    docs = [d for _, d in results if not isinstance(d, str)]
    with open(out, "wb") as f:
        pickle.dump(docs, f)
    print(collections.Counter(d["part"] for d in docs))
    print(collections.Counter(f["type"] for d in docs for f in d["frames"]))


if __name__ == "__main__":
    main()
