import { describe, expect, test } from "vitest";
import { isSemver } from "../../../src/version/is-semver.ts";

describe("isSemver", () => {
  test.each([
    "0.0.0",
    "1.2.3",
    "10.20.30",
    "1.1.2-prerelease+meta",
    "1.0.0-alpha.beta.1",
    "1.0.0-0A.is.legal",
    "1.0.0-12",
    "1.0.0-a.12",
    "1.0.0---RC-SNAPSHOT.12.9.1--.12",
    "1.0.0+0.build.1-rc.10000aaa-kk-0.1",
    "99999999999999999999999.999999999999999999.99999999999999999",
    `1.0.0-${"a".repeat(250)}`,
  ])("isSemver accepts %s", (text) => {
    expect(isSemver(text)).toBe(true);
  });

  test.each([
    "",
    "1",
    "1.2",
    "1.2.3.4",
    "v1.2.3",
    "=1.2.3",
    "01.2.3",
    "1.02.3",
    "1.2.03",
    "1.2.3-",
    "1.2.3+",
    "1.2.3-01",
    "1.2.3-a..b",
    "1.2.3-ä",
    "1.2.3-1ä",
    "1.2.3-a.1ä",
    "1.2.3 ",
    " 1.2.3",
    "1.2.3\n",
    "１.２.３",
    "^1.2.3",
  ])("isSemver refuses %j", (text) => {
    expect(isSemver(text)).toBe(false);
  });

  test.each([[1], [null], [undefined], [["1.2.3"]], [{ toString: () => "1.2.3" }]])("isSemver refuses %j, which is no text", (value) => {
    expect(isSemver(value)).toBe(false);
  });

  test("isSemver refuses more than 256 characters", () => {
    expect(isSemver(`1.0.0-${"a".repeat(251)}`)).toBe(false);
  });
});
