from pathlib import Path

import pytest

from tabletop.database.addresses import refuse_network_share, sqlite_path
from tabletop.exercise.journal import LibraryUnavailable

MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0\n"
    "server:/home /home nfs4 rw 0 0\n"
    "//pc/share /mnt/our\\040share cifs rw 0 0\n"
    "/dev/sdb1 /home/stick vfat rw 0 0\n"
    "broken\n"
)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/data/ex.db", "/data/ex.db"),
        ("sqlite:////data/ex.db", "/data/ex.db"),
        ("sqlite+pysqlite:////data/ex.db", "/data/ex.db"),
        ("ex.db", str(Path.cwd() / "ex.db")),
        ("sqlite:///sub/ex.db", str(Path.cwd() / "sub/ex.db")),
        ("~/ex.db", str(Path("~/ex.db").expanduser())),
        ("/data/50% of it?#.db", "/data/50% of it?#.db"),
        (Path("/data/ex.db"), "/data/ex.db"),
    ],
)
def test_an_address_names_a_path(address, path):
    assert str(sqlite_path(address)) == path


def test_a_link_names_the_file_it_leads_to(tmp_path):
    (tmp_path / "link.db").symlink_to(tmp_path / "real.db")
    assert sqlite_path(tmp_path / "link.db") == (tmp_path / "real.db").resolve()


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://me:secret@host/ex",
        "postgresql://me:p@rt/secret@host/ex",
        "mysql://host/ex",
        "",
        "  ",
        ":memory:",
        "sqlite://",
        "sqlite:///",
        "sqlite:ex.db",
        "sqlite:///:memory:",
        "a\0b",
        "half a character \ud800.db",
        "~nobody-of-this-name/ex.db",
        "sqlite:///~nobody-of-this-name/ex.db",
    ],
)
def test_other_addresses_are_refused_with_a_sentence(address):
    with pytest.raises(LibraryUnavailable) as told:
        sqlite_path(address)
    assert told.value.code == "address"
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("path", ["/home/me/ex.db", "/mnt/our share/ex.db", "//server/share/ex.db"])
def test_a_share_is_recognised(path):
    with pytest.raises(LibraryUnavailable, match="copy backups to the share"):
        refuse_network_share(Path(path), MOUNTS)


@pytest.mark.parametrize("path", ["/data/ex.db", "/home/stick/ex.db", "/homes/me/ex.db"])
def test_a_disk_of_this_computer_is_not_refused(path):
    refuse_network_share(Path(path), MOUNTS)
