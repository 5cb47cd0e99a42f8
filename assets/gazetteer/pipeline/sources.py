"""Reads the files that fetch.sh leaves in the cache folder."""
import json
import re
from collections import defaultdict

import shapely
from shapely.geometry import MultiPolygon, Polygon


class Sources:
    def __init__(self, cache):
        self._cache = cache

    def cities(self):
        """GeoNames' places of 500 people and more."""
        return [place for _, place in sorted(self._json("geonames/cities500.json").items(), key=lambda item: int(item[0]))]

    def countries(self):
        """GeoNames' countries, by two-letter code."""
        return dict(sorted(self._json("geonames/countries.json").items()))

    def first_divisions(self):
        """The (code, name) of GeoNames' first-level divisions; a code is as in `CN.18`."""
        return sorted((row["code"], row["name"]) for row in self._json("admin/admin1.json"))

    def second_divisions(self):
        """The (code, name) of GeoNames' second-level divisions; a code is as in `US.LA.079`."""
        return sorted((row["code"], row["name"]) for row in self._json("admin/admin2.json"))

    def divided_cities(self):
        """GeoNames' places with their divisions, and without much else."""
        return self._json("admin/cities.json")

    def country_points(self):
        """The World Factbook's (latitude, longitude) of a country, by FIPS code."""
        points = {}
        for path in sorted((self._cache / "factbook").glob("*/*.json")):
            text = json.loads(path.read_text(encoding="utf-8")).get("Geography", {}).get("Geographic coordinates", {})
            found = re.match(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", text.get("text", "") if isinstance(text, dict) else "")
            if found:
                north, north_minutes, ns, east, east_minutes, ew = found.groups()
                latitude = (int(north) + int(north_minutes) / 60) * (-1 if ns == "S" else 1)
                longitude = (int(east) + int(east_minutes) / 60) * (-1 if ew == "W" else 1)
                points[path.stem.upper()] = latitude, longitude
        return points

    def division_fields(self):
        """Natural Earth's fields of every first-level division."""
        for path in sorted((self._cache / "divisions").glob("*.json")):
            for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
                yield feature["properties"]

    def state_middles(self):
        """The centre of gravity (latitude, longitude) of each state of the United States, by name."""
        topology = self._json("states-10m.json")
        arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]

        def ring(numbers):
            points = []
            for number in numbers:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                points += arc[1:] if points else arc
            return points

        middles = {}
        for state in topology["objects"]["states"]["geometries"]:
            polygons = [state["arcs"]] if state["type"] == "Polygon" else state["arcs"]
            shape = MultiPolygon([Polygon(ring(outer)) for outer, *_ in polygons])
            # Some islands of Alaska lie beyond 180°.
            parts = [part for part in shapely.get_parts(shape) if part.bounds[2] < 0] or shapely.get_parts(shape)
            middle = MultiPolygon(parts).centroid
            middles[state["properties"]["name"]] = middle.y, middle.x
        return middles

    def territories(self, language):
        """CLDR's names of countries, by two-letter code; other forms of a name have longer codes."""
        return self._json(f"cldr/{language}.json")["main"][language]["localeDisplayNames"]["territories"]

    def subdivisions(self):
        """CLDR's English names of the divisions of ISO 3166-2, by code without its hyphen, as in `cngz`."""
        return self._json("cldr/subdivisions.json")["subdivisions"]["localeDisplayNames"]["subdivisions"]

    def english_words(self):
        """The commonest size of SCOWL's that each word in small letters is in."""
        sizes = {}
        for path in sorted((self._cache / "words").glob("*-words-*.json")):
            variety, size = path.stem.split("-words-")
            if variety in ("english", "american", "british"):
                for word in json.loads(path.read_text(encoding="utf-8")):
                    if word.isascii() and word.isalpha() and word.islower():
                        sizes[word] = min(int(size), sizes.get(word, 100))
        return sizes

    def people(self):
        """The US census's given names and surnames, the commonest first."""
        def read(name):
            return [line.split()[0].lower() for line in (self._cache / "names" / name).read_text().splitlines() if line]
        return read("dist.male.first")[:700] + read("dist.female.first")[:1500], read("dist.all.last")[:8000]

    def chinese_words(self):
        """The (frequency, part of speech) of Chinese words."""
        words = {}
        for line in (self._cache / "words/chinese.txt").read_text(encoding="utf-8").splitlines():
            word, frequency, part = line.split(" ")
            words[word] = int(frequency), part
        return words

    def _json(self, name):
        return json.loads((self._cache / name).read_text(encoding="utf-8"))


def _arc(steps, transform):
    """A TopoJSON arc in degrees: each of its points is stored as the step from the one before."""
    (scale_x, scale_y), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        points.append((x * scale_x + west, y * scale_y + south))
    return points
