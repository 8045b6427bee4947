"""The domain and the public site."""

from django.apps import AppConfig


class TimelinesConfig(AppConfig):
    """Articles, events, timelines, and the pages that readers see."""

    name = "timelines"
    verbose_name = "Timelines"
