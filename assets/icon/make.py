#!/usr/bin/env python3
"""Makes the pictures of this folder out of the two drawings: dateline-SIZE.png and, of those, dateline.ico.

    python3 make.py

Needs rsvg-convert (Debian: librsvg2-bin; made with 2.54.7).
"""
import struct
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
LARGEST_SMALL = 24   # pixels; up to here dateline-small.svg is drawn
LARGEST_IN_ICO = 256


def main():
    pictures = {size: drawn(size) for size in SIZES}
    for size, png in pictures.items():
        (HERE / f"dateline-{size}.png").write_bytes(png)
    (HERE / "dateline.ico").write_bytes(ico({s: png for s, png in pictures.items() if s <= LARGEST_IN_ICO}))


def drawn(size):
    drawing = "dateline-small.svg" if size <= LARGEST_SMALL else "dateline.svg"
    command = ["rsvg-convert", f"--width={size}", f"--height={size}", HERE / drawing]
    return subprocess.run(command, check=True, capture_output=True).stdout


def ico(pictures):
    """A header, an entry for each picture, and the PNGs as they are. A side of 256 is written as 0."""
    entries, images = b"", b""
    first = 6 + 16 * len(pictures)
    for size, png in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), first + len(images))
        images += png
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + images


if __name__ == "__main__":
    main()
