#!/usr/bin/env python3
"""How likely two mentions are of one meeting: a logistic regression over the pairs of mentions in annotated reports.

usage: together.py ANNOTATED [--table ../reading/tables/together.tsv]    ANNOTATED has the folders train and dev

`go test ./reading -run TestWritePairs` writes the pairs with the features that the product asks of them; the weights go
into the table, in the order of its rows, with its comments. Prints F1 of the pairs that are one meeting, on both parts.
"""
import argparse, json, os, pathlib, subprocess, tempfile

import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).resolve().parent
DECAY = 1e-4


def pairs(folder):
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as out:
        env = dict(os.environ, PAIRS=out.name, ANNOTATED=str(pathlib.Path(folder).resolve()))
        subprocess.run(["go", "test", "./reading", "-count=1", "-timeout=60m", "-run", "TestWritePairs"], cwd=HERE.parent, env=env, check=True)
        rows = [json.loads(line) for line in out]
    return torch.tensor([r["x"] for r in rows], dtype=torch.float32), torch.tensor([r["same"] for r in rows], dtype=torch.float32)


def fit(x, y):
    w = torch.zeros(x.shape[1], requires_grad=True)
    steps = torch.optim.LBFGS([w], max_iter=300)

    def loss():
        steps.zero_grad()
        out = F.binary_cross_entropy_with_logits(x @ w, y) + DECAY * (w ** 2).sum()
        out.backward()
        return out

    steps.step(loss)
    return w.detach()


def f1(w, x, y):
    said = x @ w > 0
    return 2 * (said & (y > 0)).sum().item() / (said.sum().item() + y.sum().item())


def write(table, w):
    """Replace the weights of a table; its rows are in the order of the features."""
    lines, i = [], 0
    for line in table.read_text().splitlines():
        if line and not line.startswith("#") and not line.startswith("feature\t"):
            line, i = f"{line.split(chr(9))[0]}\t{round(w[i].item(), 3):g}", i + 1
        lines.append(line)
    assert i == len(w), f"{i} rows, {len(w)} features"
    table.write_text("\n".join(lines) + "\n")


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("annotated", type=pathlib.Path)
    p.add_argument("--table", type=pathlib.Path, default=HERE.parent / "reading/tables/together.tsv")
    args = p.parse_args()
    x, y = pairs(args.annotated / "train")
    dx, dy = pairs(args.annotated / "dev")
    w = fit(x, y)
    print(f"{len(y)} pairs, {int(y.sum())} of one meeting; F1 {f1(w, x, y):.3f}, dev ({len(dy)}) {f1(w, dx, dy):.3f}")
    write(args.table, w)


if __name__ == "__main__":
    main()
