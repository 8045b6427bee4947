"""A stylesheet is collected with those it imports, so that a page waits for one file."""

import json
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from editorial.sheets import SheetStorage, WholeSheets


def sheets(folder: Path, **texts: str) -> FileSystemStorage:
    """A storage of stylesheets in css/, and a picture they may show."""
    for name, text in texts.items():
        file = folder / "css" / f"{name}.css"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (folder / "img").mkdir()
    (folder / "img" / "dot.svg").write_text("<svg/>")
    return FileSystemStorage(location=folder)


def test_an_import_is_replaced_by_what_it_imports(tmp_path: Path) -> None:
    storage = sheets(
        tmp_path,
        all='/* All. */\n@import url("one.css");\n@import url("two.css");\np { top: 0 }\n',
        one="a { top: 1px }\n",
        two='@import url("three.css");\nb { top: 2px }\n',
        three="i { top: 3px }\n",
    )
    with WholeSheets(storage).open("css/all.css") as file:
        text = file.read().decode()
    assert [line for line in text.splitlines() if line] == [
        "/* All. */", "a { top: 1px }", "i { top: 3px }", "b { top: 2px }", "p { top: 0 }",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "kept", ['@import url("https://x.example/a.css");', '@import url("a.css") print;', '/* @import url("a.css"); */']
)
def test_other_imports_are_left_alone(tmp_path: Path, kept: str) -> None:
    with WholeSheets(sheets(tmp_path, all=kept)).open("css/all.css") as file:
        assert file.read().decode() == kept


def test_a_sheet_of_another_folder_is_refused(tmp_path: Path) -> None:
    storage = sheets(tmp_path, all='@import url("../other/a.css");')
    with pytest.raises(ValueError, match=r"other/a\.css"):
        WholeSheets(storage).open("css/all.css")


def test_a_missing_sheet_stops_the_collecting(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        WholeSheets(sheets(tmp_path, all='@import url("gone.css");')).open("css/all.css")


def test_what_is_collected_is_whole_named_by_its_content_and_packed(tmp_path: Path) -> None:
    lines = "".join(f".a{number} {{ top: {number}px }}\n" for number in range(200))
    source = sheets(
        tmp_path / "source", all='@import url("one.css");\n', one=f'p {{ background: url("../img/dot.svg") }}\n{lines}'
    )
    target = SheetStorage(location=tmp_path / "target")
    paths = {name: (source, name) for name in ("css/all.css", "css/one.css", "img/dot.svg")}
    for name in paths:
        with source.open(name) as file:
            target.save(name, file)
    assert [found for _, _, found in target.post_process(paths) if isinstance(found, Exception)] == []
    names = json.loads((tmp_path / "target" / "staticfiles.json").read_text())["paths"]
    collected = (tmp_path / "target" / names["css/all.css"]).read_bytes()
    assert b"@import" not in collected
    assert names["img/dot.svg"].removeprefix("img/").encode() in collected
    packed = tmp_path / "target" / f"{names['css/all.css']}.br"
    assert brotli.decompress(packed.read_bytes()) == collected


def test_readers_get_one_sheet_of_four() -> None:
    folder = settings.BASE_DIR / "static"
    with WholeSheets(FileSystemStorage(location=folder)).open("css/reader.css") as file:
        text = file.read().decode()
    assert "@import" not in text
    starts = [text.index((folder / "css" / name).read_text()) for name in
              ("tokens.css", "fonts-reader.css", "base.css", "public.css")]  # fmt: skip
    assert starts == sorted(starts)
