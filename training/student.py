"""The student: a bidirectional LSTM over words, with the same heads as the teachers, small enough for the product.

A word is the mean of the vectors of its word pieces, its head's likewise, its tag, its relation and its shape. All of these
are looked up, so that the product can keep the first layer's input per word type.
"""
import torch
import torch.nn as nn

from model import Heads

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
SHAPES = "lower title upper mixed digits number quote open close punct other".split()
LONGEST, CONTEXT = 200, 40      # words of a chunk, and how many of them at most are context
MOST_PIECES = 6


def shape(form):
    """The class of a word's form, an index into SHAPES."""
    if form in "\"'“”‘’«»``''":
        name = "open" if form in "“‘«``" else "close" if form in "”’»''" else "quote"
    elif form.isdigit():
        name = "digits"
    elif any(c.isdigit() for c in form):
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
        self.tag, self.relation, self.shape = nn.Embedding(len(UPOS), 16), nn.Embedding(relations + 1, 16), nn.Embedding(len(SHAPES), 8)
        self.lstm = nn.LSTM(2 * e + 40, units, num_layers=2, bidirectional=True, batch_first=True, dropout=dropout)
        self.dropout = nn.Dropout(dropout)
        self.heads = Heads(2 * units, paths, rank=rank, hidden=hidden, dropout=dropout)

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
