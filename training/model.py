"""Frames in one pass over a chunk: which words trigger which frame, with which attributes, and which words fill its roles.

A trigger is a sigmoid a word and type. A role is a biaffine score between a trigger (with its type) and every word of the
chunk, plus learned biases by distance and by the path between them in the dependency tree (Dozat and Manning 2017 for the
biaffine part; span roles are two pointers). Attributes are softmaxes over the trigger's vector and its type.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from chunks import collate, rows
from inventory import ALLOWED, ATTRIBUTES, ROLE, ROLES, TYPES, kind

MASK = torch.tensor([[float(r in ALLOWED[kind(t)].split()) for r in ROLES] for t in range(len(TYPES))])
BUCKETS = 12
POSITIVE_WEIGHT = torch.tensor(2.0)


def bucket(distance):
    """Signed distances in words to 2*BUCKETS classes: exact below four, then by powers of two."""
    a = distance.abs()
    b = torch.where(a < 4, a, (4 + torch.log2(a.clamp(min=4).float() / 4 + 1e-6)).long()).clamp(max=BUCKETS - 1)
    return torch.where(distance < 0, b, b + BUCKETS)


class Heads(nn.Module):
    """What is read off the vectors of words; d is their size, paths the number of path ids."""

    def __init__(self, d, paths, rank=64, hidden=384, dropout=0.1, activation=nn.GELU):
        super().__init__()
        n = len(ROLES)
        self.rank = rank
        self.trigger = nn.Sequential(nn.Linear(d, hidden), activation(), nn.Dropout(dropout), nn.Linear(hidden, len(TYPES)))
        self.type_embedding = nn.Embedding(len(TYPES), d)
        self.attribute = nn.ModuleDict({a: nn.Linear(d, len(v)) for a, v in ATTRIBUTES.items()})
        self.query, self.key = nn.Linear(d, n * rank), nn.Linear(d, n * rank)
        self.query_bias, self.key_bias = nn.Linear(d, n), nn.Linear(d, n)
        self.distance, self.path = nn.Embedding(2 * BUCKETS, n), nn.Embedding(paths, n)
        nn.init.zeros_(self.distance.weight)
        nn.init.zeros_(self.path.weight)

    def frame(self, h, chunk, word, type_):
        """The vectors of frames, N x d."""
        return h[chunk, word] + self.type_embedding(type_)

    def keys(self, h):
        """What the roles compare of every word: B x W x R x rank, and a bias B x W x R."""
        return torch.tanh(self.key(h)).view(*h.shape[:2], len(ROLES), self.rank), self.key_bias(h)

    def roles(self, keys, q, chunk, word, path, which=slice(None)):
        """Scores of every word for some roles: N x W x R. path is N x W."""
        key, bias = keys
        a = torch.tanh(self.query(q)).view(len(word), len(ROLES), self.rank)[:, which]
        score = torch.einsum("nrk,nwrk->nwr", a, key[:, :, which][chunk]) / math.sqrt(self.rank) * 4
        away = torch.arange(key.shape[1])[None] - word[:, None]
        score = score + self.query_bias(q)[:, None, which] + bias[:, :, which][chunk]
        return score + self.distance(bucket(away))[..., which] + self.path(path)[..., which]


class Teacher(nn.Module):
    """A pretrained transformer with heads."""

    def __init__(self, encoder, paths, dropout=0.1):
        super().__init__()
        self.encoder, self.dropout = encoder, nn.Dropout(dropout)
        self.heads = Heads(encoder.config.hidden_size, paths, dropout=dropout)

    def words(self, ids, attention, first):
        """The vectors of words, B x W x d."""
        h = self.encoder(input_ids=ids, attention_mask=attention).last_hidden_state
        return self.dropout(torch.gather(h, 1, first.unsqueeze(-1).expand(*first.shape, h.shape[-1])))


def path_tensor(ways, width):
    out = torch.zeros(len(ways), width, dtype=torch.long)
    for n, way in enumerate(ways):
        out[n, :len(way)] = torch.as_tensor(way)
    return out


def trigger_loss(logits, batch, own):
    """Binary cross entropy over words and types, only over types that the annotation of a chunk is complete for."""
    gold = torch.zeros_like(logits)
    for i, c in enumerate(batch):
        for t, type_, *_ in c["targets"]:
            if t - c["offset"] < len(c["first"]):
                gold[i, t - c["offset"], type_] = 1
    weight = own[:, :, None] * torch.stack([c["known"] for c in batch])[:, None]
    each = F.binary_cross_entropy_with_logits(logits, gold, reduction="none", pos_weight=POSITIVE_WEIGHT)
    return (each * weight).sum() / own.sum().clamp(min=1) * 10


def attribute_loss(heads, q, frames):
    total = q.sum() * 0
    for name, values in ATTRIBUTES.items():
        known = [n for n, r in enumerate(frames) if r[3].get(name) in values]
        if known:
            gold = torch.tensor([values.index(frames[n][3][name]) for n in known])
            total = total + F.cross_entropy(heads.attribute[name](q[known]), gold, reduction="sum") / len(frames)
    return total


def loss(model, batch):
    """Losses of triggers, attributes and roles of a batch of chunks."""
    ids, attention, first, there, own = collate(batch)
    h = model.words(ids, attention, first)
    trigger, frames = trigger_loss(model.heads.trigger(h), batch, own), rows(batch)
    if not frames:
        return trigger, trigger * 0, trigger * 0
    chunk, word, type_ = (torch.tensor([r[k] for r in frames]) for k in range(3))
    q = model.heads.frame(h, chunk, word, type_)
    score = model.heads.roles(model.heads.keys(h), q, chunk, word, path_tensor([r[5] for r in frames], h.shape[1]))
    fill = torch.zeros_like(score)
    for n, r in enumerate(frames):
        for role, xs in r[4].items():
            for x in xs:
                fill[n, x, ROLE[role]] = 1
    each = F.binary_cross_entropy_with_logits(score, fill, reduction="none", pos_weight=POSITIVE_WEIGHT)
    role = (each * MASK[type_][:, None] * there[chunk][:, :, None]).sum() / len(frames)
    return trigger, attribute_loss(model.heads, q, frames), role
