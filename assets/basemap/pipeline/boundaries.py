"""The layer boundaries: Natural Earth's de-facto borders, the disputed ones marked, and first-order divisions."""
from collections import defaultdict

from geometry import generalized_lines, lines_of, project, scaled
from tiles import MAX_ZOOM

NOT_DRAWN = ("ForgetMagics", "Overlay limit", "Lease limit")
DISPUTED = ("Disputed", "Indefinite", "Line of control", "Indeterminant")
# Drawn as first-order divisions, under each of the names the files use.
SPECIAL_REGIONS = {"Hong Kong", "Hong Kong S.A.R.", "Macau", "Macau S.A.R", "Macao"}
SPECIAL_REGIONS_ZOOM = 4

# By tile zoom: divisions are shown up to this Natural Earth min_zoom (which counts 256-pixel tiles, one zoom more).
DIVISIONS = {0: 0, 1: 0, 2: 2.9, 3: 4.7, 4: 6.0, 5: 7.0, 6: 8.9}
# The countries whose divisions are shown earlier than Natural Earth would: this min_zoom instead of its own.
EARLIER = {"NLD": 5.9, "CHN": 4.5}


def add_borders(tiles, sources):
    for scale, zooms in (("50m", (0, 1, 2)), ("10m", range(3, MAX_ZOOM + 1))):
        borders = []
        for shape, fields in sources.natural_earth(f"{scale}/ne_{scale}_admin_0_boundary_lines_land"):
            if not fields["featurecla"].startswith(NOT_DRAWN):
                borders.append((*_style_of(fields), project(shape)))
        for zoom in zooms:
            groups = defaultdict(list)
            for kind, disputed, shape in borders:
                if kind == "country" or zoom >= SPECIAL_REGIONS_ZOOM:
                    groups[kind, disputed] += lines_of(scaled(shape, zoom))
            for (kind, disputed), lines in sorted(groups.items()):
                is_country = kind == "country"
                properties = {"kind": kind, "kind_detail": 2 if is_country else 4, "disputed": disputed or None}
                order = (1 if is_country else 0, disputed)
                tiles.add_lines("boundaries", zoom, generalized_lines(lines, zoom), properties, order)


def _style_of(fields):
    """The (kind, disputed) of a border."""
    if {fields.get("adm0_left"), fields.get("adm0_right")} & SPECIAL_REGIONS:
        return "region", False
    return "country", fields["featurecla"].startswith(DISPUTED)


def add_divisions(tiles, sources):
    rows = [(EARLIER.get(fields["adm0_a3"], fields["min_zoom"]), project(shape)) for shape, fields
            in sources.natural_earth("10m/ne_10m_admin_1_states_provinces_lines", encoding="utf-8")]
    for zoom in range(MAX_ZOOM + 1):
        groups = defaultdict(list)
        for first, shape in rows:
            if first <= DIVISIONS[zoom]:
                groups[4 if first < 7 else 5] += lines_of(scaled(shape, zoom))
        for level, lines in sorted(groups.items()):
            properties = {"kind": "region", "kind_detail": level}
            tiles.add_lines("boundaries", zoom, generalized_lines(lines, zoom), properties, (0, level))
