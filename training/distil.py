#!/usr/bin/env python3
"""Train a student on gold frames and on a teacher's probabilities.

usage: distil.py EXAMPLES.pkl SOFTDIR ENCODERDIR ISSUES.txt OUTDIR [--work 60] [--every 4] [--units 160] [--seed 1] [--threads 2]

EXAMPLES are prepare.py's, SOFTDIR has soften.py's shards, of which more may come while this runs. --work is the units of work:
a shard or all the annotated reports; each --every'th and the last two are the latter. OUTDIR gets config.json, model.pt and
checkpoint.pt: started again it goes on behind the last unit.
"""
import argparse
import collections
import glob
import json
import os
import pickle
import random
import time

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file
from transformers import PreTrainedTokenizerFast

import inventory
from chunks import known_types, paths, targets
from evaluate import evaluate
from inventory import ATTRIBUTES, ROLE, ROLES, TYPES
from model import MASK, path_tensor
from student import Features, Student, inputs, read, reduced, tensors
from train import path_vocabulary, split

BATCH = 32
WORD_VALUES = 128
RATE = 2e-3
MEASURED_EVERY = 5


def gold_frames(d):
    """Gold frames in the form of soft ones: triggers and (word, type, {attribute: distribution}, [(word, role, p)], trained)."""
    triggers, frames = [], []
    for t, type_, attributes, roles, again in targets(d):
        triggers.append((t, type_, 1.0))
        if again:
            continue
        values = {}
        for a, v in attributes.items():
            if v in ATTRIBUTES.get(a, ()):
                values[a] = [float(x == v) for x in ATTRIBUTES[a]]
        frames.append((t, type_, values, [(w, ROLE[r], 1.0) for r, ws in roles.items() if r in ROLE for w in ws]))
    return triggers, frames


def prepared(d, features, vocabulary):
    """The chunks of a document with everything that training asks for."""
    triggers, frames = (d["soft"]["triggers"], d["soft"]["frames"]) if "soft" in d else gold_frames(d)
    out = []
    for c in inputs(d, features):
        a, b = c["offset"], c["end"]
        own = a + c["own"]
        mine = [f for f in frames if own <= f[0] < b]
        out.append({**c, "known": known_types(d), "triggers": [(w - a, t, p) for w, t, p in triggers if own <= w < b],
                    "frames": [(w - a, t, v, [(x - a, r, p) for x, r, p in fill if a <= x < b]) for w, t, v, fill in mine],
                    "paths": [torch.tensor(paths(d, f[0], a, b, vocabulary), dtype=torch.int16) for f in mine]})
    return out


def cross_entropy(logits, gold):
    return -(gold * F.log_softmax(logits, -1)).sum(-1)


def role_loss(heads, h, q, there, chunk, word, type_, rows):
    """The sum over frames, kind by kind, as each kind has few of the roles."""
    keys, total = heads.keys(h), q.sum() * 0
    for roles in {tuple(m.nonzero().flatten().tolist()) for m in MASK}:
        place = {r: i for i, r in enumerate(roles)}
        mine = [n for n in range(len(rows)) if MASK[type_[n]].nonzero().flatten().tolist() == list(roles)]
        if not mine:
            continue
        ways = path_tensor([rows[n][5].long() for n in mine], h.shape[1])
        score = heads.roles(keys, q[mine], chunk[mine], word[mine], ways, list(roles))
        fill = torch.zeros_like(score)
        for i, n in enumerate(mine):
            for w, role, p in rows[n][4]:
                if role in place:
                    fill[i, w, place[role]] = p
        each = F.binary_cross_entropy_with_logits(score, fill, reduction="none")
        total = total + (each * there[chunk[mine]][:, :, None]).sum()
    return total


def loss(model, batch):
    """Losses of triggers, attributes and roles against given probabilities."""
    pieces, rest, head, lengths, own = tensors(batch)
    h = model.words(pieces, rest, head, lengths)
    logits, gold = model.heads.trigger(h), torch.zeros(*h.shape[:2], len(TYPES))
    for i, c in enumerate(batch):
        for w, t, p in c["triggers"]:
            gold[i, w, t] = p
    weight = own[:, :, None] * torch.stack([c["known"] for c in batch])[:, None]
    trigger = (F.binary_cross_entropy_with_logits(logits, gold, reduction="none") * weight).sum() / own.sum().clamp(min=1) * 10
    rows = [(i, *f, way) for i, c in enumerate(batch) for f, way in zip(c["frames"], c["paths"])]
    if not rows:
        return trigger, trigger * 0, trigger * 0
    chunk, word, type_ = (torch.tensor([r[k] for r in rows]) for k in range(3))
    q = model.heads.frame(h, chunk, word, type_)
    there = (torch.arange(h.shape[1])[None] < lengths[:, None]).float()
    role = role_loss(model.heads, h, q, there, chunk, word, type_, rows) / len(rows)
    attribute = q.sum() * 0
    for name in ATTRIBUTES:
        known = [n for n, r in enumerate(rows) if name in r[3]]
        if known:
            wanted = torch.tensor([list(map(float, rows[n][3][name])) for n in known])
            attribute = attribute + cross_entropy(model.heads.attribute[name](q[known]), wanted).sum() / len(rows)
    return trigger, attribute, role


