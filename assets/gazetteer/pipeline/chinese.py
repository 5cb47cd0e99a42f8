"""Which Chinese names a place is looked up by."""
import zhconv

import divisions as division_tables
from keys import is_chinese

# What a Chinese name may end in that says what the place is.
KINDS = "市县区州省镇乡旗盟"
# Villages are called like words, and like other villages.
NAMED_FROM = 1000
# Words of the language that are used more often than this are no places without saying what kind, except large ones.
COMMON = 150
LARGE = 1_000_000
# Chinese family names: with one more character, most often a person.
PLACE_PARTS = {"ns", "nt"}


class ChineseNames:
    def __init__(self, sources):
        self._words = sources.chinese_words()
        self._first = division_tables

    def of_city(self, city):
        """Of a town: simplified, two characters and more, and no words of the language."""
        names = set()
        for name in city["alternatenames"]:
            if is_chinese(name) and 2 <= len(name) <= 8:
                simplified = zhconv.convert(name, "zh-cn")
                if self._is_name(simplified, city):
                    names.add(simplified)
        return sorted(names)

    def of_division(self, code):
        country, division = code.split(".", 1)
        if country == "CN" and division in self._first.CHINA:
            name, kind, _ = self._first.CHINA[division]
            return [name, name + kind[-1:] if kind in ("省", "市") else name + kind]
        names = self._first.CHINESE.get(code, "").replace("-", "").split()
        return names + [name + "州" for name in names if country in ("US", "AU", "DE") and not name.endswith("州")] + [
            name + "省" for name in names if country == "CA"]

    def _is_name(self, name, city):
        frequency, part = self._words.get(name, (0, "ns"))
        if part in PLACE_PARTS:
            return city["population"] >= NAMED_FROM or city["countrycode"] != "CN" or len(name) > 2
        if name[-1] in KINDS and len(name) > 2:
            return True
        return frequency < COMMON and city["population"] >= 50_000 or city["population"] >= LARGE
