const DISABLE = /(eslint-disable(?:-next-line|-line)?|@ts-expect-error|@ts-ignore|@ts-nocheck)(?=[\s:]|$)(.*)/;

/**
 * A switched-off check says why: `eslint-disable-next-line some-rule -- reason`, `@ts-expect-error reason`.
 *
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function checkDisableReasons(file, text) {
  return text.split("\n").flatMap((line, index) => {
    const comment = /(\/\/|\/\*|^\s*\*)(.*)$/.exec(line)?.[2];
    const found = comment === undefined ? null : DISABLE.exec(comment);
    if (found === null) return [];
    const [, directive = "", rest = ""] = found;
    const reason = directive.startsWith("@ts") ? rest.replace(/^[\s:]+/, "") : (/--(.*)/.exec(rest)?.[1] ?? "");
    if (/[a-z]{3}/i.test(reason)) return [];
    return [`${file}:${index + 1}: ${directive} without a reason`];
  });
}
