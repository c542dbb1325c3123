from pathlib import Path

import pytest
import yaml

from workers import cleaning

MAILS = Path(__file__).parent / "mails"
CASES = [
    pytest.param(case["mail"], case["remains"], id=f"{file.stem}: {name}")
    for file in sorted(MAILS.glob("*.yml"))
    for name, case in yaml.safe_load(file.read_text(encoding="utf-8")).items()
]


@pytest.mark.parametrize(("mail", "remains"), CASES)
def test_only_what_the_writer_wrote_remains(mail, remains):
    assert cleaning.clean(mail).split() == remains.split()


@pytest.mark.parametrize(("mail", "remains"), CASES)
def test_with_the_line_ends_of_mail_the_same_remains(mail, remains):
    assert cleaning.clean(mail.replace("\n", "\r\n")).split() == remains.split()


@pytest.mark.parametrize(("mail", "remains"), CASES)
def test_what_remains_stands_where_it_stood(mail, remains):
    cleaned = cleaning.clean(mail)
    assert len(cleaned) == len(mail)
    assert all(after in (before, " ") for before, after in zip(mail, cleaned, strict=True))
