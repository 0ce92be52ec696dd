"""The folders that travel with the program."""

import subprocess
import sys

import pytest

import tabletop
from tabletop.scenario_files.shipped import ShippedFolderMissing, shipped_folder


@pytest.mark.parametrize("kind", ["scenarios", "assets"])
def test_the_shipped_folders_are_found_in_a_checkout(kind):
    assert shipped_folder(kind).is_dir()
    assert shipped_folder(kind).name == kind


def test_the_fonts_lie_in_the_assets_with_their_licences():
    fonts = shipped_folder("assets") / "fonts"
    assert (fonts / "Inter-Regular.otf").is_file()
    assert (fonts / "OFL-Inter.txt").is_file()
    assert (fonts / "OFL-NotoSerif.txt").is_file()
    assert sum(path.stat().st_size for path in fonts.iterdir()) < 6_000_000


def test_an_installed_program_uses_the_folder_inside_the_package(tmp_path, monkeypatch):
    package = tmp_path / "tabletop"
    (package / "_shipped" / "assets").mkdir(parents=True)
    (tmp_path / "assets").mkdir()
    monkeypatch.setattr(tabletop, "__path__", [str(package)])
    assert shipped_folder("assets") == package / "_shipped" / "assets"


def test_a_program_without_its_folders_says_so_and_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(tabletop, "__path__", [str(tmp_path / "tabletop")])
    with pytest.raises(ShippedFolderMissing, match="Install the program again"):
        shipped_folder("scenarios")


def test_to_look_for_a_folder_does_not_bring_the_reader_along():
    said = (
        "import tabletop.scenario_files.shipped, sys; print({'yaml', 'pydantic'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
