"""Figures, and the colours they share with screens and reports.

Each figure is one pure function in a module of its own, from small frozen values to a `Picture`
(vector, pixels, words, table). The values are defined beside the function, so that figures know
nothing of exercises and can be drawn from any source; from `analysis` they use the formulas only.

Drawings are laid out in millimetres on a `Canvas` instead of with matplotlib's axes: numbers stand
centred in their cells, words are measured before a place is given to them, a figure of forty seats
and thirty decisions still fits a page, and the bytes are the same on every run. Letters become
paths, so that a figure looks alike in print, page and slide; `alt` and `table` carry the words.
matplotlib takes most of a second to import and is imported inside functions.

Everything must be readable in grey and without colour vision: a number in every cell, a shape
before every colour, the marking and EXERCISE inside every picture, missing data stated. `tokens`
is the one place where colours are written down; it needs no toolkit.
"""
