"""How the desk looks: palette, style sheet, type, icons and painted shapes, from one table.

The table itself (`tabletop.plots.tokens`) knows no toolkit, because figures and reports read it
too; this package turns it into Qt's things. `Theme` is the one object that the windows are
handed: it applies a theme to the application, says when it changed, and gives fonts, colours and
icons. Shapes and chips are painted (`shapes`), because a style sheet cannot draw them and because
shape and word, not colour, carry the meaning.

Fonts and icons are files; the folders they lie in are handed in. Nothing here knows scenarios
or exercises.
"""
