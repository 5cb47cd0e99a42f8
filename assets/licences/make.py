#!/usr/bin/env python3
"""Makes third-party.txt: what others wrote and the program contains, and under which licences.

    assets/licences/make.py            # after a change of Cargo.lock or of a licence below ..
    assets/licences/make.py --check    # fails where the file is not what it would make

The crates are those that cargo links into the program on Linux, Windows or macOS: no tests, build scripts or macros. Their
licences are read from their packages, which cargo downloads where they are not there yet. Needs Python 3.9 and cargo only.
Where a package leaves the choice, it is taken under the first of CHOICES, so that one text stands for most of them.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ASSETS = HERE.parent
ROOT = ASSETS.parent
MADE = HERE / "third-party.txt"
TARGETS = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-apple-darwin"]
CHOICES = ["Apache-2.0", "MIT", "Zlib", "ISC", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "0BSD", "CC0-1.0", "Unicode-3.0",
           "CDLA-Permissive-2.0"]
# What a text of each licence says and no other's does.
SAYS = {
    "Apache-2.0": "Apache License",
    "MIT": "Permission is hereby granted, free of charge, to any person obtaining",
    "Zlib": "This software is provided 'as-is', without any express or implied",
    "ISC": "Permission to use, copy, modify, and/or distribute this software for any",
    "BSD-2-Clause": "Redistribution and use in source and binary forms",
    "BSD-3-Clause": "Redistribution and use in source and binary forms",
    "BSL-1.0": "Boost Software License",
    "0BSD": "Permission to use, copy, modify, and/or distribute this software for any",
    "CC0-1.0": "CC0 1.0 Universal",
    "Unicode-3.0": "UNICODE LICENSE V3",
    "CDLA-Permissive-2.0": "Community Data License Agreement",
}
# Not crates.
DATA = [
    ("Map", ["basemap/LICENCES.md"]),
    ("Places by name", ["gazetteer/LICENCES.md"]),
    ("Outlines of regions", ["regions/LICENCES.md"]),
    ("Icons: Phosphor", ["icons/LICENSE-MIT.txt"]),
]
TYPEFACES = {
    "Dateline Serif, a subset of Source Serif 4": "source-serif-4-OFL.txt",
    "Inter": "inter-OFL.txt",
    "Noto Sans SC": "noto-sans-sc-OFL.txt",
    "Noto Serif SC": "noto-serif-sc-OFL.txt",
}


def main():
    text = made()
    if "--check" in sys.argv[1:]:
        if MADE.read_text(encoding="utf-8") != text:
            sys.exit(f"{MADE} is not what Cargo.lock and the licences make: run {Path(__file__).name}")
    else:
        MADE.write_text(text, encoding="utf-8", newline="\n")


def made():
    crates = linked()
    texts = {}  # text -> names of crates, in order
    mit = []  # (crate, its copyright lines) where the rest is as everywhere
    listed = []
    for crate in crates:
        name = f"{crate['name']} {crate['version']}"
        chosen = choice(crate["license"])
        listed.append(f"{name}: {' and '.join(chosen)}")
        for licence in chosen:
            text, copyright_lines = licence_text(crate, licence, crates)
            if text is None:
                mit.append((name, copyright_lines))
            else:
                texts.setdefault((licence, text), []).append(name)
        for notice in files(crate, r"NOTICE"):
            texts.setdefault(("Notice", tidy(notice)), []).append(name)
    parts = [("Crates", "\n".join(listed))]
    copyrights = {}
    for name, lines in mit:
        copyrights.setdefault("\n".join(lines), []).append(name)
    body = mit_body((ROOT / "LICENSE-MIT").read_text(encoding="utf-8"))
    parts.append(("MIT: crates", "\n".join(
        f"{', '.join(names)}: {lines}" for lines, names in copyrights.items()) + f"\n\n{body}"))
    for (licence, text), names in sorted(texts.items(), key=lambda item: (item[0][0], item[1][0])):
        whose = "most crates" if licence == "Apache-2.0" and len(names) > 20 else ", ".join(names)
        parts.append((f"{licence}: {whose}", text))
    for name, paths in DATA:
        parts.append((name, "\n\n".join(tidy((ASSETS / path).read_text(encoding="utf-8")) for path in paths)))
    parts.append(("Typefaces: SIL Open Font License 1.1", typefaces()))
    for heading, text in parts:
        if re.search(r"^§ ", text, re.M):
            sys.exit(f"a line of {heading!r} looks like a heading")
    return "".join(f"§ {heading}\n\n{text}\n\n" for heading, text in parts).rstrip("\n") + "\n"


def linked():
    """The packages of other people's, by name and version."""
    wanted = set()
    for target in TARGETS:
        tree = run("cargo", "tree", "--locked", "--edges=normal,no-proc-macro", "--prefix=none", "--target", target,
                   "--format={p}")
        for line in tree.splitlines():
            name, version = line.split()[:2]
            wanted.add((name, version.removeprefix("v")))
    packages = json.loads(run("cargo", "metadata", "--locked", "--format-version=1"))["packages"]
    packages = [package for package in packages if (package["name"], package["version"]) in wanted and package["source"]]
    return sorted(packages, key=lambda package: (package["name"], package["version"]))


