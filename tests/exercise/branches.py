"""A scenario that branches, for whatever is told of conditions and of what comes next."""

ARTICLE_4 = {"c": {"sets": {"basis": "art4"}}}
D1 = {"kind": "on_request", "triggers": ["c"], "otherwise": "a"}


def inject(id_, *decisions, **further):
    return {"id": id_, "title": f"Inject {id_}", "decisions": list(decisions)} | further


def branching_story(tell, make_decision):
    """Return a function that begins a story whose next inject hangs on what is decided.

    I-1 with D1; I-2A if a, I-2B if c; I-3 with D3; one of two at the end; two contingencies.
    """

    def begin(**further):
        return tell(
            injects=[
                inject("I-1", make_decision("D1", D1, *"abc", changes=ARTICLE_4)),
                inject("I-2A", when={"decision": "D1", "outcome": "a"}),
                inject(
                    "I-2B",
                    make_decision("D2", {"kind": "majority", "more_than": "0.5"}, *"abc"),
                    when={"decision": "D1", "outcome": ["c"]},
                ),
                inject("I-3", make_decision("D3", {"kind": "consensus"}, *"abc")),
                inject("I-4A", one_of="end", when={"decision": "D2", "outcome": "b"}),
                inject("I-4B", one_of="end"),
                inject("C-1", contingency="true", when={"state": "basis", "is": "art4"}),
                inject("C-2", contingency="true"),
            ],
            cuts=[{"id": "short", "title": "Short", "injects": ["I-1", "I-3"]}],
            **further,
        )  # fmt: skip

    return begin


def close_with(story, decision_id, option):
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.position(role, decision_id, option)
    story.close(decision_id)
