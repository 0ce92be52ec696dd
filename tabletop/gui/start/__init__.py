"""The start page: who plays what, before the console opens. Everything on it may be left alone.

It is shown at once with what the library's card knows; the scenario itself is read in the
background and fills the seats in. `rows` holds what is on the page and how people are pasted,
cards drawn and the plan made; `preflight` says what a look at the machine found. Both know no Qt.
The page never keeps anybody from starting: what is not as it should be is a hint.
"""
