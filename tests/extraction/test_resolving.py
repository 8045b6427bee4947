"""Dates that need the text around them: tense, anchors, narratives, times of day."""

from __future__ import annotations

from datetime import date

import pytest

from timelines.extraction import extract

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""


def edtfs(text: str, published: date | None = PUBLISHED) -> list[str | None]:
    return [found.edtf for found in extract(text, published).expressions]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The court ruled on Tuesday.", "2024-05-14"),
        ("The court will rule on Tuesday.", "2024-05-21"),
        ("The court is expected to rule Tuesday.", "2024-05-21"),
        ("The court met on Wednesday.", "2024-05-15"),
        ("Both sides criticised Tuesday's ruling and would appeal.", "2024-05-14"),
        ("The trial was postponed until Friday.", "2024-05-17"),
        ("The bridge was shut in October.", "2023-10"),
        ("The bridge will be shut in October.", "2024-10"),
        ("He survived a no-confidence vote in July.", "2023-07"),
        ("She narrowly won the party leadership vote in July.", "2023-07"),
        ("Lawmakers vote in July.", "2024-07"),
        ("The band play on Friday.", "2024-05-17"),
        ("The mayor refused to resign on Friday night.", "2024-05-10"),
        ("The bridge has been shut since July.", "2023-07"),
        ("They have looked for him since shortly after the Oct. 23 fire.", "2023-10-23"),
        ("It would be paid on a still unspecified date in January.", "2025-01"),
        (
            "In January, after the anniversary of the first flight from the airfield by the river, a bomb killed two.",
            "2024-01",
        ),
        ("The hearing is set for the week of June 3.", "2024-06-03/2024-06-09"),
        ("The week of 10 July 2023 was hot.", "2023-07-10/2023-07-16"),
        ("The hearing is set for the week beginning 5 June.", "2024-06-05/2024-06-11"),
        ("Sales rose in the week ended May 11.", "2024-05-05/2024-05-11"),
        ("The fair was held on the weekend of 6 June 2021.", "2021-06-05/2021-06-06"),
        ("The fair was held on the weekend of Friday 4 June 2021.", "2021-06-05/2021-06-06"),
        ("It was shut on Tuesday of last week.", "2024-05-07"),
        ("It was shut the Monday before last.", "2024-05-06"),
        ("The bridge fell on June the 29th.", "2023-06-29"),
        ("The clinic opened on the Fourth of July.", "2023-07-04"),
        ("The talks ended in early June.", "2023-06"),
        ("The vote was scheduled for June 29.", "2024-06-29"),
        ("It opened during the summer.", "2023-22"),
        ("The storm will hit on Friday.", "2024-05-17"),
        ("The law took effect July 1.", "2023-07-01"),
        ("It is expected to open in Q1 next year.", "2025-33"),
        ("“We will meet on Friday,” she wrote.", "2024-05-17"),
        ("They prayed as Easter week began.", "2024-03-25/2024-03-31"),
        ("The dividend is payable July 2.", "2024-07-02"),
        ("He was named in the report of 3 June last year.", "2023-06-03"),
        ("Prices rose over the weekend.", "2024-05-11/2024-05-12"),
        ("The film will open next weekend.", "2024-05-25/2024-05-26"),
        ("The ministers meet Friday in Geneva.", "2024-05-17"),
        ("Talks between the two sides resume Thursday.", "2024-05-16"),
        ("Voters go to the polls Sunday.", "2024-05-19"),
        ("The senate votes on Thursday.", "2024-05-16"),
        ("They counted the votes on Thursday.", "2024-05-09"),
        ("The rule takes effect Monday.", "2024-05-20"),
        ("She is flying to Rome on Friday.", "2024-05-17"),
        ("She is flying a flag that was sewn on Friday.", "2024-05-10"),
        ("The deadline is Friday.", "2024-05-17"),
        ("The new bridge opens June 3.", "2024-06-03"),
        ("Neither side could be reached Monday.", "2024-05-13"),
        ("The parcel could not be opened on Monday.", "2024-05-13"),
        ("A ruling could come Monday.", "2024-05-20"),
        ("The judge set a hearing for Friday.", "2024-05-17"),
        ("The judge set a precedent on Friday.", "2024-05-10"),
        ("On Monday, the board refused to sell the mill.", "2024-05-13"),
        ("The board agreed to sell the mill on Monday.", "2024-05-20"),
        ("A concert planned for Tuesday was called off.", "2024-05-14"),
        ("A concert planned for Thursday was called off.", "2024-05-16"),
        ("A rally scheduled for Thursday will go ahead.", "2024-05-16"),
        ("He was due in court Tuesday and did not come.", "2024-05-14"),
        ("He was due in court Friday.", "2024-05-17"),
        ("He had to leave the hall on Monday.", "2024-05-13"),
        ("According to a statement Monday, sales will rise.", "2024-05-13"),
        ("They're meeting Friday.", "2024-05-17"),
        ("He had planned to leave Tuesday but stayed.", "2024-05-14"),
        ("The minister is abroad and returns Friday.", "2024-05-17"),
        ("She read the letters and returns on Friday.", "2024-05-10"),
        ("The inquest, which opens soon, follows a fire on Saturday.", "2024-05-11"),
        ("The mayor would not comment Tuesday.", "2024-05-14"),
        ("The mayor said she would not run Tuesday.", "2024-05-21"),
        ("He appears in court on Friday.", "2024-05-17"),
        ("She's to speak Friday.", "2024-05-17"),
        ("The shop is open Monday.", "2024-05-13"),
        ("The shop was open Monday.", "2024-05-13"),
        ("Tickets go on sale Friday.", "2024-05-17"),
        ("The talks go on after Friday.", "2024-05-10"),
        ("The book is published on Thursday.", "2024-05-16"),
        ("The fair runs through Sunday.", "2024-05-19"),
        ("England face Wales on Saturday.", "2024-05-18"),
        ("The wound in the face on Saturday was deep.", "2024-05-11"),
        ("The match was moved to Sunday.", "2024-05-19"),
        ("Traders await Friday's figures.", "2024-05-17"),
        ("They met ahead of Saturday's march.", "2024-05-18"),
        ("They will answer Monday's attack.", "2024-05-13"),
        ("He will miss Saturday's final.", "2024-05-18"),
        ("He missed Saturday's final.", "2024-05-11"),
        ("The court ordered the firm to pay by Friday.", "2024-05-17"),
        ("Prices are going to get hit in the autumn.", "2024-23"),
        ("Workers were getting paid in the autumn.", "2023-23"),
        ("The firm announced a fall in profits for the fourth quarter.", "2023-36"),
        ("The firm announced a fair for the fourth quarter.", "2024-36"),
        ("The bank has extended the loan through July.", "2024-07"),
        ("Sales of the loan fell through July.", "2023-07"),
        ("She let the march begin on Monday.", "2024-05-13"),
        ("The marches begin on Monday.", "2024-05-20"),
        ("The sale closed, with all shares held by the Tuesday deadline.", "2024-05-14"),
        ("They must leave by the Tuesday deadline.", "2024-05-21"),
        ("The court held that he must go, and set Tuesday as the deadline.", "2024-05-14"),
        ("The court held that he must go, and set Friday as the deadline.", "2024-05-17"),
        ("The court will set Tuesday as the deadline.", "2024-05-21"),
        ("In a book to be published Friday, he denied it.", "2024-05-17"),
        ("He was found to be infected Friday.", "2024-05-10"),
        ("He could not be located Friday.", "2024-05-10"),
    ],
)
def test_tense_decides_what_is_left_out(text: str, edtf: str) -> None:
    assert edtfs(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He fell on 3 May 2019. The next day he died.", ["2019-05-03", "2019-05-04"]),
        ("He fell in March 2019. Later that year he died.", ["2019-03", "2019"]),
        ("He was shot in 1914. Two years later he died.", ["1914", "1916"]),
        ("She left on 30 May 2019. The following month she died.", ["2019-05-30", "2019-06"]),
        ("It ran from 3 to 5 May 2019.", ["2019-05-03/2019-05-05", None]),
        ("It was held on the weekend of June 5-6, 2021.", ["2021-06-05/2021-06-06", None]),
        ("It ran from June to August 2019.", ["2019-06/2019-08", None]),
        ("He ruled between 1994 and 1997.", ["1994/1997", None]),
        ("He won in 1994 and 1997.", ["1994", "1997"]),
        ("The 2003–06 war ended.", ["2003/2006", None]),
        ("He ruled between 2003 and 06.", ["2003/2006", None]),
        ("Between 2003 and 10 others died.", ["2003"]),
        ("It ran from late 2019 to early 2020.", ["2019/2020", None]),
        ("It will run from Monday to Wednesday.", ["2024-05-20/2024-05-22", None]),
        ("It was shut Tuesday through Thursday last week.", ["2024-05-07/2024-05-09", None]),
        ("It was held in June/July 2019.", ["2019-06/2019-07", None]),
        ("They met on 3 and 5 May.", ["2024-05-03", "2024-05-05"]),
        ("At dawn on Friday they left.", ["2024-05-10"]),
        ("They left on 3 May 2019. At dawn they were back.", ["2019-05-03", "2019-05-03"]),
        ("The report covers the period from September 1 to April 30.", ["2023-09-01/2024-04-30", None]),
        ("It is held from November to March.", ["2023-11/2024-03", None]),
        ("It is held from September to December.", ["2024-09/2024-12", None]),
        ("It will be held from September 1 to April 30.", ["2024-09-01/2025-04-30", None]),
        ("They met on 3 and 4 May.", ["2024-05-03/2024-05-04", None]),
        ("They landed on 6 June 1944 - D-Day.", ["1944-06-06", "1944-06-06"]),
        ("The blast on 3 May 2019 came at 10:35 a.m. and killed two.", ["2019-05-03", "2019-05-03"]),
        (
            "The dam burst on Sunday, police said on Monday. It gave way at 5:40 a.m. local time.",
            ["2024-05-12", "2024-05-13", "2024-05-12"],
        ),
        ("The dam, built in 1974 and checked in March, broke.", ["1974", "2024-03"]),
        ("Talks resume on Wednesday, September 25.", ["2024-09-25"]),
        ("It began on the morning of 31 January 1965.", ["1965-01-31"]),
        (
            "It stalled yesterday. On 2 February it shut. It ran. It aged. At 6:20 pm it moved. The same day it burnt.",
            ["2024-05-14", "2024-02-02", "2024-05-14", "2024-05-14"],
        ),
        (
            "A train stalled yesterday. The line was shut on 2 February. At 6:20 pm it was clear. The next day it ran.",
            ["2024-05-14", "2024-02-02", "2024-02-02", "2024-02-03"],
        ),
        ("It was bought in October. It was sold that same day.", ["2023-10", "2023-10"]),
        ("The king fell on Monday. He was crowned in 2019 and wed the same day.", ["2024-05-13", "2019", "2019"]),
        (
            "He was crowned in 2019. On Monday the king fell. The same day he fled.",
            ["2019", "2024-05-13", "2024-05-13"],
        ),
        (
            "It fell on Monday. It will be raised on Friday. At 6:20 pm it sank.",
            ["2024-05-13", "2024-05-17", "2024-05-13"],
        ),
        (
            "It fell on Monday. It will be raised Friday. It will be lit at 6 pm.",
            ["2024-05-13", "2024-05-17", "2024-05-17"],
        ),
        ("The flight left on 3 May 2019 and was lost at 6:17. It fell.", ["2019-05-03", "2019-05-03"]),
        (
            "It sank on Sunday morning. Divers came today. They looked hard. It was last seen at 6:12.",
            ["2024-05-12", "2024-05-15", "2024-05-12"],
        ),
        (
            "It sank on Sunday morning. Divers came today. They looked hard. It was last seen at 2 p.m.",
            ["2024-05-12", "2024-05-15", "2024-05-15"],
        ),
        (
            "It sank on Sunday morning. Divers came today. They arrived at 6:12.",
            ["2024-05-12", "2024-05-15", "2024-05-15"],
        ),
        (
            "It sank on Sunday morning. Divers came today. They looked hard. They will leave at 6:12.",
            ["2024-05-12", "2024-05-15", "2024-05-15"],
        ),
        (
            "It sank, a diver said on Sunday morning. Divers came today. They looked hard. It went at 6:12.",
            ["2024-05-12", "2024-05-15", "2024-05-15"],
        ),
    ],
)
def test_the_text_is_an_anchor(text: str, found: list[str | None]) -> None:
    assert edtfs(text) == found


