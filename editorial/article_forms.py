"""Forms of articles and timelines. What they clean goes to a verb as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.files.uploadedfile import UploadedFile
from django.utils.dateparse import parse_date

from editorial import importing, naming
from editorial.intake import Details
from timelines.models import Article, Timeline

LANGUAGES = sorted(
    ((code, info["name"]) for code, info in LANG_INFO.items() if len(code) == 2 and "name" in info),
    key=lambda choice: str(choice[1]),
)


if TYPE_CHECKING:
    TimelineModelForm = forms.ModelForm[Timeline]
    File = UploadedFile[bytes]
else:  # these classes take no parameters at run time
    TimelineModelForm, File = forms.ModelForm, UploadedFile


class ManyFilesInput(forms.ClearableFileInput):
    """A file field that takes several files at once."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Cleans to the list of uploaded files; what is in them is looked at one by one later."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[File]:
        """The files, at least one where the field is required."""
        files = [data] if isinstance(data, UploadedFile) else list(data or [])
        if self.required and not files:
            raise forms.ValidationError("Choose at least one file.")
        return files


class DayInput(forms.DateInput):
    """A browser's own date field; a text field where what was typed is no day, for a date field would lose it."""

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """As every widget's, the kind of field chosen by the value."""
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        context["widget"]["type"] = "date" if not shown or self._is_day(shown) else "text"
        return context

    @staticmethod
    def _is_day(text: str) -> bool:
        try:
            return parse_date(text) is not None
        except ValueError:  # written as a day, but February has none such
            return False


class UploadForm(forms.Form):
    """One or many files."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A class attribute of that name would hide the form's own `files`.
        self.fields["files"] = ManyFilesField(label="Files", allow_empty_file=True)


class ArticleForm(forms.Form):
    """What is known about an article. An unknown publication date may stay empty."""

    title = forms.CharField(max_length=500, required=False)
    publisher_name = forms.CharField(label="Publisher", max_length=200, required=False)
    byline = forms.CharField(max_length=300, required=False)
    url = forms.URLField(
        label="Address",
        max_length=2000,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),  # a field of type url may not hold what was refused
    )
    published = forms.DateField(
        label="Published on",
        required=False,
        widget=DayInput(),
        help_text="“Tuesday” and “last month” are counted from this day. Leave it empty if you do not know it.",
    )
    language = forms.ChoiceField(choices=LANGUAGES, required=False)

    def keep_language(self, article: Article) -> ArticleForm:
        """Offer the article's present language too, where the list does not name it: saving must not change it."""
        field = self.fields["language"]
        if isinstance(field, forms.ChoiceField) and article.language not in dict(LANGUAGES):
            field.choices = [(article.language, article.language), *LANGUAGES]
        return self

    @classmethod
    def sent(cls, data: Mapping[str, str], article: Article) -> ArticleForm:
        """The form as it was sent; the button that takes the dateline's day stands for typing that day."""
        day = data.get("dateline")
        return cls({**data, "published": day} if day else data).keep_language(article)

    @classmethod
    def of(cls, article: Article) -> ArticleForm:
        """The form filled with what is known of a stored article."""
        form = cls(
            initial={
                "title": article.title,
                "publisher_name": article.publisher.name if article.publisher else "",
                "byline": article.byline,
                "url": article.url,
                "published": article.published,
                "language": article.language,
            },
            auto_id=f"id_{article.pk}_%s",
        )
        return form.keep_language(article)

    def details(self) -> Details:
        """What was typed, for `intake`. Call only when the form is valid."""
        data = self.cleaned_data
        return Details(
            title=data["title"],
            publisher=data["publisher_name"],
            byline=data["byline"],
            url=data["url"],
            published=data["published"],
            language=data.get("language") or None,
        )


class PasteForm(ArticleForm):
    """Text from the clipboard, with what is known about it."""

    text = forms.CharField(label="Article text", strip=False, widget=forms.Textarea(attrs={"rows": 10}))
    field_order = ("text", "title", "publisher_name", "byline", "url", "published")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["language"]  # found in the text itself; it can be put right afterwards

    def clean_text(self) -> str:
        """The text, if it is not too long to read."""
        text: str = self.cleaned_data["text"]
        if len(text) > settings.DATELINE_MAX_TEXT_CHARS:
            raise forms.ValidationError(
                f"This text has {len(text):,} characters; the limit is {settings.DATELINE_MAX_TEXT_CHARS:,}. "
                "It is still in the box: bring it in as several parts."
            )
        return text


class ImportForm(forms.Form):
    """A file that holds a whole timeline, and what it is to be called here."""

    file = forms.FileField(
        label="File",
        error_messages={"required": "Choose a file.", "empty": "The file is empty. Nothing was imported."},
        widget=forms.FileInput(attrs={"accept": ".csv,.json,.tsv,.txt,text/csv,application/json"}),
    )
    title = forms.CharField(
        max_length=200,
        required=False,
        help_text="Taken from the file, or from the file’s name, where it is left empty.",
    )
    slug = forms.SlugField(
        label="Address",
        max_length=80,
        required=False,
        help_text="The last part of the page’s address. Made from the title where it is left empty.",
    )

    def clean_slug(self) -> str:
        """An address that is still free, or none."""
        slug: str = self.cleaned_data["slug"]
        if slug and Timeline.objects.filter(slug=slug).exists():
            raise forms.ValidationError("Another timeline has this address. Choose another.")
        return slug

    def clean_file(self) -> File:
        """A file that is not too large to look into."""
        file: File = self.cleaned_data["file"]
        if (file.size or 0) > importing.SIZE_MAX:
            most = importing.SIZE_MAX // 2**20
            raise forms.ValidationError(f"The file has more than {most} MB. Nothing was imported; split it.")
        return file


class TimelineForm(TimelineModelForm):
    """Title, address and the words under the title."""

    class Meta:
        model = Timeline
        fields = ("title", "slug", "standfirst", "byline", "topics")
        labels = {"slug": "Address"}
        help_texts = {"slug": "The last part of the page's address. Made from the title where it is left empty."}
        widgets = {"standfirst": forms.Textarea(attrs={"rows": 3}), "topics": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        if self.instance.live_edition_id:
            self.fields["slug"].disabled = True
            self.fields["slug"].help_text = "Readers have this address; it stays."

    def clean_slug(self) -> str:
        """What was typed, or an address that is still free, made from the title."""
        slug: str = self.cleaned_data["slug"]
        if slug:
            return slug
        return naming.free_address(self.cleaned_data.get("title", ""), self.instance.pk)
