"""What people see: library, console, room. Qt lives here and nowhere else.

Screens show states and send commands; they decide nothing. What a screen shows is computed by
plain functions in its package's ``rows.py``, without Qt, and painted by the widgets. Everything
from outside (exercises, files, reports) comes in as ``services.Services``, made by ``bootstrap``.

A key that is held acts once, in every window: whatever overrides ``keyPressEvent`` takes
``held_keys.once_a_press``, and a field in which one types takes ``held_keys.HeldKeys``.
"""
