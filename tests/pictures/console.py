"""Renders the console with Calm Front, to be looked at: python -m tests.pictures.console FOLDER."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tabletop.exercise import commands as c
from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.memory import MemoryLibrary
from tabletop.gui.console import ConsoleWindow, Trouble
from tabletop.gui.theme.theme import Theme
from tabletop.live import LiveExercise
from tabletop.scenario.package import ScenarioPackage
from tabletop.scenario_files.reader import read_scenario

ROOT = Path(__file__).resolve().parents[2]
BEGIN = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = BEGIN

    def __call__(self) -> datetime:
        return self.at

    def minutes(self, count: float) -> None:
        self.at += timedelta(minutes=count)


class NoServices:
    """The pictures ask for nothing but signs of life, and none of them was ever away."""

    def note_sign(self, exercise_id: str) -> None:
        """There is no record of it."""

    def last_sign(self, exercise_id: str) -> datetime:
        return datetime(9999, 1, 1, tzinfo=UTC)

    def forget_sign(self, exercise_id: str) -> None:
        """There is none."""


def calm_front() -> ScenarioPackage:
    package = read_scenario(ROOT / "scenarios" / "calm-front.ttx.yaml").package
    assert package is not None
    return package


def started(package: ScenarioPackage, clock: Clock, kind: str = "exercise") -> LiveExercise:
    seats = tuple(role.id for role in package.scenario.roles)
    event = ExerciseCreated(
        "Calm Front, Brussels", kind, "calm-front", "1.0", package.sha256, None, seats
    )
    library = MemoryLibrary()
    stored = library.create("x1", package, event, at=clock.at, command_id="c0", actor="facilitator")
    return LiveExercise(stored, clock)


class Play:
    """Plays by commands up to a moment worth a picture."""

    def __init__(self, live: LiveExercise, clock: Clock) -> None:
        self.live, self.clock, self._count = live, clock, 0

    def do(self, *commands: c.Command, after: float = 0.2) -> None:
        for command in commands:
            self.clock.minutes(after)
            self._count += 1
            self.live.send(command, command_id=f"p{self._count}", actor="facilitator")

    def up_to(self, inject_id: str) -> None:
        """Release everything before an inject in order, closing what opens."""
        for inject in self.live.state.scenario.injects:
            if inject.id == inject_id:
                return
            if inject.contingency or inject.when is not None:
                continue
            if inject.id == "I-03":
                self.do(c.SkipInject("I-03", "short of time"))
                continue
            self.do(c.ReleaseInject(inject.id), after=6)
            for decision in inject.decisions:
                self._take(decision.id)

    def _take(self, decision_id: str) -> None:
        state = self.live.state
        decision = state.scenario.decisions_by_id[decision_id]
        option = decision.options[min(2, len(decision.options) - 1)].id
        if decision.rule.kind == "silence":
            self.do(c.CirculateText(decision_id, option, minutes=2))
            self.clock.minutes(3)
        elif decision.rule.kind == "ranking":
            return
        else:
            for role in state.eligible(decision):
                chosen = decision.option(option)
                if chosen and chosen.only and role not in chosen.only:
                    self.do(c.TakePosition(decision_id, role, decision.options[0].id))
                else:
                    self.do(c.TakePosition(decision_id, role, option))
        self.do(c.CloseDecision(decision_id))


FIRST = {
    "TUR": "2",
    "USA": "3",
    "GBR": "4",
    "FRA": "3",
    "DEU": "2",
    "ITA": "2",
    "POL": "5",
    "ROU": "4",
    "GRC": "1",
    "NLD": "3",
}
FINAL = {
    "TUR": ("3", "moderate", "Wants air defence, not a new posture"),
    "USA": ("3", "high", "A statement shows resolve"),
    "GBR": ("4", "moderate", "Would go further; 3 is the floor"),
    "FRA": ("3", "moderate", "Facts first, then words"),
    "DEU": ("3", "moderate", "Consultation needs a result"),
    "ITA": ("2", "low", "Démarche only if Ankara agrees"),
    "POL": ("4", "moderate", "Name the condition of Article 5"),
    "ROU": ("4", None, "Instructions from capital"),
    "GRC": ("2", "low", "No mention of ships"),
    "NLD": ("3", "high", "Proportionate, on the record"),
}


def full_board(play: Play) -> None:
    play.up_to("I-09")
    play.do(c.ReleaseInject("I-09"), after=4)
    for role, option in FIRST.items():
        play.do(c.TakePosition("D6", role, option, "first"), after=0.1)
    play.do(c.MakeRequest("R1", "DEU", "Which sites are covered today?"))
    play.do(c.MakeRequest("R2", "NLD", "Does “live data” include civil aviation?"), after=2)
    for role, (option, confidence, reason) in FINAL.items():
        play.do(c.TakePosition("D6", role, option, confidence=confidence, reason=reason), after=0.1)
    play.do(c.PutProposal("D6", "3"))
    play.do(
        c.TakeStance("D6", "GBR", "can_accept"),
        c.TakeStance("D6", "ITA", "can_accept"),
        c.TakeStance("D6", "POL", "reservation"),
        c.TakeStance("D6", "GRC", "objects", "No mention of ships"),
        c.Observe("o1", "Ankara was asked first", "strength", "O1", "TUR"),
    )
    expected = play.live.state.inject("I-09").expected
    if expected:
        play.do(c.TickExpected("I-09", expected[0].id, "observed"))


def silence(play: Play) -> None:
    play.up_to("I-05")
    play.do(c.ReleaseInject("I-05"), after=4)
    play.do(c.CirculateText("D2", "c", minutes=5))
    play.do(
        c.BreakSilence("D2", "POL", "72 hours is too short. Endorse until the threat subsides."),
        after=1.6,
    )
    play.clock.minutes(0.7)


def settle(window: ConsoleWindow) -> None:
    loop = QEventLoop()
    QTimer.singleShot(60, loop.quit)
    loop.exec()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assets = ROOT / "assets"
    theme = Theme(application, fonts=assets / "fonts", icons=assets / "icons")
    package = calm_front()
    wanted = set(sys.argv[2:])
    for name, size, look in (
        ("small-dark", (1366, 768), "dark"),
        ("small-light", (1366, 768), "light"),
        ("wide-light", (1920, 1080), "light"),
        ("wide-dark", (1920, 1080), "dark"),
        ("small-contrast", (1366, 768), "contrast"),
    ):
        for scene, play in SCENES.items():
            if wanted and not wanted & {name, scene, f"{scene}-{name}"}:
                continue
            theme.apply(look, wide=size[0] >= 1600)
            clock = Clock()
            kind = "rehearsal" if scene == "rehearsal" else "exercise"
            live = started(package, clock, kind)
            play(Play(live, clock))
            window = ConsoleWindow(live, NoServices(), theme, zone=UTC)
            window.resize(*size)
            window.show()
            settle(window)
            AFTER.get(scene, lambda _: None)(window)
            settle(window)
            window.grab().save(str(folder / f"{scene}-{name}.png"))
            leave(window)
            window.deleteLater()


def leave(window: ConsoleWindow) -> None:
    """Close a console, whatever is typed in it or waits: one left open holds on to its rooms."""
    window.strip.dismiss()
    window.text_panel.dismiss()
    window.log.field.clear()
    if not window.close():
        window.strip.confirm()


def typical(play: Play) -> None:
    play.up_to("I-04")
    play.do(c.ReleaseInject("I-04"))
    for role in ("TUR", "USA", "GBR", "FRA"):
        play.do(c.TakePosition("D1", role, "b", "first", confidence="low"))


def paused(play: Play) -> None:
    typical(play)
    play.do(c.PauseExercise())
    play.clock.minutes(2.17)


def ended(play: Play) -> None:
    full_board(play)
    play.do(c.CloseDecision("D6"), c.EndExercise())


def ranking(play: Play) -> None:
    play.up_to("I-22")
    play.do(c.ReleaseInject("I-22"))
    play.do(c.CirculateText("D19", "b", minutes=1))
    play.clock.minutes(2)
    play.do(c.CloseDecision("D19"))
    order = (
        "live-feed",
        "joint-forensics",
        "south-coverage",
        "one-line",
        "release-rules",
        "civil-warning",
    )
    play.do(c.RankOptions("D20", "TUR", order), c.RankOptions("D20", "USA", order[::-1]))


def each(play: Play) -> None:
    play.up_to("I-10")
    play.do(c.ReleaseInject("I-10"))
    for role in play.live.state.eligible(play.live.state.scenario.decisions_by_id["D7"]):
        play.do(c.TakePosition("D7", role, "c"))
    play.do(c.CloseDecision("D7"))
    play.do(
        c.TakePosition(
            "D7N",
            "ITA",
            "sensors",
            options=("sensors", "ship", "funds"),
            condition="Only after a vote in parliament",
        ),
        c.TakePosition("D7N", "DEU", "battery", options=("battery",)),
    )


def private(play: Play) -> None:
    typical(play)
    play.do(c.ImproviseInject("A call from the capital", "Ask for nothing today.", ("TUR",)))
    play.do(c.GiveCard("TUR", "frontline"))


SCENES = {
    "ready": lambda _play: None,
    "typical": typical,
    "full": full_board,
    "silence": silence,
    "paused": paused,
    "ended": ended,
    "ranking": ranking,
    "each": each,
    "rehearsal": typical,
    "question": full_board,
    "palette": full_board,
    "help": full_board,
    "trouble": full_board,
    "on-board": typical,
    "private": private,
    "amending": full_board,
    "rating": ended,
    "closing": typical,
    "closing-broken": silence,
    "words": full_board,
    "circulating": silence,
}
AFTER = {
    "full": lambda w: w.log.field.setPlainText("+ Ankara was asked first @TUR #O1"),
    "question": lambda w: w.perform("circulate") or w.perform("propose"),
    "palette": lambda w: w.perform("palette"),
    "help": lambda w: w.perform("help"),
    "trouble": lambda w: w.show_trouble(
        Trouble("Disk full.", "All 187 entries are safe on the stick.", "Choose another folder")
    ),
    "on-board": lambda w: w.perform("board"),
    "private": lambda w: w.desk.choose("X-1"),
    "amending": lambda w: w.perform("amend"),
    "rating": lambda w: w.perform("rate"),
    "closing": lambda w: w.perform("close"),
    "closing-broken": lambda w: w.perform("close"),
    "words": lambda w: w.perform("board") or w.perform("reason"),
    "circulating": lambda w: w.perform("circulate"),
}

if __name__ == "__main__":
    main(Path(sys.argv[1]))
