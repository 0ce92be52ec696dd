"""JSON as bytes: in the order given, UTF-8, one indented line per value, always writable."""

import json
import re
from typing import Any

from tabletop.report.odd_text import numbered

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_bytes(value: Any) -> bytes:
    """Return a JSON document; a lone surrogate, which UTF-8 cannot hold, becomes [U+D800].

    JSON itself escapes control characters, so they come back from a reader as they were. Numbers
    that JSON does not know (NaN, infinity) raise ValueError.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return (_SURROGATE.sub(numbered, text) + "\n").encode("utf-8")
