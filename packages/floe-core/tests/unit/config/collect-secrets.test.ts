import { describe, expect, test } from "vitest";
import { collectSecrets } from "../../../src/config/collect-secrets.ts";
import { makeSecret } from "../../../src/config/secret-value.ts";

describe("collectSecrets", () => {
  test("collectSecrets finds secrets anywhere in a configuration, each once", () => {
    const config = {
      plain: "not this",
      token: makeSecret("alpha"),
      inner: { list: [makeSecret("beta"), makeSecret("alpha")] },
      map: new Map([["key", makeSecret("gamma")]]),
    };
    expect([...collectSecrets(config)].sort()).toEqual(["alpha", "beta", "gamma"]);
  });

  test("collectSecrets takes every text of a secret object, and none of its keys", () => {
    const config = { login: makeSecret({ user: "ada", password: { current: "p4ss", old: ["0ld"] } }) };
    expect(collectSecrets(config)).toEqual(["ada", "p4ss", "0ld"]);
  });

  test("collectSecrets takes numbers as they are written", () => {
    expect(collectSecrets([makeSecret(4711), makeSecret(12n), makeSecret(true)])).toEqual(["4711", "12"]);
  });

  test("collectSecrets leaves out empty secrets", () => {
    expect(collectSecrets({ token: makeSecret("") })).toEqual([]);
  });

  test("collectSecrets survives a secret that does not reveal itself", () => {
    const broken = {
      [Symbol.for("floe.secret")]: true,
      reveal: () => {
        throw new Error("no");
      },
    };
    expect(collectSecrets({ broken, token: makeSecret("alpha") })).toEqual(["alpha"]);
  });

  test.each([[undefined], [null], ["text"]])("collectSecrets finds none in %o", (config) => {
    expect(collectSecrets(config)).toEqual([]);
  });
});
