"""Headlines that stand alone: the clause's own subject and verb, who said it, and nothing that another date tells."""

from __future__ import annotations

from datetime import date

import pytest

from timelines.extraction import extract

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""


def headlines(text: str) -> list[str]:
    return [event.headline for event in extract(text, PUBLISHED).events]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A man who stole a tram in Oslo on 12 June last year was jailed for seven years on Friday.",
            ["A man stole a tram in Oslo", "A man was jailed for seven years"],
        ),
        ("A plaque to the miners who drowned in 1905 will be unveiled on Saturday.",
         ["The miners drowned", "A plaque to the miners will be unveiled"]),
        ("The search for a climber who vanished on 2 May has been scaled back.", ["A climber vanished"]),
        ("He praised Lou Ferris, whose side won the league in 2021 and finished third in 2023.",
         ["Lou Ferris’s side won the league", "Lou Ferris’s side finished third"]),
        ("The tower, in which nine people died in 2022, was pulled down on Monday.",
         ["Nine people died", "The tower was pulled down"]),
        ("The party lost the majority it had held since 2016.", ["It had held the majority"]),
        ("It was named after the author of the anthem, who died in 1843.", ["The author of the anthem died"]),
        ("He met Ann Lee, whose term ends in June.", ["Ann Lee’s term ends"]),
        ("A container ship that had lost power smashed into the tall Francis Key Bridge in Baltimore on Tuesday.",
         ["A container ship smashed into the tall Francis Key Bridge in Baltimore"]),
        ("An inquiry found in 2023 that the council had been misled.",
         ["An inquiry found that the council had been misled"]),
    ],
)  # fmt: skip
def test_a_relative_clause_has_its_own_subject(text: str, wanted: list[str]) -> None:
    assert headlines(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A report published in 2019 found few faults.", ["A report was published"]),
        ("The truce, brokered by Qatar in March and signed on 9 April, was to begin on Sunday.",
         ["The truce was brokered by Qatar", "The truce was signed", "The truce was to begin"]),
        ("Born in Lagos on 4 March 1931, she won a prize in 1950.", ["She was born in Lagos", "She won a prize"]),
        ("Economists polled last week had no fears.", ["Economists were polled"]),
        ("Pay has fallen, according to a study published last month.", ["A study was published"]),
        ("The findings, published on Monday, are in doubt.", ["The findings were published"]),
    ],
)  # fmt: skip
def test_a_participle_is_told_with_was(text: str, wanted: list[str]) -> None:
    assert headlines(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She was called to the bar in 1956 and returned to Lagos in 1957.",
         ["She was called to the bar", "She returned to Lagos"]),
        ("He was elected mayor in 2019 and re-elected in 2023.", ["He was elected mayor", "He was re-elected"]),
        ("She was appointed in 1975, was promoted in 1984 and retired in 1996.",
         ["She was appointed", "She was promoted", "She retired"]),
        ("The firm paid £3m in 2018 and £5m in 2021.", ["The firm paid £3m", "The firm paid £5m"]),
        ("The mill failed in 1904, a storm hit it in 1905, and in 1906 the owner left.",
         ["The mill failed", "A storm hit it", "The owner left"]),
        ("Staff began to pack in March and expect to finish by June.",
         ["Staff began to pack", "Staff expect to finish"]),
        ("He was fined on Friday for dumping waste in 2019.", ["He was fined", "Dumping waste"]),
    ],
)  # fmt: skip
def test_joined_verbs_share_a_subject_and_nothing_more(text: str, wanted: list[str]) -> None:
    assert headlines(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The kiln burned on Monday, police said.", ["The kiln burned, police said"]),
        ("Peru will lift the ban, its envoy said on Friday.", ["Peru will lift the ban, its envoy said"]),
        ("“We lost everything in 2021,” said Alice Nafula.", ["“We lost everything,” said Alice Nafula"]),
        ("Ann Lee said: “In 2019 the alarm rang for hours.”", ["“The alarm rang for hours,” Ann Lee said"]),
        ("If the rains return in June, officials warned on Friday, floods could follow.",
         ["If the rains return, floods could follow, officials warned",
          "If the rains return in June, floods could follow, officials warned"]),
        ("The agency said on Monday that three people may have died.",
         ["The agency said that three people may have died"]),
        ("He will resign in June, it emerged on Friday.",
         ["He will resign, it emerged", "He will resign in June, it emerged"]),
        ("A clerk, Carl Rigby, 29, is due to stand trial in June.", ["A clerk, Carl Rigby, is due to stand trial"]),
        ("Norway said last month it might leave.", ["Norway said it might leave"]),
        ("The firm sued, alleging that it was cheated in 2019.", ["The firm alleged it was cheated"]),
    ],
)  # fmt: skip
def test_who_said_it_and_every_hedge_stay(text: str, wanted: list[str]) -> None:
    assert headlines(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 61%, the highest since 1996.",
        "The party took 68 seats, down from 81 in 2020.",
        "It is the first find south of the border since March.",
        "Inflation eased to 2.1% from 2.8% in April.",
        "Profit fell in the six months ended June 30.",
        "Remains dating from the 14th century lie there.",
        "14:20 The road has reopened.",
    ],
)
def test_what_only_measures_is_no_happening(text: str) -> None:
    assert [event.headline for event in extract(text, PUBLISHED).events if "fell" not in event.headline] == []


