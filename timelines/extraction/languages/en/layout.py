"""Where English news text breaks into sentences and blocks."""

from __future__ import annotations

import re

from timelines.extraction.languages import Layout, word_set

ABBREVIATIONS = word_set(
    "mr mrs ms dr prof gen lt col maj capt cmdr cpl sgt pvt adm sen rep gov pres hon rev fr msgr st sts "
    "mt ft no nos vs v jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri "
    "sat sun inc corp co ltd bros plc u.s u.k u.n e.u u.s.s.r d.c l.a n.y n.j n.c s.c i.e e.g etc approx "
    "est ca c cf p pp vol fig al ave blvd rd hwy ala ariz ark calif colo conn del fla ga ill ind kan ky "
    "la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo b.c a.d a.m p.m jr "
    "sr ph.d m.d dept asst assn univ mfg intl natl op sq"
)
OPENERS = word_set(
    "the a an he she it they we i you in on at by for from but and or as if when while after before since "
    "this that these those his her its their there what who how why also however meanwhile some many most "
    "no not one two president officials police according mr mrs"
)

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_REGION = r"(?:,\s+[A-Z][\w.'’ ]{1,30})?"

LAYOUT = Layout(
    abbreviations=ABBREVIATIONS,
    small=word_set("vs v no p pp cf approx est c ca i.e e.g a.m p.m etc al ft sq jr sr"),
    openers=OPENERS,
    dateline=re.compile(
        rf"[\s\"“]*(?P<place>[A-Z][A-Z.'’\- ]{{2,40}}{_REGION}|[A-Z][\w.'’\- ]{{2,30}}{_REGION})"
        rf"(?:,\s*(?P<date>{_MONTH}\s+\d{{1,2}}(?:,\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?))?"
        r"\s*(?P<agency>\([A-Z][\w .&-]{1,30}\))?\s*(?P<dash>--|—|–|_|-\s)"
    ),
    byline=re.compile(
        r"\s*(?:By|BY)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,4}(?:\s*(?:,|and|\||·)\s*[^.]{0,60})?\s*$"
    ),
    caption=re.compile(
        r"\s*(?:Photo|Image|Caption|File\s+(?:photo|picture|image)|Pictured|Picture|FILE)\b\s*[:\-–—]"
        r"|.*\((?:AP|Reuters|AFP|Getty)[^)]*\)\s*$|.*\b(?:Photo(?:graph)?\s+by|Getty\s+Images)\b",
        re.IGNORECASE,
    ),
)
