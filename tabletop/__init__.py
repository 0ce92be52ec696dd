"""Tabletop: exercises in crisis decision making, from the scenario file to the after-action report."""
