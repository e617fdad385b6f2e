#!/bin/sh
# Checks the types and the style of the page's JavaScript. Its tools are installed outside the repository; the build and
# the portal need none of them.
set -eu
sources=$(cd "$(dirname "$0")" && pwd)
tools=${WEB_CHECK_TOOLS:-${TMPDIR:-/tmp}/callboard-web-check}
mkdir -p "$tools"
cat > "$tools/package.json" <<'END'
{
  "private": true,
  "type": "module",
  "dependencies": { "@eslint/js": "9.39.5", "eslint": "9.39.5", "lit": "3.3.3", "typescript": "5.9.3" }
}
END
if [ ! -x "$tools/node_modules/.bin/tsc" ] || [ ! -x "$tools/node_modules/.bin/eslint" ]; then
  (cd "$tools" && npm install --silent --no-audit --no-fund --ignore-scripts)
fi
rm -rf "$tools/web"
cp -R "$sources" "$tools/web"
cd "$tools/web"
../node_modules/.bin/tsc --project jsconfig.json
../node_modules/.bin/eslint --max-warnings 0 .
echo 'The types and the style of the page are in order.'
