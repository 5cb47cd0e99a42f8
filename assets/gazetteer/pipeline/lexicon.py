"""Words that are no places, or not only: what the program must know of a word beside its being a name of a place."""
from given_names import GIVEN_NAMES
from keys import is_chinese, key

# Bits of a word.
COMMON, WORD, GIVEN_NAME, SURNAME, CHINESE_WORD, FREQUENT_SURNAME = 1, 2, 4, 8, 16, 32
# SCOWL's sizes: the words that everybody uses, and those that are in a dictionary for the desk.
COMMON_SIZE, WORD_SIZE = 35, 60
# Parts of speech of Chinese words that are places.
PLACES = ("ns", "nt")
LEAST_FREQUENCY = 3
# Of surnames, those that are one even behind the name of a state: Georgia Smith.
MOST_FREQUENT = 400


def lexicon(sources, names):
    """The (word, bits) of the program's second table."""
    bits = {}
    for word, size in sources.english_words().items():
        if size <= WORD_SIZE and len(word) > 1:
            bits[word] = WORD | (COMMON if size <= COMMON_SIZE else 0)
    given, surnames = sources.people()
    for kind, people in ((GIVEN_NAME, given + GIVEN_NAMES.split()), (SURNAME, surnames),
                         (FREQUENT_SURNAME, surnames[:MOST_FREQUENT])):
        for name in people:
            bits[key(name)] = bits.get(key(name), 0) | kind
    places = {name for name in names if is_chinese(name)}
    for word, (frequency, part) in sources.chinese_words().items():
        if is_chinese(word) and part not in PLACES and frequency >= LEAST_FREQUENCY and hides(word, places):
            bits[word] = CHINESE_WORD
    return [(word.encode(), value) for word, value in bits.items()]


def hides(word, places):
    """Whether a place would be found in a longer word that means something else: 中国 in 发展中国家.

    A place at the beginning is itself mostly, as in 日本首相; of three characters, the word is its own: 和平鸽.
    """
    count = len(word)
    parts = (word[i:j] for i in range(count) for j in range(i + 2, count + 1)
             if j - i < count and (i > 0 or count == 3))
    return word not in places and any(part in places for part in parts)
