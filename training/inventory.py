"""The inventory of frames as the model sees it: trigger types, attributes with their values, roles a kind may have.

A statement, a meeting, an event, a position or an absence is a *frame*: a trigger word with a type, roles that point at
words, and attributes. Order is part of a saved model: append, never reorder.
"""

PLOVER = ("AGREE SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
          "ASSAULT").split()
TYPES = PLOVER + ["MEET", "POSITION", "CUE", "QUOTE", "ABSENCE"]
TYPE = {name: i for i, name in enumerate(TYPES)}

# What a frame is, beyond its type. "none" is a value of its own where the annotation may be silent.
ATTRIBUTES = {
    "modality": "happened|under way|planned|threatened|conditional|denied|refused".split("|"),
    "claimed": ["no", "yes"],
    "status": "held|under way|planned|proposed|cancelled|refused|postponed".split("|"),
    "gathering": "meeting|talks|visit|summit|call".split("|"),
    "stance": "supports|opposes|conditional|undecided".split("|"),
    "act": ("assert|deny|promise|threaten|request|warn|accuse|praise|condemn|reject|agree|ask|decline|announce").split("|"),
    "medium": ("none|statement|speech|interview|social media|article|broadcast|news conference|other|briefing|call|letter").split("|"),
    "source_kind": "person|anonymous|organisation|office|state|document".split("|"),
    "absence": "excluded|declined|absent|walked-out".split("|"),
    "certainty": "fact|planned|threatened|conditional|demanded|denied|feared".split("|"),
    "issue": [],        # filled from the table of issues that the annotators chose from
}

# Role fillers: the head word of a span, or the first and the last word of one.
ROLES = ("agent patient date place participant excluded host mediator holder source addressee proposal_first proposal_last "
         "condition_first condition_last content_first content_last party meeting").split()
ROLE = {name: i for i, name in enumerate(ROLES)}
ALLOWED = {
    "event": "agent patient date place",
    "meeting": "participant excluded host mediator date place",
    "position": "holder proposal_first proposal_last condition_first condition_last",
    "statement": "source addressee content_first content_last",
    "absence": "party meeting",
}
KINDS = list(ALLOWED)


def kind(type_index):
    """The kind of a trigger type, by index or by name."""
    name = TYPES[type_index] if isinstance(type_index, int) else type_index
    return {"MEET": "meeting", "POSITION": "position", "CUE": "statement", "QUOTE": "statement", "ABSENCE": "absence"}.get(name, "event")


def load_issues(path):
    """Ids of the negotiation issues, one a line before a tab; "none" comes first."""
    with open(path, encoding="utf8") as lines:
        return ["none"] + [line.split("\t")[0].strip() for line in lines if line.strip() and not line.startswith("#")]
