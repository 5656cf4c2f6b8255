#!/usr/bin/env python3
"""Fine-tune every layer of a pretrained encoder on annotated frames: a teacher.

usage: train.py EXAMPLES.pkl ENCODERDIR ISSUES.txt OUTDIR [--epochs 9] [--reports N] [--fold K/N] [--seed 1] [--threads 2]

OUTDIR gets config.json, model.pt and, while it runs, checkpoint.pt: started again with the same arguments it goes on where
it stood. --reports takes the first N training reports of a shuffled order (learning curve), --fold leaves out the reports and
passages with sha256(id) mod N = K (cross-validation; the same rule sets the fifth of the passages aside that is never
trained on: passages with sha256(id) mod 5 = 0 are always left out).
"""
import argparse
import collections
import hashlib
import json
import os
import pickle
import random
import time

import torch
import torch.nn as nn
from transformers import BertModel, PreTrainedTokenizerFast

import inventory
from chunks import chunks, known_types, path, paths, targets
from evaluate import evaluate
from model import Teacher, loss
from predict import predict

BATCH, SAVE_EVERY = 8, 100
RARE_PATH = 20


def digest(id_):
    return int(hashlib.sha256(id_.encode()).hexdigest(), 16)


def split(docs, args):
    """Documents to train on, and those to measure on."""
    k, n = map(int, args.fold.split("/")) if args.fold else (0, 0)
    held = lambda d: d["part"] == "excluded" and digest(d["id"]) % 5 == 0 or n and digest(d["id"]) % n == k
    reports = sorted((d for d in docs if d["part"] == "train" and not held(d)), key=lambda d: d["id"])
    random.Random(args.seed).shuffle(reports)
    passages = [d for d in docs if d["part"] == "excluded" and not held(d)]
    return reports[:args.reports] + passages, {"dev": [d for d in docs if d["part"] == "dev"],
                                               "passages": [d for d in docs if d["part"] == "excluded" and digest(d["id"]) % 5 == 0]}


def path_vocabulary(docs):
    """Ids of the paths between triggers and fillers, the frequent ones; 0 and 1 are taken (chunks.FAR, OTHER)."""
    count = collections.Counter()
    for d in docs:
        for t, _, _, roles, _ in targets(d):
            for w in {w for xs in roles.values() for w in xs if d["sentence_of"][w] == d["sentence_of"][t]}:
                count[path(d["tokens"], t, w)] += 1
    del count[None]
    return {p: i + 2 for i, (p, n) in enumerate(sorted(count.items(), key=lambda x: (-x[1], x[0]))) if n >= RARE_PATH}


def parts(docs, tokenizer, vocabulary):
    """The chunks of all documents with the frames whose trigger is their own."""
    out = []
    for d in docs:
        all_, known = targets(d), known_types(d)
        for c in chunks(d, tokenizer):
            own = [x for x in all_ if c["own"] <= x[0] < c["end"]]
            out.append({**c, "targets": own, "known": known,
                        "paths": [paths(d, x[0], c["offset"], c["end"], vocabulary) for x in own]})
    return out


def order(all_, seed, epoch):
    """Batches of chunks of like length, shuffled; the same for the same seed and epoch."""
    r = random.Random(seed * 1000 + epoch)
    by_length = sorted(all_, key=lambda c: len(c["ids"]) + r.random() * 40)
    batches = [by_length[i:i + BATCH] for i in range(0, len(by_length), BATCH)]
    r.shuffle(batches)
    return batches


def optimiser(model, steps):
    inner = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    adam = torch.optim.AdamW([{"params": inner, "lr": 1.5e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    warm = 0.06 * steps + 1
    return adam, torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min(1, (s + 1) / warm) * max(0.02, 1 - s / steps))


class Run:
    """A training run that can be stopped and taken up."""

    def __init__(self, args, model, all_):
        self.args, self.model, self.all = args, model, all_
        self.batches = (len(all_) + BATCH - 1) // BATCH
        self.adam, self.schedule = optimiser(model, args.epochs * self.batches)
        self.step, self.checkpoint = 0, os.path.join(args.out, "checkpoint.pt")
        if os.path.exists(self.checkpoint):
            state = torch.load(self.checkpoint)
            self.step = state["step"]
            model.load_state_dict(state["model"])
            self.adam.load_state_dict(state["adam"])
            self.schedule.load_state_dict(state["schedule"])
            print("goes on at step", self.step, flush=True)

    def save(self):
        state = {"step": self.step, "model": self.model.state_dict(), "adam": self.adam.state_dict(), "schedule": self.schedule.state_dict()}
        torch.save(state, self.checkpoint + ".new")
        os.replace(self.checkpoint + ".new", self.checkpoint)

    def epochs(self, after):
        """Trains; calls after(epoch) behind each epoch."""
        start, total = time.time(), [0, 0, 0]
        while self.step < self.args.epochs * self.batches:
            epoch, k = divmod(self.step, self.batches)
            if k == 0 or not hasattr(self, "today"):
                self.today, total = order(self.all, self.args.seed, epoch), [0, 0, 0]
            terms = self.one(self.today[k])
            total = [a + float(b.detach()) for a, b in zip(total, terms)]
            if self.step % SAVE_EVERY == 0:
                self.save()
                means = " ".join(f"{t / (k + 1):.3f}" for t in total)
                print(f"step {self.step} of {self.args.epochs * self.batches}: trigger attribute role {means}, {time.time() - start:.0f} s", flush=True)
            if self.step % self.batches == 0:
                self.save()
                after(epoch)

    def one(self, batch):
        self.model.train()
        torch.manual_seed(self.args.seed * 1_000_003 + self.step)
        terms = loss(self.model, batch)
        self.adam.zero_grad()
        sum(terms).backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.adam.step()
        self.schedule.step()
        self.step += 1
        return terms


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("examples")
    p.add_argument("encoder")
    p.add_argument("issues")
    p.add_argument("out")
    p.add_argument("--epochs", type=int, default=9)
    p.add_argument("--reports", type=int)
    p.add_argument("--fold")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    return p.parse_args()


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)
    inventory.ATTRIBUTES["issue"] = inventory.load_issues(args.issues)
    with open(args.examples, "rb") as f:
        docs = pickle.load(f)
    train, measured = split(docs, args)
    bert = BertModel.from_pretrained(args.encoder, add_pooling_layer=False)
    bert.embeddings.requires_grad_(False)
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=os.path.join(args.encoder, "tokenizer.json"),
                                        cls_token="[CLS]", sep_token="[SEP]", unk_token="[UNK]", pad_token="[PAD]")
    vocabulary = path_vocabulary(train)
    with open(os.path.join(args.out, "config.json"), "w", encoding="utf8") as f:
        json.dump({"args": vars(args), "paths": vocabulary, "issues": inventory.ATTRIBUTES["issue"]}, f, indent=1)
    model = Teacher(bert, len(vocabulary) + 2)
    run = Run(args, model, parts(train, tokenizer, vocabulary))
    print(len(train), "documents,", len(run.all), "chunks,", len(vocabulary), "paths", flush=True)

    def after(epoch):
        torch.save(model.state_dict(), os.path.join(args.out, "model.pt"))
        if (epoch + 1) % 3 == 0 or epoch + 1 == args.epochs:
            for name, part in measured.items():
                print(f"epoch {epoch}, {name}: {evaluate(part, lambda d: predict(model, tokenizer, d, vocabulary))}", flush=True)

    run.epochs(after)


if __name__ == "__main__":
    main()
