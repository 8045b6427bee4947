"""Markdown, read back as CommonMark."""

from __future__ import annotations

from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from tests.timelines.editions import entry, source
from tests.timelines.exports.sample import sample, with_correction
from timelines.exports.markdown import text, write
from timelines.exports.published import Published


def rendered(timeline: Published) -> str:
    return str(MarkdownIt("commonmark").render(write(timeline).decode()))


def test_years_are_headings_and_events_lead_back() -> None:
    page = rendered(sample(entry(1, "2019-05-03", "A vote", source("On 3 May.", "3 May")), entry(2, "2020", "Another")))
    assert "<h1>The bridge</h1>" in page
    assert "<h2>2019</h2>" in page
    assert "<h2>2020</h2>" in page
    assert '<strong>3 May 2019</strong> <a href="https://news.example/t/the-bridge/#e-1">A vote</a>' in page
    assert '“On 3 May.” <a href="https://courier.example/bridge">The Courier, 4 May 2019</a>' in page


def test_corrections_stand_at_the_end() -> None:
    assert "<li>10 February 2025: It was in March.</li>" in rendered(with_correction(sample(), "It was in March."))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_words_are_never_signs(words: str) -> None:
    tokens = [token.type for token in MarkdownIt("commonmark").parse(text(words))]
    assert tokens in ([], ["paragraph_open", "inline", "paragraph_close"])
    inline = [child.type for token in MarkdownIt("commonmark").parse(text(words)) for child in token.children or []]
    assert set(inline) <= {"text", "text_special"}


def test_a_link_cannot_break_out() -> None:
    page = rendered(sample(entry(1, "2019", "A", source("Q.", url="https://a.example/x>y<z?a=1"))))
    assert 'href="https://a.example/x%3Ey%3Cz?a=1"' in page
