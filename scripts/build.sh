#!/usr/bin/env bash
# Builds dist/: tsc to plain JavaScript, ncc to one bundle for both entries. It is built beside the old one, which stands until the new
# one is whole: a build that is interrupted changes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
new=build/dist old=build/old
# A build that was killed in the middle of its last step.
if [ ! -e dist ] && [ -e "$old" ]; then mv "$old" dist; fi
rm -rf build
tsc -p tsconfig.build.json
mkdir -p build/generated && cp -r src/generated/validate build/generated/
ncc build build/main.js -o "$new" --no-cache --quiet --license licenses.txt
mv "$new/index.js" "$new/main.js"
# ncc leaves chunks as they are; parsing their comments would be a third of the start-up. Names stay, for readable stacks.
for chunk in "$new"/*.index.js; do
  terser "$chunk" --module --compress --mangle --keep-fnames --keep-classnames --comments false --output "$chunk"
done
for entry in action cli upload; do
  printf '#!/usr/bin/env node\n// Written by scripts/build.sh.\nimport { %s } from "./main.js";\nprocess.exitCode = await %s();\n' "$entry" "$entry" > "$new/$entry.js"
done
chmod +x "$new/cli.js"
# What the library exports stands in the bundle, too, so that it shares the engine; its types stand beside it.
names=$(node --input-type=module -e 'console.log(Object.keys(await import("./build/library/index.js")).join(", "))')
printf '// Written by scripts/build.sh.\nimport { library } from "./main.js";\nexport const { %s } = await library();\n' "$names" > "$new/index.js"
tsc -p tsconfig.types.json
node scripts/types.ts "$new/types"
trap '' HUP INT TERM
if [ -e dist ]; then mv dist "$old"; fi
mv "$new" dist
rm -rf "$old"
