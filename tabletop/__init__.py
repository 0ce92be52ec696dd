"""Tabletop: exercises in crisis decision making, from scenario file to after-action report."""
