"""What Dateline keeps: articles and what was read in them, events, timelines and their frozen editions."""

from timelines.models.articles import Article, Job, Publisher, TemporalExpression
from timelines.models.desk import Comment, Draft, Import, Presence
from timelines.models.events import Citation, Event
from timelines.models.people import Digest, Invitation, Notice, NoticeChoice
from timelines.models.published import PublishedText
from timelines.models.timelines import Correction, Decision, Edition, Entry, Timeline, Topic

__all__ = [
    "Article",
    "Citation",
    "Comment",
    "Correction",
    "Decision",
    "Digest",
    "Draft",
    "Edition",
    "Entry",
    "Event",
    "Import",
    "Invitation",
    "Job",
    "Notice",
    "NoticeChoice",
    "Presence",
    "PublishedText",
    "Publisher",
    "TemporalExpression",
    "Timeline",
    "Topic",
]
