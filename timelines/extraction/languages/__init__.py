"""What the engine knows of a language, and which languages it knows.

All words live in a language's folder: a second language is a folder beside ``en`` with the same four parts
(words, patterns, grammar, layout) and a line in `KNOWN`. The matchers hold the meaning of a rule, never its words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from re import Match, Pattern


def word_set(words: str) -> frozenset[str]:
    """The words of a line of words."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class RulePattern:
    """How one rule looks in one language.

    ``first`` are the lower-case words that can open a match ("#1" to "#4" stand for a number of so many digits),
    so that the first pass only tries a rule where it can match. ``pattern`` is tried at that word; its named groups
    are what the matcher of the same name reads.
    """

    first: frozenset[str]
    pattern: Pattern[str]


@dataclass(frozen=True, slots=True)
class Lead:
    """What may stand right before a date. ``ends`` are the last words it can have: most dates need no search."""

    ends: tuple[str, ...]
    pattern: Pattern[str]

    def before(self, text: str, floor: int, start: int) -> Match[str] | None:
        """The words before ``start``, none of them before ``floor``; offsets count from there."""
        head = text[floor:start]
        return self.pattern.search(head) if head.rstrip().rstrip("-").lower().endswith(self.ends) else None


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of dates. Keys are lower case, without a closing full stop."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    units: Mapping[str, str]
    seasons: Mapping[str, str]
    parts_of_day: Mapping[str, str]
    holidays: Mapping[str, str]
    leans: Mapping[str, int]
    mods: Mapping[str, str]
    zones: Mapping[str, float]
    decades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Cues for tense, status, clauses and headlines."""

    modals: frozenset[str]
    to_come: frozenset[str]
    intends: frozenset[str]
    """Words of plan and wish before "to" or "for"."""
    present: frozenset[str]
    past_auxiliaries: frozenset[str]
    auxiliaries_of_plans: frozenset[str]
    """Between "had", "was" and "to": only the verb to be makes a plan of it."""
    contracted: Mapping[str, str]
    """ "They're" for "are"."""
    arranged: frozenset[str]
    """Verbs that in the present tense tell of an appointment ("talks resume Thursday"); none is a common noun."""
    arranged_here: Mapping[str, frozenset[str]]
    """Those that are nouns too, each with the words it must stand before ("" is the date itself)."""
    arranged_with_names: frozenset[str]
    """Those that are so before a name ("England face Wales on Saturday")."""
    arranging: frozenset[str]
    """Participles that after "is" or "are" do the same ("is flying to Rome on Friday")."""
    not_before_verb: frozenset[str]
    """Words after which a noun stands, not a verb ("the votes")."""
    opens_noun: frozenset[str]
    """Words that open a noun of one thing ("a", "no", "its")."""
    opens_group: frozenset[str]
    """Those that open a group of people too ("the")."""
    will: frozenset[str]
    """The modals that only tell what is still to come: not "would"."""
    would: frozenset[str]
    speaking: frozenset[str]
    """What somebody "would not" do when asked ("comment")."""
    nouns_in_ly: frozenset[str]
    """What ends like an adverb and is none ("a rally scheduled for")."""
    possible: frozenset[str]
    """ "Could": what may be still to come, save what was only seen ("could be heard")."""
    perceived: frozenset[str]
    fixed: frozenset[str]
    """Verbs that fix a date ("set a hearing for Friday")."""
    falls_on: Pattern[str]
    """Just before a date: "the deadline is", "elections are on"."""
    fixed_for: Pattern[str]
    moved_to: Lead
    """Just before a date: "the hearing was moved to"."""
    extended_to: Lead
    """Just before a date: "the ban was extended through"."""
    fixed_as: Pattern[str]
    """Right after a date: "the Friday deadline", "Friday as the deadline"."""
    fixed_just: Pattern[str]
    """Right before it: "set"."""
    runs_on: Pattern[str]
    """Right before a weekend: "is forecast through the"."""
    made_to: frozenset[str]
    """Verbs with a thing and a bare verb after them: "let the march begin"."""
    looked_to: Pattern[str]
    """Just before a weekday's possessive: "ahead of", "await"."""
    figures: Pattern[str]
    """Before a date: figures for a time that is over ("announced a profit for the")."""
    results: Pattern[str]
    """Right after a quarter: its figures ("fourth-quarter results")."""
    told_to: Pattern[str]
    """Before "by Friday": what somebody was told to do by then."""
    given_in: Pattern[str]
    """Before a date: what was said or written then ("according to a statement")."""
    fate: Pattern[str]
    """After the date of a plan: what became of it ("a rally planned for Saturday was cancelled")."""
    past_forms: frozenset[str]
    limit: Lead
    """Before a date: "until", "as early as"."""
    done_before: Pattern[str]
    """A verb in its past form right before a date ("fell on"), as the group ``verb``."""
    since: Pattern[str]
    """Before a date that lies behind: "since", "since shortly after the"."""
    until: Pattern[str]
    lasted: Pattern[str]
    coming: Pattern[str]
    """After a weekday's possessive: what is still to come ("Tuesday's election")."""
    not_past: frozenset[str]
    no_verbs: frozenset[str]
    """Names that are verbs in small letters: May, Will."""
    past: Pattern[str]
    planned: Pattern[str]
    hypothetical: Pattern[str]
    perhaps: Pattern[str]
    """A happening of these days that is not sure ("may strike this weekend")."""
    condition: Pattern[str]
    was_due: Pattern[str]
    was_due_with: frozenset[str]
    """Every match of `was_due` has one of these words."""
    dropped: Pattern[str]
    """After `was_due` in the same sentence: it did not happen ("but postponed the trip")."""
    unfulfilled: Pattern[str]
    """What was planned and did not happen ("was to have flown")."""
    unfulfilled_with: frozenset[str]
    reporting: Pattern[str]
    said_before: Pattern[str]
    """A verb of saying just before a date."""
    said_after: Pattern[str]
    auxiliaries: frozenset[str]
    finite: frozenset[str]
    """Every form that shows itself as a finite verb, save regular pasts."""
    preposition: Pattern[str]
    leads: frozenset[str]
    """The last words of `preposition`."""
    date_bound: Pattern[str]
    """Before a date: "no earlier than", "the early hours of"."""
    comparing: frozenset[str]
    """The last words of `compared`."""
    comparing_late: frozenset[str]
    """Those of them with which every match of `compared` has one of the words `comparing_early` before."""
    comparing_early: tuple[str, ...]
    compared: Pattern[str]
    """Before a date that only measures: "down from 81 in", "the highest since"."""
    titles: Pattern[str]
    title_words: frozenset[str]
    """Every match of `titles` has one of these words."""
    loose_participles: frozenset[str]
    """Participles whose doer is the whole clause before them ("leading to")."""
    lead_words: frozenset[str]
    """Adverbs that only link a sentence to the one before ("meanwhile")."""
    loose_ends: frozenset[str]
    """Words that say nothing more without the date after them ("shortly")."""
    not_event_before: Pattern[str]
    not_event_after: Pattern[str]
    noun_after: Pattern[str]
    """After "the 1990s": a noun that it only describes ("boom")."""
    period_after: Pattern[str]
    """After "the 2018": the part of the year that is reported on ("quarter")."""
    names_a_thing: Pattern[str]
    """After "the 2021": a name ("UN Climate Conference")."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Words by what they do in a clause, all in small letters."""

    past_only: frozenset[str]
    """Pasts that are no participle, or of verbs without a passive: always finite ("went", "died")."""
    past_or_participle: frozenset[str]
    participle: frozenset[str]
    base: frozenset[str]
    """Verbs whose present is known; with an s after one subject."""
    never_nouns: frozenset[str]
    """Presents that are hardly ever plural nouns ("ends")."""
    auxiliaries: frozenset[str]
    passive_auxiliaries: frozenset[str]
    contracted: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    """What a noun must follow."""
    adverbs: frozenset[str]
    """Those that do not end in "ly"."""
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    coordinators: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    people: frozenset[str]
    """Plural subjects without an s."""
    with_clause: frozenset[str]
    fillers: frozenset[str]
    """Words inside a verb's group ("been", "not")."""
    anybody: frozenset[str]
    """Pronouns that mean nobody in particular without the clause after them ("anyone who")."""
    nominative: frozenset[str]
    about: frozenset[str]
    """Prepositions that tell what a happening is about ("a fight over prices that began")."""
    with_thing: frozenset[str]
    """Verbs of `with_clause` with a thing and its participle after them ("found the car burned")."""
    with_hearer: frozenset[str]
    perceiving: frozenset[str]
    """Verbs with a thing and its participle as object: "see the doors shut"."""
    reporting_past: Mapping[str, str]
    """The past of verbs of saying, by their participle ("alleging": "alleged")."""
    """Verbs that may have a clause as their object ("said it would build")."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Cues for sentences and blocks."""

    abbreviations: frozenset[str]
    small: frozenset[str]
    """Those that are abbreviations in small letters too ("vs", "p.m"); "ill" and "miss" are words."""
    openers: frozenset[str]
    dateline: Pattern[str]
    byline: Pattern[str]
    caption: Pattern[str]


