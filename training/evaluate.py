"""F1 of frames: exact trigger word and type by kind, roles and attributes of the frames whose trigger was found."""
from chunks import targets
from inventory import TYPE, kind


def f1(right, said, gold):
    return 2 * right / max(1, said + gold)


class Score:
    """Counts by kind, by role and by attribute."""

    def __init__(self):
        self.kinds, self.roles, self.attributes = {}, {}, {}

    def add(self, d, frames):
        gold = {(t, c): (roles, again, attributes) for t, c, attributes, roles, again in targets(d)}
        said = {(f["trigger"], TYPE[f["type"]]): f for f in frames}
        for side, keys in ((1, said), (2, gold)):
            for _, c in keys:
                self.kinds.setdefault(kind(c), [0, 0, 0])[side] += 1
        for key in said.keys() & gold.keys():
            self.kinds[kind(key[1])][0] += 1
            roles, again, attributes = gold[key]
            if not again:
                self.fillers(roles, said[key]["roles"])
                self.values(attributes, said[key]["attributes"])

    def fillers(self, gold, said):
        for name in gold.keys() | said.keys():
            a, b = set(gold.get(name, [])), {x for x, _ in said.get(name, [])}
            z = self.roles.setdefault(name, [0, 0, 0])
            z[0] += len(a & b)
            z[1] += len(b)
            z[2] += len(a)

    def values(self, gold, said):
        for name, value in gold.items():
            z = self.attributes.setdefault(name, [0, 0])
            z[0] += said[name][0] == value
            z[1] += 1

    def __str__(self):
        kinds = " ".join(f"{k} {f1(*v):.3f}" for k, v in sorted(self.kinds.items()))
        roles = " ".join(f"{k} {f1(*v):.2f}" for k, v in sorted(self.roles.items()) if v[2] > 3)
        attributes = " ".join(f"{k} {a / n:.2f}" for k, (a, n) in sorted(self.attributes.items()))
        return f"{kinds}\n   roles {roles}\n   attributes {attributes}"


def evaluate(docs, read):
    """The score of a reader: read gives the frames of a document."""
    score = Score()
    for d in docs:
        score.add(d, read(d))
    return score
