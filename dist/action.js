#!/usr/bin/env node
// Written by scripts/build.sh.
import { action } from "./main.js";
process.exitCode = await action();
