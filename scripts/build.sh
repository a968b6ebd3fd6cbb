#!/usr/bin/env bash
# Builds dist/: tsc to plain JavaScript, ncc to one bundle for both entries. ncc keeps old chunks, so dist/ starts empty.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf build dist
tsc -p tsconfig.build.json
mkdir -p build/generated && cp -r src/generated/validate build/generated/
ncc build build/main.js -o dist --no-cache --quiet --license licenses.txt
mv dist/index.js dist/main.js
# ncc leaves chunks as they are; parsing their comments would be a third of the start-up. Names stay, for readable stacks.
for chunk in dist/*.index.js; do
  terser "$chunk" --module --compress --mangle --keep-fnames --keep-classnames --comments false --output "$chunk"
done
for entry in action cli upload; do
  printf '#!/usr/bin/env node\n// Written by scripts/build.sh.\nimport { %s } from "./main.js";\nprocess.exitCode = await %s();\n' "$entry" "$entry" > "dist/$entry.js"
done
chmod +x dist/cli.js
# What the library exports stands in the bundle, too, so that it shares the engine; its types stand beside it.
names=$(node --input-type=module -e 'console.log(Object.keys(await import("./build/index.js")).join(", "))')
printf '// Written by scripts/build.sh.\nimport { library } from "./main.js";\nexport const { %s } = await library();\n' "$names" > dist/index.js
tsc -p tsconfig.types.json
node scripts/types.ts
