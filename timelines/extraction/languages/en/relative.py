"""How the rules for dates counted from another look in English, with lengths, repetitions and times of day."""

from __future__ import annotations

from timelines.extraction.languages.en.fragments import (
    COUPLE,
    DAY,
    LEAN,
    LEANS,
    MANY_WEEKDAYS,
    MONTH,
    NUMBER,
    NUMBERS,
    OF_DATED,
    PART,
    PARTS,
    SEASON,
    UNIT,
    VAGUE,
    WEEKDAY,
    WEEKDAY_OF_MANY,
    WEEKDAYS,
    ZONED_CLOCK,
    rule,
)

_DIGITS = "#1 #2 #3 #4 #5"
_ADVERBS = "daily|weekly|monthly|yearly|annually|hourly|nightly|fortnightly"
_PART_OF = r"(?:early|earlier|late|later|mid)"

RELATIVE = {
    "day-word": rule(
        "today yesterday tomorrow tonight earlier later early late the day",
        rf"(?:the\s+(?=day\s))?(?:{_PART_OF}\s+)?"
        r"(?P<word>day\s+before\s+yesterday|day\s+after\s+tomorrow|today|yesterday|tomorrow|tonight)\b"
        rf"(?:,?\s+(?:at\s+)?(?:about\s+|around\s+)?{ZONED_CLOCK}|\s+(?P<part>{PART})\b)?",
    ),
    "part-of-day": rule(
        f"this last earlier later that early late mid the overnight next an same following previous {PARTS}",
        rf"(?:{_PART_OF}\s+)?(?:in\s+)?(?P<lean>this|last|that|the\s+same|the\s+next|the\s+following|the\s+previous|next|the|an)?\s*"
        rf"(?:{_PART_OF})?[-\s]*(?P<part>{PART})\b(?:\s+(?:(?:rush|peak)\s+)?hours?\b)?"
        r"(?P<raid>\s+(?:raid|attack|incidents?|session|news\s+conference|meeting|hearing|ceremony|flight)\b)?"
        r"(?:\s+(?:of|on)\s+(?P<sameday>the\s+same\s+day|that\s+day))?|(?P<overnight>overnight)\b",
    ),
    "weekday": rule(
        f"{WEEKDAYS} {MANY_WEEKDAYS} {LEANS} early earlier later late a one two three four the",
        rf"(?:(?P<weeks>an?|one|two|three)\s+weeks?\s+(?P<dir>from|before|after|ago|since)\s+(?:next\s+|this\s+|last\s+)?)?"
        rf"(?:(?:the\s+)?(?:{_PART_OF}\s+(?:on\s+)?)?(?P<lean>{LEAN}|that)\s+)?(?:week['’]s\s+)?(?:{_PART_OF}\s+(?:on\s+)?)?"
        rf"(?P<weekday>{WEEKDAY}|{WEEKDAY_OF_MANY})(?P<plural>s\b(?!['’]))?"
        r"(?:\s+(?:of\s+)?(?P<weekafter>last|this|next|the\s+previous|the\s+following|that)\s+week\b|\s+(?P<beforelast>before\s+last)\b|\s+(?P<weekago>week|fortnight)\b)?"
        rf"(?:,?\s+(?:at\s+)?(?:about\s+|around\s+)?(?:{_PART_OF}\s+)?(?:{ZONED_CLOCK}|(?P<part>{PART})\b))?"
        rf"|(?P<times>two|three|four)\s+(?P<onday>{WEEKDAY_OF_MANY})s\s+ago\b",
    ),
    "relative-unit": rule(
        f"{LEANS} early earlier later late that the same mid year",
        r"(?:the\s+)?(?:(?P<edge>end|beginning|start|middle|close|early\s+part|latter\s+part|latter\s+half|rest|remainder)"
        r"\s+of\s+(?:the\s+)?)?"
        rf"(?P<lean>{LEAN}|that|same|that\s+same|latest)\s+"
        r"(?:(?:fiscal|calendar|financial|full|crucial|trading|very|single|business|working)\s+)?"
        rf"(?:(?P<unit>day|night|week|weekend|fortnight|month|quarter|year|decade|century|period)\b(?!-){OF_DATED}"
        rf"|(?P<month>{MONTH})(?!\w)(?:\s+(?P<day>{DAY}))?|(?P<season>{SEASON})\b)"
        r"(?:['’]s\s+(?:(?:fiscal\s+)?(?P<sub>first|second|third|fourth|final|last)\s+(?P<subunit>quarter|half)\b|(?P<end>end)\b"
        r"|(?P<bare>quarter)\b))?"
        rf"(?:\s+(?P<part>{PART})\b)?",
    ),
    "day-before": rule(
        "the a day night weekend month week year one that",
        r"(?P<article>the|a|one)?\s*(?P<unit>day|night|weekend|week|month|year)\s+"
        r"(?P<dir>before|after|following|prior|earlier|later|previous|previously|afterwards?|ago)\b"
        r"(?P<tail>\s+(?:last|next|yesterday|tomorrow)\b(?!\s+(?:day|week|month|year|(?-i:[A-Z]))))?(?P<exact>(?<=ago)\s+(?:today|this\s+(?:week|month))\b)?(?P<clause>\s+(?!on\b|in\b|at\b|and\b|that\b|by\b|when\b|to\b|for\b|with\b)[\w“\"'‘])?",
    ),
    "ago": rule(
        f"{NUMBERS} {_DIGITS} years months weeks days decades centuries hours minutes some moments",
        rf"(?:(?P<n>(?:{NUMBER}))|(?P<couple>{COUPLE})|(?P<vague>{VAGUE}))?(?:\s+or\s+(?:so|more|{NUMBER}))?[-\s]*"
        r"(?:(?:short|long|full|whole|more|calendar|working|business|trading)\s+)?"
        rf"(?P<unit>{UNIT})(?:\s+and\s+a\s+half)?(?:\s+or\s+(?:so|more|two))?(?:[-\s]+)"
        r"(?P<dir>ago|earlier|later|previously|afterwards?|hence|from\s+now|from\s+today|(?:before|after)(?=\s*[.,;]|\s+that\b))"
        r"(?P<exact>(?<=ago)\s+(?:today|this\s+(?:week|month))\b)?",
    ),
    "within": rule(
        "in",
        rf"in\s+(?:about\s+|just\s+)?(?:(?P<n>{NUMBER})|(?P<couple>{COUPLE}))[-\s]+(?P<unit>{UNIT})(?P<tail>['’]\s*time\b)",
    ),
    "duration": rule(
        f"{NUMBERS} {_DIGITS} {LEANS} the first another additional final opening few less more full whole entire "
        "intervening ensuing initial remaining other same",
        r"(?:the\s+)?(?:(?:last|past|previous|prior|next|first|coming|following|preceding|final|latest|opening|initial|recent"
        r"|intervening|ensuing|subsequent|remaining|other|same|succeeding|an?\s+additional|additional)\s+)?"
        r"(?:(?:full|whole|entire|additional)\s+)?"
        rf"(?:(?P<n>{NUMBER})(?:(?P<to>\s+to\s+|\s+or\s+|[-–])(?:{NUMBER}))?|(?P<couple>{COUPLE}|couple\s+of)"
        rf"|(?P<vague>{VAGUE}|a\s+few|few|several))[-\s]+"
        r"(?:(?:more|full|whole|additional|consecutive|straight|solid|long|short|calendar|working|business|trading|flying|further"
        r"|previous|tumultuous|hot|cold|gruell?ing|bloody|successive|financial|fiscal)\s+)*"
        rf"(?P<unit>{UNIT})\b(?!\s*['’]\s*time)(?P<half>\s+and\s+a\s+half\b)?(?P<age>[-\s]+old\b)?(?:-long\b)?",
    ),
    "duration-bare": rule(
        "days weeks months years decades centuries quarters hours minutes year month week day decade century hour "
        "minute the "
        "recent coming past early these those previous future full entire whole following ensuing intervening "
        "succeeding final",
        r"(?:(?P<ref>recent|the\s+coming|coming|the\s+past|past|the\s+early|these|those|previous|future|the\s+following"
        r"|the\s+ensuing|the\s+intervening|the\s+succeeding|the\s+final|the(?=\s+years\s+(?:that|which)\s+(?:followed|passed))"
        r"|(?<=over\s)the(?=\s+years\b(?!\s+(?:before|after|of|since|when|from|between|to|in)\b)))\s+)?"
        rf"(?P<unit>days|weeks|months|years|decades|centuries|quarters|hours|minutes)\b{OF_DATED}"
        r"(?:\s+(?:and|or)\s+(?:days|weeks|months|years|decades))?(?P<long>-long\b)?(?P<ahead>\s+ahead|\s+to\s+come)?"
        r"|(?P<one>year|month|week|day|decade|century|hour|minute)-long\b"
        r"|(?:the\s+)?(?P<full>full|entire|whole)\s+(?P<fullunit>year|month|week|day|decade)\b",
    ),
    "period": rule(
        "the year its same comparable corresponding over around fiscal quarter weekend earlier later early late month "
        "week new",
        r"(?:the\s+)?(?:(?:comparable|same|corresponding)\s+)?year[-\s]+(?P<ago>ago|earlier)\b(?:\s+(?P<agounit>nine\s+months"
        r"|quarter|period|month|half)\b)?"
        r"|(?:the\s+)?(?:comparable|same|corresponding)\s+(?:period|quarter)\s+(?:of\s+|in\s+)?"
        r"(?P<lastyear>last\s+year|a\s+year\s+(?:ago|earlier)|(?:the\s+)?previous\s+year)"
        r"|(?P<endunit>month|quarter|week)(?:-end\b|['’]s\s+end\b)|(?P<newyear>the\s+new\s+year)\b(?!['’]|-|\s+(?:holidays?|break|eve|day|party)\b)"
        r"|(?P<yearend>year-end\b|year\s+end|(?:the\s+)?year['’]s\s+end)\b"
        r"|(?:earlier|later|early|late)\s+in\s+the\s+(?P<inunit>day|week|month|year)\b(?!\s+(?:before|after))"
        r"|the\s+quarter\s+(?P<qago>a\s+year\s+(?:ago|earlier))"
        r"|the\s+(?P<edge>end|beginning|start|middle|close|rest|remainder)\s+of\s+(?:the|this)\s+"
        r"(?P<edgeunit>month|year|week|decade|quarter|century|day)\b(?!\s+(?:before|after))"
        r"|the\s+(?P<same>quarter|year|weekend|fiscal\s+year)\b(?!\s+(?:before|after|ago|earlier|later|of|that|when|in\s+which|\d)|-)",
    ),
    "set": rule(
        "daily weekly monthly yearly annually hourly nightly every each fortnightly once twice three four five "
        "six per at a",
        rf"(?P<adverb>(?-i:{_ADVERBS})\b|(?:{_ADVERBS})\b(?!\s+(?-i:[A-Z])))"
        rf"|(?P<every>every|each)\s+(?:(?P<other>other|second|single)\s+|(?P<few>few\s+)|(?P<n>{NUMBER})\s+)?"
        rf"(?:(?P<unit>{UNIT})\b|(?P<weekday>{WEEKDAY})(?:\s+(?P<wpart>{PART})\b)?|(?P<month>{MONTH})|(?P<season>{SEASON})\b"
        rf"|(?P<part>{PART})\b)"
        rf"|(?:once|twice|(?:three|four|five|six)\s+times)\s+(?:an?|every|per|each)\s+(?P<rate>{UNIT})\b"
        r"|per\s+(?P<per>day|week|month|year|hour|minute|annum)\b|(?P<night>at\s+night)\b"
        r"|a\s+(?P<share>day|week|month|year)\b(?!['’-]|\s+(?:ago|before|after|later|earlier|apart|into|to|long|from|since)\b)",
    ),
    "reference": rule(
        "future near short present foreseeable immediate not now currently current recently recent the presently "
        "right nowadays this these past lately in more until at long former",
        r"(?P<present>(?:right\s+|just\s+|until\s+)?now\b|currently|nowadays|presently"
        r"|at\s+(?:the\s+moment|present\b|this\s+(?:time|moment))|this\s+(?:crucial\s+)?moment\b|these\s+days\b|to\s+date\b"
        r"|the\s+present\b(?!\s+\w+\s+of)|(?-i:in\s+)?present[-\s]day\b)"
        r"|(?P<current>current)\b(?!\s+(?:affairs|account|events))"
        r"|(?P<past>(?:more\s+|most\s+|until\s+)?recently\b(?!\s+as\b|\s+last\b|\s+(?:in|on)\s+(?-i:[A-Z1-9]))|lately\b"
        r"|(?:in\s+)?the\s+(?:recent\s+|not\s+too\s+distant\s+)?past\b(?!\s+(?:\w+\s+){0,2}"
        r"(?:days?|weeks?|months?|years?|quarters?|decades?|hours?|centur|summers|winters)))"
        r"|(?P<recent>recent)\b(?!\s+(?:days?|weeks?|months?|years?|quarters?|decades?|hours?))"
        r"|(?P<former>former|future)\b"
        r"|(?P<future>the\s+(?:near\s+|foreseeable\s+|immediate\s+|not\s+too\s+distant\s+)?future\b|the\s+(?:near|short|long)\s+term\b)",
    ),
    "clock": rule(
        "#1 #2 #4 noon midday midnight",
        rf"{ZONED_CLOCK}(?:\s*\((?P<utc>\d{{1,2}}:?\d\d\s*(?:UTC|GMT))[^)]{{0,12}}\))?"
        r"(?:\s+in\s+the\s+(?P<inpart>morning|afternoon|evening)\b)?"
        rf"(?:,?\s+(?:(?-i:on)\s+)?(?:(?P<weekday>{WEEKDAY})(?:\s+(?:morning|afternoon|evening|night))?"
        r"|(?P<word>today|yesterday|tomorrow|tonight)|(?P<lastpart>last\s+night|this\s+(?:morning|afternoon|evening)))\b"
        rf"(?!,?\s+(?:{MONTH}|\d)))?",
    ),
}
