"""The localities of the layer places: Natural Earth's, and Chinese and Dutch towns of GeoNames it lacks."""
import math
from collections import defaultdict
from dataclasses import dataclass

import tables
from geometry import project_point
from names import chinese_city_names, chinese_name, plain, toneless
from tiles import zooms_from

# Natural Earth scalerank -> first tile zoom.
FIRST_ZOOM = {0: 1, 1: 2, 2: 3, 3: 3, 4: 4, 5: 4, 6: 5, 7: 6, 8: 7, 9: 7, 10: 8}
# GeoNames cities added, by country: (people at least, kilometres from any other place, scalerank given to it).
ADDED = {
    "CN": [(1_000_000, 18, 6), (500_000, 18, 7), (400_000, 18, 8), (100_000, 16, 9), (30_000, 14, 10)],
    "NL": [(90_000, 8, 7), (40_000, 7, 9), (20_000, 6, 10)],
}
# The kinds left out where nobody lives.
DESERTED = ("Historic place", "Scientific station", "Meteorological Station")
# Each step of population counts one in population_rank.
POPULATION_STEPS = [200, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000,
                    5_000_000, 10_000_000, 20_000_000]


@dataclass
class Town:
    name: str
    chinese: str | None
    at: tuple[float, float]  # longitude, latitude
    population: int
    rank: int                # Natural Earth scalerank, 0 the greatest
    first: int               # tile zoom
    country: str
    capital: int | None = None  # 2 of a country, 4 of a division


def add_towns(tiles, sources):
    cities = sources.cities()
    towns = _natural_earth_towns(sources, Gazetteer(cities))
    towns += _added_towns(cities, towns)
    for town in towns:
        town.first = min(town.first, tables.SHOWN_EARLIER.get((town.country, town.name), town.first))
    towns.sort(key=lambda town: (town.capital != 2, town.rank, -town.population, town.name))
    for number, town in enumerate(towns):
        properties = {
            "kind": "locality", "name": town.name, "name:zh": town.chinese,
            "population_rank": sum(town.population >= step for step in POPULATION_STEPS) + 1,
            "min_zoom": town.first, "capital": town.capital, "cc": town.country if town.country in ADDED else None,
        }
        for zoom in zooms_from(town.first):
            tiles.add_label("places", zoom, project_point(*town.at), properties, (2, number))
    print(f"{len(towns)} towns, {sum(town.chinese is not None for town in towns)} with a Chinese name")


def _natural_earth_towns(sources, gazetteer):
    official = chinese_city_names(sources.time_zones())
    towns = []
    for _, fields in sources.natural_earth("10m/ne_10m_populated_places_simple"):
        kind, population, rank, country = (fields[f] for f in ("featurecla", "pop_max", "scalerank", "iso_a2"))
        if kind in DESERTED and population < 50:
            continue
        at = (fields["longitude"], fields["latitude"])
        name = tables.RENAMED.get(fields["name"], fields["name"])
        capital = None
        if kind.startswith("Admin-0 capital"):
            capital = 2
        elif kind.startswith(("Admin-1 capital", "Admin-0 region capital")):
            capital = 4
        first = FIRST_ZOOM[rank]
        if kind == "Admin-0 capital" and population > 300_000:
            first = min(first, 3)
        city = gazetteer.match(at, name, int(fields["geonameid"] or -1))
        chinese = chinese_name(city["alternatenames"]) if city else None
        if country == "CN":
            chinese = tables.ZH_CN.get(f"{name}@{round(at[0])}") or tables.ZH_CN.get(name) or chinese
        else:
            known = official.get(plain(name)) if rank <= 4 or capital else None
            chinese = tables.ZH_WORLD.get(name) or known or chinese
        towns.append(Town(name.split(" (")[0], chinese, at, max(population, 0), rank, first, country, capital))
    return towns


def _added_towns(cities, towns):
    """The largest first; each keeps its distance from those before it."""
    nearby = defaultdict(list)
    for town in towns:
        nearby[town.country].append(town)
    added = []
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        country, name, at = city["countrycode"], city["name"], (city["longitude"], city["latitude"])
        population = tables.POPULATION.get(name, city["population"])
        step = next((step for step in ADDED.get(country, []) if population >= step[0]), None)
        if step is None or name in tables.SKIPPED_CITIES:
            continue
        _, distance, rank = step
        chinese, shown_name = chinese_name(city["alternatenames"]), name
        if country == "CN":
            if not chinese or chinese in tables.SKIPPED_CITIES_ZH:
                continue
            chinese = tables.ZH_CN.get(f"{name}@{round(at[0])}") or tables.ZH_CN.get(name) or chinese
            shown_name = toneless(name.split(",")[0].replace("’", "'"))
        if any(_crowds(town, name, at, distance) for town in nearby[country]):
            continue
        town = Town(shown_name, chinese, at, population, rank, FIRST_ZOOM[rank], country)
        nearby[country].append(town)
        added.append(town)
    return added


def _crowds(town, name, at, distance):
    """Whether the town leaves no room for another at this distance; one of the same name needs 80 km."""
    away = kilometres(at, town.at)
    return away < distance or (away < 80 and plain(town.name) == plain(name))


class Gazetteer:
    """GeoNames' cities, by place and by number."""

    def __init__(self, cities):
        self._by_number = {city["geonameid"]: city for city in cities}
        self._by_degree = defaultdict(list)
        for city in cities:
            self._by_degree[round(city["longitude"]), round(city["latitude"])].append(city)

    def match(self, at, name, number):
        """The city that a Natural Earth place is: by its number, unless that is far off; else by its name nearby."""
        numbered = self._by_number.get(number)
        if numbered and kilometres(at, _position(numbered)) > 60:
            numbered = None
        if numbered and plain(numbered["name"]) == plain(name):
            return numbered
        same = [city for city in self._near(at, 45) if plain(name) in map(plain, (city["name"], *city["alternatenames"]))]
        return max(same, key=lambda city: (city["population"], -city["geonameid"]), default=numbered)

    def _near(self, at, limit):
        longitude, latitude = round(at[0]), round(at[1])
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for city in self._by_degree[(longitude + dx + 180) % 360 - 180, latitude + dy]:
                    if kilometres(at, _position(city)) <= limit:
                        yield city


def _position(city):
    return city["longitude"], city["latitude"]


def kilometres(a, b):
    """Near enough for places near each other."""
    east = (a[0] - b[0] + 180) % 360 - 180
    return math.hypot(east * math.cos(math.radians((a[1] + b[1]) / 2)), a[1] - b[1]) * 111.2
