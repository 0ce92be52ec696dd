"""Markdown of a scenario for lists that paint plain lines: marks and hard line ends are gone."""

from tabletop.gui.room.markdown import Block, blocks_of, plain


def plain_words(markdown: str) -> str:
    """Return a Markdown text as plain lines: one for each paragraph, item or row of a table."""
    return "\n".join(_line_of(block) for block in blocks_of(markdown))


def _line_of(block: Block) -> str:
    if block.cells:
        return " · ".join(words for words in map(plain, block.cells) if words.strip())
    marker = f"{block.marker}." if block.marker.isdecimal() else block.marker
    return f"{'  ' * block.depth}{marker} {block.text}" if marker else block.text
