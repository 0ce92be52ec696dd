"""All pictures of the screens: python -m tests.pictures FOLDER, or --shipped for the README's.

Each script paints in a process of its own, for there is one application per process.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "assets" / "screenshots"
MOST_BYTES = 250_000

# The name of a shipped picture: its script, what to paint, and the name it gets there.
SHIPPED = {
    "console-dark-1366.png": ("console", "full-small-dark", "full-small-dark.png"),
    "room-flash-report-1366.png": ("room", "I-01", "room-I-01-1-1366.png"),
}


def paint(script: str, folder: Path, *parts: str) -> None:
    """Let one script write its pictures into a folder."""
    command = [sys.executable, "-m", f"tests.pictures.{script}", str(folder), *filter(None, parts)]
    subprocess.run(command, cwd=ROOT, check=True)


def paint_all(folder: Path) -> None:
    """Write every picture, each script's into a folder of its own."""
    scripts = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    for script in scripts:
        paint(script, folder / script)


def paint_shipped() -> None:
    """Write the pictures that the README shows, as small as they can be."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for name, (script, part, painted) in SHIPPED.items():
            paint(script, Path(folder), part)
            size = shrink(Path(folder) / painted, SCREENSHOTS / name)
            print(f"{name}: {size // 1000} KB")
            if size > MOST_BYTES:
                raise SystemExit(f"{name} is larger than {MOST_BYTES // 1000} KB.")


def shrink(source: Path, target: Path) -> int:
    """Write a picture again in the 256 colours that serve it best, and return its size."""
    from PIL import Image

    with Image.open(source) as painted:
        few = painted.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(target, optimize=True)
    return target.stat().st_size


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="where to write all pictures")
    parser.add_argument("--shipped", action="store_true", help="write those of the README")
    given = parser.parse_args()
    if not given.shipped and given.folder is None:
        parser.error("name a folder, or --shipped")
    if given.folder is not None:
        paint_all(given.folder.resolve())
    if given.shipped:
        paint_shipped()


if __name__ == "__main__":
    main()
