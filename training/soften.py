#!/usr/bin/env python3
"""What a teacher makes of documents, kept as probabilities for a student.

usage: soften.py TEACHERDIR[,TEACHERDIR ...] ENCODERDIR OUTDIR SHARD.pkl ...

Several teachers of one encoder are averaged. For each document: probabilities of triggers above 0.02; for every (word, type)
above 0.2 the probabilities of its attributes and, above 0.03, of its role fillers. Shards that are there are not made again.
"""
import json
import os
import pickle
import sys

import numpy as np
import torch
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

import inventory
from chunks import chunks, collate, paths
from model import MASK, Teacher, path_tensor

TRIGGER_LEAST, FRAME_LEAST, ROLE_LEAST = 0.02, 0.2, 0.03


def load(folder, encoder):
    """A trained teacher and its vocabulary of paths."""
    with open(os.path.join(folder, "config.json"), encoding="utf8") as f:
        config = json.load(f)
    inventory.ATTRIBUTES["issue"] = config["issues"]
    bert = BertModel(BertConfig.from_pretrained(encoder), add_pooling_layer=False)
    model = Teacher(bert, len(config["paths"]) + 2)
    model.load_state_dict(torch.load(os.path.join(folder, "model.pt")))
    return model.eval(), config["paths"]


def mean(values):
    return torch.stack(list(values)).mean(0)


def soft_batch(teachers, vocabulary, batch, d):
    """Soft triggers and frames of a batch of chunks, words counted in the document."""
    ids, attention, first, there, own = collate(batch)
    hs = [m.words(ids, attention, first) for m in teachers]
    p = mean(torch.sigmoid(m.heads.trigger(h)) for m, h in zip(teachers, hs)) * own[:, :, None]
    triggers = [(int(w) + batch[c]["offset"], int(t), float(p[c, w, t])) for c, w, t in (p > TRIGGER_LEAST).nonzero()]
    hits = (p > FRAME_LEAST).nonzero()
    if not len(hits):
        return triggers, []
    chunk, word, type_ = hits.T
    ways = [paths(d, int(w) + batch[c]["offset"], batch[c]["offset"], batch[c]["end"], vocabulary) for c, w in zip(chunk, word)]
    qs = [m.heads.frame(h, chunk, word, type_) for m, h in zip(teachers, hs)]
    way = path_tensor(ways, hs[0].shape[1])
    score = mean(torch.sigmoid(m.heads.roles(m.heads.keys(h), q, chunk, word, way)) for m, h, q in zip(teachers, hs, qs))
    score = score * MASK[type_][:, None] * there[chunk][:, :, None]
    attributes = {a: mean(torch.softmax(m.heads.attribute[a](q), -1) for m, q in zip(teachers, qs)).numpy().astype(np.float16)
                  for a in inventory.ATTRIBUTES}
    frames = []
    for n in range(len(hits)):
        offset = batch[chunk[n]]["offset"]
        fill = [(int(w) + offset, int(r), float(score[n, w, r])) for w, r in (score[n] > ROLE_LEAST).nonzero()]
        frames.append((int(word[n]) + offset, int(type_[n]), {a: v[n] for a, v in attributes.items()}, fill))
    return triggers, frames


@torch.no_grad()
def soften(teachers, vocabulary, tokenizer, d):
    all_, triggers, frames = chunks(d, tokenizer), [], []
    for k in range(0, len(all_), 8):
        t, f = soft_batch(teachers, vocabulary, all_[k:k + 8], d)
        triggers += t
        frames += f
    return {"triggers": triggers, "frames": frames}


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    folders, encoder, out = sys.argv[1].split(","), sys.argv[2], sys.argv[3]
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    os.makedirs(out, exist_ok=True)
    loaded = [load(f, encoder) for f in folders]
    teachers, vocabulary = [m for m, _ in loaded], loaded[0][1]
    if any(v != vocabulary for _, v in loaded):
        sys.exit("soften.py: the teachers count paths differently; train them on the same reports")
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=os.path.join(encoder, "tokenizer.json"),
                                        cls_token="[CLS]", sep_token="[SEP]", unk_token="[UNK]", pad_token="[PAD]")
    for path in sys.argv[4:]:
        target = os.path.join(out, os.path.basename(path))
        if os.path.exists(target):
            continue
        with open(path, "rb") as f:
            docs = pickle.load(f)
        for d in docs:
            d["soft"] = soften(teachers, vocabulary, tokenizer, d)
        with open(target + ".new", "wb") as f:
            pickle.dump(docs, f, pickle.HIGHEST_PROTOCOL)
        os.replace(target + ".new", target)
        print(target, len(docs), flush=True)


if __name__ == "__main__":
    main()
