"""Which numbers are those of a computer on the public internet."""

from __future__ import annotations

import pytest

from plugins.tools.public_hosts import is_public

PUBLIC = "8.8.8.8 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808"
PRIVATE = (
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 224.0.0.1 192.0.2.1 "
    "::1 :: fe80::1%eth0 fc00::1 ff02::1 2001:db8::1 "
    "::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2002:a00:1::1 vendor.example"
)


@pytest.mark.parametrize("number", PUBLIC.split())
def test_a_number_of_the_public_internet(number):
    assert is_public(number)


@pytest.mark.parametrize("number", PRIVATE.split())
def test_a_number_of_a_private_network_however_it_is_wrapped(number):
    assert not is_public(number)