@dataclass(frozen=True, slots=True)
class Language:
    """All that the engine knows of one language."""

    code: str
    words: Words
    patterns: Mapping[str, RulePattern]
    follow: Mapping[str, frozenset[str]]
    """For opening words that are everywhere ("the", "#1"): what the next word must be for a rule to be tried there."""
    articles: frozenset[str]
    """Opening words that belong to the word after them ("the")."""
    goes_on: Mapping[str, Mapping[str, frozenset[str]]]
    """For opening words, by rule: what the next word must be for that rule to be tried there."""
    modifier: Lead
    """Read leftwards from a date: what stands before it and belongs to it ("early", "about", "since")."""
    step: Lead
    """Before a day that others are counted from ("the day before", "two weeks after the", "the eve of")."""
    week_of: Lead
    """Before a day that names its week ("the week of"), with the groups ``from``, ``to`` and ``weekend``."""
    period_ended: Lead
    """Before the day or month that closes a period ("the three months ended"), with the groups ``n`` and ``unit``."""
    range_link: Pattern[str]
    """All that may stand between the two ends of a range."""
    range_and: Pattern[str]
    """A link that joins ends only after `range_open` ("between 1994 and 1997")."""
    range_open: Pattern[str]
    time_link: Pattern[str]
    """What stands between a time of day and the day it belongs to."""
    overnight_link: Pattern[str]
    """What stands between "overnight" and its day (" into ")."""
    zone_bracket: Pattern[str]
    """What stands between a time and the same time in another zone, in brackets (" (")."""
    listing: Pattern[str]
    """What stands between dates that are listed together and may share a year."""
    grammar: Grammar
    forms: Forms
    layout: Layout


def _english() -> Language:
    from timelines.extraction.languages.en import ENGLISH

    return ENGLISH


KNOWN: Mapping[str, Callable[[], Language]] = {"en": _english}


@cache
def get_language(code: str) -> Language | None:
    """The language of that ISO 639-1 code ("en", also "en-GB"), or None where only dateparser's own search can help."""
    maker = KNOWN.get(code.lower().replace("_", "-").split("-")[0])
    return maker() if maker else None
