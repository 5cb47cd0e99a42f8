#!/usr/bin/env python3
"""Makes Phosphor-Dateline.ttf: of the Phosphor icon font, the icons in the table of README.md.

    python3 -m venv venv
    venv/bin/pip install fonttools==4.68.0
    venv/bin/python make.py

Needs npm, which fetches the package. The same package gives the same bytes.
"""
import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
PACKAGE = "@phosphor-icons/web@2.1.2"
SHA256 = "40e3096099ca818c047979cece6a3764944d5200c67b64092f7bcd8bcd1d2b08"
FOLDER = "package/src/regular"


def main():
    wanted = dict(re.findall(r"^\| \w+ \| ([a-z-]+) \| ([0-9a-f]{4}) \|$", (HERE / "README.md").read_text(), re.MULTILINE))
    with tempfile.TemporaryDirectory() as scratch, fetched(scratch) as package:
        style = package.extractfile(f"{FOLDER}/style.css").read().decode()
        font = TTFont(package.extractfile(f"{FOLDER}/Phosphor.ttf"), recalcTimestamp=False)
    in_package = dict(re.findall(r'^\.ph\.ph-([a-z-]+):before \{\s+content: "\\([0-9a-f]{4})"', style, re.MULTILINE))
    wrong = [f"{name} {point}" for name, point in wanted.items() if in_package.get(name) != point]
    if wrong:
        sys.exit(f"not so in the package: {', '.join(wrong)}")
    keep = subset.Subsetter(subset.Options(hinting=False, layout_features=[]))
    keep.populate(unicodes=[int(point, 16) for point in wanted.values()])
    keep.subset(font)
    font.save(HERE / "Phosphor-Dateline.ttf")
    print(f"{len(wanted)} icons")


def fetched(folder):
    command = ["npm", "pack", "--silent", PACKAGE]
    name = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    archive = Path(folder, name.strip())
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{PACKAGE} is not the package this was made from")
    return tarfile.open(archive)


if __name__ == "__main__":
    main()
