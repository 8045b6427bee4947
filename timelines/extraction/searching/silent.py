"""Words that dateparser's locale data lack, measured: declined months, and small numbers before a unit."""

from __future__ import annotations

from collections.abc import Mapping

_MONTHS = {
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
    "cs": "lednu únoru březnu dubnu květnu červnu červenci srpnu září říjnu listopadu prosinci",
}
_NUMBERS = {
    "es": "una|un dos tres cuatro cinco seis siete ocho nueve diez",
    "pt": "uma|um duas|dois três quatro cinco seis sete oito nove dez",
    "it": "una|un due tre quattro cinque sei sette otto nove dieci",
    "nl": "een twee drie vier vijf zes zeven acht negen tien",
    "sv": "en|ett två tre fyra fem sex sju åtta nio tio",
    "da": "en|et to tre fire fem seks syv otte ni ti",
    "pl": "jeden|jedną dwa|dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
    "tr": "bir iki üç dört beş altı yedi sekiz dokuz on",
    "zh": "一 两|二 三 四 五 六 七 八 九 十",
    "ja": "一 二 三 四 五 六 七 八 九 十",
}


def months(language: str) -> Mapping[str, int]:
    """Further names of months."""
    return {name: number for number, name in enumerate(_MONTHS.get(language, "").split(), start=1)}


def numbers(language: str) -> Mapping[str, str]:
    """Number words and their digits."""
    listed = _NUMBERS.get(language, "").split()
    return {word: str(number) for number, words in enumerate(listed, start=1) for word in words.split("|")}


_NOT_AFTER = {"es": "la una esta", "pt": "da de"}
"""Before words that mean another thing after them: "por la mañana" is in the morning."""


def not_after(language: str) -> frozenset[str]:
    """Words after which a word of time is none."""
    return frozenset(_NOT_AFTER.get(language, "").split())
