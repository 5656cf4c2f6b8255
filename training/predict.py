"""Frames of a document from a trained model, with probabilities."""
import torch

from chunks import chunks, collate, paths
from inventory import ATTRIBUTES, PLOVER, ROLES, TYPES
from model import MASK, path_tensor

# A frame without these is nothing: the best filler is taken below the threshold, down to the second figure.
NEEDED = {"agent", "participant", "holder", "source", "content_first", "content_last", "proposal_first", "proposal_last", "party"}
SINGLE = {"proposal_first", "proposal_last", "condition_first", "condition_last"}
LEAST = 0.2


@torch.no_grad()
def predict(model, tokenizer, d, vocabulary, threshold=0.5, role_threshold=0.5):
    """The frames of a document: trigger, type, p, attributes, roles as [(word, probability)]."""
    model.eval()
    all_, out = chunks(d, tokenizer), []
    for k in range(0, len(all_), 8):
        out += predict_batch(model, all_[k:k + 8], d, vocabulary, threshold, role_threshold)
    return sorted(out, key=lambda f: f["trigger"])


def predict_batch(model, batch, d, vocabulary, threshold, role_threshold):
    ids, attention, first, there, own = collate(batch)
    return decode(model.heads, model.words(ids, attention, first), there, own, batch, d, vocabulary, threshold, role_threshold)


def decode(heads, h, there, own, batch, d, vocabulary, threshold, role_threshold):
    """The frames of chunks whose words have the vectors h; there and own mark the words there are and those of the chunk's own."""
    p = torch.sigmoid(heads.trigger(h)) * own[:, :, None]
    best = p.clone()
    events = best[:, :, :len(PLOVER)]
    events[events < events.max(-1, keepdim=True).values] = 0        # one PLOVER type a word
    hits = (best > threshold).nonzero()
    if not len(hits):
        return []
    chunk, word, type_ = hits.T
    q = heads.frame(h, chunk, word, type_)
    ways = [paths(d, int(w) + batch[c]["offset"], batch[c]["offset"], batch[c]["end"], vocabulary) for c, w in zip(chunk, word)]
    score = torch.sigmoid(heads.roles(heads.keys(h), q, chunk, word, path_tensor(ways, h.shape[1])))
    score = score * MASK[type_][:, None] * there[chunk][:, :, None]
    values = {a: torch.softmax(heads.attribute[a](q), -1).max(-1) for a in ATTRIBUTES}
    out = []
    for n in range(len(hits)):
        c = batch[chunk[n]]
        out.append({"trigger": int(word[n]) + c["offset"], "type": TYPES[type_[n]], "p": float(p[chunk[n], word[n], type_[n]]),
                    "attributes": {a: (ATTRIBUTES[a][int(v.indices[n])], float(v.values[n])) for a, v in values.items()},
                    "roles": fillers(score[n], MASK[type_[n]], c["offset"], role_threshold)})
    return out


def fillers(score, mask, offset, threshold):
    """Words that fill the roles of one frame; score is W x R."""
    out = {}
    for r, name in enumerate(ROLES):
        if not mask[r]:
            continue
        column = score[:, r]
        top = float(column.max())
        xs = [] if name in SINGLE else (column > threshold).nonzero().flatten().tolist()
        if not xs and top > (LEAST if name in NEEDED else threshold):
            xs = [int(column.argmax())]
        if xs:
            out[name] = [(x + offset, float(column[x])) for x in xs]
    return out
