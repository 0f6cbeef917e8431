import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { junitText } from "../../../src/contract/junit-text.ts";
import { brokenContract, keptContract } from "../../support/contract-reports.ts";

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray: (name) => /^test(suite|case)$/.test(name) });

describe("junitText", () => {
  test("junitText is well-formed, whatever a plugin says", () => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what takes its place is a package of its own that checks the same
    for (const report of [keptContract, brokenContract]) expect(XMLValidator.validate(junitText(report))).toBe(true);
    // eslint-disable-next-line no-control-regex -- it is control characters that must not be there
    expect(junitText(brokenContract)).not.toMatch(/[\u0000-\u0008\u001B]/);
  });

  test("junitText has a suite for the package and one for each plugin, and a case per clause", () => {
    const { testsuites } = parser.parse(junitText(brokenContract)) as { testsuites: object };
    expect(testsuites).toMatchObject({
      name: "floe contract my-plugin",
      tests: "6",
      failures: "1",
      skipped: "3",
      testsuite: [
        { name: "my-plugin", tests: "1", failures: "0", testcase: [{ name: "package/packs", classname: "my-plugin", time: "0.5" }] },
        {
          name: "floe.dbt:mine",
          testcase: [
            { name: "identity/name" },
            { skipped: { message: "skipped: its engine has settings of its own" } },
            { failure: { message: "startup did not end: \u{FFFD}[2J <&>", type: "broken", "#text": "The plugin keeps startup/ends." } },
            { skipped: { message: "untried: see startup/ends" } },
            {},
          ],
        },
      ],
    });
  });
});
