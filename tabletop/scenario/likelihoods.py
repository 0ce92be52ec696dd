"""Words of likelihood (ICD 203), and the rule that keeps confidence out of their sentence.

A likelihood says how probable something is; confidence says how good the sources are. Said in one
sentence they are read as one thing.
"""

import re
from collections.abc import Mapping

from tabletop.scenario.part import Localised

# Term → percent from, to. The terms of one line mean the same.
LIKELIHOODS: Mapping[str, tuple[int, int]] = {
    "almost no chance": (1, 5),
    "remote": (1, 5),
    "very unlikely": (5, 20),
    "highly improbable": (5, 20),
    "unlikely": (20, 45),
    "improbable": (20, 45),
    "roughly even chance": (45, 55),
    "roughly even odds": (45, 55),
    "likely": (55, 80),
    "probable": (55, 80),
    "very likely": (80, 95),
    "highly probable": (80, 95),
    "almost certain": (95, 99),
    "almost certainly": (95, 99),
    "nearly certain": (95, 99),
}

_LEVEL = r"(?:low|moderate|medium|high)"
_CONFIDENCE = re.compile(
    rf"\b{_LEVEL}(?:\s+to\s+{_LEVEL})?\s+confidence\b"
    rf"|\bconfidence\b(?:\s+level)?(?:\s+(?:is|was|remains|stays|of))?\W{{0,3}}\s*{_LEVEL}\b"
    rf"|\b(?:highly|moderately)\s+confident\b",
    re.IGNORECASE,
)
_LIKELIHOOD = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, LIKELIHOODS), key=len, reverse=True))})\b",
    re.IGNORECASE,
)
# A semicolon does not make two sentences; a line of a list or a paragraph does.
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')*_]*\s+|\n\s*\n|\n\s*(?=[-*#>|]|\d+[.)]\s)")


def likelihood_range(term: str) -> tuple[int, int] | None:
    """Return the percentages a term stands for, or None when it is no term of the scale."""
    return LIKELIHOODS.get(" ".join(term.casefold().split()))


def mixed_sentence(text: str) -> str | None:
    """Return the first sentence that holds both a likelihood and a confidence, or None."""
    words = text.translations.get("en", "") if isinstance(text, Localised) else text
    if "onfiden" not in words:
        return None
    return next(
        (
            " ".join(sentence.split())
            for sentence in _SENTENCE_END.split(words)
            if _CONFIDENCE.search(sentence) and _LIKELIHOOD.search(sentence)
        ),
        None,
    )
