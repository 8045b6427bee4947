"""English verb forms that the clause reader knows: irregular ones, and the present forms that news uses most."""

from __future__ import annotations

from timelines.extraction.languages import Forms, word_set

_PAST_ONLY = word_set(
    "knelt wept leapt slid sped strode spat shrank stank swore trod arose "
    "went came took gave saw began became fell rose grew flew drew drove broke spoke wrote chose froze stole "
    "swore tore woke wore rode shook ran sank drank rang sang swam threw knew withdrew overthrew underwent ate "
    "bore forgot forgave forbade hid arose awoke overran overtook undertook sprang died fled lied happened "
    "occurred arrived vanished disappeared emerged resigned erupted drowned returned agreed travelled traveled "
    "participated succeeded failed refused declined attempted wanted hoped tried seemed appeared existed "
    "lasted remained stayed belonged hesitated insisted responded replied reacted escaped surrendered visited "
    "married intended pleaded objected stood sat collapsed crashed retired"
)
_PAST_OR_PARTICIPLE = word_set(
    "made got said told met left held won lost led fought brought bought sold sent spent paid struck shot hit "
    "built burnt dealt felt found kept laid lent meant sought slept swept taught thought understood stuck "
    "swung hung heard fed bled bound caught clung crept dug put set let shut split cost hurt quit cast spread "
    "cut freed sued tied ground"
)
_PARTICIPLE = word_set(
    "born written built known taken given seen held begun become fallen risen grown flown drawn driven broken "
    "spoken chosen frozen stolen sworn torn thrown withdrawn shown worn hidden beaten eaten forgotten run done "
    "gone been overthrown undertaken overtaken struck shot hung laid won lost made sold sent found forbidden "
    "forgiven sunk"
)
_BASE = word_set(
    "accept accuse add affect agree aim allege allow announce apply argue arrive ask attend believe belong "
    "blame bring call carry celebrate claim close come compete concede confirm consider contain continue cover "
    "deal decide demand deny depend describe detain die discuss display donate employ end enjoy enter estimate "
    "exist expect expire face feel fight find follow force get give go happen hear help hit hope include "
    "increase insist intend introduce investigate invest join keep kill know lead learn leave lie limit live "
    "lose make mark mean meet need offer open oppose own pay plan play prepare prevent produce promise protest "
    "prove provide publish push raise reach receive recommend reject remember replace report represent require "
    "resign respond return reveal rise rule run say see seek seem sell send serve show sign speak spend stand "
    "start stay stop struggle suggest suffer support suspect take talk target tell tend test think threaten "
    "travel try turn understand unveil urge use visit vote wait want warn watch weigh win wish work worry "
    "write remain arrest fear doubt deliver launch declare commemorate control deploy"
)

FORMS = Forms(
    past_only=_PAST_ONLY,
    past_or_participle=_PAST_OR_PARTICIPLE,
    participle=_PARTICIPLE,
    base=_BASE,
    never_nouns=word_set("ends begins starts expires opens closes goes comes becomes remains dies arrives happens"),
    auxiliaries=word_set(
        "is are was were am has have had do does did will would can could may might shall should must isn't aren't "
        "wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't shouldn't "
        "mustn't needn't mightn't"
    ),
    passive_auxiliaries=word_set("is are was were been be being isn't aren't wasn't weren't"),
    contracted=word_set("'s 're 'll 'd 've 'm"),
    determiners=word_set(
        "the a an this that these those its his her their our my your some any no every each all both another more "
        "most many few several much"
    ),
    articles=word_set("the a an its his her their our my your this these those no"),
    adverbs=word_set("not never also already still again now only just first last"),
    prepositions=word_set(
        "of in on at by for from to with into onto over under about after before since until till during between "
        "among against through throughout across around near behind beside beyond within without towards toward "
        "upon off out up down amid despite following per via as than like along above below outside inside "
        "alongside aboard regarding concerning including except because unlike"
    ),
    subordinators=word_set(
        "after before since until till when while whereas because although though if unless as once whether where "
        "lest that how why what"
    ),
    coordinators=word_set("and but or nor yet so then"),
    relatives=word_set("who whom whose which"),
    pronouns=word_set("i you he she it we they who there this that everyone everybody nobody someone anyone all"),
    anybody=word_set("anyone anybody everyone everybody nobody none those all any whoever"),
    people=word_set("police people children women men staff both many most some few several crowds troops"),
    fillers=word_set("be been being have not remain remained stay"),
    nominative=word_set("he she it they we i"),
    about=word_set("over on about into against between"),
    with_thing=word_set("found saw heard showed told"),
    with_hearer=word_set("told tell tells warned assured reminded"),
    perceiving=word_set(
        "see sees saw seen want wants wanted have has get gets got keep kept leave left hear heard find"
    ),
    reporting_past={
        "alleging": "alleged",
        "claiming": "claimed",
        "saying": "said",
        "adding": "added",
        "arguing": "argued",
        "warning": "warned",
        "insisting": "insisted",
        "telling": "told",
        "promising": "promised",
        "suggesting": "suggested",
        "showing": "showed",
        "finding": "found",
        "noting": "noted",
        "announcing": "announced",
    },
    with_clause=word_set(
        "emerged alleging claiming arguing warning insisting promising suggesting "
        "say says said saying tell tells told announce announces announced report reports reported claim claims "
        "claimed deny denies denied believe believes believed think thinks thought hope hopes hoped fear fears "
        "feared allege alleges alleged warn warns warned argue argues argued insist insists insisted promise "
        "promises promised suggest suggests suggested add adds added know knows knew known hear hears heard find "
        "finds found show shows showed confirm confirms confirmed estimate estimates estimated state states stated "
        "admit admits admitted reveal reveals revealed note notes noted acknowledge acknowledges acknowledged "
        "declare declares declared predict predicts predicted explain explains explained recall recalls recalled "
        "write writes wrote testify testifies testified conclude concludes concluded agree agrees agreed expect "
        "expects expected feel feels felt learn learned learnt decide decided realise realised realize realized "
        "tweet tweeted doubt doubts doubted rule ruled stress stressed indicate indicates indicated emphasise "
        "emphasised emphasize emphasized vow vowed complain complained mean means meant see saw"
    ),
)
