"""What a moderator may say when publishing or returning."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from editorial.admin.preview import Preview


class PublishForm(forms.Form):
    """The revision that was read; from the second Edition on, what it puts right. Cleans to what the verb takes."""

    revision = forms.IntegerField(min_value=0, error_messages={"required": "Open the page again and read it."})
    correction = forms.CharField(
        label="Correction for readers",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What was wrong and what is right. Readers see it in the list of corrections.",
    )
    about = forms.TypedChoiceField(
        label="The correction concerns",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "That entry is not in the timeline any more. Choose again."},
    )

    def __init__(self, data: Any = None, *, preview: Preview) -> None:
        super().__init__(data, auto_id="publish_%s")
        if preview.first:  # there is nothing yet to put right
            del self.fields["correction"], self.fields["about"]
            return
        about = cast("forms.ChoiceField", self.fields["about"])
        about.choices = [
            ("", "The whole timeline"),
            *((entry.id, f"{entry.words}: {entry.short_headline}") for entry in preview.page.entries),
        ]

    def clean(self) -> dict[str, Any]:
        """An entry alone says nothing."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("about") and not values.get("correction") and "correction" not in self.errors:
            self.add_error("correction", "Say what was wrong with that entry, or choose the whole timeline.")
        return values


class ReturnForm(forms.Form):
    """Why it is not published yet."""

    note = forms.CharField(
        label="Note to the desk",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What is missing, or wrong. Whoever submitted it reads this.",
        error_messages={"required": "Write a note that says what is missing. The timeline is still waiting."},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="return_%s")
