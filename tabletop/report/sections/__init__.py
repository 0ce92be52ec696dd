"""The sections of the reports, one module each: from an account to blocks.

Every section is a pure function `(Account) -> tuple[Block, ...]`; one with nothing to say returns
a sentence that says so, or nothing where its absence misleads nobody. Sections never meet a file
format, and never the clock. An `Account` is the record with the scenario's texts filled in; what
several sections share about one decision stands in `outcomes`, and words in `phrases`.

Wording is a rule here, not a taste: “7 of 8 seats”, no percentages of a table this small, nobody
“votes” under consensus, lessons are identified and not learned, what is missing is said. A
sentence the program wrote is marked as generated and leads to the log entries it rests on.
"""
