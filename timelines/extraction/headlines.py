"""A headline of at most 12 words from the clause that carries a date: the date phrase out, readable, true to the text.

The words are the source's, in its order. Three things are added where the clause needs them to stand alone: the subject
it has in its sentence ("…, who was pardoned"), "was" before a participle ("the dam, completed"), and who said it.
"""

from __future__ import annotations

from timelines.extraction.bodies import CONDITIONS, Bodies, copy_of
from timelines.extraction.clause import Clause
from timelines.extraction.languages import Language
from timelines.extraction.statements import Part, Statement
from timelines.extraction.tokens import Token
from timelines.extraction.trimming import MOST_WORDS, Draft, line

_FAR = 3
_DONE = ("finite", "either", "participle", "adverb")
_HAPPENING = ("after", "before", "following", "for", "over", "since")


def headline(statement: Statement, number: int, planned: bool, language: Language) -> str:
    """The headline for the date ``number`` of a statement; "" where the statement has none of that number."""
    return " ".join(_made(statement, number, planned, language).split()[:MOST_WORDS])


def _made(statement: Statement, number: int, planned: bool, language: Language) -> str:
    said = statement.said.tokens
    part, place = statement.places.get(number, (None, -1))
    if part is None:
        return ""
    if part is statement.content:
        writer = Writer(statement.content, planned, language)
        made = line(writer.draft(place), said, language)
        made = made if _stands(made) else line(writer.whole(), said, language)
        return made or line(Draft(writer.words), [], language)
    if statement.said.of[place].kind != "main":
        return line(Writer(statement.said, planned, language).draft(place), [], language)
    return line(Writer(statement.content, planned, language).whole(), said, language, dated=True)


def _stands(made: str) -> bool:
    """Whether it says anything: two words, and no bare infinitive."""
    words = made.split()
    return len(words) >= 2 and words[0] != "To"


