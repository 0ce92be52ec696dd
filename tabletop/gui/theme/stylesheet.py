"""The style sheet of the desk, made from a theme's table of colours and its type.

Widgets say what they are through two properties: `kind` (a primary button, a panel, a strip) and
`role` (what a text is); see `set_kind` and `set_role`. The kinds are:

* buttons: `primary`, `outlined` (as without a kind), `flat`, `link`, `danger`;
* frames: `panel`, `raised`, `sunken`, `card`, `standby`, `hairline`, `chip`, `popup`, `clock`,
  `danger`, `warning`, `success`, `question`;
* labels: `muted`, `accent`, `danger`, `warning`, `success`, `running`, `key`, `chip`, `link`.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from tabletop.gui.theme.typography import TYPE_STYLES, TextRole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tabletop.gui.theme.typography import Typography
    from tabletop.plots.tokens import Tokens

_BASE = """
QMainWindow, QDialog { background: $window; }
QToolTip { color: $text; background: $surface; border: 1px solid $edge; padding: 4px 8px; }
QLabel { background: transparent; color: $text; }
QLabel:disabled { color: $muted; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: $surface; color: $muted; border-top: 1px solid $line; }
QScrollArea { border: none; background: transparent; }
"""

_LABELS = """
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="accent"], QLabel[kind="link"] { color: $accent; }
QLabel[kind="danger"] { color: $danger; }
QLabel[kind="warning"] { color: $warning; }
QLabel[kind="success"] { color: $success; }
QLabel[kind="running"] { color: $running; }
QLabel[kind="chip"] {
    background: $raised; border: 1px solid $line_edge; border-radius: 4px; padding: 1px 6px;
}
QLabel[kind="key"] {
    color: $muted; border: 1px solid $edge; border-radius: 4px; padding: 0 5px;
}
"""

_BUTTONS = """
QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px;
    padding: 0 11px; min-height: ${button}px;
}
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $sunken; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 0 10px; }
QPushButton:disabled, QToolButton:disabled {
    color: $muted; background: $off; border: 1px $off_edge $line;
}
QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { border-color: $on_accent; }
QPushButton[kind="primary"]:pressed { border-color: $text; }
QPushButton[kind="primary"]:focus { border: 2px solid $on_accent; padding: 0 10px; }
QPushButton[kind="primary"]:disabled {
    color: $muted; background: $off; border: 1px $off_edge $line;
}
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="flat"], QToolButton[kind="flat"], QPushButton[kind="link"] {
    background: transparent; border-color: transparent;
}
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover { background: $raised; }
QPushButton[kind="flat"]:focus, QToolButton[kind="flat"]:focus, QPushButton[kind="link"]:focus {
    border: 2px solid $focus;
}
QPushButton[kind="link"] { color: $accent; padding: 0 4px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="flat"]:disabled, QToolButton[kind="flat"]:disabled,
QPushButton[kind="link"]:disabled { color: $muted; border-color: transparent; }
QPushButton[size="go"] { min-height: ${go}px; }
QToolButton { padding: 0 7px; }
QToolButton:focus { padding: 0 6px; }
QToolButton::menu-indicator { image: none; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $muted;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${button}px; padding: 0 9px; }
QPlainTextEdit, QTextEdit { padding: 5px 7px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $focus;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { padding: 0 8px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px 6px; }
QLineEdit:read-only { background: $raised; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { color: $muted; background: $off; border: 1px $off_edge $line; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 2px solid $danger;
}
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $edge; outline: 0;
    selection-background-color: $accent_tint; selection-color: $text;
}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
QAbstractSpinBox QLineEdit:disabled {
    border: none; background: transparent; padding: 0 0 0 8px; min-height: 0;
}
QAbstractSpinBox { padding-right: 22px; }
QAbstractSpinBox:focus { padding-right: 21px; }
QComboBox { padding-right: 26px; }
QComboBox:focus { padding-right: 25px; }
QComboBox::drop-down { border: none; width: 24px; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$sign_down"); width: 14px; height: 14px; }
QComboBox::down-arrow:disabled { image: url("$sign_down_off"); }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }
QAbstractSpinBox::up-arrow { image: url("$sign_up"); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow { image: url("$sign_down"); width: 11px; height: 11px; }
QAbstractSpinBox::up-arrow:off { image: url("$sign_up_off"); }
QAbstractSpinBox::down-arrow:off { image: url("$sign_down_off"); }
QDateTimeEdit::drop-down { border: none; width: 24px; }
QDateTimeEdit::down-arrow { image: url("$sign_down"); width: 14px; height: 14px; }
"""

_CHECKS = """
QCheckBox, QRadioButton { spacing: 8px; background: transparent; color: $text; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    background: $surface; border: 1px solid $edge; width: 14px; height: 14px; border-radius: 4px;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $raised; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate,
QRadioButton::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent;
}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { image: url("$sign_check"); }
QCheckBox::indicator:indeterminate { image: url("$sign_part"); }
QRadioButton::indicator:checked { image: url("$sign_dot"); }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
    border: 2px solid $focus; width: 12px; height: 12px;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    background: $off; border: 1px $off_edge $line;
}
"""

_FRAMES = """
QFrame[kind="panel"] { background: $surface; border: none; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line_edge; border-radius: 8px; }
QFrame[kind="raised"] { background: $raised; border: 1px solid $line; border-radius: 6px; }
QFrame[kind="sunken"] { background: $sunken; border: none; }
QFrame[kind="standby"] { background: $accent_tint; border: none; border-bottom: 1px solid $line; }
QFrame[kind="clock"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[kind="chip"] { background: $raised; border: 1px solid $line_edge; border-radius: 4px; }
QFrame[kind="popup"] { background: $surface; border: 1px solid $edge; border-radius: 8px; }
QFrame[kind="hairline"] { background: $line; border: none; max-height: 1px; }
QFrame[kind="upright"] { background: $line; border: none; max-width: 1px; }
QFrame[kind="danger"] {
    background: $danger_tint; border: $alarm $danger; border-left: 3px solid $danger;
}
QFrame[kind="warning"] {
    background: $warning_tint; border: $alarm $warning; border-left: 3px solid $warning;
}
QFrame[kind="success"] {
    background: $success_tint; border: $alarm $success; border-left: 3px solid $success;
}
QFrame[kind="question"] { background: $accent_tint; border: none; border-left: 3px solid $accent; }
QLabel[kind="danger"], QLabel[kind="warning"], QLabel[kind="success"] {
    background: transparent; border: none;
}
"""

_VIEWS = """
QAbstractItemView {
    background: $surface; color: $text; border: none; outline: 0;
    selection-background-color: $accent_tint; selection-color: $text;
    alternate-background-color: $surface;
}
QTableView { gridline-color: $line; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 4px 8px; font-size: ${head}px; font-weight: 600;
}
QTableCornerButton::section { background: $surface; border: none; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: 6px 2px; margin-right: 18px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { border-bottom: 2px solid $focus; color: $accent; }
QMenuBar { background: $surface; color: $text; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: 6px 10px; }
QMenuBar::item:selected { background: $accent_tint; border-radius: 4px; }
QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_tint; color: $text; border: $tint_edge; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
"""

_BARS = """
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
    background: $track_fill; color: $text; border: $track_edge; border-radius: 4px;
    min-height: ${track}px; max-height: ${track}px;
}
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSlider::groove:horizontal { background: $line_fill; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    background: $surface; border: 2px solid $accent; width: 12px; margin: -6px 0;
    border-radius: 8px;
}
QSlider::handle:horizontal:focus { border-color: $focus; background: $accent_tint; }
"""

_SHEET = Template(_BASE + _LABELS + _BUTTONS + _FIELDS + _CHECKS + _FRAMES + _VIEWS + _BARS)

# Without and with its borders a button or field is this high at a text scale of 1.
_BUTTON_INSIDE = 30
_GO_INSIDE = 42


def stylesheet(tokens: Tokens, typography: Typography, signs: Mapping[str, str]) -> str:
    """Return the style sheet of a theme at a text scale; the signs are those of `write_signs`."""
    colours = {role: value for role, value in tokens._asdict().items() if isinstance(value, str)}
    bold = tokens.is_high_contrast
    sheet = _SHEET.substitute(
        colours,
        **signs,
        button=round(_BUTTON_INSIDE * typography.scale),
        go=round(_GO_INSIDE * typography.scale),
        head=typography.size(TextRole.HEAD),
        # White on black as all the others, a control that is off is told by its broken edge.
        off_edge="dashed" if bold else "solid",
        off=tokens.raised if bold else tokens.line,
        # Tints are black there, so an alarm is a border in its colour.
        alarm="2px solid" if bold else "0 none",
        line_edge=tokens.edge if bold else tokens.line,
        line_fill=tokens.edge if bold else tokens.line,
        # A track filled with the white of its lines would be louder than what it holds.
        track_fill=tokens.surface if bold else tokens.line,
        track_edge=f"1px solid {tokens.edge}" if bold else "none",
        track=6 if bold else 8,
        tint_edge=f"2px solid {tokens.accent}" if bold else "none",
    )
    return sheet + "".join(_role_rule(role, typography) for role in TextRole)


def _role_rule(role: TextRole, typography: Typography) -> str:
    weight = TYPE_STYLES[role].weight
    size = typography.size(role)
    return f'QLabel[role="{role.value}"] {{ font-size: {size}px; font-weight: {weight}; }}\n'
