"""What people see: library, console, room. Qt lives here and nowhere else.

Screens show states and send commands; they decide nothing. What a screen shows is computed by
plain functions in its package's ``rows.py``, without Qt, and painted by the widgets. Everything
from outside (exercises, files, reports) comes in as ``services.Services``, made by ``bootstrap``.
"""
