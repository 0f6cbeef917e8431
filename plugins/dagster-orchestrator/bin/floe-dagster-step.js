#!/usr/bin/env node
// Committed, not built: package managers link a bin only if its file is there when they install.
import "../dist/step/bin.js";
