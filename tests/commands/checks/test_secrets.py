"""Passwords and keys that the project knows are found, and never shown."""

from __future__ import annotations

import pytest

from plugins.commands.checks.secrets import secrets_in, secrets_of

KEY = "abcdef0123456789"


@pytest.mark.parametrize(
    ("addresses", "environ"),
    [
        ({"LibCal": f"https://reader:{KEY}@cal.example/a.csv"}, {}),
        ({"LibCal": f"https://cal.example/a.csv?key={KEY}"}, {}),
        ({"LibCal": f"https://cal.example/a.csv?api_key={KEY}&days=30"}, {}),
        ({"LibCal": "https://cal.example/a.csv?k=${PLAIN}"}, {"PLAIN": KEY}),
        ({}, {"AWS_SECRET_KEY": KEY}),
        ({}, {"GITHUB_TOKEN": KEY}),
        ({}, {"DAV_PASSWORD": KEY}),
    ],
)
def test_a_secret_is_known_by_words_that_give_nothing_away(addresses: dict[str, str], environ: dict[str, str]):
    known = secrets_of(addresses, environ)
    assert list(secrets_in(f"<p>{KEY}</p>".encode(), known)) == list(known)
    assert len(known) == 1
    assert KEY not in "".join(known)


@pytest.mark.parametrize(
    ("addresses", "environ"),
    [
        ({"LibCal": "https://cal.example/a.csv?days=30000000"}, {}),
        ({"LibCal": "https://reader@cal.example/a.csv"}, {}),
        ({}, {"HOME": "/home/librarian", "KEYBOARD": "qwerty-uk"}),
        ({}, {"DAV_PASSWORD": "short"}),
    ],
)
def test_what_is_none_is_not_looked_for(addresses: dict[str, str], environ: dict[str, str]):
    assert secrets_of(addresses, environ) == {}
