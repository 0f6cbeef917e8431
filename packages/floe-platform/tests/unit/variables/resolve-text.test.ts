import { describe, expect, test } from "vitest";
import { resolveText } from "../../../src/variables/resolve-text.ts";

const values = { env: { NAME: "flights", EMPTY: "" }, secret: (key: string) => `<${key}>` };

describe(resolveText.name, () => {
  test.each([
    ["plain", "plain"],
    ["${env:NAME}-${env:NOPE:-x}", "flights-x"],
    ["${env:EMPTY}|${env:EMPTY:-d}", "|d"],
    ["pg://u:${secret:db/password}@h", "pg://u:<db/password>@h"],
    ["$${env:NAME}", "${env:NAME}"],
  ])("resolveText gives %j as %j", (text, expected) => {
    expect(resolveText(text, values)).toEqual({ text: expected });
  });

  test("resolveText gives everything that is wrong with a text", () => {
    expect(resolveText("${env:NOPE} ${evn:NAME} ${env:toString}", values)).toMatchObject({
      problems: [
        { code: "variable_unset", remedy: "Set NOPE, or state a default: ${env:NOPE:-default}." },
        { code: "reference_invalid", found: "${evn:NAME}", nearest: "env" },
        { code: "variable_unset" },
      ],
    });
  });
});
