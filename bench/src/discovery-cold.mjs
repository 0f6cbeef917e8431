import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** Asks the system to forget the contents of files, which needs no rights; folders and file attributes it still knows. */
const FORGET = `
import os, sys
for folder, _, files in os.walk(sys.argv[1]):
    for name in files:
        file = os.open(os.path.join(folder, name), os.O_RDONLY)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)
`;

/** Whether this process may have the system forget folders and attributes too. */
export const canDropAll = mayWrite("/proc/sys/vm/drop_caches");

/** Makes `folder` cold for this machine. Whoever lends it its disk may still have it in memory. @param {string} folder */
export function evict(folder) {
  execFileSync("sync");
  if (canDropAll) fs.writeFileSync("/proc/sys/vm/drop_caches", "3");
  else execFileSync("python3", ["-c", FORGET, folder]);
}

/** @param {string} file */
function mayWrite(file) {
  try {
    fs.closeSync(fs.openSync(file, "r+"));
    return true;
  } catch {
    return false;
  }
}