def test_long_clauses_end_with_a_phrase_and_keep_their_verb() -> None:
    text = (
        "A £2m plan to mend the leaking roof of the old town library in Halden has been put back until September 2025."
    )
    assert headlines(text) == ["A £2m plan to mend the leaking roof has been put back"]
    text = "The charity’s director, Mary Ellen Potts, told a packed meeting on Monday that no one would be sacked."
    (made,) = headlines(text)
    assert made == "The charity’s director told a packed meeting no one would be sacked"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A probe was to have flown past a comet in 2025.", "hypothetical"),
        ("He was due to fly to Rome on Sunday but the trip was cancelled.", "hypothetical"),
        ("The hearing is set for 20 May 2024.", "planned"),
        ("The ship is due to be scrapped next year.", "planned"),
        ("A boat ordered in 2019 was to have sailed.", "past"),
        ("Kim may travel to Rome later this year.", "hypothetical"),
        ("The island has vowed to build three more this year.", "planned"),
        ("The firm said on Wednesday it would build a plant.", "past"),
        ("Denmark could leave by 2026 unless quotas rise.", "hypothetical"),
    ],
)
def test_status_is_that_of_the_clause_that_carries_the_date(text: str, status: str) -> None:
    assert {event.status for event in extract(text, PUBLISHED).events} == {status}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anyone who was in the stadium on 3 May should call the police.",
         ["Anyone who was in the stadium should call the police"]),
        ("Nobody who saw the fire on Tuesday has spoken.", ["Nobody who saw the fire has spoken"]),
        ("All those who fled in 2014 have come back.", ["All those who fled have come back"]),
        ("Having won the seat in 2014, Ms Ruiz resigned in 2019.", ["Ms Ruiz had won the seat", "Ms Ruiz resigned"]),
        ("Having been elected in 2014, he resigned in 2019.", ["He had been elected", "He resigned"]),
        ("Speaking to reporters on Monday, the minister said the talks had failed.",
         ["The minister said the talks had failed"]),
        ("Arriving in Rome on 3 May, the envoy met the president.", ["The envoy met the president"]),
        ("Asked about the fire on Tuesday, the mayor declined to comment.", ["The mayor was asked about the fire"]),
        ("Police said anyone who was in the stadium on 3 May should call them.",
         ["Police said anyone who was in the stadium should call them"]),
        ("He said those who left in 2014 would be welcome.", ["He said those who left would be welcome"]),
        ("Officials said the bridge that fell in March would be rebuilt.", ["The bridge fell"]),
        # What these leave alone: a person who is meant, and a clause that stands by itself.
        ("A woman who was in the stadium on 3 May called the police.", ["A woman was in the stadium"]),
        ("Having a party on Tuesday was a mistake.", ["Having a party was a mistake"]),
    ],
)  # fmt: skip
def test_a_headline_does_not_hang_in_the_air(text: str, wanted: list[str]) -> None:
    assert headlines(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The day before the blast, workers had smelt gas.",
        "Two days after the attack, police arrested three men.",
        "The week before the election, polls showed a close race.",
        "The day after the storm, the river rose by two metres.",
        "He left the day before the vote.",
        "The night before the raid, officers met in Oslo.",
        "Hours after the blast, two men fled.",
        "A week after the crash, engineers found a crack.",
        "On the eve of the election, he spoke.",
        "The year after the war, she wrote a book.",
        "The workers left the day before the fire broke out.",
        "It was the morning after the storm.",
    ],
)
def test_a_time_counted_from_a_happening_gives_no_date(text: str) -> None:
    found = extract(text, PUBLISHED)
    assert [expression.edtf for expression in found.expressions if expression.edtf] == []
    assert found.events == ()
