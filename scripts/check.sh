#!/usr/bin/env bash
# Everything that must hold besides the tests: format, lint, types, the house, README tables, and dist/ is what the sources build.
set -euo pipefail
cd "$(dirname "$0")/.."
node scripts/generate.ts
biome ci --error-on-warnings
tsc -p tsconfig.json
node scripts/house.ts
node scripts/docs.ts --check
node scripts/prices.ts --check
if grep -q '"resolved"' package-lock.json; then
  echo 'package-lock.json has download addresses: run npm install --omit-lockfile-registry-resolved' >&2
  exit 1
fi
before=$(git status --porcelain -- dist)
bash scripts/build.sh
if [ "$(git status --porcelain -- dist)" != "$before" ] || [ -n "$before" ]; then
  echo 'dist/ is not what the sources build: run npm run build and commit dist/' >&2
  git status --porcelain -- dist >&2
  exit 1
fi
echo 'check: all good'
