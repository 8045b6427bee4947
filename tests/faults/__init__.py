"""Real processes, and what can happen to them."""

FATAL = "This text kills its reader"
"""Whoever reads a text with these words dies of it, under `tests.faults.gate`."""
