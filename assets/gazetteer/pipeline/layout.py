"""The file: sections one after the other, read in place. ../README.md describes them."""
import math
import os
import struct
import subprocess
import tempfile
from pathlib import Path

MAGIC = b"DLGAZ\x00\x00\x01"
# Names between two entries of their index.
NAMES_PER_BLOCK = 16
# What a name is to its place: the lowest three bits of a reference.
MAIN, ALTERNATE, DEMONYM, ABBREVIATION, FAMOUS, POSTAL = range(6)


def point(latitude, longitude):
    """Three bytes each, in units of 180° and 360° divided by 2^24."""
    north = min(round((latitude + 90) / 180 * 2**24), 2**24 - 1)
    east = min(round((longitude + 180) / 360 * 2**24), 2**24 - 1)
    return north.to_bytes(3, "little") + east.to_bytes(3, "little")


def size(population):
    """One byte: the logarithm of the population and ten more, 25 to a power of ten."""
    return bytes([min(255, round(math.log10(population + 10) * 25))])


def number(value, width=3):
    return value.to_bytes(width, "little")


def fst_map(pairs):
    """An FST of the crate `fst` from (bytes, number) pairs."""
    with tempfile.TemporaryDirectory() as folder:
        table, out = Path(folder, "pairs.csv"), Path(folder, "pairs.fst")
        with table.open("wb") as file:
            for name, value in sorted(pairs):
                file.write(b'"%s",%d\n' % (name.replace(b'"', b'""'), value))
        subprocess.run([os.environ.get("FST", "fst"), "map", "--sorted", str(table), str(out)], check=True)
        return out.read_bytes()


class References:
    """What the names of the first FST stand for: one reference in the value itself, several in a list beside it."""

    def __init__(self):
        self._lists = bytearray()
        self._known = {}

    def value(self, references):
        """`references` are (place, role); the first to be shown first."""
        packed = [place << 3 | role for place, role in references]
        if len(packed) == 1:
            return packed[0] << 1
        content = number(len(packed), 2) + b"".join(number(p) for p in packed)
        if content not in self._known:
            self._known[content] = len(self._lists)
            self._lists += content
        return self._known[content] << 1 | 1

    def section(self):
        return bytes(self._lists)


def names_section(names):
    """Where each block of names begins, then the names, each behind its length."""
    blocks, content = [], bytearray()
    for i, name in enumerate(names):
        if i % NAMES_PER_BLOCK == 0:
            blocks.append(number(len(content)))
        text = name.encode()
        content += bytes([len(text)]) + text
    return b"".join(blocks) + bytes(content)


def file(counts, sections):
    """Magic, how many of each kind there are, where each section ends, then the sections."""
    head = MAGIC + b"".join(number(count, 4) for count in counts)
    start = len(head) + 4 * len(sections)
    ends = []
    for section in sections:
        start += len(section)
        ends.append(number(start, 4))
    return head + b"".join(ends) + b"".join(sections)