def test_later_borrows_no_date() -> None:
    assert edtfs("He fell on 3 May 2019. Later, in the hospital, he died.") == ["2019-05-03"]


HISTORY = (
    "In 1914 the war began. On 4 August the army crossed the border. In November it dug in. In January the front "
    "moved. The fort, built in 1881 and shelled in 1870, fell on 3 March 1915. In April gas was used. "
    "In 1916 the battle was fought. It ended on 18 November 1916. In February the line was straightened. "
    "On 6 April 1917 America joined."
)


def test_a_history_goes_from_date_to_date() -> None:
    assert edtfs(HISTORY, date(2009, 12, 19)) == [
        "1914", "1914-08-04", "1914-11", "1915-01", "1881", "1870", "1915-03-03", "1915-04", "1916", "1916-11-18",
        "1917-02", "1917-04-06",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edtf", "mod"),
    [
        ("It closed in early 2022.", "2022", "START"),
        ("It closed in mid-2022.", "2022", "MID"),
        ("It closed at the end of March 2022.", "2022-03", "END"),
        ("It closed in the last week of March 2022.", "2022-03", "END"),
        ("It closed in the first days of 2022.", "2022", "START"),
        ("It closed around 1990.", "1990~", "APPROX"),
        ("It has been shut since 2019.", "2019", "ON_OR_AFTER"),
        ("It must close by 2030.", "2030", "ON_OR_BEFORE"),
        ("It closed before 2019.", "2019", "BEFORE"),
        ("It grew after 2011.", "2011", "AFTER"),
    ],
)
def test_early_and_late_are_kept_beside_the_date(text: str, edtf: str, mod: str) -> None:
    (found,) = extract(text, PUBLISHED).expressions
    assert (found.edtf, found.mod) == (edtf, mod)


