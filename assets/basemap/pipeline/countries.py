"""The countries and first-order divisions of the layer places."""
import math

import shapely

import tables
from geometry import polygons_of, project, project_point
from tiles import LABEL_ZOOM, zooms_from

# Countries of world-atlas without an ISO number.
CODES = {"Kosovo": "XK"}


def add_country_names(tiles, sources):
    english, chinese = sources.territories("en"), sources.territories("zh")
    for code, (largest, area) in sorted(_areas(sources).items(), key=lambda item: -item[1][1]):
        name = tables.COUNTRY_NAMES.get(code) or _short(english, code)
        circle = shapely.maximum_inscribed_circle(largest, tolerance=largest.length / 400)
        at = tables.COUNTRY_AT.get(code)
        point = project_point(*at) if at else circle.coords[0]
        first = _first_zoom(name, largest, circle, area)
        if first > LABEL_ZOOM - 2:
            continue
        rank = max(0, min(9, round(-math.log2(area) / 2)))
        properties = {"kind": "country", "name": name, "name:en": name,
                      "name:zh": tables.COUNTRY_NAMES_ZH.get(code) or _short(chinese, code),
                      "rank": rank, "min_zoom": first}
        for zoom in zooms_from(first):
            tiles.add_label("places", zoom, point, properties, (0, rank, name))


def _areas(sources):
    """By code: the country's largest part, and the area of all, of the map's square."""
    codes = sources.country_codes()
    areas = {}
    for name, number, shape in sources.countries():
        code = codes.get(int(number)) if number else CODES.get(name)
        if code and code not in areas and code not in tables.NOT_LABELLED_AS_COUNTRY:
            parts = polygons_of(project(shapely.make_valid(shape)))
            areas[code] = (max(parts, key=lambda part: part.area), sum(part.area for part in parts))
    return areas


def _first_zoom(name, largest, circle, area):
    """The zoom at which the name roughly fits into the country."""
    pixels = (circle.length * 2 * 0.5 + math.sqrt(largest.area) * 0.5) * 512
    wanted = max(34.0, 6.6 * len(name)) * 0.8
    return max(0 if area > 0.012 else 1, math.ceil(math.log2(wanted / pixels)))


def _short(territories, code):
    return territories.get(f"{code}-alt-short") or territories[code]


def add_division_names(tiles):
    for country, rows in tables.REGIONS.items():
        for name, chinese, longitude, latitude, first in rows:
            properties = {"kind": "region", "name": name, "name:zh": chinese, "min_zoom": first, "cc": country}
            for zoom in zooms_from(first):
                tiles.add_label("places", zoom, project_point(longitude, latitude), properties, (1, first, name))
