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
# What towns are called, and other things much more often.
WORDS = {"大桥", "新城", "开发", "新区", "东方", "大方", "平安", "和平", "建设", "团结", "胜利", "光明", "幸福", "红旗", "向阳", "朝阳",
         "新华", "人民", "文化", "永安", "大同", "太平", "安定", "新民", "长安", "中心", "高新", "工业", "大学", "城关", "城区", "新村"}
# Parts of speech of words that are places.
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
        if name in WORDS:
            return city["population"] >= LARGE
        frequency, part = self._words.get(name, (0, "ns"))
        if part in PLACE_PARTS:
            return city["population"] >= NAMED_FROM or city["countrycode"] != "CN" or len(name) > 2
        if name[-1] in KINDS and len(name) > 2:
            return True
        return frequency < COMMON and city["population"] >= 50_000 or city["population"] >= LARGE