class Writer:
    """Puts together the words of one clause of a sentence."""

    def __init__(self, part: Part, planned: bool, language: Language) -> None:
        self.words, self.of, self.planned, self.language = part.tokens, part.of, planned, language
        self.bodies = Bodies(part)

    def whole(self) -> Draft:
        """The main clause, with its dates left in."""
        main = next((c for c in self.of if c.kind == "main" and c.verb >= 0), None)
        if main is None:
            return Draft([token for token in self.words if token.kind != "date"])
        return Draft([self.words[i] for i in self.bodies.body(main, -1, dates=True)])

    def draft(self, place: int) -> Draft:
        """The words for the date at ``place``."""
        clause = self._carrier(place)
        if all(c.verb < 0 for c in self.of):
            return self.whole()
        named = self._described_noun(place) or self._named(clause, place)
        if named:
            return Draft(named)
        if clause.kind == "ing" and not clause.loose and clause.parent is not None:
            if self._gerund_alone(clause, clause.parent):
                return Draft(self._texts(self.bodies.body(clause, place)))
            clause = clause.parent
        if clause.kind == "sub" and self.words[clause.start].low in CONDITIONS:
            return self.whole() if self.words[clause.start].low == "whether" else self._conditional(place)
        if clause.kind == "relative" and self._of_anybody(clause):
            return self._conditional(place)
        return self._having(clause, place) or self._plain(clause, place)

    def _of_anybody(self, clause: Clause) -> bool:
        """ "anyone who was there", "those who fled": without its clause the pronoun would mean somebody else."""
        subject = clause.subject
        return bool(subject) and self.words[subject[-1]].low in self.language.forms.anybody

    def _having(self, clause: Clause, place: int) -> Draft | None:
        """ "Having won the seat in 2014, she left in 2019": she had won it."""
        own = clause.opening if place in clause.opening else clause.words
        if clause.kind != "main" or len(own) < 2 or self.words[own[0]].low != "having":
            return None
        if self.words[own[0] + 1].kind not in _DONE and self.words[own[0] + 1].low != "been":
            return None
        later = (c for i, c in enumerate(self.of) if i > place and c.kind == "main" and c.verb > place)
        subject = next((c.about() for c in later), [])
        if not subject:
            return None
        end = next((i for i in range(place, len(self.words)) if self.words[i].kind == "comma"), len(self.words))
        told = [token for token in self.words[own[0] + 1 : end] if token.kind != "date"]
        return Draft([*self._texts([i for i in subject if i > place]), Token("had", "had", "finite"), *told])

    def _plain(self, clause: Clause, place: int) -> Draft:
        """The clause with its subject, and the words that report it."""
        body = self._with_object(clause, place) if clause.antecedent else self._texts(self.bodies.body(clause, place))
        subject = self._subject(clause)
        if clause.kind in ("participle", "ing") or (clause.kind == "and" and self._needs_auxiliary(clause)):
            subject = [*subject, self._was(clause)] if subject else subject
        if clause.kind == "said" and clause.parent is not None:
            return Draft(body, self._frame(clause.parent))
        if subject and body and clause.kind == "participle":
            body[0] = body[0].spelt(body[0].low, body[0].low)
        return Draft([*subject, *body])

    def _carrier(self, place: int) -> Clause:
        """The clause that a date belongs to: the one it stands in, save where that only describes or has no verb.

        A bare date after a long description is the sentence's: "strikes on groups affiliated with the Guard the same
        day".
        """
        clause = self.of[place]
        if clause.kind == "main" and clause.verb < 0:
            later = (c for i, c in enumerate(self.of) if i > place and c.kind == "main" and c.verb >= 0)
            return next(later, clause)
        parent = clause.parent
        if clause.kind == "participle" and not clause.loose and parent is not None and parent.verb >= 0:
            bare = self.words[place].low.split(" ", 1)[0] not in self.language.forms.prepositions
            return parent if bare and place - clause.verb_end >= _FAR else clause
        return clause

    def _gerund_alone(self, clause: Clause, parent: Clause) -> bool:
        """ "was fined on Friday for pumping sewage in 2019": the parent has its own date."""
        dated = self.bodies.is_dated(parent)
        return dated and self.words[clause.verb].low not in ("being", "having")

    # The words of a clause ---------------------------------------------------------------------------------------

    def _texts(self, body: list[int]) -> list[Token]:
        return [self.words[i] for i in body]

    def _conditional(self, place: int) -> Draft:
        """All of "If he refuses, …", or of "Anyone who was there … should …"."""
        kept = [token for i, token in enumerate(self.words) if i != place]
        return Draft([token.of_kind("word") if token.kind == "relative" else token for token in kept])

    def _described_noun(self, place: int) -> list[Token]:
        """ "restored a 2017 pardon": a year that describes a thing dates that thing alone, if it is not the subject."""
        date, clause = self.words[place], self.of[place]
        before = self.words[place - 1] if place else None
        if before is None or before.low not in ("a", "an", "the") or not date.word.isdigit() or place < clause.verb:
            return []
        if place + 1 >= len(self.words) or self.words[place + 1].kind != "word":
            return []
        end = place + 1
        while end < len(self.words) and self.words[end].kind in ("word", "preposition", "determiner", "adverb"):
            end += 1
        return self.words[place + 1 : end]

    def _named(self, clause: Clause, place: int) -> list[Token]:
        """ "…, after a fire in 2017": a happening that a noun names, where the verb has a date of its own."""
        dates = [i for i in clause.words if i < place and self.bodies.is_date(i)]
        for i in clause.words if dates else ():
            opens = dates[-1] < i < place - 1 and self.words[i].low in _HAPPENING
            if opens and self.words[i + 1].kind in ("determiner", "ing"):
                return self.words[i + 1 : place]
        return []

    def _with_object(self, clause: Clause, place: int) -> list[Token]:
        """ "the majority it had held": it had held the majority."""
        body = self.bodies.body(clause, place)
        at = sum(1 for i in body if i < clause.verb_end)
        return [*self._texts(body[:at]), *(self.words[i] for i in clause.antecedent), *self._texts(body[at:])]

    def _subject(self, clause: Clause) -> list[Token]:
        parent = clause.parent
        if clause.kind == "and" and parent is not None and parent.whose:
            own = [self.words[i] for i in parent.words if parent.start < i < parent.verb and not self.bodies.is_date(i)]
            return [*self._subject(parent), *own]
        about = clause.subject
        if not about and clause.kind in ("participle", "ing") and clause.loose and parent is not None:
            about = [i for i in parent.about() if self.words[i].kind != "comma"]
        made = [self.words[i] for i in about if not self.bodies.is_date(i)]
        if clause.whose and made:
            made[-1] = copy_of(made[-1], f"{made[-1].word}’s")
        return made

    def _needs_auxiliary(self, clause: Clause) -> bool:
        """ "was founded in 1990 and sold": a participle that needs the auxiliary before it."""
        verb = next((i for i in clause.words if i > clause.start and self.words[i].kind not in ("adverb", "and")), None)
        parent = clause.parent
        if clause.verb >= 0 and self.words[clause.verb].kind == "finite":
            return False
        if verb is None or self.words[verb].kind not in ("either", "participle") or parent is None or parent.verb < 0:
            return False
        group = [self.words[k] for k in range(parent.verb, parent.verb_end)]
        passive = any(token.low in self.language.forms.passive_auxiliaries for token in group)
        if parent.kind != "participle" and not (passive and any(t.kind in ("either", "participle") for t in group)):
            return False
        after = next((self.words[i] for i in clause.words if i > verb), None)
        open_ = after is None or after.kind in ("preposition", "date", "comma", "to", "adverb")
        return self.words[verb].kind == "participle" or open_

    def _was(self, clause: Clause) -> Token:
        """ "was" or "were", for what is to come "is" or "are"; of two participles the second takes the first's."""
        parent = clause.parent
        if clause.kind == "and" and parent is not None and parent.kind != "participle":
            group = [self.words[k] for k in range(parent.verb, parent.verb_end)]
            last = max(n for n, token in enumerate(group) if token.kind in ("either", "participle"))
            word = " ".join(token.word for token in group[:last] if token.kind not in ("date", "adverb"))
        else:
            many = _many([self.words[i] for i in clause.subject], self.language)
            word = ("are" if many else "is") if self.planned else ("were" if many else "was")
        return Token(word, word, "finite")

    def _frame(self, frame: Clause) -> list[Token]:
        """The words that report: "Police said"."""
        markers = self.bodies.marker(frame)
        made = [token for token in self._subject(frame) if token.kind != "date"]
        for i in frame.words:
            token = self.words[i]
            if i in markers or token.kind == "date":
                continue
            past = self.language.forms.reporting_past.get(token.low) if frame.kind == "ing" else None
            made.append(Token(past, past, "finite", at=token.at) if past else token)
        if frame.kind == "said" and frame.parent is not None:
            made = [*self._frame(frame.parent), *made]
        return made


def _many(subject: list[Token], language: Language) -> bool:
    """Whether a subject is more than one, by its head."""
    if not subject:
        return False
    end = next((n for n, token in enumerate(subject) if n and token.kind == "preposition"), len(subject))
    head = subject[end - 1]
    if any(token.low == "and" for token in subject[:end]):
        return True
    ends = head.low.endswith("s") and not head.low.endswith(("ss", "'s", "us", "is"))
    plural = ends and (len(subject) == 1 or not head.word[:1].isupper())
    return plural or head.low in language.forms.people or head.low in ("we", "they", "you")
