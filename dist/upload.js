#!/usr/bin/env node
// Written by scripts/build.sh.
import { upload } from "./main.js";
process.exitCode = await upload();