def batches(all_, rng):
    by_length = sorted(all_, key=lambda c: len(c["pieces"]) + rng.random() * 20)
    out = [by_length[i:i + BATCH] for i in range(0, len(by_length), BATCH)]
    rng.shuffle(out)
    return out


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("examples", "soft", "encoder", "issues", "out"):
        p.add_argument(name)
    p.add_argument("--work", type=int, default=60)
    p.add_argument("--every", type=int, default=4)
    p.add_argument("--units", type=int, default=160)
    p.add_argument("--reports", type=int)
    p.add_argument("--fold")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    return p.parse_args()


class Run:
    """One unit of work after the other: a shard, the least read one first, and every so often the annotated reports."""

    def __init__(self, args, model, gold):
        self.args, self.model, self.gold = args, model, gold
        self.adam = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=1e-4)
        self.done, self.read, self.checkpoint = 0, collections.Counter(), os.path.join(args.out, "checkpoint.pt")
        if os.path.exists(self.checkpoint):
            state = torch.load(self.checkpoint)
            self.done, self.read = state["done"], collections.Counter(state["read"])
            model.load_state_dict(state["model"])
            self.adam.load_state_dict(state["adam"])

    def next(self):
        """The shard of the next unit, None for the annotated reports; the careful readers have the last word."""
        shards = sorted(glob.glob(os.path.join(self.args.soft, "*.pkl")))
        if not shards or self.done % self.args.every == self.args.every - 1 or self.done >= self.args.work - 2:
            return None
        return min(shards, key=lambda s: (self.read[os.path.basename(s)], s))

    def save(self):
        torch.save({"done": self.done, "read": dict(self.read), "model": self.model.state_dict(), "adam": self.adam.state_dict()}, self.checkpoint + ".new")
        os.replace(self.checkpoint + ".new", self.checkpoint)
        torch.save(self.model.state_dict(), os.path.join(self.args.out, "model.pt"))

    def unit(self, load):
        """Trains on one shard, or on the annotated reports; gives the mean losses."""
        path = self.next()
        self.model.train()
        torch.manual_seed(self.args.seed * 7919 + self.done)
        rng, total, n = random.Random(self.args.seed * 7919 + self.done), [0, 0, 0], 0
        all_ = batches(load(path), rng)
        for k, batch in enumerate(all_):
            part = self.done + k / len(all_)
            for group in self.adam.param_groups:
                group["lr"] = RATE * max(0.02, 1 - part / self.args.work) * min(1, part / 0.5 + 0.02)
            terms = loss(self.model, batch)
            self.adam.zero_grad()
            sum(terms).backward()
            nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.adam.step()
            total, n = [a + float(b.detach()) for a, b in zip(total, terms)], n + 1
        self.done += 1
        self.read[os.path.basename(path or "gold")] += 1
        return path or "gold", [t / max(1, n) for t in total]


def begun(out):
    """The paths and relations that a student began with, so that it can go on with more annotated reports."""
    path = os.path.join(out, "config.json")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf8") as f:
        config = json.load(f)
    return config["paths"], config["relations"]


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)
    ATTRIBUTES["issue"] = inventory.load_issues(args.issues)
    with open(args.examples, "rb") as f:
        docs = pickle.load(f)
    train, measured = split(docs, args)
    vocabulary, relations = begun(args.out) or (path_vocabulary(train), [r for r, _ in collections.Counter(t["deprel"] for d in train for t in d["tokens"]).most_common(60)])
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=os.path.join(args.encoder, "tokenizer.json"), unk_token="[UNK]")
    features = Features(tokenizer, relations)
    table = load_file(os.path.join(args.encoder, "model.safetensors"))["embeddings.word_embeddings.weight"]
    model = Student(reduced(table, WORD_VALUES), len(relations), len(vocabulary) + 2, units=args.units)
    with open(os.path.join(args.out, "config.json"), "w", encoding="utf8") as f:
        json.dump({"args": vars(args), "paths": vocabulary, "relations": relations, "issues": ATTRIBUTES["issue"]}, f, indent=1)
    gold = [c for d in train for c in prepared(d, features, vocabulary)]

    def load(path):
        if path is None:
            return gold
        with open(path, "rb") as f:
            return [c for d in pickle.load(f) for c in prepared(d, features, vocabulary)]

    run, start = Run(args, model, gold), time.time()
    while run.done < args.work:
        path, means = run.unit(load)
        run.save()
        if run.done % MEASURED_EVERY == 0 or run.done == args.work:
            for name, part in measured.items():
                print(f"{name}: {evaluate(part, lambda d: read(model, features, vocabulary, d))}", flush=True)
        print(f"{run.done} of {args.work}, {os.path.basename(path)}: trigger attribute role {' '.join(f'{m:.3f}' for m in means)}, {time.time() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
