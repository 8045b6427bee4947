"""Languages without rules of their own are read with dateparser's words and search, marked as such."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from tests.extraction.test_properties import DAYS, check
from timelines.extraction import extract

FRENCH = "Le président est arrivé à Paris le 3 mai 2019. Il repart mardi. La réunion de juin 2018, en 2017, a échoué."
PUBLISHED = date(2019, 5, 8)
TODAY = date(2024, 5, 15)
"""A Wednesday."""


def test_precision_is_that_of_the_words() -> None:
    found = extract(FRENCH, PUBLISHED, "fr")
    assert found.language == "fr"
    assert {expression.rule for expression in found.expressions} == {"dateparser-search"}
    assert [expression.edtf for expression in found.expressions] == ["2019-05-03", "2019-05-07", "2018-06", "2017"]
    for expression in found.expressions:
        assert FRENCH[expression.start : expression.end] == expression.text


def test_relative_dates_need_the_publication_day() -> None:
    found = extract("Il repart mardi. Il est venu le 3 mai 2019.", None, "fr")
    assert [(e.edtf, [w.code for w in e.warnings]) for e in found.expressions] == [
        (None, ["no-reference-date"]),
        ("2019-05-03", []),
    ]
    assert [event.edtf for event in found.events] == ["2019-05-03"]


def test_proposals_quote_the_sentence() -> None:
    event = extract(FRENCH, PUBLISHED, "fr").events[0]
    assert event.headline == "Le président est arrivé à Paris"
    assert FRENCH[event.quote.start : event.quote.end] == "Le président est arrivé à Paris le 3 mai 2019."


@pytest.mark.parametrize(
    ("language", "text", "words", "edtf"),
    [
        ("de", "Der Bürgermeister trat am 3. Mai 2019 zurück.", "3. Mai 2019", "2019-05-03"),
        ("de", "Die Brücke stürzte im Juni 2019 ein.", "Juni 2019", "2019-06"),
        ("de", "Die Mühle brannte am Dienstag.", "Dienstag", "2024-05-14"),
        ("de", "Die Mühle brannte letzte Woche.", "letzte Woche", "2024-05-06/2024-05-12"),
        ("de", "Die Mühle brannte am 29.06.2019.", "29.06.2019", "2019-06-29"),
        ("fr", "Le 1er mai 2021, la mairie a brûlé.", "1er mai 2021", "2021-05-01"),
        ("fr", "Le lundi 13 mai 2024, la mairie a brûlé.", "lundi 13 mai 2024", "2024-05-13"),
        ("fr", "L’année dernière, la mairie a brûlé.", "L’année dernière", "2023"),
        ("es", "El puente cayó el 3 de mayo de 2019.", "3 de mayo de 2019", "2019-05-03"),
        ("es", "El puente cayó el 3 de mayo del año 2019.", "3 de mayo del año 2019", "2019-05-03"),
        ("es", "El puente cayó hace dos semanas.", "hace dos semanas", "2024-04-29/2024-05-05"),
        ("pt", "A ponte caiu na terça-feira.", "terça-feira", "2024-05-14"),
        ("it", "Il ponte è crollato nel giugno 2019.", "giugno 2019", "2019-06"),
        ("pl", "Most zawalił się w czerwcu 2019 roku.", "czerwcu 2019", "2019-06"),
        ("ru", "Мост обрушился в июне 2019 года.", "июне 2019", "2019-06"),
        ("ru", "Мост обрушился в 2019 году.", "2019", "2019"),
        ("tr", "Köprü 3 Mayıs 2019'da çöktü.", "3 Mayıs 2019", "2019-05-03"),
        ("hu", "A híd 2019. május 3-án leomlott.", "2019. május 3", "2019-05-03"),
        ("ja", "市長は2019年5月3日に辞任した。", "2019年5月3日", "2019-05-03"),
        ("ja", "橋は2019年6月に崩落した。", "2019年6月", "2019-06"),
        ("zh", "昨天有8人受伤。", "昨天", "2024-05-14"),
        ("ar", "انهار الجسر في 3 مايو 2019.", "3 مايو 2019", "2019-05-03"),
    ],
)
def test_reads(language: str, text: str, words: str, edtf: str) -> None:
    assert [(e.text, e.edtf) for e in extract(text, TODAY, language).expressions] == [(words, edtf)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die SPD und die CDU sind so, er mag das."),
        ("de", "Am Morgen kam er mit der Mai-Ausgabe."),
        ("de", "Das kostete 8 Millionen Euro, 20 Prozent mehr."),
        ("de", "Der Kurs stieg um 2,019 Punkte auf 15.06 Euro."),
        ("de", "Die Seite 2019 und das Spiel 1:0 um 24/7."),
        ("fr", "Il a mangé un sandwich et a vu la mer, mais en vain."),
        ("fr", "M. Avril et Mme Mars sont venus pour 2019 euros."),
        ("es", "El Mar Mediterráneo y el sol brillan por la mañana."),
        ("es", "Plácido Domingo cantó ante 2019 personas."),
        ("pt", "Custou R$ 2019 milhões."),
        ("it", "Sono morte 8 persone; è costato 2019 milioni."),
        ("pl", "Kosztowało to 8 milionów złotych, nie się bać."),
        ("ru", "Погибли 2019 человек, курс составил 90,5 рубля."),
        ("sv", "Fred i vår tid."),
        ("ja", "3日間で2019人が死亡した。"),
        ("zh", "费用为2019亿元。"),
        ("ko", "2019명이 왔다."),
    ],
)
def test_leaves_alone(language: str, text: str) -> None:
    assert extract(text, TODAY, language).expressions == ()


@pytest.mark.parametrize(
    ("text", "code", "edtf", "readings"),
    [
        ("Er kam am Mittwoch, 14. Mai 2024.", "weekday-mismatch", "2024-05-14", "2024-05-14 2024-05-15 2025-05-14"),
        ("Er kam am 31. Juni 2023.", "impossible-date", "2023-06", "2023-06-30 2023-07-01"),
        ("Er kam im Februar 225.", "year-typo", "2025-02", "2025-02 0225-02"),
        ("Er kam am 03/04/2024.", "ambiguous-order", "2024-04-03", "2024-04-03 2024-03-04"),
        ("Er kam im Oktober.", "assumed-year", "2023-10", "2023-10 2024-10"),
    ],
)
def test_doubts_are_told_as_in_english(text: str, code: str, edtf: str, readings: str) -> None:
    (found,) = extract(text, TODAY, "de").expressions
    (warning,) = found.warnings
    assert (warning.code, found.edtf, [r.edtf for r in warning.readings]) == (code, edtf, readings.split())


def test_sentences_are_not_cut_in_a_date() -> None:
    text = "Am 3. Mai kam Dr. Weiß. Er blieb."
    found = extract(text, TODAY, "de")
    assert [text[s.start : s.end] for s in found.sentences] == ["Am 3. Mai kam Dr. Weiß.", "Er blieb."]
    japanese = "橋は崩落した。市長は辞任した。"
    assert len(extract(japanese, TODAY, "ja").sentences) == 2


def test_a_long_article_is_read_to_its_end() -> None:
    text = "Es regnete den ganzen Tag in der Stadt. " * 3_000 + "Am 3. Mai 2019 hörte es auf."
    assert [e.edtf for e in extract(text, TODAY, "de").expressions] == ["2019-05-03"]


def test_an_unknown_language_is_said_to_be_unknown() -> None:
    found = extract("Il repart le 3 mai 2019.", PUBLISHED, "qq")
    assert found.expressions == ()
    assert "“qq”" in found.notes[0]


def test_english_with_its_country_is_english() -> None:
    assert extract("It fell on 3 May 2019.", PUBLISHED, "en-GB").expressions[0].rule == "day-month"


VOCABULARY = """
am 3. 31 Mai mai 2019 225 20019 Dienstag mardi vor zwei Wochen il y a 3 semaines hier gestern 03/04/2019 2019-05 , .
de mayo junio hace 年 5月 3日 昨日 мая вчера 2019年 — ’ 29 février
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS, st.sampled_from(["de", "fr", "es", "ja", "zh", "ru", "tr", "ar", "th", "ko", "hu", "fa", "hi"]))
def test_any_text_in_any_language_is_read_without_an_error(text: str, published: date | None, language: str) -> None:
    check(text, extract(text, published, language))
