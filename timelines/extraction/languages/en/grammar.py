"""English cues for tense, status, clauses and headlines. Lists of function words and irregular verbs, nothing else."""

from __future__ import annotations

import re

from timelines.extraction.languages import Grammar, Lead, word_set

_IRREGULAR = (
    "was|were|had|did|went|came|took|made|gave|got|saw|said|told|met|left|held|won|lost|led|began|became|fell|rose|grew|"
    "fought|brought|bought|sold|sent|spent|paid|struck|shot|hit|broke|spoke|wrote|drew|drove|flew|ran|sank|sat|stood|"
    "threw|wore|rode|chose|froze|stole|swore|tore|woke|built|burnt|dealt|felt|found|kept|knew|laid|lay|lent|meant|sought|"
    "slept|swept|taught|thought|understood|withdrew|overthrew|underwent|undertook|sprang|stuck|swung|hung|heard|fled|fed|"
    "bled|bore|bound|caught|clung|crept|dug|forbade|forgave|forgot|ground|hid|overran|overtook|arose|awoke|beat|saw|"
    "cut|put|set|let|shut|split|cost|hurt|quit|cast|spread|shook|showed|sued|died|tied|lied|agreed|freed"
)
_PAST = rf"(?:{_IRREGULAR}|[a-z]{{2,}}ed)"
_NOT_PAST = (
    r"(?!(?:need|indeed|speed|feed|seed|weed|breed|bed|red|wed|shed|exceed|succeed|proceed|hundred|sacred|wicked|"
    r"naked|united|limited|embed|unprecedented|so-called|aged|kindred|hatred|creed|greed|steed)\b)"
)
_REPORT = (
    r"(?:said|says|say|saying|told|tells|announced|announces|reported|reports|added|adds|stated|states|claimed|claims|"
    r"confirmed|confirms|warned|warns|argued|argues|noted|notes|wrote|writes|tweeted|insisted|denied|explained|declared|"
    r"according\s+to|acknowledged|revealed|alleged|admitted|predicted|estimated|testified)"
)

_AUXILIARIES = word_set(
    "is are isn't aren't has have remains remain was were had did wasn't weren't hadn't didn't be been do does "
    "will would can could may "
    "might shall should must won't"
)
_ON = frozenset({"", "on", "at", "in", "for", "to", "with", "again", "home", "back"})
_GO = frozenset({"", "to", "before", "into", "home", "back", "on sale", "on trial", "on show"})
_UNTIL = frozenset({"through", "until", "till", "from"})

