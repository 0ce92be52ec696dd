"""The main window: marking, header, strips, and the pages of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from tabletop.gui.library import rows
from tabletop.gui.library.header import Header
from tabletop.gui.library.page import LibraryPage
from tabletop.gui.theme.banner import MarkingBanner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

    from tabletop.gui.library.cache import Contents
    from tabletop.gui.library.key_help import KeyHelp
    from tabletop.gui.library.keys import Key
    from tabletop.gui.library.reports import ReportsPage
    from tabletop.gui.library.strips import Strip
    from tabletop.gui.theme.theme import Theme

LIBRARY, REPORTS = 0, 1
_SIZE = (1366, 768)


class LibraryWindow(QMainWindow):
    """Shows pages and strips; what they mean is the desk's business."""

    closed = Signal()
    reports_wanted = Signal()
    settings_wanted = Signal()
    scale_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("library-window")
        self.setWindowTitle(self.tr("Tabletop"))
        self.resize(*_SIZE)
        self._theme = theme
        self._other: QWidget | None = None
        self._other_keys: tuple[Key, ...] = ()
        self._help: KeyHelp | None = None
        self._reports: ReportsPage | None = None
        body = QWidget(self)
        self.marking = MarkingBanner(theme, parent=body)
        self.header = Header(theme, body)
        self.library = LibraryPage(theme, body)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.marking)
        self._column.addWidget(self.header)
        self._strips = QVBoxLayout()
        self._strips.setSpacing(1)
        self._column.addLayout(self._strips)
        self._column.addWidget(self.library, 1)
        self.setCentralWidget(body)
        self._connect()

    @property
    def reports(self) -> ReportsPage:
        """The page of reports; made when it is first wanted."""
        if self._reports is None:
            from tabletop.gui.library.reports import ReportsPage

            self._reports = ReportsPage(self._theme, self.centralWidget())
            self._reports.hide()
            self._column.addWidget(self._reports, 1)
        return self._reports

    @property
    def page(self) -> QWidget:
        """The page shown."""
        return self._other or self.library

    def show_contents(self, contents: Contents, *, is_read: bool) -> None:
        """Show what the library lists."""
        # The banner fits its height to its width, which it has only once it was laid out.
        self.marking.resize(self.width(), self.marking.height())
        self.marking.show_marking(rows.marking_of(contents))
        self.library.show_contents(contents, is_read=is_read)

    def show_library(self) -> None:
        """Go back to the library."""
        self._show(None)
        self.header.show_trail("")
        self.header.library_tab.setChecked(True)
        self.library.take_focus()

    def show_reports(self) -> None:
        """Show the reports."""
        self._show(self.reports)
        self.header.show_trail("")
        self.header.reports_tab.setChecked(True)
        if not self.reports.take_focus():
            self.header.reports_tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: QWidget, trail: str, keys: Sequence[Key] = ()) -> None:
        """Show another page, which goes when one leaves it, with the keys that F1 shows there."""
        self._other_keys = tuple(keys)
        self._column.addWidget(page, 1)
        self._show(page)
        self.header.library_tab.setChecked(True)
        self.header.show_trail(trail)

    def show_strip(self, strip: Strip) -> None:
        """Show a strip under the header until it goes by itself or is removed."""
        self._strips.addWidget(strip)
        strip.show()

    def remove_strip(self, strip: Strip) -> None:
        """Take a strip away; the keyboard goes back to the page if it was there."""
        had_focus = strip.isAncestorOf(self.focusWidget())
        self._strips.removeWidget(strip)
        strip.hide()
        strip.deleteLater()
        if had_focus and self.page is self.library:
            self.library.take_focus()

    @property
    def is_untouched(self) -> bool:
        """Whether the keyboard is still where Qt puts it in a window that offers nothing yet."""
        return self.page is self.library and self.focusWidget() in (None, self.header.library_tab)

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The strips shown."""
        items = (self._strips.itemAt(place) for place in range(self._strips.count()))
        return tuple(item.widget() for item in items)  # type: ignore[union-attr, misc] # all strips

    def make_shortcuts(self) -> None:
        """Make the keys of the window work; not needed before it is seen."""
        from PySide6.QtGui import QKeySequence, QShortcut

        from tabletop.gui.library.keys import KEYS

        does = {
            "search": self._on_search_wanted,
            "library": self.show_library,
            "reports": self._on_reports_wanted,
            "larger": self._on_larger_wanted,
            "smaller": self._on_smaller_wanted,
            "settings": self.settings_wanted.emit,
            "keys": self.toggle_keys,
            "close": self.close,
        }
        for key in KEYS:
            if key.shortcut:
                shortcut = QShortcut(QKeySequence(key.shortcut), self, does[key.action])
                shortcut.setAutoRepeat(False)

    def toggle_keys(self) -> None:
        """Show or hide what the keys of the present page do."""
        if self._help is None:
            from tabletop.gui.library.key_help import KeyHelp

            self._help = KeyHelp(self._theme, self)
        self._help.toggle(self._page_keys())

    def _page_keys(self) -> Sequence[Key]:
        from tabletop.gui.library.keys import KEYS, REPORT_KEYS, WINDOW_KEYS

        if self._other is None:
            return KEYS
        return REPORT_KEYS if self._other is self._reports else self._other_keys or WINDOW_KEYS

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _show(self, other: QWidget | None) -> None:
        before = self._other
        self._other = other
        if self._help is not None:
            self._help.hide()
        if before is not None and before is not other:
            before.hide()
            if before is not self._reports:
                self._column.removeWidget(before)
                before.deleteLater()
        self.library.setVisible(other is None)
        if other is not None:
            other.show()

    def _connect(self) -> None:
        self.header.page_wanted.connect(self._on_page_wanted)
        self.header.settings_wanted.connect(self.settings_wanted)
        self.header.search.textChanged.connect(self.library.search)
        self.header.search.left.connect(self._on_search_left)

    def _on_page_wanted(self, number: int) -> None:
        if number == REPORTS:
            self._on_reports_wanted()
        else:
            self.show_library()

    def _on_reports_wanted(self) -> None:
        self.show_reports()
        self.reports_wanted.emit()

    def _on_search_wanted(self) -> None:
        if self.page is not self.library:
            self.show_library()
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def _on_search_left(self) -> None:
        if self.library.cards.current is not None:
            self.library.cards.take_focus()
        else:
            self.library.panel.list.setFocus()

    def _on_larger_wanted(self) -> None:
        self.scale_wanted.emit(1)

    def _on_smaller_wanted(self) -> None:
        self.scale_wanted.emit(-1)
