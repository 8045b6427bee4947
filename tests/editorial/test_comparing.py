"""Two texts side by side."""

from hypothesis import given, strategies as st

from editorial.comparing import LONGEST, Compared, Piece, compare


def differing(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.differs]


def both(theirs: str, mine: str) -> Compared:
    return compare("headline", "Headline", theirs, mine)


def test_only_what_differs_is_marked() -> None:
    row = both("Trump talks to Fox News", "Trump speaks to Fox News")
    assert differing(row.theirs) == ["talks"]
    assert differing(row.mine) == ["speaks"]


def test_neighbouring_words_are_one_difference() -> None:
    row = both("with Kim Jong Un.", "with the North Korean leader.")
    assert differing(row.theirs) == ["Kim Jong Un"]
    assert differing(row.mine) == ["the North Korean leader"]


def test_same_texts_do_not_differ() -> None:
    assert not both("same", "same").differs
    assert both("", "").theirs == ()


def test_long_texts_differ_as_wholes() -> None:
    long = "word " * LONGEST
    assert differing(both(long, long + "more").theirs) == [long]


@given(st.text(alphabet="ab .\n", max_size=40), st.text(alphabet="ab .\n", max_size=40))
def test_nothing_is_lost(theirs: str, mine: str) -> None:
    row = both(theirs, mine)
    assert "".join(piece.text for piece in row.theirs) == theirs
    assert "".join(piece.text for piece in row.mine) == mine
    assert row.differs == (theirs != mine)
    same = ["".join(p.text for p in side if not p.differs) for side in (row.theirs, row.mine)]
    assert same[0] == same[1]
