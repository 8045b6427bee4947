"""What looks like a date in English and is none: these spans keep every other rule out."""

from __future__ import annotations

from timelines.extraction.languages.en.fragments import rule

_THINGS = (
    "percent|per\\s?cent|degrees|km|kilomet\\w+|miles|met(?:er|re)s|feet|ft|kg|tons?|tonnes?|pounds|people|dollars|euros|cents|votes"
    "|seats|points|shares|troops|soldiers|men|women|children|passengers|employees|homes|houses|barrels|acres|hectares"
)
_LAWS = (
    "Act|Bill|Law|Directive|Regulation|Regulations|Order|Code|Decree|Statute|Ordinance|Convention|Protocol|Charter|Agreement"
    "|Treaty|Report|Review|Budget|Census|Survey|Index|Rules|Guidelines|Strategy|Plan|Vision|Horizon|Project|Mission|Goal"
)
_PAPERS = (
    "Times|Telegraph|Mirror|Express|Mail|Herald|Post|Star|Sun|People|Independent|Business|World|Tribune|Mosque|Club|Group"
    "|Market|School|Agreement|Review|Magazine"
)
_STREETS = (
    "Street|St\\b|Road|Rd\\b|Avenue|Ave\\b|Lane|Drive|Boulevard|Blvd|Way|Close|Court|Place|Square|Terrace|Crescent"
)
_CARS = (
    r"Acura|Alfa\s+Romeo|Aston\s+Martin|Audi|Bentley|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Citro[eë]n|Dodge|Ferrari"
    r"|Fiat|Ford|GMC|Harley-Davidson|Honda|Hyundai|Infiniti|Jaguar|Jeep|Kia|Land\s+Rover|Lexus|Maserati|Mazda|Mercedes"
    r"|Mitsubishi|Nissan|Oldsmobile|Opel|Peugeot|Pontiac|Porsche|Range\s+Rover|Renault|Rolls-Royce|Saab|Skoda|Subaru"
    r"|Suzuki|Tesla|Toyota|Vauxhall|Volkswagen|Volvo|VW|Yamaha"
)
_BODIES = "sedan|saloon|pickup|truck|SUV|van|minivan|hatchback|coupe|coupé|convertible|wagon|car|motorcycle|motorbike"
_FIRMS = "Motors?|Co|Corp|Corporation|Company|Group|AG|Inc|Foundation|Credit|Cup|Open|Classic|Memorial"
_REVOLTS = "Revolution|Uprising|Rising|Manifesto|Crisis|War|Massacre|Madness|Coup|Pogrom|Accords?"
BLOCKED = {
    "not-a-date": rule(
        "#1 #2 #3 #4 high "
        "boeing airbus flight route highway chapter section article page room channel agenda area apollo windows "
        "office peugeot ps psalm resolution world euro expo olympics no number nos second daily weekly usa sunday "
        "friday black today "
        "summer winter may march april june august jan dec sun sat mon mar sep christmas last next three a one "
        "this fall spring page flights pages rooms room psalms directive version versions release build asteroid comet "
        "september october november february january july ides act bill law regulation regulations order code decree "
        "vision horizon project mission goal plan strategy report review budget census survey index rules guidelines "
        "convention protocol charter treaty agreement statute ordinance population monday tuesday wednesday thursday "
        "saturday super giving bloody good easter model models rs inr usd eur gbp",
        r"today['’]s\s+(?:world|youth|young|society|generation|standards|children|technology|(?:\w+\s+)?computers)\b"
        r"|(?-i:Boeing|Airbus|Flight|Route|Highway|Peugeot|Apollo|Windows|Office|Chapter|Section|Article|Page|Room|Channel|Agenda"
        r"|Area|Psalm|PS)\s+(?:No\.?\s+)?[A-Z]{0,2}-?\d+(?:[-/]\d+)*"
        r"|resolution\s+(?:No\.?\s+)?\d+|(?:pages?|rooms?|flights?|psalms?)\s+\d+"
        rf"|(?-i:{_LAWS})\s+(?:No\.?\s+)?(?:\d{{4}}(?:/\d+(?:/[A-Z]+)?)?)(?![\d-])(?!\s+(?:and|or|to)\s+\d)"
        r"|(?:asteroid|comet)\s+\d{4}\s+[A-Z]{1,2}\d*|(?:version|release|build|v)\.?\s+\d+(?:\.\d+)+"
        r"|\d+(?:\.\d+){3,}|population\s+of\s+(?:about\s+|some\s+|over\s+)?\d{4}\b"
        r"|(?:Rs\.?|INR|USD|EUR|GBP)\s?\d[\d,.]*"
        r"|(?:0\d{2,4}[\s-]\d{3,4}[\s-]\d{3,4}|0\d{4}[\s-]\d{5,6}|\d{3}-\d{3}-\d{4}|\d{3}-\d{4})(?![\d-])"
        rf"|(?<=\bat\s)\d{{1,4}}\s+(?-i:(?:[A-Z]\w+\s+){{1,3}}(?:{_STREETS}))"
        rf"|(?-i:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:{_REVOLTS}))\b"
        r"|(?-i:Ides\s+of\s+March)"
        r"|(?-i:World\s+Cup|Euro|Expo|Olympics)\s+\d{4}\b"
        r"|(?-i:Nos?\.|Number)\s+\d+"
        r"|(?:(?<=\ba\s)|(?<=the\s)|(?<=['’]s\s)|(?<=\bhis\s)|(?<=\bher\s)|(?<=heir\s)|(?<=red\s)|(?<=blue\s)|(?<=hite\s)"
        r"|(?<=lack\s)|(?<=lver\s)|(?<=gr[ae]y\s)|(?<=reen\s)|(?<=gold\s)|(?<=\bold\s)|(?<=olen\s))"
        rf"(?-i:(?:19|20)\d\d\s+(?:{_CARS})(?:\s+(?:{_BODIES})\b|[\s-]+(?!(?:{_FIRMS})\b)(?:[A-Z]\w*|[A-Z]?-?\d\w*)\b))"
        r"|(?-i:\d{1,3}\s+(?:Minutes|Hours|Days|Weeks))(?=[,.?!]?['\"”’])"
        rf"|\d+(?:\.\d+)?\s?(?:%|°|(?:{_THINGS})\b)"
        r"|(?-i:Second|second)\s+(?:World|Lady|Amendment|Lt|Lieutenant|Street|Avenue|time|place|straight|term)\b"
        r"|(?-i:Daily\s+[A-Z]\w+|Weekly\s+[A-Z]\w+|USA\s+Today"
        rf"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+(?:{_PAPERS})\b"
        r"|(?:Super|Giving)\s+Tuesday|Saturday\s+Night\s+(?:Live|Massacre|Fever)|Good\s+Friday\s+(?:Agreement|Accords?|deal)"
        r"|Easter\s+(?:Rising|Offensive|Island|eggs?|bunny)|Friday\s+Harbor|Black\s+Sunday|Bloody\s+Sunday|Today\s+show"
        r"|[Ss]ummer\s+(?:Olympic|Palace|Games)\w*|[Ww]inter\s+(?:Olympic|Palace|Games)\w*)"
        r"|(?-i:This\s+Week)(?=[\"”'’,]|\s+[Ww]ith\b)"
        r"|(?-i:mar|jan|dec|sun|sat|mon)\b"
        r"|(?:Christmas|season)\s+(?:trees?|carols?|cards?|gifts?|shopping|presents?|lights)\b"
        r"|(?:last|next)\s+(?:resort|straw|minute|names?|generation|door|chance|steps?|round|time)\b"
        r"|high\s+noon\b"
        r"|(?:last|next)\s+(?:but|in|on|of|to|for)\b"
        r"|three[-\s]quarters?\b(?:\s+of\s+an?\s+(?:hour|century|mile)\b)?|(?:a|one)\s+quarter\b(?![-\s]+(?:century|hour|year)|\s+of\s+a\s+century)|(?:a|one|this)\s+time\b|(?-i:One\s+day)\b",
    ),
}
