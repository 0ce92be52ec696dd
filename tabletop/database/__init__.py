"""The library of exercises on disk: one SQLite file, reached through SQLAlchemy Core.

May import ``exercise`` and ``scenario``; imported by ``bootstrap`` only. Everybody else holds a
``Journal`` or a ``Library`` and does not know that there is a database. The door is
``opening.open_database``. Decisions that shaped it:

* *Acknowledged means committed.* ``append`` returns after COMMIT under WAL with
  ``synchronous=FULL``; WAL with NORMAL loses the last commits on a power cut. One command is one
  transaction of two statements: the exercise's row moves on only if its head is the one this
  journal has read, and the entries go in. A command id that is there already makes the insert fail,
  and the stored entries are the answer.
* *Committed means found again.* Deleted files take writes as well, and lose them with the process.
  So ``Store.writing`` looks, before and after each commit, whether the path still leads to the file
  and the log that are held: the same files, not others of the same name, which any program makes
  that opens a database whose log was deleted. ``HeldLog`` holds one connection from the opening to
  the end, so that nothing else may rightly take the log away. Addresses follow links, because
  SQLite keeps the log beside the file and not beside the link.
* *A lost log is saved, and where is said.* What a deleted log holds goes into a checked copy
  beside the database, then into the database when nobody else has it: ``rescue``.
* *Nothing appears by itself.* SQLite makes an empty database of any name it cannot find. So a file
  is looked at without locks first, opened with ``mode=rw``, and made only on request, beside its
  place, and put there whole.
* *Nothing changes by itself.* Triggers refuse to update, delete, replace or renumber entries.
  Forgetting an exercise is the one way to remove entries: ``sqlite.entries_may_go`` takes the
  trigger away inside the transaction that forgets, and puts it back in the same transaction.
* *Nothing reads wrong.* Reading a journal recomputes its hash chain; the exercise's row carries
  seals over itself, its people and its attachments; a scenario is kept under its SHA-256. A
  flipped bit is a sentence, not another outcome. A changed row of the list spoils that exercise
  and leaves the others in reach.
* *Nobody is upgraded under their feet.* A file is lifted by a program that has it alone; who has
  it open keeps it as it is, and the newer program says so.
* SQL that only SQLite understands stands in ``sqlite.py``, ``creation.py`` and ``backups.py``, so
  that another database can be added beside them.
"""
