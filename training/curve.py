#!/usr/bin/env python3
"""Learning curve: the F1 of exact trigger words on the dev reports, by how many annotated reports a teacher learned from.

usage: curve.py EXAMPLES.pkl ENCODERDIR ISSUES.txt OUTDIR [--points 100:16,200:9,400:6,868:4] [--frozen 4] [--seed 1] [--threads 1]

Each point is REPORTS:EPOCHS, with fewer passes where there are more reports, so that every point has had a like number of
steps. The lowest --frozen layers of the encoder stay as they were pretrained and are run once a chunk, so that a point
costs a third of a teacher of train.py; the curve lies below such a teacher, its slope is what it is for. OUTDIR gets
curve.tsv (one line a point) and a folder a point: started again with the same arguments it goes on where it stood.
"""
import argparse
import copy
import json
import os
import pickle

import torch
from transformers import BertModel, PreTrainedTokenizerFast

import inventory
from evaluate import evaluate, f1
from model import Teacher
from predict import predict
from train import Run, parts, path_vocabulary, split


class Upper(Teacher):
    """A teacher whose lower layers are fixed; what they make of a chunk is kept, as half floats."""

    def __init__(self, encoder, paths, frozen):
        super().__init__(encoder, paths)
        self.frozen, self.kept = frozen, {}
        for part in [encoder.embeddings, *encoder.encoder.layer[:frozen]]:
            part.requires_grad_(False)

    def train(self, mode=True):
        super().train(mode)
        for part in [self.encoder.embeddings, *self.encoder.encoder.layer[:self.frozen]]:
            part.eval()
        return self

    @torch.no_grad()
    def lower(self, ids):
        """What the fixed layers make of one chunk, W x d; ids have no padding."""
        key = ids.numpy().tobytes()
        if key not in self.kept:
            h, all_ = self.encoder.embeddings(input_ids=ids[None]), torch.zeros(1, 1, 1, len(ids))
            for layer in self.encoder.encoder.layer[:self.frozen]:
                h = hidden(layer(h, all_))
            self.kept[key] = h[0].half()
        return self.kept[key].float()

    def words(self, ids, attention, where):
        sizes = attention.sum(1).tolist()
        h = torch.nn.utils.rnn.pad_sequence([self.lower(row[:int(n)]) for row, n in zip(ids, sizes)], batch_first=True)
        hide = (1.0 - attention[:, None, None, :h.shape[1]].float()) * -1e9
        for layer in self.encoder.encoder.layer[self.frozen:]:
            h = hidden(layer(h, hide))
        return self.dropout(torch.gather(h, 1, where.unsqueeze(-1).expand(*where.shape, h.shape[-1])))


def hidden(out):
    return out[0] if isinstance(out, tuple) else out


def point(args, docs, bert, tokenizer, reports, epochs):
    """Trains on some reports; the F1 by kind on dev."""
    own = argparse.Namespace(**{**vars(args), "reports": reports, "epochs": epochs, "fold": None,
                                "out": os.path.join(args.out, str(reports))})
    os.makedirs(own.out, exist_ok=True)
    train, measured = split([d for d in docs if d["part"] != "excluded"], own)
    torch.manual_seed(args.seed)
    vocabulary = path_vocabulary(train)
    model = Upper(copy.deepcopy(bert), len(vocabulary) + 2, args.frozen)
    run = Run(own, model, parts(train, tokenizer, vocabulary))
    print(reports, "reports,", len(run.all), "chunks,", epochs * run.batches, "steps", flush=True)
    run.epochs(lambda epoch: None)
    model.eval()
    return run.step, evaluate(measured["dev"], lambda d: predict(model, tokenizer, d, vocabulary))


def by_kind(score):
    """The F1 of trigger words by kind, of fillers by role, of values by attribute."""
    return {"kinds": {k: round(f1(*v), 3) for k, v in sorted(score.kinds.items())},
            "roles": {k: round(f1(*v), 3) for k, v in sorted(score.roles.items()) if v[2] > 3},
            "attributes": {k: round(a / n, 3) for k, (a, n) in sorted(score.attributes.items())}}


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("examples")
    p.add_argument("encoder")
    p.add_argument("issues")
    p.add_argument("out")
    p.add_argument("--points", default="100:16,200:9,400:6,868:4")
    p.add_argument("--frozen", type=int, default=4)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    return p.parse_args()


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    inventory.ATTRIBUTES["issue"] = inventory.load_issues(args.issues)
    with open(args.examples, "rb") as f:
        docs = pickle.load(f)
    bert = BertModel.from_pretrained(args.encoder, add_pooling_layer=False)
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=os.path.join(args.encoder, "tokenizer.json"),
                                        cls_token="[CLS]", sep_token="[SEP]", unk_token="[UNK]", pad_token="[PAD]")
    os.makedirs(args.out, exist_ok=True)
    table = os.path.join(args.out, "curve.tsv")
    done = {line.split("\t")[0] for line in open(table, encoding="utf8")} if os.path.exists(table) else set()
    for reports, epochs in (map(int, x.split(":")) for x in args.points.split(",")):
        if str(reports) in done:
            continue
        steps, figures = point(args, docs, bert, tokenizer, reports, epochs)
        with open(table, "a", encoding="utf8") as f:
            f.write(f"{reports}\t{epochs}\t{steps}\t{json.dumps(by_kind(figures))}\n")
        print(reports, figures, flush=True)


if __name__ == "__main__":
    main()