@pytest.mark.parametrize(
    "text",
    ["It took two weeks.", "Flights leave every Tuesday.", "It is now shut.", "It was shut recently."],
)
def test_what_has_no_day_is_never_offered(text: str) -> None:
    found = extract(text, PUBLISHED)
    assert [expression.edtf for expression in found.expressions] == [None]
    assert found.events == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Net fell in the first quarter. Sales were lower a year earlier.", ["2024-Q1", "2023-Q1"]),
        ("It shut in the third quarter of 1984. Net rose from a year ago.", ["1984-Q3", "2023"]),
        (
            "Net fell in the first quarter. Separately, Alba reported fourth-quarter profit, up from a year earlier.",
            ["2024-Q1", "2023-Q4", "2022-Q4"],
        ),
        ("Net fell in the first quarter, up on the second quarter. It rose in the 2022 period.",
         ["2024-Q1", "2024-Q2", "2022-Q1"]),
    ],
)  # fmt: skip
def test_a_year_earlier_goes_by_the_quarter_reported_on(text: str, values: list[str]) -> None:
    assert [found.value for found in extract(text, PUBLISHED).expressions] == values


def test_a_narrative_without_days_never_falls_back_on_the_publication() -> None:
    text = (
        "Athens was weak in 490 BC. In 485 BC Xerxes was king. In 481 BC he came. In June 479 BC they met at Plataea. "
        "The fleet won the same day. In the afternoon the ships burnt. The next day the city was theirs."
    )
    found = extract(text, PUBLISHED).expressions
    assert [one.value for one in found[4:]] == ["BC0479-06-XX", "BC0479-06-XXTAF", "FUTURE_REF"]
    assert all(one.earliest is None for one in found)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Police said Wednesday he was found. The next day he was freed.", ["2024-05-15", "FUTURE_REF"]),
        (
            "He was shot Sunday, police said Wednesday. The next day he died.",
            ["2024-05-12", "2024-05-15", "2024-05-13"],
        ),
        ("Police said Tuesday he was found. He will be freed a week later.", ["2024-05-14", "2024-05-21"]),
        ("He died the following morning.", ["FUTURE_REF"]),
        ("Three months later he was dead.", ["FUTURE_REF"]),
        ("He was hired last June and fired a year later.", ["2023-06", "2024"]),
        ("He was shot in March. A year later the case was closed.", ["2024-03", "FUTURE_REF"]),
        ("A year ago he moved; a year later he left.", ["2023", "2024"]),
        ("Later that night it burnt.", ["2024-05-15TNI"]),
    ],
)
def test_later_never_runs_past_the_publication(text: str, values: list[str]) -> None:
    assert [found.value for found in extract(text, PUBLISHED).expressions] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It broke at 11:30 p.m. on Friday. An hour later it sank.", ["2024-05-10T23:30", "2024-05-11T00:30"]),
        (
            "It left at 6:12 on Friday. A minute later it fell. Two minutes later it sank.",
            ["2024-05-10T06:12", "2024-05-10T06:13", "2024-05-10T06:15"],
        ),
        ("It broke on Friday. An hour later it sank.", ["2024-05-10", "2024-05-10"]),
        ("It broke on Friday. Forty-eight hours later it sank.", ["2024-05-10", "2024-05-12"]),
        ("It sank, he said on Friday. An hour later it rose.", ["2024-05-10", "PT1H"]),
        ("It broke on Friday. It was old. It was loud. An hour later it sank.", ["2024-05-10", "PT1H"]),
        ("Half an hour earlier it broke.", ["PT30M"]),
        ("An hour ago it broke.", ["2024-05-15"]),
    ],
)
def test_an_hour_later_is_of_a_time_just_told(text: str, values: list[str]) -> None:
    assert [found.value for found in extract(text, PUBLISHED).expressions] == values


