#!/usr/bin/env node
// Written by scripts/build.sh.
import { cli } from "./main.js";
process.exitCode = await cli();
