"""The audience window: what the room sees, and nothing else.

What it may show is said by `rows.RoomView`, a value without one field for notes, prompts, truth,
expectations or positions that were not revealed; `view.room_view` makes it from the state of the
exercise. What the window does not have it cannot show. A decision is shown as it stands, and
follows its state at once; how it ended is a page of its own, which only a hand brings up.

Everything is painted in a space of 1920 × 1080 units and scaled, so that projector, monitor in
the console, preview in the editor and picture for a test are the same. A page of the view is
composed into *sheets* (`sheets.sheets_of`): each channel has its dress, a module in `dresses`,
that lays its text out (`text`) and breaks it into sheets where it grows longer than sixty words or
the paper (`paging`): between paragraphs, in the largest type that costs no sheet, and never smaller
than the back row can read. Text is laid out with QTextLayout instead of a text document, which
would load what its text points at. Pictures come as bytes and are looked through first
(`pictures`); nothing here opens a file or an address. Every picture also has a sheet on which it is
whole, and judgements are shown as likelihoods, with the confidence apart, by `dresses.assessment`.

Conventions of the dresses, all written in plain Markdown and none of them needed: a paragraph
that opens in bold and a colon is a lead. “**Not known:**” goes into the dashed box of a flash
report, “**Live:**” into the strip of a press page, whose headline is the first heading of the
body (else the title). “**40 km** off the coast” in a list is a number of a technical briefing,
“**A, 24 h:** …” a column of military advice, “**Art. 4** …” a row of a legal note, and words in
[brackets] are open in a draft text.

May import `theme`, the tables in `plots`, and what the exercise is made of; never the console.
"""
