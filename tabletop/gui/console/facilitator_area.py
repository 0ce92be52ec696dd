"""The sunken area below the inject: notes, prompts, expected actions, requests, papers, the log."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from tabletop.gui.console.body import BodyBrowser
from tabletop.gui.console.hairlines import level
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.console.lettering import RIGHT
from tabletop.gui.console.lines import LINE_PAD, LineList, LineRow
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.monitors import Monitors
from tabletop.gui.console.rows.inject_view import (
    TICK_WORDS,
    InjectView,
    RequestRow,
)
from tabletop.gui.console.rows.log import LogLine
from tabletop.gui.console.rows.plain_words import plain_words
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole

_LOW = 240
_TAB_PADDING = 22
TABS = ("notes", "prompts", "expected", "requests", "papers")
_SIGNS = {
    "not_assessed": "box",
    "observed": "check",
    "partial": "partial",
    "not_observed": "cross",
    "not_applicable": "dash",
}
_TONES = {"observed": "success", "partial": "warning", "not_observed": "danger"}
_LOG_SIGNS = {"strength": "success", "improvement": "warning"}


class FacilitatorArea(QWidget):
    """Tabs over lists; nothing in here ever reaches the room."""

    expected_acted = Signal(str)
    request_acted = Signal(str)
    prepared_acted = Signal(int)
    paper_acted = Signal(str)
    file_acted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facilitator-area")
        self._theme = theme
        self._inject_id = ""
        self._view: InjectView | None = None
        self._requests: tuple[RequestRow, ...] = ()
        self._ticked: dict[str, set[int]] = {}
        self.tabs = QTabBar()
        self.tabs.setObjectName("facilitator-tabs")
        self.tabs.setAccessibleName(self.tr("For the facilitator only"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.notes = BodyBrowser(theme, "notes", ground="sunken")
        self.prompts = LineList(theme, "prompts", self.tr("Prompts"))
        self.expected = LineList(theme, "expected", self.tr("Expected actions"))
        self.requests = LineList(theme, "requests", self.tr("Requests for information"))
        self.papers = LineList(theme, "papers", self.tr("Hand-outs and files"))
        self.log = LineList(theme, "inject-log", self.tr("Log of this inject"), is_log=True)
        self._beside = LineList(theme, "expected-beside", self.tr("Expected actions"))
        self._beside_head = self._caption(self.tr("Expected actions"))
        self._prompts_head = self._caption(self.tr("Prompts"))
        self._right = QWidget()
        self.hint = ElidedLabel(theme, TextRole.META, "area-hint", colour="muted", align=RIGHT)
        self.monitors = Monitors(theme)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()
        self.tabs.setCurrentIndex(1)

    def show_view(self, view: InjectView) -> None:
        """Show what belongs to an inject."""
        self._view, self._inject_id = view, view.inject_id
        self.notes.show_markdown(view.notes or self.tr("*No notes.*"), TextRole.TEXT)
        self._show_prompts()
        expected = _expected_rows(view)
        self.expected.show_rows(expected)
        self._beside.show_rows(expected)
        self.papers.show_rows(self._paper_rows(view))
        self._on_tab_changed(self.tabs.currentIndex())
        self._name_tabs()

    def show_requests(self, requests: tuple[RequestRow, ...]) -> None:
        """Show the open requests, then answers held ready, then what was answered."""
        self._requests = requests
        waiting = [r for r in requests if r.is_open]
        done = [r for r in requests if not r.is_open]
        prepared = self._view.prepared if self._view else ()
        rows = [
            LineRow(f"request:{r.request_id}", r.question, f"{r.request_id} {r.role}", right=r.age)
            for r in waiting
        ]
        rows += [
            LineRow(
                f"prepared:{n}",
                f"{p.question} {plain_words(p.text)}",
                sign="book",
                is_done=not waiting,
            )
            for n, p in enumerate(prepared)
        ]
        rows += [
            LineRow(
                f"request:{r.request_id}",
                f"{r.question} {r.answer}",
                f"{r.request_id} {r.role}",
                sign="check",
                is_done=True,
            )
            for r in done
        ]
        self.requests.show_rows(tuple(rows))
        self._name_tabs()

    def show_log(self, lines: tuple[LogLine, ...]) -> None:
        """Show what was recorded while the inject was the room's."""
        self.log.show_rows(
            tuple(
                LineRow(
                    str(line.seq),
                    line.text,
                    line.time,
                    right=line.remark,
                    tone="muted" if line.remark == "corrected" else "warning",
                    lead_is_time=True,
                )
                for line in lines
            )
        )

    def show_wide(self, *, wide: bool) -> None:
        """Show prompts and expected actions side by side, and the monitors, where there is room."""
        self._right.setVisible(wide)
        self._prompts_head.setVisible(wide)
        self.monitors.setVisible(wide)

    def _fit(self) -> None:
        """Three lines of the log, two where the window is low."""
        row = self._theme.line(TextRole.TEXT) + 6
        is_low = self.height() < Measures(self._theme).scaled(_LOW)
        self.log.setFixedHeight((2 if is_low else 3) * row)
        self._name_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def turn_to_log(self) -> None:
        """Put the focus into the log, on its last entry; Enter corrects the chosen one."""
        last = len(self.log.lines.rows) - 1
        if not self.log.currentIndex().isValid() and last >= 0:
            self.log.setCurrentIndex(self.log.lines.index(last))
        self.log.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_to(self, tab: str) -> None:
        """Show a tab and put the focus into its list."""
        self.tabs.setCurrentIndex(TABS.index(tab))
        page = self._lists()[TABS.index(tab)]
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not isinstance(page, LineList):
            return
        rows = page.lines.rows
        first_open = next((n for n, row in enumerate(rows) if not row.is_done), 0)
        current = page.currentIndex()
        if not current.isValid() or (page is self.expected and rows[current.row()].is_done):
            page.setCurrentIndex(page.lines.index(first_open))

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """What Tab passes of the tabs' pages: the lists, of which one or two are in sight."""
        notes, prompts, *others = self._lists()
        return (notes, prompts, self._beside, *others)

    def ticked_prompts(self) -> int:
        """Return how many prompts of the inject have been ticked off on this machine."""
        return len(self._ticked.get(self._inject_id, ()))

    def _lists(self) -> tuple[QWidget, ...]:
        return (self.notes, self.prompts, self.expected, self.requests, self.papers)

    def _show_prompts(self) -> None:
        view = self._view
        if view is None:
            return
        ticked = self._ticked.get(view.inject_id, set())
        self.prompts.show_rows(
            tuple(
                LineRow(
                    str(n),
                    plain_words(text),
                    sign="check" if n in ticked else "box",
                    is_done=n in ticked,
                )
                for n, text in enumerate(view.prompts)
            )
        )

    def _paper_rows(self, view: InjectView) -> tuple[LineRow, ...]:
        papers = [
            LineRow(
                f"paper:{paper.handout_id}",
                ":\n".join(p for p in (f"{paper.title}, for {paper.to}", paper.body) if p),
                sign="lock",
                right=paper.given,
                tone="success" if paper.given.startswith("given") else "warning",
            )
            for paper in view.papers
        ]
        files = [LineRow(f"file:{name}", name, sign="picture", is_done=True) for name in view.files]
        return (*papers, *files)

    def _name_tabs(self) -> None:
        view = self._view
        if view is None:
            return
        waiting = sum(r.is_open for r in self._requests)
        names = (
            self.tr("Notes"),
            _counted(self.tr("Prompts"), self.ticked_prompts(), len(view.prompts)),
            _counted(self.tr("Expected"), view.ticked, len(view.expected)),
            f"{self.tr('Requests')} {waiting}" if waiting else self.tr("Requests"),
            f"{self.tr('Files')} {len(view.papers) + len(view.files) or ''}".strip(),
        )
        fits = self._fits(names)
        shown = names if fits else self._short_names(waiting)
        tight = "" if fits else "QTabBar::tab { margin-right: 6px; }"
        if self.tabs.styleSheet() != tight:
            self.tabs.setStyleSheet(tight)
        for number, (name, whole) in enumerate(zip(shown, names, strict=True)):
            if self.tabs.tabText(number) != name:
                self.tabs.setTabText(number, name)
            self.tabs.setTabToolTip(number, f"{whole} (Alt {number + 1})")

    def _fits(self, names: tuple[str, ...]) -> bool:
        """Return whether tabs fit into the column in the bold type that the chosen one takes."""
        metrics = QFontMetrics(self._theme.font(TextRole.STRONG))
        wanted = sum(metrics.horizontalAdvance(name) + _TAB_PADDING for name in names)
        return wanted <= self.width() - 32 + _TAB_PADDING

    def _short_names(self, waiting: int) -> tuple[str, ...]:
        """Large type: the counts stand in the tooltips, but for the requests that wait."""
        asked = f"{self.tr('RFI')} {waiting}" if waiting else self.tr("RFI")
        return (self.tr("Notes"), self.tr("Prompts"), self.tr("Expected"), asked, self.tr("Files"))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.log.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.prompts.acted.connect(self._on_prompt_acted)
        self.expected.acted.connect(self.expected_acted)
        self._beside.acted.connect(self.expected_acted)
        self.requests.acted.connect(self._on_request_acted)
        self.papers.acted.connect(self._on_paper_acted)

    def _on_tab_changed(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        words = (
            "",
            self.tr("Alt 2, then Enter ticks"),
            self.tr("Alt 3, then Enter ticks; Alt T the next"),
            self.tr("Alt 4, then Enter answers"),
            self._paper_hint(),
        )
        self.hint.setText(words[number])

    def _paper_hint(self) -> str:
        """Say what Enter does with the hand-outs and pictures that there are."""
        view = self._view
        if view is None or not (view.papers or view.files):
            return ""
        if not view.files:
            return self.tr("Alt 5, then Enter hands out")
        if not view.papers:
            return self.tr("Alt 5, then Enter shows the picture")
        return self.tr("Alt 5, then Enter hands out, or shows a picture")

    def _on_prompt_acted(self, key: str) -> None:
        ticked = self._ticked.setdefault(self._inject_id, set())
        ticked.symmetric_difference_update({int(key)})
        self._show_prompts()
        self._name_tabs()

    def _on_request_acted(self, key: str) -> None:
        kind, _, name = key.partition(":")
        if kind == "prepared":
            self.prepared_acted.emit(int(name))
        else:
            self.request_acted.emit(name)

    def _on_paper_acted(self, key: str) -> None:
        kind, _, name = key.partition(":")
        (self.paper_acted if kind == "paper" else self.file_acted).emit(name)

    def _lay_out(self) -> None:
        for _ in TABS:
            self.tabs.addTab("")
        for page in (self.notes, self._prompts_page(), *self._lists()[2:]):
            self._pages.addWidget(page)
        self.notes.setStyleSheet(
            f"QTextBrowser {{ background: transparent; border: none; padding: 0 {LINE_PAD}px; }}"
        )
        self.monitors.setContentsMargins(LINE_PAD, 0, LINE_PAD, 0)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        sunken = QFrame()
        set_kind(sunken, "sunken")
        inner = QVBoxLayout(sunken)
        inner.setContentsMargins(16 - LINE_PAD, 10, 16 - LINE_PAD, 8)
        inner.setSpacing(4)
        inner.addLayout(self._locked())
        inner.addWidget(self._pages, 1)
        inner.addWidget(self.monitors)
        inner.addSpacing(4)
        inner.addWidget(self._caption(self.tr("Log of this inject")))
        inner.addWidget(self.log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(level())
        layout.addWidget(sunken, 1)

    def _prompts_page(self) -> QWidget:
        page = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(2)
        right.addWidget(self._beside_head)
        right.addWidget(self._beside)
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self._prompts_head)
        left.addWidget(self.prompts)
        layout.addLayout(left, 1)
        layout.addWidget(self._right, 1)
        return page

    def _locked(self) -> QHBoxLayout:
        lock = QLabel()
        self._theme.set_icon(lock, "lock", role="muted", size=12)
        row = QHBoxLayout()
        row.setContentsMargins(LINE_PAD, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(lock)
        row.addWidget(self._caption(self.tr("Facilitator only"), inset=0))
        row.addWidget(self.hint, 1)
        row.addSpacing(LINE_PAD)
        return row

    def _caption(self, text: str, *, inset: int = LINE_PAD) -> QLabel:
        label = QLabel(text)
        label.setContentsMargins(inset, 0, inset, 0)
        set_role(label, TextRole.HEAD)
        set_kind(label, "muted")
        return label


def _expected_rows(view: InjectView) -> tuple[LineRow, ...]:
    return tuple(
        LineRow(
            row.expected_id,
            row.text,
            sign=_SIGNS[row.status],
            right=", ".join(p for p in (row.objective, TICK_WORDS[row.status]) if p),
            tone=_TONES.get(row.status, ""),
            is_done=row.status not in ("not_assessed", "partial"),
        )
        for row in view.expected
    )


def _counted(name: str, done: int, of: int) -> str:
    return f"{name} {done}/{of}" if of else name
