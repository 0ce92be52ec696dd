"""Drivers that speak the user's language; the only ones that know object names."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget

from tabletop.gui.background import finish_background_work
from tabletop.gui.first_screen import FirstScreen
from tabletop.gui.library.desk import Desk
from tabletop.gui.library.key_help import KeyHelp
from tabletop.gui.library.window import LibraryWindow
from tabletop.gui.start.opening import open_start_page
from tests.gui.holding import hold
from tests.gui.start.samples import chance


class FakeConsole(QMainWindow):
    """A window that conducts nothing."""

    closed = Signal()

    def __init__(self, live, room_screen):
        super().__init__()
        self.live = live
        self.room_screen = room_screen
        self.bugs = []

    def show_bug(self, sentence):
        self.bugs.append(sentence)

    def closeEvent(self, event):
        self.closed.emit()
        super().closeEvent(event)


class LibraryDriver:
    """What one sees and does in the library's window."""

    def __init__(self, qtbot, window):
        self.window = window
        self.page = window.library
        self._qtbot = qtbot

    @property
    def cards(self):
        """The titles of the scenarios shown."""
        return [card.row.title for card in self.page.cards.cards]

    @property
    def chosen_card(self):
        """The title of the scenario that Enter starts."""
        return self.page.cards.current.row.title

    @property
    def focused(self):
        """The object name of what has the keyboard."""
        return self.window.focusWidget().objectName()

    @property
    def keys_shown(self):
        """What F1 shows, or None when it shows nothing."""
        shown = self.window.findChild(KeyHelp)
        return [key.words for key in shown.keys] if shown and shown.isVisible() else None

    @property
    def exercises(self):
        """The exercises listed, with their state."""
        return [f"{row.name}: {row.status_word}" for row in self.page.panel.list.rows.rows]

    @property
    def running(self):
        """The name of the exercise that stands out, or None."""
        row = self.page.panel.running.row
        return row.name if row else None

    @property
    def running_place(self):
        """Where the exercise that stands out was left."""
        return self.page.panel.running.row.place

    @property
    def empty_words(self):
        """What is said where exercises would be."""
        return self.page.panel.empty.words[0]

    @property
    def strips(self):
        """What the strips say."""
        return [strip.words for strip in self.window.strips]

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the keyboard is."""
        QTest.keyClick(self._focus(), key, modifier)

    def hold(self, key):
        """Hold a key down where the keyboard is, and goes meanwhile."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow, timeout=2000)
        hold(key, self._focus)

    def double_click(self, name):
        """Click twice on the first button of a name."""
        button = self.window.findChild(QWidget, name)
        at = button.mapTo(self.window, button.rect().center())
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseDClick(self.window.windowHandle(), left, none, at)

    def _focus(self):
        return self.window.focusWidget() or self.window

    def search(self, words):
        """Look for words."""
        field = self.window.header.search
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)

    def click(self, name, within=None):
        """Click a button by its object name."""
        place = within or self.window
        button = place.findChild(QWidget, name)
        assert button is not None, f"there is no {name}"
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def click_on_card(self, title, name):
        """Click a button of a card."""
        card = next(card for card in self.page.cards.cards if card.row.title == title)
        self.click(name, card)

    def click_action(self, name):
        """Click the word at the right of an exercise's row."""
        self._click_word(name, self.page.panel.list.action_rect)

    def click_open(self, name):
        """Click the word that opens an ended exercise."""
        self._click_word(name, self.page.panel.list.open_rect)

    def _click_word(self, name, place_of):
        view = self.page.panel.list
        number = next(n for n, row in enumerate(view.rows.rows) if row.name == name)
        rect = QRectF(view.visualRect(view.rows.index(number)))
        place = place_of(rect, view.rows.rows[number]).center()
        at = QPoint(round(place.x()), round(place.y()))
        self._qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def choose_exercise(self, name):
        """Put the keyboard on an exercise."""
        view = self.page.panel.list
        number = next(n for n, row in enumerate(view.rows.rows) if row.name == name)
        view.setFocus()
        view.setCurrentIndex(view.rows.index(number))


class DeskDriver(LibraryDriver):
    """A library at work with its services."""

    def __init__(self, qtbot, theme, services, settings, cache):
        self.services = services
        self._theme = theme
        self.consoles = []
        self.gate = None
        self.has_ended = False
        window = LibraryWindow(theme)
        super().__init__(qtbot, window)
        self.desk = Desk(
            window,
            theme,
            settings,
            cache=cache,
            make_services=self._make_services,
            make_console=self._make_console,
        )
        self.desk.ended.connect(self._on_ended)
        self.desk.start_page_wanted.connect(self._on_start_page_wanted)

    def begin(self, **first):
        """Open the first screen and wait until all is read."""
        with self._qtbot.waitSignal(self.desk.listed):
            self.desk.begin(FirstScreen(**first))
        self.wait_for_scenarios()

    def wait_for_scenarios(self):
        """Wait until the cards are those of the services."""
        titles = [one.title for one in self.services.contents.scenarios]
        self._qtbot.waitUntil(lambda: self.cards == titles)

    def wait_for_console(self):
        """Wait for a console and return it."""
        self._qtbot.waitUntil(lambda: self.desk.console is not None)
        return self.desk.console

    def close_console(self):
        """Close the console and wait until the library is back."""
        self.desk.console.close()
        self._qtbot.waitUntil(lambda: self.desk.console is None and self.window.isVisible())

    def close(self):
        """Close everything that is open."""
        if self.desk.console is not None:
            self.desk.console.destroyed.disconnect()
            self.desk.console.close()
        self.window.close()
        finish_background_work()
        self.window.deleteLater()

    def _make_services(self):
        if isinstance(self.gate, Exception):
            raise self.gate
        return self.services

    def _make_console(self, live, services, theme, room_screen):
        console = FakeConsole(live, room_screen)
        self.consoles.append(room_screen)
        return console

    def _on_start_page_wanted(self, scenario, is_rehearsal):
        open_start_page(
            self.desk,
            self.window,
            self._theme,
            scenario,
            chance=chance(1),
            is_rehearsal=is_rehearsal,
        )

    def _on_ended(self):
        self.has_ended = True
