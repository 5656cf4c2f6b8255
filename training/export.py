#!/usr/bin/env python3
"""Write a student as the model file that the product reads.

usage: export.py STUDENTDIR ENCODERDIR OUT.model

Matrices become int8 with a scale for each output, biases stay floats. The file's form is described in language/neural/archive.go,
the fields of its header in frames/learned/model.go.
"""
import json
import os
import struct
import sys

import torch
from transformers import PreTrainedTokenizerFast

import inventory
from inventory import ALLOWED, ROLES, TYPES, kind
from predict import NEEDED, SINGLE
from student import CONTEXT, LONGEST, SHAPES, UPOS, Student

# From which probability on something is taken: chosen on annotated/dev for the F1 of entries.
LIMITS = {
    "statement": {"trigger": 0.65, "role": 0.5, "least": 0.3},
    "meeting": {"trigger": 0.45, "role": 0.3, "least": 0.1},
    "event": {"trigger": 0.35, "role": 0.06, "least": 0.03},
    "position": {"trigger": 0.25, "role": 0.5, "least": 0.1},
    "absence": {"trigger": 0.2, "role": 0.2, "least": 0.05},
}

MAGIC, ALIGNMENT, LANE = b"rptrnn01", 64, 16


def quantised(matrix):
    """int8 values, and a scale for each row."""
    scale = matrix.abs().amax(1) / 127
    steps = torch.round(matrix / torch.where(scale > 0, scale, torch.ones(1))[:, None])
    return steps.to(torch.int8), scale


def padded(matrix, rows):
    return torch.cat([matrix, matrix.new_zeros(rows - len(matrix), *matrix.shape[1:])])


class File:
    """Blobs one behind the other, each at a multiple of ALIGNMENT."""

    def __init__(self):
        self.body, self.blobs = bytearray(), []

    def add(self, name, form, data, rows=0, columns=0):
        self.body += bytes(-len(self.body) % ALIGNMENT)
        self.blobs.append({"name": name, "kind": form, "rows": rows, "columns": columns, "start": len(self.body), "bytes": len(data)})
        self.body += data

    def floats(self, name, matrix):
        matrix = matrix.reshape(1, -1) if matrix.dim() == 1 else matrix
        self.add(name, "floats", matrix.float().contiguous().numpy().tobytes(), *matrix.shape)

    def int8(self, name, matrix):
        values, scale = quantised(matrix)
        self.add(name, "int8", values.contiguous().numpy().tobytes(), *matrix.shape)
        self.add(name, "scales", scale.contiguous().numpy().tobytes(), *matrix.shape)

    def linear(self, name, weight, bias):
        rows = -(-len(weight) // LANE) * LANE
        self.int8(name, padded(weight, rows))
        self.floats(name + "/bias", padded(bias, rows))

    def bytes(self, header):
        head = json.dumps({**header, "blobs": self.blobs}, sort_keys=True).encode()
        out = MAGIC + struct.pack("<I", len(head)) + head
        return out + bytes(-len(out) % ALIGNMENT) + bytes(self.body)


def gates(matrix):
    """PyTorch has input, forget, cell, output; the product wants the cell last."""
    i, f, g, o = matrix.chunk(4)
    return torch.cat([i, f, o, g])


def write_lstm(f, lstm):
    for layer in range(lstm.num_layers):
        for d in range(2):
            end = f"l{layer}" + "_reverse" * d
            w, r = getattr(lstm, "weight_ih_" + end), getattr(lstm, "weight_hh_" + end)
            bias = getattr(lstm, "bias_ih_" + end) + getattr(lstm, "bias_hh_" + end)
            f.linear(f"lstm/{layer}/{d}/input", gates(w), gates(bias))
            f.int8(f"lstm/{layer}/{d}/recurrent", gates(r))


def write_heads(f, heads):
    f.linear("hidden", heads.trigger[0].weight, heads.trigger[0].bias)
    f.linear("trigger", heads.trigger[3].weight, heads.trigger[3].bias)
    parts = [heads.attribute[a] for a in inventory.ATTRIBUTES] + [heads.query, heads.query_bias]
    f.linear("frame", torch.cat([p.weight for p in parts]), torch.cat([p.bias for p in parts]))
    parts = [heads.key, heads.key_bias]
    f.linear("word", torch.cat([p.weight for p in parts]), torch.cat([p.bias for p in parts]))
    f.floats("types", heads.type_embedding.weight)
    f.floats("distance", heads.distance.weight)
    f.floats("path", heads.path.weight)


def header(model, config):
    """What the product must know of the inventory and the sizes."""
    lstm = model.lstm
    return {
        "types": TYPES, "kinds": {t: kind(t) for t in TYPES}, "roles": list(ROLES), "allowed": {k: v.split() for k, v in ALLOWED.items()},
        "needed": sorted(NEEDED), "single": sorted(SINGLE),
        "attributes": [{"name": a, "values": list(v)} for a, v in inventory.ATTRIBUTES.items()],
        "tags": UPOS, "relations": config["relations"], "shapes": SHAPES, "paths": config["paths"],
        "size": {"piece": model.piece.weight.shape[1], "feature": model.tag.weight.shape[1], "units": lstm.hidden_size,
                 "layers": lstm.num_layers, "hidden": model.heads.trigger[0].out_features, "rank": model.heads.rank,
                 "longest": LONGEST, "context": CONTEXT},
        "limits": LIMITS,
    }


@torch.no_grad()
def encoded(model, config, pieces):
    """The bytes of the model file; pieces is the vocabulary."""
    f = File()
    f.add("pieces", "lines", "\n".join(pieces).encode())
    for name, table in (("pieces", model.piece), ("tags", model.tag), ("relations", model.relation), ("shapes", model.shape)):
        f.int8(name, table.weight)
    write_lstm(f, model.lstm)
    write_heads(f, model.heads)
    return f.bytes(header(model, config))


def load(folder):
    """A student and its configuration."""
    with open(os.path.join(folder, "config.json"), encoding="utf8") as f:
        config = json.load(f)
    inventory.ATTRIBUTES["issue"] = config["issues"]
    state = torch.load(os.path.join(folder, "model.pt"))
    model = Student(torch.zeros(state["piece.weight"].shape), len(config["relations"]), len(config["paths"]) + 2, units=config["args"]["units"])
    model.load_state_dict(state)
    return model.eval(), config


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    model, config = load(sys.argv[1])
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=os.path.join(sys.argv[2], "tokenizer.json"), unk_token="[UNK]")
    vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda x: x[1])
    with open(sys.argv[3], "wb") as f:
        f.write(encoded(model, config, [word for word, _ in vocabulary]))


if __name__ == "__main__":
    main()
