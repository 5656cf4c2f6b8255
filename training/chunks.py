"""Documents to chunks that an encoder can take, and chunks with their frames to tensors.

A chunk is whole sentences up to some number of word pieces, with some sentences of left context whose triggers belong to
the chunk before. Words are the product's tokens; a word is represented by its first piece.
"""
import torch

from inventory import ROLE, TYPE, TYPES

FAR, OTHER = 0, 1          # path ids: another sentence, a path too rare or too long
LONGEST_PATH = 4


def chunks(d, tokenizer, longest=256, context=48):
    """The chunks of a document: ids, first piece of each word, offset of the first word, first word of its own, end."""
    enc = tokenizer([t["form"] for t in d["tokens"]], is_split_into_words=True, add_special_tokens=False)
    pieces = [[] for _ in d["tokens"]]
    for i, w in zip(enc["input_ids"], enc.word_ids()):
        pieces[w].append(i)
    pieces = [p[:32] or [tokenizer.unk_token_id] for p in pieces]
    n, sentence = len(pieces), d["sentence_of"]
    ends = [k + 1 for k in range(n) if k == n - 1 or sentence[k + 1] != sentence[k]]
    starts = [0] + ends[:-1]
    size = [sum(len(pieces[w]) for w in range(a, b)) for a, b in zip(starts, ends)]
    out, k = [], 0
    while k < len(ends):
        c, left = k, 0
        while c > 0 and left + size[c - 1] <= context:
            c -= 1
            left += size[c]
        j, own = k, 0
        while j < len(ends) and (j == k or own + size[j] + left <= longest):
            own += size[j]
            j += 1
        out.append(chunk(pieces, starts[c], starts[k], ends[j - 1], tokenizer))
        k = j
    return out


def chunk(pieces, offset, own, end, tokenizer, most=508):
    ids, first = [], []
    for w in range(offset, end):
        if len(ids) >= most:
            break
        first.append(1 + len(ids))
        ids += pieces[w]
    return {"offset": offset, "own": own, "end": offset + len(first), "first": first,
            "ids": [tokenizer.cls_token_id] + ids[:most] + [tokenizer.sep_token_id]}


def path(tokens, a, b):
    """The way from token a to token b in the tree, "^conj>nsubj": up by the relations left, down by those entered."""
    up, k, steps = {a: ()}, a, ()
    while tokens[k]["head"] >= 0 and len(steps) < LONGEST_PATH:
        steps += ("^" + tokens[k]["deprel"],)
        k = tokens[k]["head"]
        if k in up:
            break
        up[k] = steps
    down, k = (), b
    for _ in range(LONGEST_PATH + 1):
        if k in up:
            steps = up[k] + down
            return "".join(steps) if len(steps) <= LONGEST_PATH else None
        if tokens[k]["head"] < 0:
            return None
        down = (">" + tokens[k]["deprel"],) + down
        k = tokens[k]["head"]
    return None


def paths(d, trigger, begin, end, vocabulary):
    """Path ids from a trigger to the words begin..end."""
    tokens, sentence = d["tokens"], d["sentence_of"]
    out = []
    for w in range(begin, end):
        if sentence[w] != sentence[trigger]:
            out.append(FAR)
        else:
            out.append(vocabulary.get(path(tokens, trigger, w), OTHER))
    return out


def targets(d):
    """The frames of a document as (trigger, type index, attributes, {role: [word]}, told again)."""
    out = []
    for f in d["frames"]:
        roles = {r: list(v) for r, v in f["roles"].items()}
        for r, spans in f["spans"].items():
            roles[r + "_first"] = [a for a, _ in spans]
            roles[r + "_last"] = [b for _, b in spans]
        out.append((f["trigger"], TYPE[f["type"]], f["attributes"], roles, f["again"]))
    return out


def known_types(d):
    """Which trigger types the annotation of a document is complete for."""
    mask = torch.ones(len(TYPES))
    if d["part"] == "excluded":
        mask[:] = 0
        mask[TYPE["ABSENCE"]] = 1
        if int(d["id"].split("-")[-1]) < 300:       # later passages count sessions as meetings
            mask[TYPE["MEET"]] = 1
    elif d.get("excluded"):
        mask[TYPE["ABSENCE"]] = 0                   # somebody is left out, by words that were not marked
    return mask


def collate(batch):
    """Chunks to padded tensors: ids, attention, first pieces, words there are, words of the chunk's own."""
    pieces, words = max(len(c["ids"]) for c in batch), max(len(c["first"]) for c in batch)
    n = len(batch)
    ids, attention = torch.zeros(n, pieces, dtype=torch.long), torch.zeros(n, pieces)
    first, there, own = torch.zeros(n, words, dtype=torch.long), torch.zeros(n, words), torch.zeros(n, words)
    for i, c in enumerate(batch):
        k = len(c["first"])
        ids[i, :len(c["ids"])] = torch.tensor(c["ids"])
        attention[i, :len(c["ids"])] = 1
        first[i, :k] = torch.tensor(c["first"])
        there[i, :k] = 1
        own[i, c["own"] - c["offset"]:k] = 1
    return ids, attention, first, there, own


def rows(batch):
    """Frames whose roles are known, as (chunk, word, type, attributes, {role: [word]}, path ids), words counted in the chunk."""
    out = []
    for i, c in enumerate(batch):
        for (t, type_, attributes, roles, again), way in zip(c["targets"], c["paths"]):
            w = t - c["offset"]
            if again or w >= len(c["first"]):
                continue
            inside = {r: [x - c["offset"] for x in xs if c["offset"] <= x < c["end"]] for r, xs in roles.items() if r in ROLE}
            out.append((i, w, type_, attributes, inside, way))
    return out
