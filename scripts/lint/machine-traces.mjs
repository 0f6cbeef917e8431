/** What works on one machine only. Each pattern is written so that it does not match its own text. */
const TRACES = [
  { pattern: /(?<![\w.~-])\/(work|root|home|tmp|Users)\/[\w.-]/, what: "an absolute path of one machine" },
  { pattern: /\b[A-Z]:\\+(Users|Documents)/, what: "an absolute path of one machine" },
  { pattern: /\b(registry|npm|pypi|artifactory|nexus|mirror)\.[a-z0-9-]+(\.[a-z]+)+(:\d+)?\//, what: "the address of a package registry" },
  { pattern: /\b(tarball|registry)\s*[:=]\s*["']?https?:/, what: "where packages were downloaded from" },
  { pattern: /\b_authToken\s*=/, what: "a registry's password" },
];

/**
 * Finds lines that name a folder of somebody's machine or a package registry.
 *
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function checkMachineTraces(file, text) {
  return text.split("\n").flatMap((line, index) =>
    TRACES.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${file}:${index + 1}: names ${what}`),
  );
}
