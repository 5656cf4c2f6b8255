#!/usr/bin/env python3
"""Write a tiny model of random weights and what PyTorch makes of a text with it, for the product's parity test.

usage: parity.py OUTDIR           e.g. ../frames/learned/testdata

OUTDIR gets tiny.model and tiny.json: sentences of [form, tag, relation, head], the logits of every word and type, and the
frames with attributes and fillers. The weights are rounded as in the file, so that only the activations differ.
"""
import json
import os
import sys

import torch
import torch.nn as nn

import inventory
from export import encoded, quantised
from predict import decode
from student import Features, Student, inputs, tensors

PIECES = ("[PAD] [UNK] the min ##ister ##s of met in on said that a cease ##fire must hold be ##fore talk . , “ ” ' - 3 no ##rd ##land u "
          "cafe").split()
TEXT = [
    [("The", "DET", "det", 1), ("ministers", "NOUN", "nsubj", 4), ("of", "ADP", "case", 3), ("Nordland", "PROPN", "nmod", 1),
     ("met", "VERB", "root", -1), ("in", "ADP", "case", 6), ("Café-3", "PROPN", "obl", 4), (".", "PUNCT", "punct", 4)],
    [("“", "PUNCT", "punct", 4), ("A", "DET", "det", 2), ("ceasefire", "NOUN", "nsubj", 4), ("must", "AUX", "aux", 4),
     ("hold", "VERB", "root", -1), (",", "PUNCT", "punct", 4), ("”", "PUNCT", "punct", 4), ("the", "DET", "det", 8),
     ("minister", "NOUN", "nsubj", 9), ("said", "VERB", "parataxis", 4), (".", "PUNCT", "punct", 4)],
    [("No", "DET", "det", 1), ("talks", "NOUN", "root", -1), ("before", "ADP", "case", 3), ("U.N.", "PROPN", "nmod", 1), ("XYZZY", "PROPN", "flat", 3)],
]
RELATIONS = "det nsubj case nmod punct aux obl".split()
PATHS = {">nsubj": 2, ">obl": 3, "": 4, ">nsubj>nmod": 5, "^nsubj>obl": 6, "^parataxis>nsubj": 7, "^det^nsubj": 8}


class Tokenizer:
    """The pieces of a word as BERT's tokenizer cuts them, for the words of TEXT."""
    unk_token_id = 1

    def __call__(self, form, add_special_tokens):
        from tokenizers import Tokenizer as Fast, normalizers, pre_tokenizers
        from tokenizers.models import WordPiece
        fast = Fast(WordPiece({p: i for i, p in enumerate(PIECES)}, unk_token="[UNK]"))
        fast.normalizer, fast.pre_tokenizer = normalizers.BertNormalizer(lowercase=True), pre_tokenizers.BertPreTokenizer()
        return {"input_ids": fast.encode(form).ids}


def document():
    """TEXT as prepare.py makes documents."""
    words, sentence_of = [], []
    for k, sentence in enumerate(TEXT):
        first = len(words)
        for form, tag, relation, head in sentence:
            words.append({"form": form, "upos": tag, "deprel": relation, "head": head + first if head >= 0 else -1})
            sentence_of.append(k)
    return {"tokens": words, "sentence_of": sentence_of}


def round_weights(model):
    """Sets the matrices to what int8 makes of them."""
    for name, p in model.named_parameters():
        small = "bias" in name or any(x in name for x in ("type_embedding", "distance", "path"))
        if p.dim() == 2 and not small or name.endswith("_bias.weight"):
            values, scale = quantised(p)
            p.data = values.float() * scale[:, None]


@torch.no_grad()
def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    torch.manual_seed(1)
    inventory.ATTRIBUTES["issue"] = ["none", "fish", "ferries"]
    model = Student(torch.randn(len(PIECES), 16), len(RELATIONS), len(PATHS) + 2, units=16, rank=4, hidden=16)
    nn.init.normal_(model.heads.distance.weight, std=0.5)
    nn.init.normal_(model.heads.path.weight, std=0.5)
    model.heads.trigger[3].weight.data *= 20
    model.eval()
    round_weights(model)
    config = {"relations": RELATIONS, "paths": PATHS}
    with open(os.path.join(sys.argv[1], "tiny.model"), "wb") as f:
        f.write(encoded(model, config, PIECES))
    d = document()
    batch = inputs(d, Features(Tokenizer(), RELATIONS))
    pieces, rest, head, lengths, own = tensors(batch)
    there = (torch.arange(pieces.shape[1])[None] < lengths[:, None]).float()
    h = model.words(pieces, rest, head, lengths)
    logits = model.heads.trigger(h)
    frames = decode(model.heads, h, there, own, batch, d, PATHS, 0.7, 0.5)
    with open(os.path.join(sys.argv[1], "tiny.json"), "w", encoding="utf8") as f:
        json.dump({"sentences": TEXT, "pieces": [p[:6].tolist() for p in pieces[0]], "logits": logits[0].tolist(), "frames": frames}, f, ensure_ascii=False)
    print(len(frames), "frames")


if __name__ == "__main__":
    main()