GRAMMAR = Grammar(
    modals=word_set(
        "will shall won't would may might should must can cannot i'll we'll he'll she'll they'll it'll won’t"
    ),
    to_come=word_set(
        "scheduled due slated upcoming forthcoming payable deadline expire expires pending anticipated awaiting "
        "await "
        "awaits tomorrow planned proposed expects expected plans intends hopes hoping aims wants seeks starting "
        "beginning effective"
    ),
    intends=word_set(
        "plan planning expecting intend intended intending hope hoped aim aimed aiming set going want wanted seek "
        "vow vowed "
        "promise promised pledge pledged agreed prepare prepares preparing ready bound postponed delayed urged "
        "asked "
        "decided ordered forced try trying tries continue likely forecast threatening threatened threaten threatens"
    ),
    present=word_set("is are isn't aren't has have remains remain says say"),
    past_auxiliaries=word_set("was were had did wasn't weren't hadn't didn't"),
    auxiliaries_of_plans=word_set("was were wasn't weren't"),
    contracted={
        **dict.fromkeys(("he's", "she's", "it's", "that's", "there's", "who's"), "is"),
        **dict.fromkeys(("they're", "we're", "you're", "i'm"), "are"),
    },
    arranged=word_set(
        "begin begins open opens reopen reopens resume resumes meet meets convene convenes arrive arrives depart "
        "departs become becomes airs"
    ),
    arranged_with_names=word_set("face faces host hosts play plays visit visits"),
    arranged_here={
        "start": _ON,
        "starts": _ON,
        "end": _ON,
        "ends": _ON,
        "close": _ON,
        "closes": _ON,
        "conclude": _ON,
        "concludes": _ON,
        "vote": _ON,
        "votes": _ON,
        "play": _ON,
        "plays": _ON,
        "leave": _ON,
        "leaves": _ON,
        "return": _ON,
        "returns": _ON,
        "appear": frozenset({"in", "before"}),
        "appears": frozenset({"in", "before"}),
        "fly": _ON,
        "flies": _ON,
        "go": _GO,
        "goes": _GO,
        "run": _UNTIL,
        "runs": _UNTIL,
        "travel": _ON,
        "travels": _ON,
        "come": frozenset({"into"}),
        "comes": frozenset({"into"}),
        "take": word_set("effect office place"),
        "takes": word_set("effect office place"),
    },
    arranging=word_set(
        "meeting flying leaving arriving returning travelling traveling opening starting hosting launching departing "
        "convening voting resuming"
    ),
    not_before_verb=word_set(
        "is are was were be been being "
        "the a an this these those its his her their our my your no any some all every each other another more many "
        "few several two three four five six of for in on at by from after before during with without into to "
        "did didn't didn’t not let make help"
    ),
    opens_noun=word_set("a an no its his her their another each every first second last next"),
    opens_group=word_set("the this that"),
    will=word_set("will shall won't i'll we'll he'll she'll they'll it'll"),
    would=word_set("would"),
    speaking=word_set("say comment confirm discuss elaborate identify speculate disclose give reveal answer"),
    nouns_in_ly=word_set("rally family assembly supply ally july monopoly italy"),
    possible=word_set("could"),
    perceived=word_set("seen heard reached located found felt determined verified confirmed"),
    fixed=word_set("set called fixed rescheduled announced"),
    falls_on=re.compile(
        r"\b(?:is|are|(?:it|that|he|she)['’]s|they['’]re)\s+(?:\w+ed\s+|out\s+|back\s+|likely\s+)?(?:on\s+)?$",
        re.IGNORECASE,
    ),
    moved_to=Lead(
        ("to", "early", "late"),
        re.compile(
            r"\b(?:moved|adjourned|postponed|rescheduled|delayed|shifted|deferred|put\s+(?:off|back)|pushed(?:\s+back)?|brought\s+forward)\b"
            r"[^.;]{0,60}\bto\s+(?:early\s+|late\s+)?$",
            re.IGNORECASE,
        ),
    ),
    extended_to=Lead(
        ("to", "through", "until", "till", "of", "the"),
        re.compile(
            r"\b(?:extend(?:s|ed|ing)?|renew(?:s|ed|ing)?|prolong(?:s|ed|ing)?)\b[^.;]{0,80}"
            r"\b(?:through|until|till|to)\s+(?:the\s+(?:end\s+of\s+)?)?(?:early\s+|late\s+|mid-)?$",
            re.IGNORECASE,
        ),
    ),
    fixed_as=re.compile(r"\s+(?:as\s+(?:a|an|the|its|his|her|their)\s+(?:new\s+|final\s+)?)?(?:deadline|date)\b"),
    fixed_just=re.compile(r"(?<!\bto\s)(?<!\bwill\s)\b(?:set|fixed|named)\s+(?:the\s+)?$"),
    runs_on=re.compile(r"\b(?:through|into)\s+$", re.IGNORECASE),
    made_to=word_set("let lets letting make makes made help helps helped"),
    looked_to=re.compile(
        r"\b(?:ahead\s+of|run-?up\s+to|await|awaits|awaiting|(?:wait|waiting|prepare|preparing|bracing|gearing\s+up)\s+for)\s+$",
        re.IGNORECASE,
    ),
    figures=re.compile(
        r"\b(?:profits?|earnings|loss(?:es)?|results|sales|revenues?|income|figures|turnover|deficit|surplus)\b[^.;]{0,40}\bfor\s+"
        r"(?:the\s+|its\s+|their\s+)?(?:early\s+|late\s+)?$",
        re.IGNORECASE,
    ),
    results=re.compile(
        r"\s+(?:\w+\s+)?(?:results?|earnings|profits?|loss(?:es)?|sales|revenues?|figures|data|report)\b"
    ),
    fixed_for=re.compile(r"\b(?:for|an?)\s+(?:early\s+|late\s+)?$", re.IGNORECASE),
    told_to=re.compile(
        r"\b(?:ordered|told|asked|urged|gave|given|required|instructed|allowed|pressed|directed|warned)\b[^,;]{0,60}\bto\s+[a-z]+\b[^,;]*$"
    ),
    given_in=re.compile(
        r"\b(?:according\s+to|in\s+an?\s+(?:\w+\s+)?(?:statement|interview|speech|report|letter|address|message|release|filing))\b"
        r"[^,;]*$",
        re.IGNORECASE,
    ),
    fate=re.compile(
        r"\s*(?:,[^,;]{1,60},)?\s+(?:was|were|has\s+been|have\s+been|had\s+been|did\s+not|didn['’]t|but)\b"
    ),
    limit=Lead(
        ("until", "till", "as", "least", "the"),
        re.compile(
            r"\b(?:(?:up\s+)?until|till|as\s+(?:early|soon)\s+as)\s+(?:at\s+least\s+)?(?:the\s+)?$", re.IGNORECASE
        ),
    ),
    done_before=re.compile(
        rf"\b(?=[a-z])(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bto\s)(?<!\bbeing\s){_NOT_PAST}(?P<verb>{_PAST})\s+(?:(?:effect|place|office|control|power|part|off|out|up|down|over)\s+)?"
        r"(?:(?:on|in|at|during|over|from|between|around|about)\s+)?(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?$",
        re.IGNORECASE,
    ),
    since=re.compile(
        r"\bsince\s+(?:shortly\s+|soon\s+|just\s+)?(?:before\s+|after\s+)?(?:the\s+|his\s+|her\s+|its\s+|their\s+)?$",
        re.IGNORECASE,
    ),
    until=re.compile(r"\bun?till?\b", re.IGNORECASE),
    lasted=re.compile(
        r"\b(?:lasted|remained|continued|stayed|ran|(?:was|were)(?!\s+\w+ed\b)|had|did|didn['’]t|went|held|kept|waited|served|worked|lived|ruled)\b[^.;]{0,60}$",
        re.IGNORECASE,
    ),
    coming=re.compile(
        r"['’]s\s+(?:[\w-]+\s+){0,2}(?:elections?|vote|referendum|summit|meeting|hearing|games?|match|talks|deadline|primary|debate|ballot"
        r"|session|runoff|polls?|final|semi-?final|derby|clash|race|rally|march|funeral|parade|launch|concert|ceremony|conference|trial"
        r"|fight|bout|fixture|inauguration|caucus(?:es)?)\b"
    ),
    past_forms=frozenset(_IRREGULAR.split("|")) | {"follows"},
    no_verbs=frozenset({"May", "March"}),
    not_past=word_set(
        "need indeed speed feed seed weed breed bed red wed shed exceed succeed proceed hundred sacred wicked "
        "naked united limited "
        "embed unprecedented aged kindred hatred creed greed steed"
    ),
    past=re.compile(rf"\b{_NOT_PAST}{_PAST}\b", re.IGNORECASE),
    planned=re.compile(
        r"\b(?:will|shall|['’]ll|plans?\s+to|planned\s+(?:to|for)|planning|expect(?:s|ed|ing)?|expires?|intends?|"
        r"scheduled|due\s+(?:to|for|on|in|by|back|out|next)|set\s+(?:to|for)|slated|going\s+to|(?:is|are)\s+to\s+\w+|upcoming|"
        r"forthcoming|next|tomorrow|hop(?:es?|ing)\s+to|aims?\s+to|(?:vow|pledge|promise|promis|threaten)(?:s|ed)?\s+to|prepar(?:es?|ing)\s+(?:to|for)|takes?\s+effect|would|deadline|effective)(?!\w)",
        re.IGNORECASE,
    ),
    hypothetical=re.compile(
        r"\b(?:if|could|might|(?-i:may\s+[a-z])|should|unless|whether|possibly|perhaps|would\s+have|"
        r"target|goal|forecasts?|projects?|predicts?)\b",
        re.IGNORECASE,
    ),
    perhaps=re.compile(r"(?-i:\b(?:may|might|could)\s+(?!have\b)[a-z]|^[Ii]f\b|\bunless\b)", re.IGNORECASE),
    condition=re.compile(r"\b(?:if|unless)\b", re.IGNORECASE),
    was_due=re.compile(
        r"\b(?:was|were|had\s+been)\s+(?:due|scheduled|meant|supposed|expected|set|to|hoping|planning)\b"
        r"|\b(?:planned|scheduled|due|slated|set)\s+(?:for|to)\b",
        re.IGNORECASE,
    ),
    was_due_with=word_set("due scheduled meant supposed expected set to hoping planning planned slated"),
    dropped=re.compile(
        r"\b(?<!be )(?:cancell?ed|postponed|delayed|called\s+off|scrapped|put\s+off|put\s+back|abandoned|shelved|"
        r"but\s+(?:\w+\s+)?(?:was|were|asked|pulled|withdrew))\b",
        re.IGNORECASE,
    ),
    unfulfilled=re.compile(
        r"\b(?:was|were)\s+(?:\w+ly\s+)?to\s+have\b|\bwould\s+have\s+(?:been\s+)?\w+(?:ed|en|t)\b|\bhad\s+been\s+(?:due|meant|supposed|expected|scheduled)\s+to\b",
        re.IGNORECASE,
    ),
    unfulfilled_with=word_set("have been"),
    said_before=re.compile(rf"\b{_REPORT}\s+(?:(?!that\b)\w+\s+){{0,2}}(?:on\s+)?$", re.IGNORECASE),
    said_after=re.compile(rf"\s+{_REPORT}\b", re.IGNORECASE),
    reporting=re.compile(rf"\b{_REPORT}\b", re.IGNORECASE),
    auxiliaries=_AUXILIARIES,
    finite=frozenset(_IRREGULAR.split("|"))
    | _AUXILIARIES
    | word_set(
        "begins begin starts start ends opens closes meets plans expects visits takes says seeks calls faces "
        "remains agrees announces "
        "wins loses dies arrests kills resigns launches votes follows targets makes shows leaves gives gets goes "
        "comes works wants"
    ),
    preposition=re.compile(
        r"(?:\b(?:in|on|at|by|since|until|from|during|of|for|before|after|between|through|throughout|around|about|early|late|"
        r"mid|earlier|later|the|as\s+of|(?<!took\s)(?<!take\s)(?<!takes\s)(?<!handed\s)over|within|to|and|dated|(?<!came\s)(?<!come\s)(?<!went\s)back|around|circa|beginning|starting|effective|again|only|just|"
        r"as\s+early\s+as|as\s+late\s+as|as\s+soon\s+as|towards?)\b\s*|[,(]\s*)$",
        re.IGNORECASE,
    ),
    leads=word_set(
        "in on at by since until from during of for before after between through throughout around about early late "
        "mid earlier later the over within to and dated back circa beginning starting effective again only just "
        "towards toward as"
    ),
    date_bound=re.compile(
        r"\b(?:no|not)\s+(?:earlier|later|sooner)\s+than\s+$|\bas\s+(?:early|late|soon)\s+as\s+$|\b(?:the\s+)?(?:early|small)\s+hours\s+of\s+$"
        r"|\b(?:the\s+)?whole\s+of\s+$",
        re.IGNORECASE,
    ),
    comparing=word_set("since the in for on of ended ending to from"),
    comparing_late=word_set("in for on of"),
    comparing_early=("from", "compared", "versus", "against"),
    compared=re.compile(
        r"\b(?:first|second|third|\w{3,}th|\w{3,}est|best|worst)\b[^,;.]{0,60}\bsince\s+(?:the\s+)?$"
        r"|\b(?:(?:down|up)\s+(?:\S+\s+)?from|compared\s+(?:with|to)|versus|against)\s[^,;]{0,40}\b(?:in|for|on|of)\s+$"
        r"|\bfrom\s+[\d£$€][^,;]{0,20}\b(?:in|for|on|of)\s+$"
        r"|\b(?:months|weeks|quarter|year|half|period)\s+(?:ended|ending|to)\s+$|\bdat(?:ing|es|ed)\s+(?:back\s+)?(?:from|to)\s+(?:the\s+)?$",
        re.IGNORECASE,
    ),
    titles=re.compile(
        r"(?:^|(?<=[a-z,;:]\s))(?:(?:[Ff]ormer|then|acting|[A-Z][a-z.]+|US|U\.S\.|UK|EU)\s+){0,3}"
        r"(?:(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Tt]rade|[Hh]ealth|[Pp]arty|[Vv]ice|[Dd]eputy)\s+)*"
        r"(?:[Pp]resident|[Mm]inister|[Ll]eader|[Pp]remier|[Cc]hancellor|[Ss]enator|[Gg]overnor|[Ss]ecretary(?:\s+of\s+[Ss]tate)?"
        r"|[Cc]hief|spokesman|spokeswoman|spokesperson|Mr\.|Mrs\.|Ms\.|Dr\.|Gen\.|Sen\.|Rep\.|Gov\.)\s+(?=[A-Z][a-z]+\s)"
    ),
    title_words=word_set(
        "President president Minister minister Leader leader Premier premier Chancellor chancellor Senator senator "
        "Governor governor Secretary secretary State state Chief chief spokesman spokeswoman spokesperson Mr. Mrs. Ms. "
        "Dr. Gen. Sen. Rep. Gov."
    ),
    loose_participles=word_set(
        "leading including resulting causing prompting following according making bringing meaning adding saying "
        "regarding concerning "
        "depending considering beginning starting ending ranging owing during everything something anything nothing"
    ),
    lead_words=word_set(
        "however meanwhile also still indeed instead separately finally originally then therefore moreover"
    ),
    loose_ends=word_set("shortly soon just only again most recently"),
    noun_after=re.compile(
        r"\s+(?!(?:and|or|to|in|of|on|at|by|for|from|with|as|when|while|but|the|a|an|he|she|it|they|we|is|was|were|had|has|that|who"
        r"|which|after|before|until|because|through|under|during|saw|brought|did|would|will)\b)[a-z]+"
    ),
    period_after=re.compile(r"\s+(?:period|quarter)\b"),
    names_a_thing=re.compile(r"\s+(?:[A-Z][\w.]*\s+){0,4}(?:[A-Z][a-z]+)\b"),
    not_event_before=re.compile(
        r"(?:\b(?:compared\s+(?:with|to)|than|versus|vs\.?|from\s+its|from\s+their|below|above|against|levels?\s+(?:of|in)|its|their|his|her|our|your)\s+$)",
        re.IGNORECASE,
    ),
    not_event_after=re.compile(
        r"\s+(?:levels?|sales|revenues?|profits?|earnings|outlooks?|forecasts?|budgets?|targets?|figures?|results?|season|models?|edition|"
        r"book|film|novel|song|album|movie|version|report\s+card|prices?|emissions?|sales\s+projections?|picture|census|population|"
        r"presidential|elections?\s+campaign)\b",
        re.IGNORECASE,
    ),
)
