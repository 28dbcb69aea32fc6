#!/bin/sh
# Collect the English sentences into locales/familytrace.pot and update every catalogue.
set -eu
cd "$(dirname "$0")/.."
template=locales/familytrace.pot
.venv/bin/pybabel -q extract -k _ -k N_ -k n_:1,2 --add-comments=Translators: --no-location \
    --sort-output --omit-header -o "$template.body" familytrace ui
{
    printf 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    cat "$template.body"
} >"$template"
rm "$template.body"
for catalogue in locales/*/LC_MESSAGES/familytrace.po; do
    [ -e "$catalogue" ] || continue
    language=$(basename "$(dirname "$(dirname "$catalogue")")")
    .venv/bin/pybabel -q update --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
        -D familytrace -i "$template" -d locales -l "$language"
done
.venv/bin/python packaging/hatch_build.py
