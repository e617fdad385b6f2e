#!/bin/sh
# Checks the types and the style of the page's JavaScript, and of plugins', and runs its tests. The tools are installed outside the
# repository; the build and the portal need none of them.
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
rm -rf "$tools/src"
mkdir -p "$tools/src/main" "$tools/src/test"
cp -R "$sources" "$tools/src/main/web"
cp -R "$sources/../../test/web" "$tools/src/test/web"
cd "$tools/src/main/web"
"$tools/node_modules/.bin/tsc" --project jsconfig.json
"$tools/node_modules/.bin/eslint" --max-warnings 0 .
# the modules of other plugins, which import what the page offers them and libraries that the build puts beside them
for plugin in docs scorecards; do
  mkdir -p "$tools/src/main/$plugin/vendor"
  cp -R "$sources/../../../../$plugin/src/main/resources/ui/." "$tools/src/main/$plugin"
  cp eslint.config.js "$tools/src/main/$plugin"
  cd "$tools/src/main/$plugin"
  for library in highlight katex; do
    echo 'export default /** @type {any} */ (undefined);' > "vendor/$library.js"
  done
  cat > jsconfig.json <<'END'
{
  "extends": "../web/jsconfig.json",
  "compilerOptions": { "paths": { "@portal/ui": ["../web/public/portal-ui.js"] } },
  "include": ["**/*.js"],
  "exclude": ["eslint.config.js"]
}
END
  "$tools/node_modules/.bin/tsc" --project jsconfig.json
  "$tools/node_modules/.bin/eslint" --max-warnings 0 .
done
LC_ALL=en_GB.UTF-8 node --test --test-reporter=dot "$tools"/src/test/web/*.test.js
echo 'Types, style and tests of the page are in order.'
