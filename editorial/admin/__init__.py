"""Moderation in the Django admin. Django finds the model admins by importing this package.

What is published, and when, is decided by `editorial.publishing`: nothing here writes a state, a revision, an Edition,
an article's text or an entry by itself, for superusers neither.
"""

from editorial.admin import articles, doors, events, timelines

__all__ = ["articles", "doors", "events", "timelines"]
