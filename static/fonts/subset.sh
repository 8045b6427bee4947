#!/bin/sh
# Make the small fonts of the reader's page. Usage: subset.sh NODE_MODULES OUT_FOLDER
# The letters are those of the unicode-range in static/css/fonts-reader.css: change both together.
set -eu
from=$1/@fontsource-variable out=$2 tmp=$(mktemp -d)
letters="U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2009-2011,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+2032-2033,U+2039-203A,U+20AC,U+2122,U+2212,U+2215"
core="U+0020-007E,U+00A0,U+00A3,U+00AB,U+00B0,U+00B7,U+00BB,U+00BD,U+00E9,U+2009,U+2011,U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+202F,U+20AC,U+2212"

cut() { # cut SOURCE NAME AXIS...
    source=$1 name=$2
    shift 2
    fonttools varLib.instancer "$source" "$@" -o "$tmp/$name.ttf" --quiet
    pyftsubset "$tmp/$name.ttf" --unicodes="$letters" --layout-features=kern,liga,calt,ccmp,locl,mark,mkmk,frac,tnum \
        --flavor=woff2 --output-file="$out/$name.woff2"
    pyftsubset "$out/$name.woff2" --unicodes="$core" --layout-features=kern,liga,calt,ccmp,locl,mark,mkmk,frac,tnum \
        --flavor=woff2 --output-file="$out/$name-core.woff2"
}
cut "$from/newsreader/files/newsreader-latin-wght-normal.woff2" reader-serif wght=400:600
cut "$from/newsreader/files/newsreader-latin-opsz-normal.woff2" reader-serif-display wght=500 opsz=52
cut "$from/newsreader/files/newsreader-latin-wght-italic.woff2" reader-serif-italic wght=600
cut "$from/public-sans/files/public-sans-latin-wght-normal.woff2" reader-sans wght=400:700
rm -r "$tmp"
