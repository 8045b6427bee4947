"""The form of an entry: what a person may put right about it, or add by hand."""

from __future__ import annotations

from typing import Any

from django import forms

from editorial import comparing
from editorial.date_box import Echo, look_at
from editorial.review import Change
from timelines.models import Article, Entry, Event
from timelines.wording import date_words

STATUSES = [
    (Event.Status.PAST, "It happened"),
    (Event.Status.PLANNED, "It is planned"),
    (Event.Status.HYPOTHETICAL, "It may happen"),
]


class EntryForm(forms.Form):
    """Date as people write it, headline, description, status.

    `version` says which state of the entry was open, `was` with which text; `article`, `start` and `end` say which
    words a new entry cites.
    """

    date = forms.CharField(
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Write a date, as in “late June 2019” or “2024”."},
    )
    headline = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 1, "class": "field__control--headline"}),
        error_messages={
            "required": "Write a headline.",
            "max_length": "A headline has at most %(limit_value)d characters; this one has %(show_value)d.",
        },
    )
    description = forms.CharField(
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "field__control--serif"}),
    )
    status = forms.ChoiceField(choices=STATUSES, initial=Event.Status.PAST, required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    was = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    article = forms.IntegerField(required=False, widget=forms.HiddenInput)
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, entry: Entry | None = None, article: Article | None = None, **kwargs: Any
    ) -> None:
        # Two forms may be open on one page.
        kwargs.setdefault("auto_id", f"id_%s_{entry.pk if entry else 'new'}")
        super().__init__(data, initial={**(filled_in(entry) if entry else {}), **kwargs.pop("initial", {})}, **kwargs)
        self.entry, self.article_row = entry, article
        self._echo: Echo | None = None

    @property
    def echo(self) -> Echo | None:
        """How the date in the box is read; None while the box is empty."""
        typed = str(self["date"].value() or "").strip()
        if typed and (self._echo is None or self._echo.typed != typed):
            self._echo = look_at(typed, entry=self.entry, article=self.article_row)
        return self._echo if typed else None

    def clean_date(self) -> str:
        """Refuse what cannot be read, and what is more precise than the sources."""
        if self.echo and self.echo.message:
            raise forms.ValidationError(self.echo.message)
        return str(self.cleaned_data["date"])

    def clean_headline(self) -> str:
        """On one line."""
        return " ".join(self.cleaned_data["headline"].split())

    def change(self) -> Change:
        """What the verb takes; only for a valid form."""
        if self.echo is None or self.echo.reading is None:
            raise ValueError("the form is not valid")
        values = self.cleaned_data
        status = values["status"] or Event.Status.PAST
        return Change(self.echo.reading, values["headline"], values["description"], status)


def filled_in(entry: Entry) -> dict[str, Any]:
    """The entry as the form shows it."""
    event = entry.event
    return {
        "date": date_words(event.edtf, event.mod or None),
        "headline": event.headline,
        "description": event.description,
        "status": event.status,
        "version": entry.version,
        "was": comparing.mark_of(event.edtf, event.mod, event.headline, event.description, event.status),
    }