def run(*command):
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def choice(expression):
    """The licences that we take a package under, all of which hold."""
    expression = re.sub(r"\s*/\s*", " OR ", expression)
    groups = [group.strip(" ()") for group in expression.split(" AND ")]
    chosen = []
    for group in groups:
        offered = [licence.strip() for licence in group.split(" OR ")]
        known = [licence for licence in CHOICES if licence in offered]
        if not known:
            sys.exit(f"no licence of {expression!r} is known")
        if known[0] not in chosen:
            chosen.append(known[0])
    return chosen


def licence_text(crate, licence, others):
    """Its text, or none and the copyright lines where it is the MIT licence word for word."""
    if licence == "Apache-2.0":
        return tidy((ROOT / "LICENSE-APACHE").read_text(encoding="utf-8")), []
    found = [text for text in files(crate, r"(LICEN[SC]E|COPYING|UNLICENSE)") if SAYS[licence] in one_line(text)]
    if not found and licence == "MIT":
        authors = ", ".join(crate["authors"]) or f"the authors of {crate['name']}"
        return None, [f"© {authors}"]
    if not found:
        return without_text(crate, licence, others), []
    text = min(found, key=len)
    if licence == "MIT":
        ours = mit_body((ROOT / "LICENSE-MIT").read_text(encoding="utf-8"))
        if alike(mit_body(text)) == alike(ours):
            head = text[:text.index("Permission is hereby granted")]
            lines = [line.strip() for line in head.splitlines() if re.search(r"copyright|©|\(c\)", line, re.I)]
            return None, lines or [f"© the authors of {crate['name']}"]
    return tidy(text), []


def without_text(crate, licence, others):
    """Of a package that names its licence only."""
    authors = ", ".join(crate["authors"])
    if licence == "0BSD":
        return f"© {authors}. This licence asks for no notice, and the package holds none."
    for other in others:
        if choice(other["license"]) == [licence]:
            for text in files(other, r"LICEN[SC]E"):
                if SAYS[licence] in one_line(text):
                    return tidy(text)
    sys.exit(f"{crate['name']} {crate['version']} has no text of {licence}")


def mit_body(text):
    start = text.find("Permission is hereby granted")
    return tidy(text[start:])


def alike(text):
    return re.sub(r"[^a-z]", "", text.lower())


def one_line(text):
    return " ".join(text.split())


def files(crate, name):
    folder = Path(crate["manifest_path"]).parent
    paths = sorted(path for path in folder.iterdir() if path.is_file() and re.match(name, path.name, re.I))
    if crate["license_file"] and name.startswith("("):
        paths.append(folder / crate["license_file"])
    return [path.read_text(encoding="utf-8", errors="replace") for path in paths if path.exists()]


def tidy(text):
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\f", "").lstrip("\ufeff").splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n"))


def typefaces():
    """The copyright lines of each, then the licence, which is the same for all but for how its lines are broken."""
    lines, licences = [], []
    for name, file in TYPEFACES.items():
        text = tidy((ASSETS / "fonts" / "licences" / file).read_text(encoding="utf-8"))
        start = text.index("This Font Software is licensed")
        lines.append(f"{name}: {one_line(text[:start])}")
        licences.append(text[start:])
    return "\n".join(lines) + "\n\n" + min(licences, key=len)


if __name__ == "__main__":
    main()
