"""Multinomial logistic regressions over what is so of things: first over the traits of each mention, then over how
likely the values are by the mentions of a thing and by those of others, its contexts.

A report is a pair of mentions and things. A mention has traits and a value, None where it is not known; a thing has its
mentions, a value, and whatever else its contexts ask for.
"""
import collections

import torch
import torch.nn.functional as F


def minimise(parameters, loss):
    search = torch.optim.LBFGS(parameters, max_iter=100, line_search_fn="strong_wolfe")

    def step():
        search.zero_grad()
        sum_ = loss()
        sum_.backward()
        return sum_

    search.step(step)


def known(things):
    return [x for x in things if x["value"] is not None]


def matrix(mentions, at):
    where = [[], []]
    for n, m in enumerate(mentions):
        for t in m["traits"]:
            if t in at:
                where[0].append(n), where[1].append(at[t])
    return torch.sparse_coo_tensor(where, torch.ones(len(where[0])), (len(mentions), len(at)), check_invariants=False)


class Regression:
    """Its settings: values, contexts, parts of the reports that are read by the others, mentions that a trait needs,
    decay of weights, the smallest one kept."""

    def __init__(self, values, contexts, parts=2, least=12, decay=6.0, smallest=0.15):
        self.values, self.contexts, self.parts = values, contexts, parts
        self.least, self.decay, self.smallest = least, decay, smallest

    def traits(self, reports):
        mentions = known(m for ms, _ in reports for m in ms)
        count = collections.Counter(t for m in mentions for t in m["traits"])
        at = {t: i for i, t in enumerate(sorted(t for t, n in count.items() if n >= self.least))}
        x, y = matrix(mentions, at), torch.tensor([m["value"] for m in mentions])
        w = torch.zeros(len(at), len(self.values), requires_grad=True)
        minimise([w], lambda: F.cross_entropy(torch.sparse.mm(x, w), y, reduction="sum") + self.decay * (w * w).sum() / 2)
        w = w.detach()
        return at, w * (w.abs() >= self.smallest)

    def hint(self, reports, weights):
        """Gives every mention how likely each value is by its traits, and every thing what its contexts hint at."""
        at, w = weights
        mentions = [m for ms, _ in reports for m in ms]
        for m, p in zip(mentions, torch.softmax(torch.sparse.mm(matrix(mentions, at), w), 1)):
            m["p"] = p
        for _, things in reports:
            for x in things:
                x["contexts"] = torch.stack([self.context(name, x, things) for name in self.contexts])

    def context(self, name, thing, things):
        """How likely values are: of the thing itself the mean of the logarithms, of its speaker's and of all the highest."""
        if name == "here":
            return torch.stack([torch.log(m["p"] + 0.001) for m in thing["mentions"]]).mean(0)
        if name == "speaker":
            things = [o for o in things if o["speaker"] == thing["speaker"] and o["speaker"]]
        mentions = [m["p"] for o in things for m in o["mentions"]]
        return torch.stack(mentions).max(0).values if mentions else torch.zeros(len(self.values))

    def whole(self, reports):
        """The weights of contexts, of reports whose things have them."""
        things = known(x for _, xs in reports for x in xs)
        x, y = torch.stack([x["contexts"] for x in things]), torch.tensor([x["value"] for x in things])
        w, b = torch.zeros(len(self.contexts), len(self.values), requires_grad=True), torch.zeros(len(self.values), requires_grad=True)
        minimise([w, b], lambda: F.cross_entropy((x * w).sum(1) + b, y, reduction="sum") + self.decay * (w * w).sum() / 2)
        return w.detach(), b.detach()

    def choose(self, reports, whole, reluctance=1.0):
        """The likeliest value of every known thing, the favoured one if no other is so many times likelier."""
        w, b = whole
        things = known(x for _, xs in reports for x in xs)
        sums = torch.stack([(x["contexts"] * w).sum(0) + b for x in things])
        favoured = F.one_hot(torch.tensor([x["favoured"] for x in things]), len(self.values) + 1)[:, :-1]
        return (sums + torch.log(torch.tensor(reluctance)) * favoured).argmax(1).tolist()

    def apart(self, reports):
        """Hints at everything in each part of the reports by the other parts."""
        for k in range(self.parts):
            self.hint(reports[k::self.parts], self.traits([r for n, r in enumerate(reports) if n % self.parts != k]))

    def rows(self, weights, whole):
        at, w = weights
        for t, i in sorted(at.items()):
            for k, v in enumerate(self.values):
                if w[i][k] != 0:
                    yield t, v, float(w[i][k])
        for t, of in [("whole", whole[1]), *zip(self.contexts, whole[0])]:
            for k, v in enumerate(self.values):
                yield t, v, float(of[k])
