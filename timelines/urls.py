"""The public addresses."""

from datetime import date

from django.contrib.sitemaps.views import sitemap
from django.urls import path, register_converter
from django.views.decorators.cache import cache_control

from timelines.feeds import AllFeed, TimelineFeed
from timelines.sitemaps import SITEMAPS
from timelines.views import downloads, embeds, overview, pages
from timelines.views.keeping import keep_list, keep_timeline

app_name = "timelines"


class DayConverter:
    """A day as ISO 8601 has it: 2025-02-10. What is no day matches nothing, so that the answer is 404."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """Raises ValueError for 30 February."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """The same back."""
        return value.isoformat()


register_converter(DayConverter, "day")

fresh = cache_control(public=True, no_cache=True)
"""May be kept by whoever asks each time whether it still holds."""

urlpatterns = [
    path("", pages.index, name="index"),
    path("feed.xml", fresh(keep_list(AllFeed())), name="feed-all"),
    path("sitemap.xml", fresh(keep_list(sitemap)), {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", downloads.robots, name="robots"),
    path("search/", pages.search, name="search"),
    path("topics/", pages.topics, name="topics"),
    path("topics/<slug:slug>/", pages.topic, name="topic"),
    path("corrections/", pages.corrections, name="corrections"),
    path("t/<slug:slug>/", pages.timeline, name="timeline"),
    path("t/<slug:slug>/overview/", overview.overview, name="overview"),
    path("t/<slug:slug>/sources/", pages.sources, name="sources"),
    path("t/<slug:slug>/editions/", pages.editions, name="editions"),
    path("t/<slug:slug>/as-of/", pages.pick_day, name="as-of-any"),
    path("t/<slug:slug>/as-of/<day:day>/", pages.as_of, name="as-of"),
    path("t/<slug:slug>/feed.xml", fresh(keep_timeline(TimelineFeed())), name="feed"),
    path("t/<slug:slug>/picture.png", embeds.picture, name="picture"),
    path("t/<slug:slug>/embed/", embeds.embed, name="embed"),
    path("embed.js", embeds.script, name="embed-script"),
    path("oembed", embeds.oembed, name="oembed"),
    path("t/<slug:slug>/files/<str:name>", downloads.download, name="download"),
]
