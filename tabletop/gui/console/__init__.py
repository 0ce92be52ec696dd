"""The console: one desk from which a whole exercise is conducted, by keyboard alone.

`window.ConsoleWindow` puts the parts together. What they show is made by the plain functions in
`rows` from one value, the `Situation` (state, moment, what the facilitator looks at); parts
compare it with what they show and repaint only what has changed, so that a tick costs nothing.
What hands do is carried out by small objects, each a `hand.Hand` (`Conductor`, `Seating`,
`Decider`, `Judge`, `Recorder`, `Evaluator`), which send commands through the bridge and ask in the
question strip or, for long texts, in a panel over the middle column, never in a dialog. While a
question is open GO waits: Space neither releases nor answers by itself. Enter pressed twice by
reflex acts once (`EnterOnce`), and words put away are there again when the same is asked. Every
action and its key stands once, in `tabletop.gui.actions`, with what it means in the room's window.

`Whereabouts` knows where the hand is: Tab leads from the injects to the board, through the
facilitator's area to the log; what was opened gives the focus back, and two Esc lead home from
anywhere. Several consoles may write to one exercise: the `Follower` looks once a second whether
another one has, and takes what it finds.

Heights and widths come from `measures.Measures`, so that large type and small screens leave no text
cut: a strip covers the first line of each column and nothing else.

Standby and room are kept apart: the list and the middle column show whatever one looks at, the
room gets a `RoomView` and nothing else. Letters are commands on the desk and answers on the
board; `rows.board_keys` says how seats, options and stances share them.
"""

from tabletop.gui.console.trouble_bar import Trouble
from tabletop.gui.console.window import ConsoleWindow

__all__ = ["ConsoleWindow", "Trouble"]
