"""The library of exercises on disk: one SQLite file, reached through SQLAlchemy Core.

May import ``exercise`` and ``scenario``; imported by ``bootstrap`` only. Everybody else holds a
``Journal`` or a ``Library`` and does not know that there is a database. The door is
``opening.open_database``. Decisions that shaped it:

* *Acknowledged means committed.* ``append`` returns after COMMIT under WAL with
  ``synchronous=FULL``; WAL with NORMAL loses the last commits on a power cut. One command is one
  transaction of two statements: the exercise's row moves on only if its head is the one this
  journal has read, and the entries go in. A command id that is there already makes the insert fail,
  and the stored entries are the answer.
* *Nothing appears by itself.* SQLite makes an empty database of any name it cannot find. So a file
  is looked at without locks first, opened with ``mode=rw``, and made only on request, beside its
  place, and put there whole.
* *Nothing changes by itself.* Triggers refuse to update, delete or renumber entries. Forgetting an
  exercise is the one way to remove entries: ``sqlite.entries_may_go`` takes the trigger away
  inside the transaction that forgets, and puts it back in the same transaction.
* *Nothing reads wrong.* Reading a journal recomputes its hash chain; the exercise's row carries
  seals over itself, its people and its attachments; a scenario is kept under its SHA-256. A
  flipped bit is a sentence, not another outcome.
* SQL that only SQLite understands stands in ``sqlite.py``, ``creation.py`` and ``backups.py``, so
  that another database can be added beside them.
"""