def test_an_hour_later_alone_is_a_length() -> None:
    found = extract("An hour later it sank.", PUBLISHED).expressions
    assert [(one.type, one.edtf) for one in found] == [("DURATION", None)]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("It will report fourth-quarter results.", date(2013, 1, 9), "2012-Q4"),
        ("It will open in the fourth quarter.", date(2013, 1, 9), "2013-Q4"),
        ("It will report first-quarter results.", date(2013, 1, 9), "2013-Q1"),
        ("It will report third-quarter results.", date(2013, 6, 20), "2013-Q3"),
        ("This winter has been mild.", date(2013, 1, 9), "2012-WI"),
        ("Last winter was mild.", date(2013, 1, 9), "2011-WI"),
        ("Last winter was mild.", date(2013, 3, 9), "2012-WI"),
        ("This winter will be mild.", date(2013, 10, 9), "2013-WI"),
        ("Next winter will be mild.", date(2013, 1, 9), "2013-WI"),
        ("This summer was mild.", date(2013, 1, 9), "2013-SU"),
    ],
)
def test_quarters_and_winters_around_new_year(text: str, published: date, value: str) -> None:
    assert [found.value for found in extract(text, published).expressions] == [value]


def test_that_night_of_a_month_is_no_day() -> None:
    found = extract("Later that month it fell. Later that night it burnt.", PUBLISHED).expressions
    assert [(one.value, one.edtf) for one in found] == [("2024-05", "2024-05"), ("2024-05-XXTNI", "2024-05")]


