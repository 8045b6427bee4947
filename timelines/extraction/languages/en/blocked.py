"""What looks like a date in English and is none: these spans keep every other rule out."""

from __future__ import annotations

from timelines.extraction.languages.en.fragments import rule

_THINGS = (
    "percent|per\\s?cent|degrees|km|kilomet\\w+|miles|met(?:er|re)s|feet|ft|kg|tons?|tonnes?|pounds|people|dollars|euros|cents|votes"
    "|seats|points|shares|troops|soldiers|men|women|children|passengers|employees|homes|houses|barrels|acres|hectares"
)
BLOCKED = {
    "not-a-date": rule(
        "#1 #2 #3 #4 high "
        "boeing airbus flight route highway chapter section article page room channel agenda area apollo windows "
        "office peugeot ps psalm resolution world euro expo olympics no number nos second daily weekly usa sunday "
        "friday black today "
        "summer winter may march april june august jan dec sun sat mon mar sep christmas last next three a one "
        "this fall spring",
        r"today['’]s\s+(?:world|youth|young|society|generation|standards|children|technology|(?:\w+\s+)?computers)\b"
        r"|(?-i:Boeing|Airbus|Flight|Route|Highway|Peugeot|Apollo|Windows|Office|Chapter|Section|Article|Page|Room|Channel|Agenda"
        r"|Area|Psalm|PS)\s+(?:No\.?\s+)?[A-Z]{0,2}-?\d+(?:[-/]\d+)*"
        r"|(?-i:Resolution)\s+(?:No\.?\s+)?\d+"
        r"|(?-i:World\s+Cup|Euro|Expo|Olympics)\s+\d{4}\b"
        r"|(?-i:Nos?\.|Number)\s+\d+"
        r"|(?-i:\d{1,3}\s+(?:Minutes|Hours|Days|Weeks))(?=[,.?!]?['\"”’])"
        rf"|\d+(?:\.\d+)?\s?(?:%|°|(?:{_THINGS})\b)"
        r"|(?-i:Second|second)\s+(?:World|Lady|Amendment|Lt|Lieutenant|Street|Avenue|time|place|straight|term)\b"
        r"|(?-i:Daily\s+[A-Z]\w+|Weekly\s+[A-Z]\w+|USA\s+Today|Sunday\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald)"
        r"|Friday\s+Harbor|Black\s+Sunday|Bloody\s+Sunday|Today\s+show"
        r"|[Ss]ummer\s+(?:Olympic|Palace|Games)\w*|[Ww]inter\s+(?:Olympic|Palace|Games)\w*)"
        r"|(?-i:This\s+Week)(?=[\"”'’,]|\s+[Ww]ith\b)"
        r"|(?-i:mar|jan|dec|sun|sat|mon)\b"
        r"|(?:Christmas|season)\s+(?:trees?|carols?|cards?|gifts?|shopping|presents?|lights)\b"
        r"|(?:last|next)\s+(?:resort|straw|minute|names?|generation|door|chance|steps?|round|time)\b"
        r"|high\s+noon\b"
        r"|(?:last|next)\s+(?:but|in|on|of|to|for)\b"
        r"|three[-\s]quarters?\b|(?:a|one)\s+quarter\b(?!\s+(?:century|hour|year))|(?:a|one|this)\s+time\b|(?-i:One\s+day)\b",
    ),
}
