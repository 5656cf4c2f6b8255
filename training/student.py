"""The student: a bidirectional LSTM over words, with the same heads as the teachers, small enough for the product.

A word is the mean of the vectors of its word pieces, its head's likewise, its tag, its relation and its shape. All of these
are looked up, so that the product can keep the first layer's input per word type.
"""
import torch
import torch.nn as nn

from model import Heads
from predict import decode

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
SHAPES = "lower title upper mixed digits number quote open close punct other".split()
LONGEST, CONTEXT = 200, 40      # words of a chunk, and how many of them at most are context
MOST_PIECES = 6


QUOTES = {'"': "quote", "'": "quote", "“": "open", "‘": "open", "«": "open", "„": "open", "``": "open",
          "”": "close", "’": "close", "»": "close", "''": "close"}


def shape(form):
    """The class of a word's form, an index into SHAPES."""
    if form in QUOTES:
        name = QUOTES[form]
    elif form.isdecimal():
        name = "digits"
    elif any(c.isdecimal() for c in form):
        name = "number"
    elif not any(c.isalpha() for c in form):
        name = "punct"
    elif form.islower():
        name = "lower"
    elif form.isupper():
        name = "upper"
    elif form[0].isupper():
        name = "title" if form[1:].islower() else "mixed"
    else:
        name = "other"
    return SHAPES.index(name)


class Features:
    """Words to numbers: pieces, tag, relation, shape, head."""

    def __init__(self, tokenizer, relations):
        self.tokenizer, self.relations, self.cache = tokenizer, {r: i + 1 for i, r in enumerate(relations)}, {}

    def pieces(self, form):
        if form not in self.cache:
            ids = self.tokenizer(form, add_special_tokens=False)["input_ids"][:MOST_PIECES] or [self.tokenizer.unk_token_id]
            self.cache[form] = ids + [0] * (MOST_PIECES - len(ids))
        return self.cache[form]

    def of(self, d):
        """Tensors over a document's tokens: pieces N x 6, then N x 4 (tag, relation, shape, head's token or -1)."""
        tokens = d["tokens"]
        pieces = torch.tensor([self.pieces(t["form"]) for t in tokens], dtype=torch.int32)
        rest = torch.tensor([[UPOS.index(t["upos"]) if t["upos"] in UPOS else 16, self.relations.get(t["deprel"], 0),
                              shape(t["form"]), t["head"]] for t in tokens], dtype=torch.int32)
        return pieces, rest


def word_chunks(d):
    """Whole sentences up to LONGEST words, with up to CONTEXT words of sentences before; a longer sentence is cut."""
    n, sentence = len(d["tokens"]), d["sentence_of"]
    ends = [k + 1 for k in range(n) if k == n - 1 or sentence[k + 1] != sentence[k]]
    starts, out, k = [0] + ends[:-1], [], 0
    while k < len(ends):
        c = k
        while c > 0 and starts[k] - starts[c - 1] <= CONTEXT:
            c -= 1
        j = k
        while j < len(ends) and (j == k or ends[j] - starts[c] <= LONGEST):
            j += 1
        end = min(ends[j - 1], starts[c] + 2 * LONGEST)
        out.append({"offset": starts[c], "own": starts[k], "end": end})
        k = j
    return out


class Student(nn.Module):
    """table: vectors of word pieces, V x E."""

    def __init__(self, table, relations, paths, units=160, rank=24, hidden=160, dropout=0.2):
        super().__init__()
        e = table.shape[1]
        self.piece = nn.Embedding.from_pretrained(table, freeze=False, padding_idx=0)
        self.tag, self.relation, self.shape = (nn.Embedding(n, 16) for n in (len(UPOS), relations + 1, len(SHAPES)))
        self.lstm = nn.LSTM(2 * e + 48, units, num_layers=2, bidirectional=True, batch_first=True, dropout=dropout)
        self.dropout = nn.Dropout(dropout)
        self.heads = Heads(2 * units, paths, rank=rank, hidden=hidden, dropout=dropout, activation=lambda: nn.LeakyReLU(0.1))

    def vectors(self, pieces):
        """Mean vectors of the pieces of words: ... x 6 to ... x E."""
        there = (pieces != 0).unsqueeze(-1).float()
        return (self.piece(pieces) * there).sum(-2) / there.sum(-2).clamp(min=1)

    def words(self, pieces, rest, head, lengths):
        """pieces B x W x 6, rest B x W x 3, head B x W (index in the chunk, W for none), lengths B -> B x W x 2*units."""
        own = self.vectors(pieces)
        padded = torch.cat([own, own.new_zeros(own.shape[0], 1, own.shape[2])], 1)
        above = torch.gather(padded, 1, head.unsqueeze(-1).expand(-1, -1, own.shape[2]))
        x = torch.cat([own, above, self.tag(rest[..., 0]), self.relation(rest[..., 1]), self.shape(rest[..., 2])], -1)
        packed = nn.utils.rnn.pack_padded_sequence(self.dropout(x), lengths, batch_first=True, enforce_sorted=False)
        h, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=x.shape[1])
        return self.dropout(h)


def reduced(table, size):
    """The word piece vectors of an encoder, V x D, turned to their main directions, V x size (principal components)."""
    centred = table - table.mean(0)
    _, _, v = torch.linalg.svd(centred[:, :], full_matrices=False)
    out = centred @ v[:size].T
    out = out / out.std()
    out[0] = 0
    return out * 0.3


def tensors(batch):
    """Padded inputs of a batch of chunks (prepared), and which of their words are their own."""
    lengths = torch.tensor([len(c["pieces"]) for c in batch])
    width, n = int(lengths.max()), len(batch)
    pieces, rest = torch.zeros(n, width, MOST_PIECES, dtype=torch.long), torch.zeros(n, width, 3, dtype=torch.long)
    head, own = torch.full((n, width), width, dtype=torch.long), torch.zeros(n, width)
    for i, c in enumerate(batch):
        k = len(c["pieces"])
        pieces[i, :k], rest[i, :k] = c["pieces"].long(), c["rest"].long()
        head[i, :k] = torch.where(c["head"] == k, torch.tensor(width), c["head"])
        own[i, c["own"]:k] = 1
    return pieces, rest, head, lengths, own


def inputs(d, features):
    """The chunks of a document as a student takes them; places count in the chunk, which begins at offset."""
    pieces, rest = features.of(d)
    out = []
    for c in word_chunks(d):
        a, b = c["offset"], c["end"]
        head = rest[a:b, 3].clone().long() - a
        head[(rest[a:b, 3] < a) | (rest[a:b, 3] >= b)] = b - a
        out.append({"offset": a, "end": b, "own": c["own"] - a, "pieces": pieces[a:b], "rest": rest[a:b, :3], "head": head})
    return out


@torch.no_grad()
def read(model, features, vocabulary, d, threshold=0.5, role_threshold=0.5):
    """The frames of a document."""
    model.eval()
    all_, out = inputs(d, features), []
    for k in range(0, len(all_), 8):
        batch = all_[k:k + 8]
        pieces, rest, head, lengths, own = tensors(batch)
        there = (torch.arange(pieces.shape[1])[None] < lengths[:, None]).float()
        h = model.words(pieces, rest, head, lengths)
        out += decode(model.heads, h, there, own, batch, d, vocabulary, threshold, role_threshold)
    return sorted(out, key=lambda f: f["trigger"])
