"""Shows Markdown from a scenario without loading anything that it points at."""

from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QTextBrowser, QWidget

from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "hr"}
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")


def safe_html(markdown: str) -> str:
    """Return Markdown as HTML without pictures, links, scripts or styles."""
    html = str(_parser().render(markdown))
    return nh3.clean(html, tags=_TAGS | _TABLE | _HEADINGS, attributes={})


class BodyBrowser(QTextBrowser):
    """A text that reads itself, never its sources: no picture, address or file is loaded."""

    def __init__(
        self, theme: Theme, name: str, *, ground: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setObjectName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._theme = theme
        self._markdown = ""
        self._role = TextRole.INJECT
        theme.changed.connect(self._on_theme_changed)

    @property
    def markdown(self) -> str:
        """The text shown, as it was written."""
        return self._markdown

    def show_markdown(self, markdown: str, role: TextRole = TextRole.INJECT) -> None:
        """Show a text; the place one has scrolled to stays when it is the same."""
        if (markdown, role) == (self._markdown, self._role):
            return
        self._markdown, self._role = markdown, role
        self._show()

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Return an empty picture: None would make Qt look for the file itself."""
        return QImage()

    def doSetSource(
        self,
        _name: QUrl | str,
        _kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Go nowhere."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave out a line that would be cut at the lower edge: half a line cannot be read."""
        super().paintEvent(event)
        bar, viewport = self.verticalScrollBar(), self.viewport()
        if bar.value() >= bar.maximum():
            return
        bottom = viewport.height() - 1
        line = self.cursorRect(self.cursorForPosition(QPoint(0, bottom)))
        if line.top() < bottom < line.bottom():
            painter = QPainter(viewport)
            ground = self._theme.colour(self._ground)
            painter.fillRect(0, line.top(), viewport.width(), viewport.height(), ground)
            painter.end()

    def text_height(self, width: int) -> int:
        """Return the height the text takes at a width."""
        document = self.document().clone()
        document.setTextWidth(width)
        return round(document.size().height())

    def _show(self) -> None:
        size = self._theme.typography.size(self._role)
        line = self._theme.line(self._role)
        font = self._theme.font(self._role)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(0)
        self.document().setDefaultStyleSheet(
            f"p, li, td, th {{ line-height: {line}px; font-size: {size}px; }}"
            "p { margin: 0 0 8px 0; } ul, ol { margin: 0 0 8px -22px; }"
            f"h1, h2, h3, h4 {{ font-size: {size + 1}px; font-weight: 600; margin: 4px 0 6px 0; }}"
            "td, th { padding: 2px 12px 2px 0; } th { text-align: left; font-weight: 600; }"
        )
        self.setHtml(safe_html(self._markdown))

    def _on_theme_changed(self) -> None:
        self._show()
