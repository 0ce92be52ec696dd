"""What happens: commands, rules, events and the state of one exercise.

Pure: the clock, ids and chance come in as arguments. May import ``scenario`` only.

``decide`` carries out a command: it returns events or raises ``Refused`` and changes nothing.
``apply`` folds an entry into the state and refuses nothing. Three decisions shaped the package:

* All timers count *played seconds* (real time since STARTEX without pauses), so a pause shifts
  every timer exactly once by construction and cannot change an outcome.
* State variables are folded from the list of effects in force, so recalling an inject or reopening
  a decision takes its effects out without guessing what was there before.
* Undo is an inverse command worked out from the state before the entry. What was undone stays in
  the journal and counts nowhere: not as a first release, an earlier outcome or the start of a
  clock. What was recalled or reopened by name did happen, and goes on counting. What a slip
  displaced stands again as old as it was: an inverse restores, it does not do anew, because the
  age of a request decides who asked first.
"""
