#!/usr/bin/env python3
"""Makes the typefaces of this folder out of four npm packages.

    mkdir cache
    npm pack --pack-destination cache source-serif@4.5.1 inter-ui@4.1.1 @fontsource/noto-sans-sc@5.3.0 \\
        @fontsource/noto-serif-sc@5.3.0
    (cd cache && sha256sum --check ../packages.sha256)
    python3 -m venv venv
    venv/bin/pip install -r requirements.txt
    venv/bin/python make.py cache

The Latin faces hold the Latin letters of Europe, of Vietnamese and of pinyin. The Chinese faces for stories hold what
the built-in stories (../story) and the interface (../locales and SAID) say; the one for the map holds besides the
names on the basemap, and the 3,755 characters of GB 2312 level 1 for stories yet to come. Run it again when any of these
change: it ends with an error if one of their characters is in no face. The same inputs give the same bytes.
"""
import gzip
import io
import sys
import tarfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from mapbox_vector_tile.Mapbox import vector_tile_pb2
from pmtiles.reader import MmapSource, all_tiles

HERE = Path(__file__).parent
ASSETS = HERE.parent
# What the interface says of files is not in ../locales.
SAID = [ASSETS.parent / "src" / file for file in [
    "story/problem/chinese.rs", "story/problem/kind.rs", "story/problem/terms.rs", "format/no_story.rs",
    "files/not_opened.rs", "original/no_original.rs",
]]

ACCENTS = [*range(0x300, 0x30D), 0x31B, 0x323, 0x327, 0x328]
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x250), *ACCENTS, *range(0x1E00, 0x1F00),
         *map(ord, "ˆ˚˜‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄€™←↑→↓−")]
LATIN_FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl"]
CHINESE_PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉【】—…·￥％"

# File -> style, weight and optical size.
SERIF = {
    "Text": ("Roman", 400, 18),
    "TextItalic": ("Italic", 400, 18),
    "TextSemibold": ("Roman", 600, 20),
    "Display": ("Roman", 420, 44),
}
# File -> the package's name for it.
SANS = {"Regular": "Regular", "Medium": "Medium", "Semibold": "SemiBold"}


def main():
    cache = Path(sys.argv[1])
    for name, (style, weight, size) in SERIF.items():
        font = packaged(cache, "source-serif-4.5.1", f"VAR/SourceSerif4Variable-{style}.ttf")
        font = instancer.instantiateVariableFont(font, {"wght": weight, "opsz": size})
        save(renamed(font, name), f"DatelineSerif-{name}", LATIN, LATIN_FEATURES)
    for name, in_package in SANS.items():
        save(packaged(cache, "inter-ui-4.1.1", f"web/Inter-{in_package}.woff2"), f"Inter-{name}", LATIN, LATIN_FEATURES)

    written, on_basemap = written_characters(), basemap_characters()
    for_stories = chinese(written) | set(CHINESE_PUNCTUATION)
    for_map = for_stories | chinese(on_basemap) | gb2312_level_1()
    save(noto(cache, "sans", 400), "NotoSansSC-Map", map(ord, for_map))
    save(noto(cache, "sans", 500), "NotoSansSC-StoryMedium", map(ord, for_stories))
    save(noto(cache, "serif", 400), "NotoSerifSC-Story", map(ord, for_stories))
    save(noto(cache, "serif", 600), "NotoSerifSC-StorySemibold", map(ord, for_stories))

    check(written | on_basemap, "Inter-Regular", "NotoSansSC-Map")
    check(written, "Inter-Semibold", "NotoSansSC-StoryMedium")
    check(written, "DatelineSerif-Text", "NotoSerifSC-Story")
    check(written, "DatelineSerif-TextSemibold", "NotoSerifSC-StorySemibold")


def noto(cache, kind, weight):
    name = f"noto-{kind}-sc"
    return packaged(cache, f"fontsource-{name}-5.3.0", f"files/{name}-chinese-simplified-{weight}-normal.woff2")


def packaged(cache, package, file):
    with tarfile.open(cache / f"{package}.tgz") as archive:
        data = archive.extractfile(f"package/{file}").read()
    return TTFont(io.BytesIO(data), recalcTimestamp=False)


def written_characters():
    files = [*ASSETS.glob("story/*.md"), *ASSETS.glob("locales/*.toml"), *SAID]
    files.remove(ASSETS / "story/README.md")
    return {c for file in files for c in file.read_text(encoding="utf-8") if c.isprintable()}


def basemap_characters():
    """Every character of every name in the basemap's tiles."""
    characters = set()
    with open(ASSETS / "basemap/basemap.pmtiles", "rb") as file:
        for _, data in all_tiles(MmapSource(file)):
            tile = vector_tile_pb2.tile()
            tile.ParseFromString(gzip.decompress(data))
            for layer in tile.layers:
                for value in layer.values:
                    characters.update(value.string_value)
    return characters


def chinese(characters):
    """Those from Unicode's first Chinese block on, full-width punctuation included."""
    return {c for c in characters if c >= "\u2e80"}


def gb2312_level_1():
    """The commonest characters: GB 2312's rows 16 to 55, the last of them not full."""
    codes = (bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return {code.decode("gb2312") for code in codes if code < b"\xd7\xfa"}


def renamed(font, name):
    """The licence keeps the name "Source" for Adobe's own, unchanged fonts: what is changed goes by another."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in (0, 5, 13, 14)]
    family = f"Dateline Serif {name}"
    for number, text in ((1, family), (2, "Regular"), (3, family), (4, family), (6, f"DatelineSerif-{name}")):
        names.setName(text, number, 3, 1, 0x409)
    return font


def save(font, name, characters, features=()):
    options = subset.Options(hinting=False, layout_features=list(features))
    options.name_IDs += [13, 14]  # the licence
    keep = subset.Subsetter(options)
    keep.populate(unicodes=characters)
    keep.subset(font)
    font.flavor = None
    path = HERE / f"{name}.ttf"
    font.save(path)
    print(f"{path.name}: {len(font.getBestCmap())} characters, {path.stat().st_size} bytes")


def check(characters, *faces):
    """Ends with an error if a character is in none of the faces, which stand in for each other in this order."""
    held = set().union(*(TTFont(HERE / f"{face}.ttf").getBestCmap() for face in faces))
    if missing := sorted(c for c in characters if ord(c) not in held):
        sys.exit(f"not in {' or '.join(faces)}: {' '.join(missing)}")


if __name__ == "__main__":
    main()
