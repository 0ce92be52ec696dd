"""The palette that Fusion paints with, made from a theme's table of colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from tabletop.plots.tokens import Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a theme, for all three states of a widget."""
    colours = {
        _Role.Window: tokens.window,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.raised,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.danger,
        _Role.ToolTipBase: tokens.surface,
        _Role.ToolTipText: tokens.text,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.Light: tokens.raised,
        _Role.Midlight: tokens.line,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.edge,
        _Role.Shadow: tokens.edge,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(_Group.Disabled, role, QColor(tokens.muted))
    return made