@pytest.mark.parametrize(
    ("published", "edtf"),
    [
        (date(2024, 5, 17), ["2024-05-17", "2024-05-16"]),
        (date(2024, 5, 16), ["2024-05-17", "2024-05-16"]),
        (date(2024, 5, 18), ["2024-05-24", "2024-05-16"]),
    ],
)
def test_quoted_words_look_ahead_by_their_own_tense(published: date, edtf: list[str]) -> None:
    assert edtfs("“We will meet on Friday,” he said on Thursday.", published) == edtf


def test_what_will_be_is_ahead_of_a_story_of_past_years() -> None:
    """Four past years make a narrative, whose days follow the date told last; not so what is still to come."""
    text = (
        "The dam was planned in 1998. Work began in March 2004 and stopped in June 2009. It was resumed on 3 May 2023, "
        "and the last gate was fitted on 9 August. {} on 14 October."
    )
    assert edtfs(text.format("The ministers will meet"))[-2:] == ["2023-08-09", "2024-10-14"]
    assert edtfs(text.format("The ministers met"))[-1] == "2023-10-14"


_WAR = (
    "War broke out in March 1904. The fleet left in May 1904. The town fell in June 1904. Peace was near by May 1905. "
)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "They had marched from October and met in March. It ended on 15 August 1905.",
            ["1904-10", "1905-03", "1905-08-15"],
        ),
        (
            "They marched from October and met in March. It ended on 15 August 1906.",
            ["1905-10", "1906-03", "1906-08-15"],
        ),
        ("They marched from October and met in March. It ended.", ["1905-10", "1906-03"]),
        ("They marched in October. The king, born in August 1851, was there.", ["1905-10", "1851-08"]),
        ("They marched in July. It ended on 15 June 1905.", ["1905-07", "1905-06-15"]),
        ("“It will be over by next spring,” he wrote. On 14 July they met.", ["1906-21", "1905-07-14"]),
        ("The following winter was hard. In February they met.", ["1905-24", "1906-02"]),
        ("He left in 1906 and came back the following year. On 3 May he died.", ["1906", "1907", "1907-05-03"]),
        ("The campaign of 1906 began in April. In August it ended.", ["1906", "1906-04", "1906-08"]),
        ("It was shown in 1958 that he had left in August.", ["1958", "1905-08"]),
        ("The king, crowned in 1894, left in July. He died on 3 September 1905.", ["1894", "1905-07", "1905-09-03"]),
    ],
)
def test_a_history_does_not_run_past_the_date_it_comes_to(text: str, edtf: list[str]) -> None:
    """Assumed years go no further than the next date that is written with its year; plans do not carry it on."""
    assert edtfs(_WAR + text, date(2009, 12, 19))[4:] == edtf


def test_what_will_be_in_a_story_long_past_follows_it() -> None:
    text = (
        "War broke out in March 1904. The fleet left in May 1904. The town fell in June 1904. "
        "Peace came in 1905. “We will attack on 14 October,” the general wrote."
    )
    assert edtfs(text)[-1] == "1905-10-14"
