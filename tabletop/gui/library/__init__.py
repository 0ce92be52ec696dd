"""The library: what the application opens with, and returns to when a console closes.

It is painted before anything else is loaded. So no module here imports pydantic, SQLAlchemy, YAML
or matplotlib, not even by way of `services` (whose types are for the type checker), and the rows
of the first picture come from a small file (`cache`) that holds what was listed last. Right after
the first picture the `desk` makes the services in the background and asks them for what is true.

`rows` computes what is shown, without Qt; `page`, `cards` and `exercises` show it; the `desk` is
the only one that knows services, consoles and work under way. An open exercise is kept by the
desk when its console closes, so that it can be resumed at once, at the same place.

Cards and their buttons paint themselves: a style sheet costs start-up time for each widget, and
can draw neither a story strip nor a key inside a button.
"""
